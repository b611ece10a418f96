import type { Assignment, Handoff, Id } from "../../../contract/index.ts";
import type { Bilingual } from "../../../diagnostics/index.ts";
import type { FidelityNote } from "../../fidelity.ts";
import { conditionFilters } from "../condition-filters.ts";
import { type HubSpotModel, objectOfHandoff } from "../model.ts";
import { assignedRoles } from "./assignment.ts";
import { hasKeeper } from "./has-keeper.ts";
import { nameThem, recipientsOf, roleNames } from "./recipients.ts";

/** What the lines of `assign` are worth. */
export function assignmentNotes(model: HubSpotModel, handoff: Handoff): readonly FidelityNote[] {
  if (handoff.assign.length === 0) return [];
  const clause = `handoffs.${handoff.id}.assign`;
  const roles = assignedRoles(model, handoff);
  const unknown = roles.filter((role) => recipientsOf(model, role) === undefined);
  const known = roles.filter((role) => !unknown.includes(role));
  const isKept = handoff.assign.some(({ kind }) => kind === "keep");
  return [
    ...(known.length === 0 ? [] : [{ clause, level: "approximated", text: given(model, known) } as const]),
    ...(isKept ? [{ clause, level: "approximated", ...kept } as const] : []),
    ...(unknown.length === 0
      ? []
      : [{ clause, level: "manual", text: nobody(model, unknown), howTo: nameThem(model) } as const]),
    ...(handoff.assign.some((line) => isUnseen(model, handoff, line))
      ? [{ clause, level: "manual", ...unseen } as const]
      : []),
  ];
}

/** Whether HubSpot can't see when a line applies. */
function isUnseen(model: HubSpotModel, handoff: Handoff, line: Assignment): boolean {
  const object = objectOfHandoff(model, handoff);
  if (line.kind === "keep") return hasKeeper(object, line.owner) === undefined;
  return line.when !== undefined && conditionFilters(model, object, line.when).kind === "impossible";
}

function given(model: HubSpotModel, roles: readonly Id[]): Bilingual {
  const names = roleNames(model, roles);
  return {
    en: `A workflow gives the record to ${names.en}, in turn where they are several, as HubSpot does from Sales Hub or Service Hub Professional on; it does not know who is absent.`,
    fr: `Un workflow donne la fiche à ${names.fr}, à tour de rôle s'ils sont plusieurs, ce que HubSpot sait faire à partir de Sales Hub ou Service Hub Professional\u00a0; il ne sait pas qui est absent.`,
  };
}

const kept = {
  text: {
    en: "Where the owner that the contract keeps is there, the workflow leaves the record's own as it is: it can't copy one from another record. A list shows the records that have none.",
    fr: "Si le propriétaire que le contrat conserve existe, le workflow laisse celui de la fiche tel quel\u00a0: il ne peut pas le copier d'une autre fiche. Une liste montre les fiches qui n'en ont pas.",
  },
  howTo: {
    en: "In HubSpot's settings of contacts, under Automation, let contacts take their company's owner by default, and change by hand those that were there before.",
    fr: "Dans les paramètres des contacts de HubSpot, sous Automatisation, attribuer par défaut au contact le propriétaire de son entreprise, et changer à la main les contacts déjà là.",
  },
} as const;

function nobody(model: HubSpotModel, roles: readonly Id[]): Bilingual {
  const names = roleNames(model, roles);
  return {
    en: `No record is given to ${names.en}: the environment does not say who that is. A list shows what is to be assigned.`,
    fr: `Aucune fiche n'est donnée à ${names.fr}\u00a0: l'environnement ne dit pas qui c'est. Une liste montre ce qui est à attribuer.`,
  };
}

const unseen = {
  text: {
    en: "A line that HubSpot's filters can't ask for is passed over.",
    fr: "Une ligne que les filtres de HubSpot ne savent pas poser est ignorée.",
  },
  howTo: {
    en: "Change the owner of these records by hand.",
    fr: "Changer le propriétaire de ces fiches à la main.",
  },
} as const;
