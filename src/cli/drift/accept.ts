import { type Contract, compileContract } from "../../contract/index.ts";
import { hasErrors, type TextEdit } from "../../diagnostics/index.ts";
import { applyEdits, createSource, type Node, parse, type Source, spanOf, walk } from "../../language/index.ts";
import { compileHubSpot, type LabelPlace, labelPlace } from "../../targets/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";
import { today } from "../options.ts";
import type { PreparedPlan } from "../plan/prepare-plan.ts";
import { type Drifted, textNow } from "./drifted.ts";

/** A label of the CRM that the contract takes over, and where. */
interface Taken extends LabelPlace {
  readonly text: string;
  readonly address: string;
  readonly attribute: readonly string[];
}

/** What is taken over, and what of the named objects can't be: its address with the attribute. */
export interface Accepted {
  readonly after: readonly Source[];
  readonly taken: readonly string[];
  readonly left: readonly string[];
}

type About = Pick<PreparedPlan, "contract" | "environment">;

/** Writes the CRM's labels into the texts of a contract, each at the one place where it says them, and checks the result. */
export function acceptLabels(sources: readonly Source[], drifted: readonly Drifted[], about: About): Result<Accepted> {
  const changes = drifted.flatMap(({ item }) =>
    item.changes.map((change) => ({ item, change, name: `${item.address} ${change.path.join("/")}` })),
  );
  const taken = changes.flatMap(({ item, change, name }): readonly (Taken & { readonly name: string })[] => {
    const text = textNow(change);
    const place = labelPlace(about, { kind: item.kind, clause: item.clause ?? "" }, change.path);
    if (text === undefined || place === undefined) return [];
    return [{ ...place, text, address: item.address, attribute: change.path, name }];
  });
  const written = taken.filter((one) => sources.some((source) => editIn(source, one) !== undefined));
  const after = sources.map((source) => edited(source, written));
  const names = new Set(written.map(({ name }) => name));
  const left = changes.flatMap(({ name }) => (names.has(name) ? [] : [name]));
  const wrong = written.find((one) => !isShown(after, one, about));
  if (wrong === undefined) return succeed({ after, taken: [...names], left });
  return fail(
    exitCodes.blocked,
    `${wrong.name} can't be taken over: the contract would not say it then`,
    `change ${wrong.path.join(".")} by hand`,
  );
}

function edited(source: Source, taken: readonly Taken[]): Source {
  const edits = taken.flatMap((one) => editIn(source, one) ?? []);
  return edits.length === 0 ? source : createSource(source.file, applyEdits(source.text, edits).text);
}

/** The edit of the one text that says a label; undefined where this text of the contract does not. */
function editIn(source: Source, { path, language, text }: Taken): TextEdit | undefined {
  const root = parse(source).value;
  const label = root && nodeAt(root, path);
  // An option may be its label, or a map that holds it.
  const holder = label?.kind === "map" ? (nodeAt(label, ["label"]) ?? label) : label;
  const said = holder?.kind === "map" ? nodeAt(holder, [language]) : holder;
  return said?.kind === "scalar" ? { span: spanOf(said), text: written(text) } : undefined;
}

function nodeAt(root: Node, path: readonly string[]): Node | undefined {
  const { node, isExact } = walk(root, path);
  return isExact ? node : undefined;
}

/** Plain where YAML reads it back as the same text anywhere, else in quotes. */
const written = (text: string): string =>
  /^\p{L}[\p{L}\p{N} '’]*[\p{L}\p{N}]$/u.test(text) && !reserved.test(text) ? text : JSON.stringify(text);

const reserved = /^(true|false|null|yes|no|on|off|y|n)$/i;

/** Whether the contract, compiled anew, wants what the CRM shows. */
function isShown(sources: readonly Source[], { address, attribute, text }: Taken, { environment }: About): boolean {
  const compiled = compileContract(sources, { asOf: today() });
  const contract: Contract | undefined = hasErrors(compiled.findings) ? undefined : compiled.value;
  const own = contract?.environments.get(environment.id);
  if (contract === undefined || own === undefined) return false;
  const resource = compileHubSpot(contract, own).resources.find((one) => one.address === address);
  return JSON.stringify(resource?.attributes[attribute[0] ?? ""] ?? "").includes(JSON.stringify(text));
}
