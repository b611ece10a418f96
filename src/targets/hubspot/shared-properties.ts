import type { CrmObject } from "../../contract/index.ts";
import type { Resource } from "../resource.ts";
import { clocksOf } from "./clocks/clocks-of.ts";
import { type HubSpotModel, objectOfHandoff, objectOfStage, ours, stagesOn } from "./model.ts";
import { compileProperty } from "./property.ts";
import { lastReasonProperty } from "./reason-moves.ts";
import { word } from "./words.ts";

/** Properties that several clauses write: the contract's version, and the tick by which clocks wait for opening hours. */
export function compileSharedProperties(model: HubSpotModel): readonly Resource[] {
  const { contract } = model;
  const handoffs = [...contract.handoffs.values()];
  const travelling: readonly CrmObject[] =
    stagesOn(model, contract.scope.object).length > 0 ? [contract.scope.object] : [];
  const versioned = unique([...travelling, ...handoffs.map((handoff) => objectOfHandoff(model, handoff))]);
  const clocked = unique(clocksOf(model).map(({ object }) => object));
  const moved = unique(
    [...contract.stages.values()]
      .filter(({ exitReasons, expires }) => exitReasons.length > 0 || expires !== undefined)
      .map((stage) => objectOfStage(model, stage)),
  );
  return [
    ...unique([...versioned, ...moved]).map((object) => lastReason(model, object)),
    ...versioned.map((object) =>
      compileProperty(model, {
        object,
        name: ours(model, "contract", "version"),
        label: word(model, "contractVersion"),
        clause: "version",
        purpose: {
          en: "The version of the contract under which the record last moved.",
          fr: "Version du contrat sous laquelle la fiche a bougé en dernier.",
        },
        shape: { kind: "text" },
      }),
    ),
    ...clocked.map((object) =>
      compileProperty(model, {
        object,
        name: ours(model, "clock", "tick"),
        label: word(model, "clockTick"),
        clause: "calendars",
        purpose: {
          en: "Written by clocks to wait for opening hours; nothing reads it.",
          fr: "Écrite par les horloges pour attendre l'ouverture\u00a0; rien ne la lit.",
        },
        shape: { kind: "datetime" },
      }),
    ),
  ];
}

function lastReason(model: HubSpotModel, object: CrmObject): Resource {
  return compileProperty(model, {
    object,
    name: lastReasonProperty(model),
    label: word(model, "lastReason"),
    clause: "reasons",
    purpose: {
      en: "The id of the reason for which the record last moved.",
      fr: "Identifiant du motif du dernier déplacement de la fiche.",
    },
    shape: { kind: "text" },
  });
}

const unique = (objects: readonly CrmObject[]): readonly CrmObject[] => [...new Set(objects)];
