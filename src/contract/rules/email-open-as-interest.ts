import type { Condition } from "../../criteria/index.ts";
import { type Finding, finding } from "../../diagnostics/index.ts";
import { conditionSitesOf } from "../condition-sites.ts";
import type { Contract, Field, Signal } from "../contract.ts";
import type { Rule } from "./rule.ts";

const mail = "(?:e-?mails?|mails?|courriels?|newsletters?|infolettres?)";
const opened = "(?:opens?|opened|opening|ouvertures?|ouverte?s?|ouvre)";
// Near one another, with nothing but small words between: an account opened after an e-mail is no opened e-mail.
const between =
  "(?:[^\\p{L}]+(?:an?|the|our|your|this|last|marketing|was|is|un|une|le|la|les|du|de|des|d|l|est|a|été))*[^\\p{L}]+";
const openedMail = new RegExp(`(?<!\\p{L})(?:${mail}${between}${opened}|${opened}${between}${mail})(?!\\p{L})`, "iu");
/** HubSpot's own properties that count or date opened e-mails. */
const openProperties = /(?:^|_)(?:email_)?(?:last_|first_)?open(?:ed)?(?:_date|_count|s)?$/;

/** CRI414: a condition that an opened e-mail alone can fulfil. */
export const emailOpenAsInterest: Rule = {
  codes: ["CRI414"],
  judges: "entry",
  check: (contract) =>
    conditionSitesOf(contract)
      .filter(({ path }) => path[0] !== "scope")
      .flatMap(({ condition, path }) => {
        const enough = sufficientOpen(contract, condition);
        return enough === undefined ? [] : [describe(contract, { enough, path })];
      }),
};

type Subject = { readonly condition: Condition; readonly id: string };

/** The opened e-mail by which alone, or beside facts that are no act of the person, the condition holds. */
function sufficientOpen(contract: Contract, condition: Condition): Subject | undefined {
  switch (condition.kind) {
    case "signal": {
      const signal = contract.signals.get(condition.signal);
      return signal !== undefined && isOpenSignal(contract, signal) ? { condition, id: signal.id } : undefined;
    }
    case "field": {
      const field = contract.fields.get(condition.field);
      return field !== undefined && isOpenField(field) ? { condition, id: field.id } : undefined;
    }
    case "any":
    case "at-least":
      return condition.of.map((child) => sufficientOpen(contract, child)).find((found) => found !== undefined);
    case "all": {
      const found = condition.of.map((child) => sufficientOpen(contract, child)).find((one) => one !== undefined);
      return condition.of.some((child) => isOtherAct(contract, child)) ? undefined : found;
    }
    case "meets":
    case "none":
    case "linked":
      return undefined;
    default:
      return condition satisfies never;
  }
}

/** Something else that the person did. */
function isOtherAct(contract: Contract, condition: Condition): boolean {
  if (condition.kind === "signal") {
    const signal = contract.signals.get(condition.signal);
    return signal === undefined || !isOpenSignal(contract, signal);
  }
  if (condition.kind === "meets") {
    const named = contract.criteria.get(condition.criteria)?.condition;
    return named !== undefined && named.kind !== "meets" && isOtherAct(contract, named);
  }
  if (condition.kind === "all") return condition.of.some((child) => isOtherAct(contract, child));
  return (
    condition.kind === "any" && condition.of.length > 0 && condition.of.every((child) => isOtherAct(contract, child))
  );
}

function isOpenSignal(contract: Contract, { id, label }: Signal): boolean {
  const bound = [...contract.environments.values()].flatMap(({ signals }) => {
    const binding = signals.get(id);
    return binding?.kind === "property" ? [binding.value] : [];
  });
  return saysOpened(id, Object.values(label)) || bound.some((property) => openProperties.test(property));
}

function isOpenField({ id, label, crm }: Field): boolean {
  return saysOpened(id, Object.values(label)) || (crm !== undefined && openProperties.test(crm.property));
}

function saysOpened(id: string, labels: readonly string[]): boolean {
  return [id.replaceAll("-", " "), ...labels].some((text) => openedMail.test(text.normalize("NFC")));
}

function describe(
  contract: Contract,
  { enough, path }: { readonly enough: Subject; readonly path: Condition["path"] },
): Finding {
  const { condition, id } = enough;
  const key = condition.kind === "field" ? "field" : "signal";
  return finding(
    "CRI414",
    contract.locate.spanOf([...condition.path, key], "value"),
    { clause: String(path[1]), subject: id },
    { clause: path.join(".") },
  );
}
