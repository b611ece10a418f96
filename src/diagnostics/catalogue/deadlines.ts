import { describeElapsed } from "../elapsed.ts";
import { quote } from "../language.ts";
import { row } from "./row.ts";

/** The codes of the family SLA: names, weights and messages. */
export const deadlineRows = {
  SLA501: row<{ handoff: string; deadline: string; priority: string }>({
    name: "missing-deadline",
    severity: "error",
    message: {
      en: ({ handoff, deadline, priority }) => {
        if (priority !== "") return `${quote(deadline, "en")} says no time for the priority ${quote(priority, "en")}`;
        return deadline === ""
          ? `${quote(handoff, "en")} has no deadline for the receiver's decision`
          : `The deadline ${quote(deadline, "en")} says no time`;
      },
      fr: ({ handoff, deadline, priority }) => {
        if (priority !== "")
          return `${quote(deadline, "fr")} ne donne pas de durée pour la priorité ${quote(priority, "fr")}`;
        return deadline === ""
          ? `${quote(handoff, "fr")} ne fixe pas de délai de décision`
          : `Le délai ${quote(deadline, "fr")} ne donne pas de durée`;
      },
    },
    help: {
      en: ({ priority }) =>
        priority === ""
          ? "add within: 4 business hours, or what both sides can hold"
          : `add ${priority}: with its duration`,
      fr: ({ priority }) =>
        priority === ""
          ? "ajouter within: 4 business hours, ou ce que les deux parties peuvent tenir"
          : `ajouter ${priority}: avec sa durée`,
    },
    why: {
      en: "a lead without a deadline is treated when somebody thinks of it",
      fr: "un lead sans délai est traité quand quelqu'un y pense",
    },
  }),
  SLA504: row<{ deadline: string }>({
    name: "missing-calendar",
    severity: "error",
    message: {
      en: ({ deadline }) => `${quote(deadline, "en")} counts business time, but no calendar says when you are open`,
      fr: ({ deadline }) =>
        `${quote(deadline, "fr")} compte du temps ouvré, mais aucun calendrier ne dit quand vous êtes ouverts`,
    },
    help: {
      en: () => "define one under calendars and name it in calendar",
      fr: () => "en définir un sous calendars et le nommer dans calendar",
    },
    why: {
      en: "nobody could say whether a lead was treated in time",
      fr: "personne ne pourrait dire si un lead a été traité à temps",
    },
  }),
  SLA505: row<{
    kind: "deadline" | "expiry" | "acceptance";
    reason: string;
    needs: string;
    limit: string;
    within: string;
  }>({
    name: "chain-exceeds-promise",
    severity: "error",
    message: {
      en: ({ kind, reason, needs, limit, within }) => {
        if (kind === "acceptance")
          return `${quote(reason, "en")} needs ${needs}, but in ${quote(limit, "en")} the first touch accepts the record`;
        return kind === "expiry"
          ? `${quote(reason, "en")} takes at least ${needs}, but ${quote(limit, "en")} expires after ${within}`
          : `${quote(reason, "en")} takes at least ${needs}, but ${quote(limit, "en")} is due after ${within}`;
      },
      fr: ({ kind, reason, needs, limit, within }) => {
        if (kind === "acceptance")
          return `${quote(reason, "fr")} exige ${quote(needs, "fr")}, mais dans ${quote(limit, "fr")} la première prise de contact vaut acceptation`;
        return kind === "expiry"
          ? `${quote(reason, "fr")} demande au moins ${quote(needs, "fr")}, mais ${quote(limit, "fr")} expire après ${quote(within, "fr")}`
          : `${quote(reason, "fr")} demande au moins ${quote(needs, "fr")}, mais ${quote(limit, "fr")} échoit après ${quote(within, "fr")}`;
      },
    },
    help: {
      en: ({ kind, reason }) =>
        kind === "acceptance"
          ? `offer "${reason}" in the stage that follows, where the work is done`
          : `give more time, ask for less in onlyAfter, or offer "${reason}" only where there is time for it`,
      fr: ({ kind, reason }) =>
        kind === "acceptance"
          ? `proposer «\u00a0${reason}\u00a0» dans l'étape suivante, où le travail se fait`
          : `donner plus de temps, demander moins dans onlyAfter, ou ne proposer «\u00a0${reason}\u00a0» que là où le temps suffit`,
    },
    why: {
      en: "whoever gives this reason either is late or has not done what it claims",
      fr: "celui qui donne ce motif est en retard, ou n'a pas fait ce que le motif affirme",
    },
  }),
  SLA506: row<{
    deadline: string;
    within: string;
    priority: string;
    openMinutes: number;
    closedMinutes: number;
    limit: string;
  }>({
    name: "worst-case",
    severity: "info",
    message: {
      en: ({ deadline, within, openMinutes, closedMinutes, limit }) => {
        const longest = describeElapsed(openMinutes || closedMinutes, "en");
        if (limit !== "")
          return `${quote(deadline, "en")}: ${within} can last ${longest}, more than the longest acceptable wait (${limit})`;
        const closed = openMinutes > 0 && closedMinutes > openMinutes ? describeElapsed(closedMinutes, "en") : "";
        const forClosed = closed === "" ? "" : `, and ${closed} for a lead that comes while you are closed`;
        return `${quote(deadline, "en")}: ${within} can last ${longest}${forClosed}`;
      },
      fr: ({ deadline, within, openMinutes, closedMinutes, limit }) => {
        const longest = describeElapsed(openMinutes || closedMinutes, "fr");
        const start = `${quote(deadline, "fr")}\u00a0: ${quote(within, "fr")} peut durer ${longest}`;
        if (limit !== "") return `${start}, plus que l'attente maximale admise (${limit})`;
        const closed = openMinutes > 0 && closedMinutes > openMinutes ? describeElapsed(closedMinutes, "fr") : "";
        return closed === "" ? start : `${start}, et ${closed} pour un lead qui arrive quand vous êtes fermés`;
      },
    },
    help: {
      en: ({ limit }) =>
        limit === ""
          ? "tell both sides, or shorten the time, open an hour of duty on that date, or agree on governance.worstWait"
          : "shorten the time, open an hour of duty on that date, or agree on a longer worstWait",
      fr: ({ limit }) =>
        limit === ""
          ? "le dire aux deux parties, ou raccourcir la durée, tenir une permanence à cette date, ou convenir de governance.worstWait"
          : "raccourcir la durée, tenir une permanence à cette date, ou convenir d'un worstWait plus long",
    },
    why: {
      en: "business time hides weekends and closures: a lead lives in calendar time and buys elsewhere meanwhile",
      fr: "le temps ouvré cache les week-ends et les fermetures\u00a0: le lead, lui, vit en temps calendaire et achète ailleurs entre-temps",
    },
  }),
  SLA507: row<{ calendar: string; year: number; last: string; country: string }>({
    name: "holidays-expired",
    severity: "warning",
    message: {
      en: ({ calendar, year, last }) =>
        `${quote(calendar, "en")} lists no holidays for ${year}; the last one is ${last}`,
      fr: ({ calendar, year, last }) =>
        `${quote(calendar, "fr")} n'inscrit aucun jour férié pour ${year}\u202f; le dernier est le ${last}`,
    },
    help: {
      en: ({ year, country }) =>
        `revpact calendar add ${country || "COUNTRY"} --years ${year}, or write the dates into holidays`,
      fr: ({ year, country }) =>
        `revpact calendar add ${country || "PAYS"} --years ${year}, ou inscrire les dates dans holidays`,
    },
    why: {
      en: "deadlines would run on days when nobody works, and people would be late without knowing it",
      fr: "des délais courraient des jours où personne ne travaille, et l'on serait en retard sans le savoir",
    },
  }),
  SLA508: row<{ kind: "owner-only" | "reminders-only" | "sender-only" | "nobody"; deadline: string }>({
    name: "missing-escalation",
    severity: "warning",
    message: {
      en: ({ kind, deadline }) => {
        const silences = {
          "owner-only": `${quote(deadline, "en")} escalates to nobody but the owner, who is late already`,
          "reminders-only": `${quote(deadline, "en")} reminds before it is due and tells nobody afterwards`,
          "sender-only": `${quote(deadline, "en")} tells nobody when the receiver is late, though the sender's lateness is told`,
          nobody: "No deadline of this contract tells anybody when it is missed",
        };
        return silences[kind];
      },
      fr: ({ kind, deadline }) => {
        const silences = {
          "owner-only": `${quote(deadline, "fr")} n'alerte que le responsable du lead, déjà en retard`,
          "reminders-only": `${quote(deadline, "fr")} rappelle avant l'échéance et n'alerte personne ensuite`,
          "sender-only": `${quote(deadline, "fr")} n'alerte personne quand celui qui reçoit est en retard, alors que le retard de l'émetteur est signalé`,
          nobody: "Aucun délai de ce contrat n'alerte qui que ce soit quand il est dépassé",
        };
        return silences[kind];
      },
    },
    help: {
      en: () => "add escalate: [{ after: due, notify: [...] }] with a role that can act",
      fr: () => "ajouter escalate: [{ after: due, notify: [...] }] avec un rôle qui peut agir",
    },
    why: {
      en: "a lead whose deadline passes unheard stays where it lies",
      fr: "un lead dont l'échéance passe sans bruit reste où il est",
    },
  }),
  SLA509: row<{
    kind: "always" | "sometimes" | "repeated" | "reminder";
    deadline: string;
    step: string;
    above: string;
  }>({
    name: "escalation-order",
    severity: "error",
    message: {
      en: ({ kind, deadline, step, above }) => {
        const disorders = {
          always: `${quote(deadline, "en")}: the step after ${quote(step, "en")} comes before the one above it, after ${quote(above, "en")}`,
          sometimes: `${quote(deadline, "en")}: on some dates the step after ${quote(step, "en")} comes before the one above it, after ${quote(above, "en")}`,
          repeated: `${quote(deadline, "en")}: the step after ${quote(step, "en")} is there twice`,
          reminder: `${quote(deadline, "en")}: a reminder at ${step} comes when the time is over`,
        };
        return disorders[kind];
      },
      fr: ({ kind, deadline, step, above }) => {
        const name = `${quote(deadline, "fr")}\u00a0: `;
        const disorders = {
          always: `${name}l'alerte prévue après ${quote(step, "fr")} vient avant celle du dessus, prévue après ${quote(above, "fr")}`,
          sometimes: `${name}à certaines dates, l'alerte prévue après ${quote(step, "fr")} vient avant celle du dessus, prévue après ${quote(above, "fr")}`,
          repeated: `${name}l'alerte prévue après ${quote(step, "fr")} figure deux fois`,
          reminder: `${name}un rappel à ${step.replace("%", "\u00a0%")} vient quand le temps est écoulé`,
        };
        return disorders[kind];
      },
    },
    help: {
      en: ({ kind }) => {
        if (kind === "reminder")
          return "remind earlier, at 80% say; what happens at the due time is escalate: [{ after: due }]";
        return kind === "repeated" ? "keep one of them" : "write the steps in the order of time, in one kind of time";
      },
      fr: ({ kind }) => {
        if (kind === "reminder")
          return "rappeler plus tôt, à 80% par exemple\u202f; ce qui se passe à l'échéance est escalate: [{ after: due }]";
        return kind === "repeated"
          ? "n'en garder qu'une"
          : "écrire les alertes dans l'ordre du temps, dans une seule sorte de temps";
      },
    },
    why: {
      en: "the head would hear of it before those who could still put it right",
      fr: "la direction l'apprendrait avant ceux qui peuvent encore y remédier",
    },
  }),
  SLA510: row<{ one: string; other: string; together: "handoff" | "escalation" | "backup" }>({
    name: "disjoint-calendars",
    severity: "warning",
    message: {
      en: ({ one, other, together }) => {
        const never = "but their calendars share no open hour in the year";
        const reasons = {
          handoff: `${quote(one, "en")} hands over to ${quote(other, "en")}, ${never}`,
          escalation: `${quote(other, "en")} is alerted when ${quote(one, "en")} is late, ${never}`,
          backup: `${quote(other, "en")} stands in for ${quote(one, "en")}, ${never}`,
        };
        return reasons[together];
      },
      fr: ({ one, other, together }) => {
        const never = "mais leurs calendriers n'ont aucune heure ouverte commune dans l'année";
        const reasons = {
          handoff: `${quote(one, "fr")} transmet à ${quote(other, "fr")}, ${never}`,
          escalation: `${quote(other, "fr")} est alerté quand ${quote(one, "fr")} est en retard, ${never}`,
          backup: `${quote(other, "fr")} remplace ${quote(one, "fr")}, ${never}`,
        };
        return reasons[together];
      },
    },
    help: {
      en: () => "give one of them an hour in common, or another role between the two",
      fr: () => "donner à l'un des deux une heure commune, ou placer un autre rôle entre eux",
    },
    why: {
      en: "what one asks, the other answers a day later, and the lead waits for both",
      fr: "ce que l'un demande, l'autre n'y répond que le lendemain, et le lead attend les deux",
    },
  }),
  SLA511: row<{
    role: string;
    records: number;
    period: string;
    people: number;
    positions: number;
    capacity: number;
  }>({
    name: "capacity-exceeded",
    severity: "warning",
    message: {
      en: ({ role, records, period, people, positions, capacity }) =>
        `${records} leads in ${period} need ${people} people at ${capacity} a day each, but ${quote(role, "en")} is ${positions === 1 ? "one position" : `${positions} positions`}`,
      fr: ({ role, records, period, people, positions, capacity }) =>
        `${records} leads en ${period} demandent ${people} personnes à ${capacity} par jour chacune, mais ${quote(role, "fr")} représente ${positions === 1 ? "un poste" : `${positions} postes`}`,
    },
    help: {
      en: ({ role }) =>
        `promise fewer leads, raise the capacity, list the members of "${role}", or name its team in an environment`,
      fr: ({ role }) =>
        `promettre moins de leads, relever la capacité, énumérer les membres de «\u00a0${role}\u00a0», ou nommer son équipe dans un environnement`,
    },
    why: {
      en: "a deadline that there are not the people for is missed from the first week on",
      fr: "un délai pour lequel il n'y a pas assez de monde est manqué dès la première semaine",
    },
  }),
  SLA512: row<{ deadline: string; by: "machine" | "field" | "click" }>({
    name: "gameable-clock",
    severity: "warning",
    message: {
      en: ({ deadline, by }) => {
        const stoppers = {
          machine: `${quote(deadline, "en")} stops as it starts: the handoff is accepted automatically`,
          field: `${quote(deadline, "en")} stops when fields are filled that only machines fill`,
          click: `${quote(deadline, "en")} promises speed and stops with a click: no touch and no result is asked for beside it`,
        };
        return stoppers[by];
      },
      fr: ({ deadline, by }) => {
        const stoppers = {
          machine: `${quote(deadline, "fr")} s'arrête aussitôt parti\u00a0: la transmission est acceptée automatiquement`,
          field: `${quote(deadline, "fr")} s'arrête quand sont remplis des champs que seules des machines remplissent`,
          click: `${quote(deadline, "fr")} promet de la vitesse et s'arrête d'un clic\u00a0: ni prise de contact ni résultat n'est demandé à côté`,
        };
        return stoppers[by];
      },
    },
    help: {
      en: ({ by }) =>
        by === "click"
          ? "add a first-touch deadline, or a commitment on worked, acceptance or converted"
          : "let it stop with what a person does: first-touch, touched, or a field that a role fills",
      fr: ({ by }) =>
        by === "click"
          ? "ajouter un délai first-touch, ou un engagement sur worked, acceptance ou converted"
          : "l'arrêter par ce que fait une personne\u00a0: first-touch, touched, ou un champ que remplit un rôle",
    },
    why: {
      en: "the figure would be excellent and the leads untouched",
      fr: "le chiffre serait excellent, et les leads sans contact",
    },
  }),
};
