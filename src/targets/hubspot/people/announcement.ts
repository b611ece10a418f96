import type { CrmObject, Handoff } from "../../../contract/index.ts";
import { quote } from "../../../diagnostics/index.ts";
import type { Resource } from "../../resource.ts";
import { onlyIf, type Step } from "../actions.ts";
import { type Clock, clockProperty } from "../clocks/clock.ts";
import { isAnyOf, isKnown } from "../filters.ts";
import { type HubSpotModel, handoffProperty, labelOf, objectOfHandoff, say, textIn } from "../model.ts";
import { clocksFrom } from "../opening-steps.ts";
import { word } from "../words.ts";
import { compileWorkflow, everyOf, writesValue } from "../workflow.ts";
import { receivedStates } from "./assignment-flow.ts";
import { ownerProperty } from "./recipients.ts";
import { recordName, token } from "./record-name.ts";

/** Puts a task before who has just got the record, once its due time is known where a workflow of `clocks` stamps one. */
export function compileAnnouncement(model: HubSpotModel, handoff: Handoff, clocks: readonly Resource[]): Resource {
  const part = (name: string): string => handoffProperty(model, handoff, name);
  const clock = announcedClock(model, handoff, clocks);
  const isSet = clock === undefined ? [] : [isAnyOf(clockProperty(model, clock, "clock"), ["set"])];
  const ready = everyOf([
    isAnyOf(part("state"), receivedStates(handoff)),
    isAnyOf(part("assignment"), ["kept", "assigned", "reassigned"]),
    isKnown(ownerProperty),
    ...isSet,
  ]);
  return compileWorkflow(model, {
    object: objectOfHandoff(model, handoff),
    title: [handoff.id, model.language === "fr" ? "annonce" : "announcement"],
    clause: `handoffs.${handoff.id}.to`,
    purpose: say((language) => {
      const name = quote(textIn(model, handoff.label, language), language);
      return language === "fr"
        ? `Annonce à son nouveau propriétaire une fiche de la transmission ${name}.`
        : `Announces a record of the handoff ${name} to its new owner.`;
    }),
    enrollment: {
      kind: "state",
      filter: ready,
      again: [part("assignment"), ...(clock === undefined ? [] : [clockProperty(model, clock, "clock")])],
      whenLost: "stay",
    },
    sequence: onlyIf(word(model, "assigned"), ready, { steps: [announcement(model, handoff, clock)] }),
  });
}

/** What the receiver owes first: the decision, else a first touch or whatever else is timed. */
function announcedClock(model: HubSpotModel, handoff: Handoff, flows: readonly Resource[]): Clock | undefined {
  const started = clocksFrom(model, handoff, "reception").filter((clock) => {
    const property = clockProperty(model, clock, "clock");
    return clock.id !== "feedback" && flows.some((flow) => writesValue(flow, property, "set"));
  });
  return started.find(({ id }) => id === "decision") ?? started[0];
}

// HubSpot's own association types from a task to the record that it is about.
const taskTo: Partial<Readonly<Record<CrmObject, number>>> = { contact: 204, company: 192, deal: 216, ticket: 230 };

function announcement(model: HubSpotModel, handoff: Handoff, clock: Clock | undefined): Step {
  const object = objectOfHandoff(model, handoff);
  const due = clock === undefined ? undefined : token(clockProperty(model, clock, "due", "at"));
  const asks = handoff.acceptance === "decision" ? "decision" : "work";
  const text = texts[asks][model.language]({
    who: recordName(object),
    what: labelOf(model, handoff.label),
    ...(due === undefined ? {} : { due }),
  });
  const associationTypeId = taskTo[object];
  return associationTypeId === undefined
    ? { kind: "email", to: { kind: "owner" }, ...text }
    : { kind: "task", associationTypeId, ...text };
}

type Announcement = (about: { readonly who: string; readonly what: string; readonly due?: string }) => {
  readonly subject: string;
  readonly body: string;
};

const by = (due: string | undefined, words: string): string => (due === undefined ? "" : `<p>${words} ${due}.</p>`);

const texts: Readonly<Record<"decision" | "work", Readonly<Record<"en" | "fr", Announcement>>>> = {
  decision: {
    en: ({ who, what, due }) => ({
      subject: `Accept or refuse: ${who} – ${what}`,
      body: `${by(due, "Please decide by")}<p>Set the decision on the record; a refusal also takes a reason.</p>`,
    }),
    fr: ({ who, what, due }) => ({
      subject: `Accepter ou refuser\u00a0: ${who} – ${what}`,
      body: `${by(due, "Décision attendue avant le")}<p>Renseigner la décision sur la fiche\u00a0; un refus demande aussi un motif.</p>`,
    }),
  },
  work: {
    en: ({ who, what, due }) => ({
      subject: `New: ${who} – ${what}`,
      body: `${by(due, "To do by")}<p>This record is yours now.</p>`,
    }),
    fr: ({ who, what, due }) => ({
      subject: `Nouveau\u00a0: ${who} – ${what}`,
      body: `${by(due, "À faire avant le")}<p>Cette fiche est désormais la vôtre.</p>`,
    }),
  },
};
