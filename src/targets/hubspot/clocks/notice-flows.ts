import type { Escalation, Id } from "../../../contract/index.ts";
import { quote } from "../../../diagnostics/index.ts";
import type { FidelityNote } from "../../fidelity.ts";
import type { Resource } from "../../resource.ts";
import type { Compiled } from "../compiled.ts";
import { type HubSpotModel, say, textIn } from "../model.ts";
import { nameThem, type Recipients, recipientsOf, roleNames } from "../people/recipients.ts";
import { deadlineName } from "../words.ts";
import { compileWorkflow } from "../workflow.ts";
import { alertMail } from "./alert-mails.ts";
import { type Clock, clockProperty } from "./clock.ts";

/**
 * Tells the roles that escalations name: one small workflow for each, so that a name which leads nowhere in a portal
 * holds back this message and neither the clock nor the others.
 */
export function compileNotices(model: HubSpotModel, clock: Clock): Compiled {
  const roles = [...new Set(clock.escalate.flatMap(({ notify }) => notify))].filter((role) => role !== "owner");
  const told = roles.flatMap((role) => {
    const to = recipientsOf(model, role);
    return to === undefined ? [] : [{ role, to }];
  });
  const unknown = roles.filter((role) => told.every((one) => one.role !== role));
  return {
    resources: told.map((one) => compileNotice(model, clock, one)),
    notes: [
      ...toldNotes(
        model,
        clock,
        told.map(({ role }) => role),
      ),
      ...unknownNotes(model, clock, unknown),
    ],
  };
}

function compileNotice(
  model: HubSpotModel,
  clock: Clock,
  { role, to }: { readonly role: Id; readonly to: Recipients },
): Resource {
  const values = clock.escalate.flatMap((rung, index) => (rung.notify.includes(role) ? [alertOf(rung, index)] : []));
  return compileWorkflow(model, {
    object: clock.object,
    title: [clock.holder.id, clock.id, `${model.language === "fr" ? "prévenir" : "tell"} ${role}`],
    clause: `${clock.clause}.escalate`,
    purpose: say((language) => {
      const who = roleNames(model, [role])[language];
      const holder = quote(textIn(model, clock.holder.label, language), language);
      const id = quote(deadlineName(clock.id, language), language);
      return language === "fr"
        ? `Prévient ${who} quand l'échéance ${id} de ${holder} est dépassée.`
        : `Tells ${who} when ${id} of ${holder} is overdue.`;
    }),
    enrollment: { kind: "change", property: clockProperty(model, clock, "alert"), values },
    sequence: { steps: [alertMail(model, clock, "overdue", to)] },
  });
}

/** What the alert of a clock says once an escalation has come. */
export const alertOf = ({ after }: Escalation, index: number): string =>
  after === "due" ? "overdue" : `escalated-${index + 1}`;

function toldNotes(model: HubSpotModel, clock: Clock, roles: readonly Id[]): readonly FidelityNote[] {
  if (roles.length === 0) return [];
  const names = roleNames(model, roles);
  const text = {
    en: `When the alert is set on the record, workflows write to ${names.en} by e-mail.`,
    fr: `Quand l'alerte est posée sur la fiche, des workflows écrivent à ${names.fr} par e-mail.`,
  };
  return [{ clause: `${clock.clause}.escalate`, level: "enforced", text }];
}

function unknownNotes(model: HubSpotModel, clock: Clock, roles: readonly Id[]): readonly FidelityNote[] {
  if (roles.length === 0) return [];
  const names = roleNames(model, roles);
  const text = {
    en: `Nobody is written to for ${names.en}: the environment does not say who that is. The list of overdue records shows it.`,
    fr: `Personne ne reçoit d'e-mail pour ${names.fr}\u00a0: l'environnement ne dit pas qui c'est. La liste des fiches en retard le montre.`,
  };
  return [{ clause: `${clock.clause}.escalate`, level: "manual", text, howTo: nameThem(model) }];
}
