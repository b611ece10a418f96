/** Choices of more items than this are too many to look at one by one: 4,096. */
const mostItems = 12;

/** Every choice of items, the empty one first, smaller ones before larger; undefined where there are too many. */
export function subsetsOf<T>(items: readonly T[]): readonly (readonly T[])[] | undefined {
  if (items.length > mostItems) return undefined;
  let choices: readonly (readonly T[])[] = [[]];
  for (const item of items) choices = [...choices, ...choices.map((chosen) => [...chosen, item])];
  return choices.toSorted((a, b) => a.length - b.length);
}
