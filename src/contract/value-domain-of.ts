import type { ValueDomain } from "../criteria/index.ts";
import type { Contract } from "./contract.ts";
import type { Id } from "./entry.ts";

/** What a field of the contract can hold; an adopted property without declared options has some that we don't know. */
export function valueDomainOf(contract: Contract, id: Id): ValueDomain {
  const field = contract.fields.get(id);
  if (field === undefined) return { kind: "text" };
  const bounds = {
    ...(field.min === undefined ? {} : { min: field.min }),
    ...(field.max === undefined ? {} : { max: field.max }),
  };
  const choices = { options: field.options.map((option) => option.id), isOpen: field.options.length === 0 };
  switch (field.type) {
    case "number":
      return { kind: "number", decimals: 0, ...bounds };
    case "money":
      return { kind: "number", decimals: 2, ...bounds };
    case "date":
    case "datetime":
      return { kind: "moment" };
    case "enum":
      return { kind: "choice", ...choices };
    case "enums":
      return { kind: "choices", ...choices };
    case "boolean":
    case "text":
      return { kind: field.type };
    default:
      return field.type satisfies never;
  }
}
