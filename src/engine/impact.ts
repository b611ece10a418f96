import type { Address } from "../targets/index.ts";
import type { AttributeChange } from "./compare-attributes.ts";
import type { Held, Impact, Plan, Step } from "./plan.ts";
import type { Holding, ProviderOutcome, ProviderReader, RecordCount } from "./provider.ts";

// One search each, of which a CRM allows few per second.
const mostQuestions = 40;

interface Question {
  readonly address: Address;
  readonly path: readonly string[];
  readonly holding: Holding;
}

/** Asks for every option, stage and type that a plan changes, or keeps although the contract has dropped it, how many records hold it. */
export async function measureImpact(
  plan: Pick<Plan, "steps" | "heldRemovals" | "conflicts" | "drift">,
  reader: Pick<ProviderReader, "countHolders">,
  asOf: string,
): Promise<readonly Impact[]> {
  const impacts: Impact[] = [];
  let isAnswered = true;
  for (const { address, path, holding } of questionsOf(plan).slice(0, mostQuestions)) {
    // Who was refused one search is refused the next.
    const counted: ProviderOutcome<RecordCount> | undefined = isAnswered
      ? await reader.countHolders(holding)
      : undefined;
    isAnswered = counted?.ok === true;
    impacts.push({ address, path, asOf, ...(counted?.ok === true ? { count: counted.value } : {}) });
  }
  return impacts;
}

function questionsOf({
  steps,
  heldRemovals,
  conflicts,
  drift,
}: Parameters<typeof measureImpact>[0]): readonly Question[] {
  const acting = steps.filter(({ action }) => action === "update" || action === "adopt");
  const all = [...acting, ...heldRemovals, ...conflicts, ...drift].flatMap(questionsAbout);
  return [...new Map(all.map((one) => [`${one.address} ${one.path.join("/")}`, one])).values()];
}

function questionsAbout(item: Step | Held): readonly Question[] {
  const { kind, address, object, name, changes } = item;
  if (kind !== "property" && kind !== "pipeline") return [];
  return changes.filter(isHeldByRecords).map(({ path }) => {
    const [list = "", value] = path;
    const about = value === undefined ? { path: [list] } : { path: [list, value] };
    return { address, ...about, holding: { kind, object, name, ...(value === undefined ? {} : { value }) } };
  });
}

/** What is new in the CRM is held by nobody yet. */
function isHeldByRecords({ path, now }: AttributeChange): boolean {
  const [attribute] = path;
  if (attribute === "type" || attribute === "fieldType") return now !== undefined;
  const isWhole = path.length === 2;
  return (attribute === "options" || attribute === "stages") && path.length >= 2 && !(isWhole && now === undefined);
}
