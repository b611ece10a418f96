import type { Step } from "../actions.ts";
import { type HubSpotModel, labelOf } from "../model.ts";
import type { Recipients } from "../people/recipients.ts";
import { recordName, token } from "../people/record-name.ts";
import { deadlineName } from "../words.ts";
import { type Clock, clockProperty } from "./clock.ts";

/** Writes to somebody that a deadline comes near, or that it has passed. */
export function alertMail(model: HubSpotModel, clock: Clock, about: "reminder" | "overdue", to: Recipients): Step {
  const what = `${labelOf(model, clock.holder.label)} · ${deadlineName(clock.id, model.language)}`;
  const due = token(clockProperty(model, clock, "due", "at"));
  const { subject, body } = mails[about][model.language]({ what, who: recordName(clock.object), due });
  return { kind: "email", to, subject, body: `<p>${body}</p>` };
}

type Mail = (about: { readonly what: string; readonly who: string; readonly due: string }) => {
  readonly subject: string;
  readonly body: string;
};

const mails: Readonly<Record<"reminder" | "overdue", Readonly<Record<"en" | "fr", Mail>>>> = {
  reminder: {
    en: ({ what, who, due }) => ({ subject: `Reminder: ${who} – ${what}`, body: `${what}: due by ${due}.` }),
    fr: ({ what, who, due }) => ({
      subject: `Rappel\u00a0: ${who} – ${what}`,
      body: `${what}\u00a0: à faire avant le ${due}.`,
    }),
  },
  overdue: {
    en: ({ what, who, due }) => ({ subject: `Overdue: ${who} – ${what}`, body: `${what}: this was due by ${due}.` }),
    fr: ({ what, who, due }) => ({
      subject: `Délai dépassé\u00a0: ${who} – ${what}`,
      body: `${what}\u00a0: c'était à faire avant le ${due}.`,
    }),
  },
};
