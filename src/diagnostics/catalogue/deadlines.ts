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
};
