import { describe, expect, test } from "vitest";
import { type HubSpotApi, openHubSpotApi } from "../localcrm/conformance/hubspot-api.ts";
import { type RecordingProxy, recordBefore } from "../localcrm/conformance/recording-proxy.ts";
import { lossesIn } from "../localcrm/conformance/sdk-models.ts";
import { exampleText } from "../targets/compile-example.ts";
import { openApiFolder } from "../targets/hubspot-openapi.ts";
import { type FarPortal, openFarPortal } from "./far-portal.ts";
import { edit } from "./run-command.ts";

const folder = openApiFolder();
const title = folder === undefined ? "(HubSpot's API descriptions are not at hand: nothing compared)" : "";
const api: HubSpotApi | undefined = folder === undefined ? undefined : openHubSpotApi(folder);

/** What we call that none of the descriptions at hand is about. */
const undescribed =
  /^(GET \/marketing\/v3\/forms|GET \/events\/|POST \/oauth\/v2\/private-apps\/get\/access-token-info)/;

interface Recorded extends FarPortal {
  readonly proxy: RecordingProxy;
}

const seed = {
  owners: [{ email: "head@example.test", teams: ["SDR France", "Sales France", "Marketing"] }],
  forms: ["Demande de démo", "Nous contacter"],
};

/** An example in a portal as HubSpot's would be, with everything that is said noted. */
async function openRecorded(example: string, version: string): Promise<Recorded> {
  let proxy: RecordingProxy | undefined;
  const portal = await openFarPortal(
    { seed, account: { tier: "enterprise" } },
    {
      text: exampleText(example),
      environment: `apiVersion: ${version}`,
      through: async (url) => {
        proxy = await recordBefore(url);
        return proxy.url;
      },
    },
  );
  if (proxy === undefined) throw new Error("the portal was not reached");
  const { name, group } = { name: "acme_fit", group: "contactinformation" };
  const score = { name, label: "Fit", type: "number", fieldType: "number", groupName: group };
  await portal.call("POST", "/crm/v3/properties/contacts", score);
  return { ...portal, proxy };
}

/** What is changed of each example, so that objects of every kind are written once more. */
const changesOf: Readonly<Record<string, readonly (readonly [before: string, after: string])[]>> = {
  "classic-inbound": [
    ["fr: Pays, en: Country", "fr: Pays du contact, en: Country"],
    ["fr: Nouvelles affaires, en: New business", "fr: Affaires nouvelles, en: New business"],
    ["fr: Découverte, en: Discovery", "fr: À découvrir, en: Discovery"],
    ["field: fit-score, atLeast: 60", "field: fit-score, atLeast: 65"],
    ["in: [FR, BE, LU]", "in: [FR, BE]"],
  ],
  "pme-francaise": [
    ["label: Note prise sur le stand", "label: Note du stand"],
    ["field: activite, in: [industrie, agroalimentaire, logistique]", "field: activite, in: [industrie, logistique]"],
  ],
};

/** Hundreds of objects are written, and checked against large descriptions. */
const patience = { timeout: 180_000 };

/** What was said that is not as HubSpot describes it; each request said once. */
function differencesIn({ exchanges }: RecordingProxy): readonly string[] {
  const found = exchanges.flatMap((exchange) => {
    const differences = api?.compare(exchange);
    if (differences !== undefined || api === undefined) return [...(differences ?? []), ...lossesIn(exchange)];
    const asked = `${exchange.method} ${exchange.path}`;
    return undescribed.test(asked) ? [] : [`${asked} is not described`];
  });
  return [...new Set(found)];
}

describe(`every request of plan and apply, and every answer, against HubSpot's own descriptions ${title}`, () => {
  // Each version of the API with another example: together they take long enough.
  // Without the descriptions one example tells what the SDK's models say.
  test.each([...(folder === undefined ? [] : [["classic-inbound", "v3"]]), ["pme-francaise", "2026-03"]])(
    "%s, applied, changed and applied again at the paths of %s",
    patience,
    async (example = "", version = "") => {
      const portal = await openRecorded(example, version);
      expect(await portal.run("apply", "--yes")).toMatchObject({ code: 0 });
      for (const [before, after] of changesOf[example] ?? []) edit(portal.contract, before, after);
      expect(await portal.run("apply", "--yes")).toMatchObject({ code: 0 });
      expect(await portal.run("plan", "--detailed-exitcode")).toMatchObject({ code: 0 });
      const methods = new Set(portal.proxy.exchanges.map(({ method }) => method));
      expect([...methods].sort()).toEqual(["GET", "PATCH", "POST", "PUT"]);
      expect(differencesIn(portal.proxy)).toEqual([]);
    },
  );
});
