import type { Store } from "../store/store.ts";
import { objectTypes } from "./object-types.ts";
import { seedPeople } from "./seed-people.ts";
import { seedProperties } from "./seed-properties.ts";
import { seedPipelines } from "./seed-stages.ts";
import { keepPipeline } from "./stage-dates.ts";

const groupLabels: ReadonlyMap<string, string> = new Map([
  ["contactinformation", "Contact information"],
  ["companyinformation", "Company information"],
  ["dealinformation", "Deal information"],
  ["ticketinformation", "Ticket information"],
  ["lead_information", "Lead information"],
  ["task", "Task information"],
  ["engagement", "Engagement information"],
]);

/** Fills an empty portal with what every HubSpot portal starts with; the same content each time. */
export function seedPortal(store: Store): void {
  store.put("account", "", "account", {
    portalId: 19000001,
    accountType: "DEVELOPER_TEST",
    timeZone: "Europe/Paris",
    companyCurrency: "EUR",
    uiDomain: "app.hubspot.com",
    dataHostingLocation: "eu1",
    tier: "professional",
  });
  seedPeople(store, {});
  for (const { id } of objectTypes) {
    const { group, properties } = seedProperties(id);
    store.put("groups", id, group, {
      name: group,
      label: groupLabels.get(group) ?? group,
      displayOrder: 0,
      archived: false,
    });
    for (const property of properties) store.put("properties", id, property.name, property);
  }
  for (const [objectTypeId, pipeline] of seedPipelines) keepPipeline(store, objectTypeId, pipeline);
}
