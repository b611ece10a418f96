import type { Instant } from "../calendar/index.ts";
import type { Field } from "../contract/index.ts";
import type { FieldValue } from "../journey/index.ts";

const monthMs = 30 * 86_400_000;

/** A value that a field may have where nothing else is known of it: the first that is allowed. */
export function plausibleValue({ type, options, min, max }: Field, now: Instant): FieldValue {
  switch (type) {
    case "text":
      return "…";
    case "number":
    case "money":
      return min ?? max ?? 1;
    case "boolean":
      return true;
    case "date":
      return new Date(now + monthMs).toISOString().slice(0, 10);
    case "datetime":
      return new Date(now + monthMs).toISOString();
    case "enum":
      return options[0]?.id ?? "…";
    case "enums":
      return options.slice(0, 1).map(({ id }) => id);
    default:
      return type satisfies never;
  }
}
