// Planning and applying nearly a thousand properties (as many as HubSpot takes) over real HTTP: calls beside the fewest possible, time and memory.
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createFolder, inMebibytes, inMilliseconds, row, runNode } from "./measure.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(root, "dist/cli.js");

/** A small contract with this many fields; the environment `bench` reaches the local CRM through the counting proxy. */
function contract(fields, url) {
  const names = Array.from({ length: fields }, (_, index) => `field-${index}`);
  return `revpact: 1
name: bench
version: 1.0.0
title: Bench
effective: 2027-01-04
languages: [en]
parties: { marketing: { label: Marketing }, sales: { label: Sales } }
roles: { marketer: { label: Marketer, party: marketing }, seller: { label: Seller, party: sales } }
calendars: { office: { timezone: Europe/Paris, hours: { mon-fri: ["09:00-17:00"] } } }
fields:
${names.map((name) => `  ${name}: { type: number, label: Field ${name}, filledBy: form }`).join("\n")}
scope: { object: contact }
stages:
  lead: { label: Lead, definition: A lead., owner: marketer, from: new, criteria: { field: field-0, atLeast: 1 } }
  sal: { label: SAL, definition: Accepted., owner: seller, expires: { after: 30 business days, reason: gone } }
  ended: { label: Ended, definition: Ended., owner: marketer, closed: lost }
reasons: { gone: { label: Gone, moveTo: ended } }
handoffs:
  to-sales:
    from: lead
    to: sal
    helpful: [${names.join(", ")}]
    deadlines: { decision: { within: 4 business hours } }
    feedback: { reasons: [gone], to: [marketing] }
    responsibilities: { accountable: seller }
commitments:
  volume: { by: marketing, to: sales, measure: { entered: lead }, atLeast: 10, per: month }
  speed: { by: sales, to: marketing, measure: { onTime: to-sales.decision }, atLeast: 90%, per: month }
environments:
  local: { crm: local }
  bench: { crm: hubspot, url: "${url}", token: env:BENCH_TOKEN }
`;
}

/** Forwards everything to the local CRM and counts it by kind. */
export async function startProxy(target) {
  const calls = [];
  const whole = [];
  let delay = 0;
  const keep = (incoming) => {
    const chunks = [];
    incoming.on("data", (chunk) => chunks.push(chunk));
    incoming.on("end", () => whole.push({ method: incoming.method, url: incoming.url, body: Buffer.concat(chunks) }));
  };
  const server = createServer((incoming, outgoing) => {
    calls.push(`${incoming.method} ${incoming.url.split("?")[0]}`);
    keep(incoming);
    const forwarded = request(
      `${target()}${incoming.url}`,
      { method: incoming.method, headers: { ...incoming.headers, host: new URL(target()).host } },
      (answer) =>
        setTimeout(() => {
          outgoing.writeHead(answer.statusCode, answer.headers);
          answer.pipe(outgoing);
        }, delay),
    );
    forwarded.on("error", () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    take: () => calls.splice(0),
    /** Milliseconds that each answer takes longer from now on. */
    delayBy: (milliseconds) => {
      delay = milliseconds;
    },
    /** The requests themselves, to send them again. */
    takeWhole: () => whole.splice(0),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** `revpact crm start` in the background; resolves with its address once it serves. */
export async function startCrm(folder, args = []) {
  const child = spawn(process.execPath, [cli, "crm", "start", folder, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const url = await new Promise((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk;
      const found = /at (http:\S+)/.exec(said);
      if (found !== null) resolve(found[1]);
    });
    child.on("close", () => reject(new Error(said)));
  });
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        child.on("close", resolve);
        child.kill("SIGTERM");
      }),
  };
}

/** The fewest calls that can tell what the portal holds, and that can make what is missing. */
function lowerBounds(plan, flowsInPortal) {
  const count = (kind) => plan.steps.filter((step) => step.kind === kind && step.action === "create").length;
  const objects = new Set(
    plan.steps.filter((step) => step.kind === "property" || step.kind === "property-group").map((step) => step.object),
  );
  const flows = count("workflow");
  return {
    // account, 3 per object type, one search of lists, pages of workflows, and what is ours in batches of 100
    planReads:
      1 +
      3 * objects.size +
      (count("list") > 0 ? 1 : 0) +
      count("pipeline") +
      Math.max(1, Math.ceil(flowsInPortal / 100)),
    writes: count("property-group") + Math.ceil(count("property") / 100) + count("pipeline") + count("list") + flows,
  };
}

const isWrite = (call) => !call.startsWith("GET") && !/batch\/read|\/search$/.test(call);

export async function benchPlan() {
  console.log("plan and apply over real HTTP: calls beside the fewest possible");
  row("", "calls", "fewest", "time", "memory");
  for (const fields of [60, 460, 960]) {
    const { folder, remove } = createFolder();
    let target = "";
    const proxy = await startProxy(() => target);
    writeFileSync(join(folder, "contract.yaml"), contract(fields, proxy.url));
    const crm = await startCrm(folder);
    target = crm.url;
    const env = { BENCH_TOKEN: readFileSync(join(folder, ".revpact/local/crm/token"), "utf8").trim() };
    try {
      const planned = await runNode([cli, "plan", folder, "-e", "bench", "--out", join(folder, "plan.json")], { env });
      const plan = JSON.parse(readFileSync(join(folder, "plan.json"), "utf8"));
      const properties = plan.steps.filter((step) => step.kind === "property").length;
      const bounds = lowerBounds(plan, 0);
      row(
        `${properties} properties: plan`,
        proxy.take().length,
        bounds.planReads,
        inMilliseconds(planned.milliseconds),
        inMebibytes(planned.mebibytes),
      );
      const applied = await runNode([cli, "apply", folder, "-e", "bench", "--plan", join(folder, "plan.json")], {
        env,
      });
      const calls = proxy.take();
      row(
        `${properties} properties: apply, writes`,
        calls.filter(isWrite).length,
        bounds.writes,
        inMilliseconds(applied.milliseconds),
        inMebibytes(applied.mebibytes),
      );
      row(
        `${properties} properties: batch creates`,
        calls.filter((call) => call.endsWith("/batch/create")).length,
        Math.ceil(properties / 100),
        "",
        "",
      );
      const again = await runNode([cli, "plan", folder, "-e", "bench", "--detailed-exitcode"], { env });
      row(
        `${properties} properties: plan again, empty`,
        proxy.take().length,
        bounds.planReads + 2,
        inMilliseconds(again.milliseconds),
        inMebibytes(again.mebibytes),
      );
    } finally {
      await crm.stop();
      proxy.stop();
      remove();
    }
  }
}
