import { apiVersions, type Decision, type Environment, type GlossaryTerm, type Governance } from "../obligations.ts";
import { type Clause, defined, entriesOf, into, itemsOf, type ResolveContext } from "./context.ts";
import { readReference, readReferences, refer, toPartyOrRole, toRole } from "./references.ts";
import { readDuration, readFlag, readLabel, readNumber, readString, readStrings, readText } from "./values.ts";

const rhythms = ["week", "month", "quarter", "year"] as const;

/** The section `governance`; its lists are empty where it is absent. */
export function readGovernance(context: ResolveContext, clause: Clause): Governance {
  return {
    approvals: itemsOf(into(clause, "approvals"))
      .map((item) => readApproval(context, item))
      .filter((approval) => approval !== undefined),
    decisions: entriesOf(into(clause, "decisions")).map((entry) => readDecision(context, entry, entry.id)),
    reviews: entriesOf(into(clause, "reviews")).map((entry) => readReview(context, entry, entry.id)),
    ...defined({
      notice: readDuration(context, into(clause, "notice")),
      worstWait: readDuration(context, into(clause, "worstWait")),
    }),
  };
}

function readApproval(context: ResolveContext, clause: Clause) {
  if (readString(clause) !== undefined) return { role: readReference(context, clause, toRole) ?? "", for: [] };
  const role = readReference(context, into(clause, "role"), toRole);
  return role === undefined ? undefined : { role, for: readStrings(into(clause, "for")) };
}

function readDecision(context: ResolveContext, clause: Clause, id: string): Decision {
  const people = (key: string) => readReferences(context, into(clause, key), toPartyOrRole);
  const within = readDuration(context, into(clause, "within"));
  return {
    id,
    path: clause.path,
    label: readLabel(context, clause, id),
    responsible: people("responsible"),
    accountable: people("accountable"),
    consulted: people("consulted"),
    informed: people("informed"),
    ...defined({ within }),
  };
}

function readReview(context: ResolveContext, clause: Clause, id: string): Governance["reviews"][number] {
  const every = rhythms.find((rhythm) => rhythm === readString(into(clause, "every"))) ?? "month";
  return {
    id,
    label: readLabel(context, clause, id),
    every,
    chair: readReference(context, into(clause, "chair"), toRole) ?? "",
  };
}

/** An entry of `glossary`. */
export function readTerm(context: ResolveContext, clause: Clause, id: string): GlossaryTerm {
  const avoid: Record<string, readonly string[]> = Object.create(null);
  const words = into(clause, "avoid");
  if (words.node?.kind === "map") for (const entry of entriesOf(words)) avoid[entry.id] = readStrings(entry);
  else for (const language of context.languages) avoid[language] = readStrings(words);
  const definition = readText(context, into(clause, "definition"), "translated");
  return { id, path: clause.path, label: readLabel(context, clause, id), avoid, ...defined({ definition }) };
}

/** An entry of `environments`. */
export function readEnvironment(context: ResolveContext, clause: Clause, id: string): Environment {
  const token = readString(into(clause, "token"));
  return {
    id,
    path: clause.path,
    crm: readString(into(clause, "crm")) === "hubspot" ? "hubspot" : "local",
    apiVersion: apiVersions.find((version) => version === readString(into(clause, "apiVersion"))) ?? "v3",
    isProtected: readFlag(into(clause, "protected")),
    drift: readString(into(clause, "drift")) === "revert" ? "revert" : "hold",
    people: new Map(
      entriesOf(into(clause, "people")).map((entry) => [
        refer(context, entry, entry.id, { ...toRole, isMention: true }),
        readPerson(entry),
      ]),
    ),
    signals: new Map(entriesOf(into(clause, "signals")).flatMap((entry) => readBinding(context, entry, entry.id))),
    ...defined({
      portal: readNumber(into(clause, "portal")),
      url: readString(into(clause, "url")),
      prefix: readString(into(clause, "prefix")),
      tokenVariable: token?.startsWith("env:") ? token.slice("env:".length) : undefined,
    }),
  };
}

function readPerson(clause: Clause): { readonly user?: string; readonly team?: string } {
  return defined({ user: readString(into(clause, "user")), team: readString(into(clause, "team")) });
}

function readBinding(
  context: ResolveContext,
  clause: Clause,
  id: string,
): readonly [string, { readonly kind: string; readonly value: string }][] {
  refer(context, clause, id, { kinds: ["signal"], isMention: true });
  const [binding] = entriesOf(clause);
  const value = binding === undefined ? undefined : readString(binding);
  return binding === undefined || value === undefined ? [] : [[id, { kind: binding.id, value }]];
}
