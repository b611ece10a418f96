/** Something that people pick by its label; `value` tells it apart. */
interface Labelled {
  readonly value: string;
  readonly label: string;
}

/** HubSpot refuses two options, stages or pipelines of one label, whatever their case: a repeated label takes its value with it. */
export function distinctLabels(entries: readonly Labelled[]): ReadonlyMap<string, string> {
  const spelling = (label: string): string => label.trim().toLowerCase();
  const count = (label: string): number => entries.filter((entry) => spelling(entry.label) === spelling(label)).length;
  return new Map(entries.map(({ value, label }) => [value, count(label) > 1 ? `${label} (${value})` : label]));
}
