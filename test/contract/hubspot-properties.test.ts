import { expect, test } from "vitest";
import { hubSpotProperties } from "../../src/contract/hubspot-properties.ts";
import { seedProperties } from "../../src/localcrm/portal/seed-properties.ts";

const kinds: Readonly<Record<string, readonly string[]>> = {
  string: ["text"],
  phone_number: ["text"],
  number: ["number", "money"],
  date: ["date", "datetime"],
  datetime: ["date", "datetime"],
  enumeration: ["enum", "enums"],
  bool: ["boolean"],
};

/** Every property that the local CRM starts with, over all objects. */
const seeded = ["0-1", "0-2", "0-3"].flatMap((type) => seedProperties(type).properties);

test.each([...hubSpotProperties])("%s is as the local CRM has it", (name, { holds, isReadOnly }) => {
  const found = seeded.filter((property) => property.name === name);
  expect(found).not.toEqual([]);
  for (const property of found) {
    expect(kinds[property.type]).toEqual(holds);
    expect(property.modificationMetadata.readOnlyValue).toBe(isReadOnly);
  }
});
