// Planning the first example against a portal that others have filled: calls beside the fewest possible, and time beside
// the same requests sent bare.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createFolder, inMebibytes, inMilliseconds, inTimes, median, row, runNode } from "./measure.mjs";
import { startCrm, startProxy } from "./plan.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(root, "dist/cli.js");
const most = 40;
const runs = 5;
/** About what a call to HubSpot takes beyond its network. */
const farMs = 150;
/** As the reader sends them. */
const atOnce = 4;

const environment = (url) => `
  bench:
    crm: hubspot
    url: "${url}"
    token: env:BENCH_TOKEN
    people: { sdr: { team: SDR France }, head-of-sales: { user: head@example.test } }
    signals: { demo-request: { form: Demande de démo }, any-form: { form: any } }
`;

const seed = {
  owners: [
    { email: "head@example.test", teams: ["Direction"] },
    { email: "sdr@example.test", teams: ["SDR France"] },
  ],
  forms: ["Demande de démo", "Newsletter"],
};

/** 1,500 properties, 20 pipelines, 200 lists and 300 workflows that are none of ours. */
async function crowd(call) {
  const groups = { contacts: "contactinformation", companies: "companyinformation", deals: "dealinformation" };
  for (const [object, groupName] of Object.entries(groups)) {
    for (let start = 0; start < 500; start += 100) {
      const inputs = numbers(100).map((index) => ({
        ...{ name: `other_${start + index}`, label: `Other ${start + index}`, groupName },
        ...{ type: "string", fieldType: "text" },
      }));
      await call("POST", `/crm/v3/properties/${object}/batch/create`, { inputs });
    }
  }
  for (const index of numbers(20)) {
    const stages = [{ label: "New", displayOrder: 0, metadata: { probability: "0.2" }, stageId: `other_${index}` }];
    await call("POST", "/crm/v3/pipelines/deals", { label: `Other ${index}`, displayOrder: index + 1, stages });
  }
  const list = { objectTypeId: "0-1", processingType: "MANUAL" };
  for (const index of numbers(200)) await call("POST", "/crm/v3/lists", { name: `Other ${index}`, ...list });
  const flow = { type: "PLATFORM_FLOW", objectTypeId: "0-3", flowType: "WORKFLOW", isEnabled: false, actions: [] };
  for (const index of numbers(300)) await call("POST", "/automation/v4/flows", { name: `Other ${index}`, ...flow });
}

/**
 * The fewest calls that tell all of this: the account, the token's scopes, the room for properties; owners, which tell
 * teams too, and forms; live and archived properties and groups of each object; pipelines of each object; lists by five
 * hundred and workflows by a hundred; and ours among these, in batches of a hundred.
 */
function lowerBound(resources, isApplied) {
  const of = (kind) => resources.filter((one) => one.kind === kind);
  const objects = (kind) => new Set(of(kind).map(({ object }) => object)).size;
  const [lists, flows] = [of("list").length, of("workflow").length];
  const ours = isApplied ? Math.ceil(lists / 100) + Math.ceil(flows / 100) : 0;
  const pages = Math.ceil((200 + (isApplied ? lists : 0)) / 500) + Math.ceil((300 + (isApplied ? flows : 0)) / 100);
  // One more object has a property that is only adopted: whether it is there tells the listing of the live ones.
  return 3 + 2 + 1 + 2 * objects("property") + objects("property-group") + objects("pipeline") + pages + ours;
}

export async function benchCrowdedPortal() {
  console.log("planning against 1,500 properties, 20 pipelines, 200 lists and 300 workflows of others");
  row("", "calls", "fewest", "allowed", "time", "bare", "x bare", "memory");
  const { folder, remove } = createFolder();
  let target = "";
  const proxy = await startProxy(() => target);
  writeFileSync(join(folder, "seed.json"), JSON.stringify(seed));
  const example = readFileSync(join(root, "examples/classic-inbound/contract.yaml"), "utf8");
  writeFileSync(join(folder, "contract.yaml"), `${example.trimEnd()}${environment(proxy.url)}`);
  const crm = await startCrm(folder, ["--tier", "enterprise", "--seed", join(folder, "seed.json")]);
  target = crm.url;
  const token = readFileSync(join(folder, ".revpact/local/crm/token"), "utf8").trim();
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const send = async ({ method, url, body }) => {
    const text = body.length === 0 ? {} : { body };
    await (await fetch(`${proxy.url}${url}`, { method, headers, ...text })).arrayBuffer();
  };
  const call = async (method, path, body) => {
    const answer = await fetch(`${target}${path}`, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  };
  try {
    await crowd(call);
    // What the contract adopts must be there.
    const score = {
      name: "acme_fit",
      label: "Fit",
      type: "number",
      fieldType: "number",
      groupName: "contactinformation",
    };
    await call("POST", "/crm/v3/properties/contacts", score);
    const resources = await measure("first plan", () => false);
    proxy.delayBy(farMs);
    await measure(`first plan, ${farMs} ms away`, () => false);
    proxy.delayBy(0);
    const env = { BENCH_TOKEN: token };
    await runNode([cli, "apply", folder, "-e", "bench", "--yes"], { env });
    await measure("plan after apply, nothing to do", () => resources);
    proxy.delayBy(farMs);
    await measure(`the same, ${farMs} ms away`, () => resources);
  } finally {
    await crm.stop();
    proxy.stop();
    remove();
  }

  async function measure(name, applied) {
    const [times, bare] = [[], []];
    let taken = { calls: 0, mebibytes: 0, steps: [] };
    for (let run = 0; run < runs; run += 1) {
      proxy.take();
      proxy.takeWhole();
      const out = join(folder, "plan.json");
      const planned = await runNode([cli, "plan", folder, "-e", "bench", "--out", out], {
        env: { BENCH_TOKEN: token },
      });
      const { steps } = JSON.parse(readFileSync(out, "utf8"));
      taken = { calls: proxy.take().length, mebibytes: planned.mebibytes, steps };
      times.push(planned.milliseconds);
      const requests = proxy.takeWhole();
      const start = performance.now();
      await inTurns(requests, send);
      bare.push(performance.now() - start);
    }
    const known = applied();
    const resources = known === false ? taken.steps : known;
    const [time, alone] = [median(times), median(bare)];
    const figures = [taken.calls, lowerBound(resources, known !== false), most, inMilliseconds(time)];
    row(name, ...figures, inMilliseconds(alone), inTimes(time / alone), inMebibytes(taken.mebibytes));
    return resources;
  }
}

async function inTurns(items, work) {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(numbers(atOnce).map(worker));
}

const numbers = (count) => Array.from({ length: count }, (_, index) => index);
