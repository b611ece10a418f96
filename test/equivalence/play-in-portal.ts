import type { Stage } from "../../src/contract/index.ts";
import type { LocalPortal } from "../../src/localcrm/index.ts";
import { exitProperty } from "../../src/targets/hubspot/exit-flows.ts";
import { objectOfField, propertyOfField } from "../../src/targets/hubspot/field-properties.ts";
import { type HubSpotModel, handoffProperty, stageProperty, stageValue } from "../../src/targets/hubspot/model.ts";
import { hubSpotObject } from "../../src/targets/hubspot/objects.ts";
import { ownerProperty } from "../../src/targets/hubspot/people/recipients.ts";
import { signalCountProperty, signalProperty } from "../../src/targets/hubspot/signal-properties.ts";
import type { Account } from "./account.ts";
import type { Act } from "./act.ts";
import { ownerIdOf } from "./persons.ts";
import { readPortal } from "./read-portal.ts";
import { type SignalLeaf, signalLeavesOf } from "./signal-leaves.ts";
import type { Subject } from "./subject.ts";

type Values = Readonly<Record<string, string>>;

/** Plays a history into a portal as people and integrations write it, and reads what the record shows at the end. */
export function playInPortal(
  portal: LocalPortal,
  subject: Subject,
  { acts, end }: { readonly acts: readonly Act[]; readonly end: number },
): Account {
  const desk = createDesk(portal, subject);
  for (const { at, write } of [...actWrites(desk, acts), ...recounts(desk, acts)].sort(
    (one, other) => one.at - other.at,
  )) {
    portal.advanceTo(at);
    write();
  }
  portal.advanceTo(end);
  return readPortal(portal, subject.tracks, desk.ids());
}

/** Where acts are written. */
interface Desk {
  readonly portal: LocalPortal;
  readonly subject: Subject;
  readonly model: HubSpotModel;
  readonly scopeName: string;
  /** The record that travels, and the first deal that came of it. */
  readonly ids: () => ReadonlyMap<string, string>;
  readonly countedLeaves: readonly SignalLeaf[];
}

interface Write {
  readonly at: number;
  readonly write: () => void;
}

function createDesk(portal: LocalPortal, subject: Subject): Desk {
  const { model, contract } = subject;
  const names = [hubSpotObject(contract.scope.object).name, "companies", "deals"];
  const counted = signalLeavesOf(contract).filter(({ times }) => times > 1);
  return {
    portal,
    subject,
    model,
    scopeName: names[0] ?? "",
    ids: () =>
      new Map(
        names.flatMap((name) =>
          portal
            .recordIds(name)
            .slice(0, 1)
            .map((id) => [name, id] as const),
        ),
      ),
    countedLeaves: [...new Map(counted.map((leaf) => [signalCountProperty(model, leaf), leaf])).values()],
  };
}

function actWrites(desk: Desk, acts: readonly Act[]): readonly Write[] {
  return acts.map((act) => ({
    at: act.at,
    write: () => (act.kind === "created" ? create(desk, act) : writeAct(desk, act, acts)),
  }));
}

function create(desk: Desk, act: Extract<Act, { kind: "created" }>): void {
  const values = fieldsAtBirth(desk, act);
  const company = desk.portal.createRecord("companies", {
    name: "Acme",
    ...ownedBy(act.keepers?.["company-owner"]),
    ...values["companies"],
  });
  const own = { email: "lead@example.test", lifecyclestage: "subscriber", ...values[desk.scopeName] };
  desk.portal.createRecord(desk.scopeName, own, [{ objectType: "companies", id: company }]);
}

function writeAct(desk: Desk, act: Act, acts: readonly Act[]): void {
  const { portal, model } = desk;
  if (act.kind === "linked") {
    const contact = desk.ids().get(desk.scopeName) ?? "";
    const stage = act.stage === undefined ? {} : { [stageProperty(model, act.object)]: stageValue(model, act.stage) };
    portal.createRecord(hubSpotObject(act.object).name, { dealname: "Acme", ...stage }, [
      { objectType: desk.scopeName, id: contact },
    ]);
    return;
  }
  if (act.kind === "touch") {
    const contact = { objectType: desk.scopeName, id: desk.ids().get(desk.scopeName) ?? "" };
    portal.createRecord(engagements[act.touch] ?? "calls", { hs_timestamp: String(act.at) }, [contact]);
    return;
  }
  for (const [object, values] of Object.entries(valuesOf(desk, act, acts))) {
    const id = desk.ids().get(object);
    if (id !== undefined && Object.keys(values).length > 0) portal.update(object, id, values);
  }
}

const ownedBy = (person: string | undefined): Values =>
  person === undefined ? {} : { [ownerProperty]: ownerIdOf(person) };

/** The engagements that HubSpot counts as a contact. */
const engagements: Readonly<Record<string, string>> = { call: "calls", email: "emails", meeting: "meetings" };

/** Values to write, by HubSpot's name of the object. */
type ValuesByObject = Readonly<Record<string, Values>>;

function fieldsAtBirth(desk: Desk, { fields }: Extract<Act, { kind: "created" }>): ValuesByObject {
  let all: ValuesByObject = {};
  for (const [field, value] of fields ?? []) {
    for (const [object, values] of Object.entries(fieldValue(desk, field, value)))
      all = { ...all, [object]: { ...all[object], ...values } };
  }
  return all;
}

function fieldValue({ subject, model }: Desk, id: string, value: unknown): ValuesByObject {
  const field = subject.contract.fields.get(id);
  if (field === undefined) return {};
  const text = Array.isArray(value) ? value.join(";") : String(value ?? "");
  return { [hubSpotObject(objectOfField(model, field)).name]: { [propertyOfField(model, field)]: text } };
}

/** What a person or an integration writes for an act; nothing where an act leaves no trace in a portal. */
function valuesOf(desk: Desk, act: Act, acts: readonly Act[]): ValuesByObject {
  const { model, scopeName } = desk;
  const handoff = handoffOf(desk, act);
  const own = (...parts: readonly string[]): string =>
    handoff === undefined ? "" : handoffProperty(model, handoff, ...parts);
  switch (act.kind) {
    case "owner":
      return { [scopeName]: ownedBy(act.owner) };
    case "set":
      return fieldValue(desk, act.field, act.value);
    case "signal":
      return {
        [scopeName]: {
          [signalProperty(model, act.signal)]: String(act.at),
          ...counts(desk, act.signal, { acts, at: act.at }),
        },
      };
    case "accepted":
      return handoff === undefined ? {} : { [scopeName]: { [own("decision")]: "accepted" } };
    case "refused":
      return handoff === undefined ? {} : { [scopeName]: refusal(act, own) };
    case "handed-over":
      return handoff?.by === undefined ? {} : { [scopeName]: { [own("hand", "over")]: "yes" } };
    case "repaired":
      return repair(desk, act);
    case "left":
      return exit(desk, act);
    case "moved":
      return move(desk, act);
    default:
      return {};
  }
}

function handoffOf({ subject }: Desk, act: Act) {
  const id = "handoff" in act ? act.handoff : undefined;
  return subject.contract.handoffs.get(id ?? "");
}

function refusal(
  { reason, detail }: Extract<Act, { kind: "refused" }>,
  own: (...parts: readonly string[]) => string,
): Values {
  return {
    [own("decision")]: "refused",
    ...(reason === undefined ? {} : { [own("reason")]: reason }),
    ...(detail === undefined || detail === "" ? {} : { [own("reason", "detail")]: detail }),
  };
}

/** The sender says so on the handoff that was sent back. */
function repair({ subject, model, scopeName }: Desk, { about }: Act): ValuesByObject {
  const handoff = subject.contract.handoffs.get(about ?? "");
  return handoff === undefined ? {} : { [scopeName]: { [handoffProperty(model, handoff, "repair")]: "done" } };
}

/** Only stages with a reason that asks for words have a place for them. */
const hasDetail = ({ contract }: Subject, { exitReasons }: Stage): boolean =>
  exitReasons.some((id) => contract.reasons.get(id)?.needsDetail === true);

function exit(
  { subject, model, scopeName }: Desk,
  { reason, detail, record, about }: Extract<Act, { kind: "left" }>,
): ValuesByObject {
  const object = record === "deal" ? "deals" : scopeName;
  const all = [...subject.contract.stages.values()].filter(({ exitReasons }) => exitReasons.includes(reason));
  const here = all.filter(({ id }) => id === about);
  const stages = here.length > 0 ? here : all;
  const values = stages.map((stage) => ({
    [exitProperty(model, stage, "reason")]: reason,
    ...(detail === undefined || detail === "" || !hasDetail(subject, stage)
      ? {}
      : { [exitProperty(model, stage, "detail")]: detail }),
  }));
  return { [object]: values[0] ?? {} };
}

function move({ model, scopeName, subject }: Desk, { to, record }: Extract<Act, { kind: "moved" }>): ValuesByObject {
  if (record === "deal") return { deals: { [stageProperty(model, "deal")]: stageValue(model, to) } };
  return { [scopeName]: { [stageProperty(model, subject.contract.scope.object)]: stageValue(model, to) } };
}

/** Whoever fills in how often a signal came keeps the count exact, also as its window moves on. */
function counts(
  { subject, model, countedLeaves }: Desk,
  signal: string,
  { acts, at }: { readonly acts: readonly Act[]; readonly at: number },
): Values {
  const moments = acts.flatMap((act) =>
    act.kind === "signal" && act.signal === signal && act.at <= at ? [act.at] : [],
  );
  const leaves = countedLeaves.filter((leaf) => leaf.signal === signal);
  return Object.fromEntries(
    leaves.map(({ withinLast, ...leaf }) => {
      const recent = moments.filter(
        (moment) => withinLast === undefined || subject.terms.after(moment, withinLast) >= at,
      );
      const whole = withinLast === undefined ? leaf : { ...leaf, withinLast };
      return [signalCountProperty(model, whole), String(recent.length)];
    }),
  );
}

function recounts(desk: Desk, acts: readonly Act[]): readonly Write[] {
  const { portal, subject, countedLeaves, scopeName } = desk;
  return acts.flatMap((act) => {
    if (act.kind !== "signal") return [];
    const windows = countedLeaves.flatMap(({ signal, withinLast }) =>
      signal === act.signal && withinLast !== undefined ? [withinLast] : [],
    );
    return windows.map((window): Write => {
      const at = subject.terms.after(act.at, window) + 1;
      return {
        at,
        write: () => portal.update(scopeName, desk.ids().get(scopeName) ?? "", counts(desk, act.signal, { acts, at })),
      };
    });
  });
}
