/** Something due at a time; `order` decides among those due at the same one. */
export interface Due {
  readonly at: number;
  readonly order: number;
  readonly kind: "trigger" | "run";
  readonly flowId: string;
  /** The key of its document. */
  readonly key: string;
}

/** What is due, the earliest first. Entries that were overtaken stay in it; who takes them out looks whether they still hold. */
export interface DueHeap {
  readonly push: (due: Due) => void;
  readonly peek: () => Due | undefined;
  readonly pop: () => Due | undefined;
  readonly clear: () => void;
}

/** A total order, so that what comes first never depends on the order of insertion. */
function isBefore(a: Due, b: Due): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.order !== b.order) return a.order < b.order;
  if (a.flowId !== b.flowId) return a.flowId < b.flowId;
  return a.key < b.key;
}

/** Moves the last entry up to its place. */
function siftUp(items: Due[]): void {
  let index = items.length - 1;
  const item = items[index];
  while (item !== undefined && index > 0) {
    const parent = (index - 1) >> 1;
    const above = items[parent];
    if (above === undefined || !isBefore(item, above)) break;
    items[index] = above;
    index = parent;
  }
  if (item !== undefined) items[index] = item;
}

/** The earlier one of two entries side by side. */
function earlierOf(items: readonly Due[], left: number): number {
  const [one, other] = [items[left], items[left + 1]];
  return one !== undefined && other !== undefined && isBefore(other, one) ? left + 1 : left;
}

/** Moves the first entry down to its place. */
function siftDown(items: Due[]): void {
  const item = items[0];
  let index = 0;
  while (item !== undefined && 2 * index + 1 < items.length) {
    const child = earlierOf(items, 2 * index + 1);
    const below = items[child];
    if (below === undefined || !isBefore(below, item)) break;
    items[index] = below;
    index = child;
  }
  if (item !== undefined) items[index] = item;
}

/** An empty binary heap. */
export function createDueHeap(): DueHeap {
  const items: Due[] = [];
  return {
    push: (due) => {
      items.push(due);
      siftUp(items);
    },
    peek: () => items[0],
    pop: () => {
      const first = items[0];
      const last = items.pop();
      if (items.length > 0 && last !== undefined) {
        items[0] = last;
        siftDown(items);
      }
      return first;
    },
    clear: () => {
      items.length = 0;
    },
  };
}
