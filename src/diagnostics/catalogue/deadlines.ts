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
};
