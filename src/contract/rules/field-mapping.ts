import { type Finding, finding } from "../../diagnostics/index.ts";
import type { Contract, Field } from "../contract.ts";
import { hubSpotProperties, isOwnProperty, longestPropertyName, stageTargets } from "../hubspot-properties.ts";
import type { Rule } from "./rule.ts";

/** CRM801 to CRM805, CRM808 and CRM809: a field that its property in the CRM can't be, or that nothing there would fill. */
export const fieldMapping: Rule = {
  codes: ["CRM801", "CRM802", "CRM803", "CRM804", "CRM805", "CRM808", "CRM809"],
  judges: "entry",
  check: (contract) => {
    // A contract that goes to no CRM has no mapping.
    if (contract.environments.size === 0) return [];
    const owners = new Map<string, Field>();
    return [...contract.fields.values()].flatMap((field) => judge(contract, field, owners));
  },
};

function judge(contract: Contract, field: Field, owners: Map<string, Field>): readonly Finding[] {
  const clause = field.path.join(".");
  const { crm } = field;
  if (crm === undefined) return judgeOwn(contract, field);
  const place = contract.locate.spanOf([...field.path, "crm", "property"], "value");
  const key = `${crm.object ?? contract.scope.object} ${crm.property}`;
  const first = owners.get(key);
  if (first !== undefined) {
    const related = [
      { span: contract.locate.spanOf([...first.path, "crm", "property"], "value"), role: "also-here" as const },
    ];
    return [
      finding("CRM804", place, { property: crm.property, field: field.id, other: first.id }, { clause, related }),
    ];
  }
  owners.set(key, field);
  if (crm.property.length > longestPropertyName)
    return [finding("CRM802", place, { name: crm.property, most: longestPropertyName }, { clause })];
  if (stageTargets.has(crm.property))
    return [finding("CRM808", place, { property: crm.property, field: field.id, writers: ["stages"] }, { clause })];
  return [...misfits(contract, field, crm.property), ...writers(contract, field)];
}

/** What HubSpot itself defines, held against what the contract says of it. */
function misfits(contract: Contract, field: Field, property: string): readonly Finding[] {
  const known = hubSpotProperties.get(property);
  if (known === undefined) return [];
  const clause = field.path.join(".");
  if (!known.holds.includes(field.type)) {
    const args = { field: field.id, type: field.type, property, holds: known.holds };
    return [finding("CRM803", contract.locate.spanOf([...field.path, "type"], "value"), args, { clause })];
  }
  const writer = field.filledBy.find((filler) => filler.kind === "role" || ["form", "import"].includes(filler.source));
  if (!known.isReadOnly || writer === undefined) return [];
  const by = writer.kind === "role" ? writer.role : writer.source;
  return [
    finding(
      "CRM805",
      contract.locate.spanOf([...field.path, "filledBy"], "value"),
      { field: field.id, property, by },
      { clause },
    ),
  ];
}

function judgeOwn(contract: Contract, field: Field): readonly Finding[] {
  const clause = field.path.join(".");
  const place = contract.locate.spanOf(field.path, "key");
  if (isOwnProperty(field.id, contract.stages.keys()))
    return [finding("CRM801", place, { field: field.id }, { clause })];
  const sources = field.filledBy.map((filler) => (filler.kind === "source" ? filler.source : "role"));
  const isFilled = sources.length === 0 || sources.some((source) => !machines.has(source));
  if (isFilled) return writers(contract, field);
  const args = { field: field.id, sources };
  return [finding("CRM809", contract.locate.spanOf([...field.path, "filledBy"], "value"), args, { clause })];
}

/** What fills a property of its own in the CRM; revpact makes none of these programs. */
const machines: ReadonlySet<string> = new Set(["scoring", "product", "enrichment"]);

/** Two programs that each write what they think is right undo one another. */
function writers(contract: Contract, field: Field): readonly Finding[] {
  const written = field.filledBy.flatMap((filler) =>
    filler.kind === "source" && machines.has(filler.source) ? [filler.source] : [],
  );
  if (written.length < 2) return [];
  const args = { property: field.crm?.property ?? "", field: field.id, writers: written };
  return [
    finding("CRM808", contract.locate.spanOf([...field.path, "filledBy"], "value"), args, {
      clause: field.path.join("."),
    }),
  ];
}
