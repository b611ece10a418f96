import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import {
  edit,
  expectRefusal,
  folderWithContract,
  folderWithExample,
  type Run,
  revpact,
  smallContract,
  start,
} from "./run-command.ts";

const here =
  (folder: string) =>
  (...args: readonly string[]): Promise<Run> =>
    revpact(args, { cwd: folder });

describe("a saved plan", () => {
  const folder = folderWithContract();
  const file = join(folder, "plan.json");
  const run = here(folder);

  test("is named in the next command, and is the plan that was printed", async () => {
    const planned = await run("plan", "--out", "plan.json");
    expect(planned.out).toContain("Next: revpact apply --plan plan.json\n");
    expect(readFileSync(file, "utf8")).toBe((await run("plan", "--format", "json")).out);
  });

  test("is refused once a character of it was edited", async () => {
    const whole = readFileSync(file, "utf8");
    edit(file, '"Need"', '"Want"');
    expectRefusal(await run("apply", "--plan", "plan.json"), 7, ["plan.json is not a plan", "digest-mismatch"]);
    writeFileSync(file, whole.slice(0, whole.length / 2));
    expectRefusal(await run("apply", "plan.json"), 7, ["plan.json is not a plan", "not-json"]);
    writeFileSync(file, whole);
  });

  test("is refused once the contract has changed", async () => {
    edit(join(folder, "contract.yaml"), "en: Need, fr: Besoin", "en: Wish, fr: Souhait");
    expectRefusal(await run("apply", "--plan", "plan.json"), 4, ["the contract has changed", "nothing was written"]);
    edit(join(folder, "contract.yaml"), "en: Wish, fr: Souhait", "en: Need, fr: Besoin");
  });

  test("is refused for another environment", async () => {
    edit(join(folder, "contract.yaml"), "  local: { crm: local }", "  local: { crm: local }\n  other: { crm: local }");
    expectRefusal(await run("apply", "-e", "other", "--plan", "plan.json"), 7, ["for environment local, not other"]);
  });

  test("that is not there is named", async () => {
    expectRefusal(await run("apply", "--plan", "gone.json"), 7, ["gone.json", "ENOENT", "revpact plan --out"]);
  });

  test("is applied without a question, and a second time nothing is written", async () => {
    const applied = await run("apply", "plan.json");
    expect(applied, applied.talk).toMatchObject({ code: 0, talk: "" });
    expect((await run("plan", "--detailed-exitcode")).code).toBe(0);
    const again = await run("apply", "plan.json");
    expect(again, again.talk).toMatchObject({ code: 0, talk: "", out: expect.stringContaining("applied before") });
    expect((await run("apply", "plan.json", "--lang", "fr")).out).toContain("déjà été appliqué\u00a0: rien");
  });

  test("is refused once the CRM was edited, and nothing is written", async () => {
    edit(join(folder, "contract.yaml"), "en: Need, fr: Besoin", "en: Wish, fr: Souhait");
    edit(join(folder, "contract.yaml"), "en: Timing, fr: Échéance", "en: When, fr: Quand");
    expect((await run("plan", "--out", "plan.json")).code).toBe(0);
    const crm = start(["crm", "start"], { cwd: folder });
    const { url, headers } = await openByHand(folder, await crm.says("crm stop"));
    const place = `${url}/crm/v3/properties/contacts`;
    const patch = { method: "PATCH", headers, body: JSON.stringify({ label: "By hand" }) };
    expect((await fetch(`${place}/small_need`, patch)).status).toBe(200);
    expectRefusal(await run("apply", "plan.json"), 4, ["small_need", "nothing was written"]);
    expect(await (await fetch(`${place}/small_timing`, { headers })).json()).toMatchObject({ label: "Timing" });
    const planned = await run("plan");
    expect(planned.out).toMatch(/\(conflict\)\n.*small_need/);
    crm.process.kill("SIGTERM");
    expect((await crm.end).code).toBe(0);
  });

  test("as JSON tells what apply did, on standard output and nothing else", async () => {
    const { out, code, talk } = await run("apply", "--yes", "--format", "json");
    expect({ code, talk }).toEqual({ code: 0, talk: "" });
    const step = { action: "update", status: "done" };
    expect(JSON.parse(out)).toMatchObject({ status: "converged", steps: [step, step], remaining: [] });
  });
});

describe("a protected environment", () => {
  const folder = folderWithContract(smallContract.replace("{ crm: local }", "{ crm: local, protected: true }"));
  const run = here(folder);

  test("takes a plan that was read, and no --yes", async () => {
    expectRefusal(await run("apply", "--yes"), 5, ["environment local is protected", "--out plan.json"]);
    expect(readdirSync(join(folder, ".revpact", "local"))).toEqual(["crm"]);
    expect((await run("plan", "--out", "plan.json")).code).toBe(0);
    expect((await run("apply", "--plan", "plan.json")).code).toBe(0);
  });
});

/** The address and headers with which a person's script would talk to the local CRM. */
async function openByHand(folder: string, said: string) {
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? "";
  const token = readFileSync(join(folder, ".revpact", "local", "crm", "token"), "utf8").trim();
  return { url, headers: { authorization: `Bearer ${token}`, "content-type": "application/json" } };
}

test("a plan of a whole contract has the published shape, with the errors that its notes state", async () => {
  const folder = folderWithExample("classic-inbound");
  expect((await revpact(["plan", "--out", "plan.json"], { cwd: folder })).code).toBe(0);
  const plan = JSON.parse(readFileSync(join(folder, "plan.json"), "utf8"));
  const schema: object = JSON.parse(readFileSync("schemas/plan.v1.schema.json", "utf8"));
  const ajv = new Ajv.default({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  expect(validate(plan), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  expect(plan.manual.some(({ errors = [] }: { errors?: readonly unknown[] }) => errors.length > 0)).toBe(true);
});
