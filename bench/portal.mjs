// Plans and applies 1,000 properties and 150 workflows against the local CRM over HTTP, in this one process, and
// prints calls beside the fewest that HubSpot's limits allow, time, and memory.
import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
// Beside the packages it imports, and never in what is published.
const bundle = join(root, "node_modules", ".cache", "revpact-bench.mjs");
const folders = ["engine", "providers", "state", "localcrm"];

/** 1,000 properties and 150 workflows, planned, applied and planned again in this process. */
export async function benchPortal() {
  await build({
    stdin: { contents: folders.map((name) => `export * from "./src/${name}/index.ts";`).join("\n"), resolveDir: root },
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  });
  const revpact = await import(pathToFileURL(bundle).href);

  const group = resource("property-group", "acme", { label: "Acme" });
  const description = "Measured. revpact:acme · bench";
  const properties = Array.from({ length: 1000 }, (_, index) => {
    const attributes = { label: `P${index}`, type: "string", fieldType: "text", groupName: "acme", description };
    return resource("property", `acme_p${index}`, attributes, [group.address]);
  });
  const flowAttributes = { type: "CONTACT_FLOW", flowType: "WORKFLOW", objectTypeId: "0-1", actions: [], description };
  const enrollmentCriteria = { type: "MANUAL", shouldReEnroll: false };
  const flowLists = { suppressionListIds: [], canEnrollFromSalesforce: false };
  const flows = Array.from({ length: 150 }, (_, index) =>
    resource("workflow", `acme · ${index}`, { ...flowAttributes, ...flowLists, enrollmentCriteria }),
  );
  const desired = [group, ...properties, ...flows];

  const folder = await mkdtemp(join(tmpdir(), "revpact-bench-"));
  let requests = [];
  const onRequest = ({ method, path }) => requests.push(`${method} ${path.split("?")[0]}`);
  const crm = await revpact.startLocalCrm({ folder: join(folder, "crm"), token: "bench", now: Date.now, onRequest });
  const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const token = revpact.createSecret("bench");
  const transport = revpact.createTransport({ baseUrl: crm.url, token, environment: {}, sleep, random: Math.random });
  try {
    await measureAll();
  } finally {
    transport.close();
    await crm.stop();
    await rm(folder, { recursive: true, force: true });
  }

  async function measureAll() {
    const reader = revpact.createHubSpotReader(transport);
    const store = revpact.createFileStore({
      folder: join(folder, "local"),
      now: () => new Date(),
      createId: randomUUID,
      monotonic: () => performance.now(),
      every: () => () => undefined,
      sleep,
      leaseMs: 600_000,
      hash,
    });
    const rows = [];
    // account-info, properties, archived properties, groups, one page of workflows.
    const first = await measure(rows, "plan, empty portal", 5, () => planNow(reader, store));
    // Reading before: as planned. Writing: 1 group, 10 batches, 150 workflows. Reading after: 3, 2 pages, 2 batches.
    await measure(rows, "apply", 5 + 1 + 10 + 150 + 7, async () => {
      const ledger = revpact.emptyLedger(String(crm.portalId), "acme");
      const writer = revpact.createHubSpotWriter(transport, sleep);
      const lease = unwrap(await store.acquire("apply"));
      const ports = { reader, writer, lease, open: [], semantics: revpact.hubspotSemantics, hash, sleep };
      const signal = { aborted: false };
      const input = {
        plan: first,
        environment: "local",
        desired,
        ledger,
        signal,
        onProgress: () => undefined,
        ...ports,
      };
      const report = await revpact.apply(input);
      await lease.release();
      if (!report.ok || report.value.status !== "converged") {
        const failed = report.ok ? report.value.steps.filter((step) => step.status !== "done").slice(0, 3) : report;
        throw new Error(
          `not converged: ${JSON.stringify([failed, report.value?.status, report.value?.remaining?.slice(0, 2)])}`,
        );
      }
    });
    const again = await measure(rows, "plan, nothing to do", 8, () => planNow(reader, store));
    if (again.steps.length > 0) throw new Error("the second plan is not empty");
    console.table(rows);
    console.log(
      `1,000 properties, 150 workflows · Node ${process.version} · memory is of this process, the local CRM included`,
    );
  }

  async function measure(rows, what, fewest, work) {
    requests = [];
    const start = performance.now();
    const result = await work();
    const milliseconds = Math.round(performance.now() - start);
    const megabytes = Math.round(process.memoryUsage.rss() / 1024 / 1024);
    const writes = requests.filter((request) => !request.startsWith("GET") && !request.endsWith("/batch/read")).length;
    rows.push({
      what,
      calls: requests.length,
      "fewest possible": fewest,
      writes,
      ms: milliseconds,
      "MB resident": megabytes,
    });
    return result;
  }

  async function planNow(reader, store) {
    const ledger = unwrap(await store.load()).ledger ?? revpact.emptyLedger(String(crm.portalId), "acme");
    const portal = unwrap(await reader.identify());
    const observation = unwrap(await reader.read(revpact.soughtBy(desired, ledger)));
    const known = { desired, live: observation.resources, ledger, semantics: revpact.hubspotSemantics, hash };
    const contract = { contract: "acme", contractVersion: "1.0.0", contractDigest: hash("bench") };
    const about = { tool: { version: "0" }, environment: "local", portal, manual: [], contractChanges: [] };
    return revpact.plan({ ...known, ...contract, ...about, requests: observation.requests });
  }
}

function resource(kind, name, attributes, dependsOn = []) {
  const purpose = { en: name, fr: name };
  const identity = { kind, address: `${kind}:contacts/${name}`, object: "contacts", name };
  return { ...identity, attributes, dependsOn, clause: "bench", purpose, isAdopted: false };
}

function unwrap(outcome) {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

function hash(text) {
  return createHash("sha256").update(text).digest("hex");
}
