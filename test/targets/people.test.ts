import { describe, expect, test } from "vitest";
import type { Resource } from "../../src/targets/index.ts";
import { exampleText } from "./compile-example.ts";
import { flowText } from "./flow-text.ts";
import { boundIn } from "./named-portal.ts";

const classic = boundIn(exampleText("classic-inbound"), "production");

/** The workflows that speak of people in a way that only a portal can number, or of the record's owner. */
const isAboutPeople = ({ kind, name }: Resource): boolean =>
  kind === "workflow" && / · (prévenir .*|donner à .*|attribution|annonce|refus|réattribution)$/.test(name);

describe("the people of the classic contract in its production portal", () => {
  test("are told, given records and asked for them back by these workflows", async () => {
    const flows = classic.resources.filter(isAboutPeople).map(flowText);
    await expect(flows.join("\n")).toMatchFileSnapshot("../fixtures/targets/classic-inbound.people.txt");
  });

  test("are all found: nothing waits for a name", () => {
    expect([...classic.withheld]).toEqual([]);
    expect(JSON.stringify(classic.resources)).not.toContain("revpact:reference");
  });
});

describe("someone whom the portal does not have", () => {
  const lost = boundIn(exampleText("classic-inbound"), "production", { leftOut: ["head-of-marketing@example.test"] });

  test("holds back the messages to them and nothing else", () => {
    expect([...lost.withheld.keys()]).toEqual([
      "workflow:contacts/acme-inbound · marketing-to-sdr · complete · prévenir head-of-marketing",
      "workflow:contacts/acme-inbound · marketing-to-sdr · decision · prévenir head-of-marketing",
    ]);
    expect(lost.findings.map(({ code, clause }) => [code, clause])).toEqual([
      ["CRM812", "environments.production.people.head-of-marketing"],
    ]);
  });
});
