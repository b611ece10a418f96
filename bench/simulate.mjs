// Simulating half a year of 10,000 and of 100,000 leads: time, memory, events per second, and how much a lead costs more.
import { fileURLToPath } from "node:url";
import { inMebibytes, inMilliseconds, inTimes, median, row, runNode } from "./measure.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = `${root}/dist/cli.js`;

/** One run of six months with this many leads in all, and as many people as they keep half busy. */
async function simulate(leads) {
  const people = Math.ceil(leads / 1000);
  const args = [
    "simulate",
    "examples/classic-inbound",
    "--volume",
    `${leads * 2}/year`,
    "--months",
    "6",
    "--runs",
    "1",
  ];
  const staff = ["--staff", `sdr=${people},account-executive=${people},marketing-ops=${people}`];
  const run = await runNode([cli, ...args, ...staff, "--format", "json"], { cwd: root });
  const { leads: arrived, events } = JSON.parse(run.output);
  return { ...run, leads: arrived, events };
}

/** `benchSimulate` prints both, and the yardstick: what Node takes to start and to read the contract. */
export async function benchSimulate() {
  console.log("simulate: six months of the classic example, one run, whole command");
  row("", "time", "peak memory", "events/s");
  const small = [await simulate(10_000), await simulate(10_000), await simulate(10_000)];
  const large = await simulate(100_000);
  const start = await runNode([cli, "validate", "examples/classic-inbound", "--as-of", "2027-01-04"], { cwd: root });
  const milliseconds = median(small.map((one) => one.milliseconds));
  const [first] = small;
  const rate = (events, time) => Math.round((events / (time - start.milliseconds)) * 1000).toLocaleString("en");
  row(
    `${first.leads.toLocaleString("en")} leads`,
    inMilliseconds(milliseconds),
    inMebibytes(first.mebibytes),
    rate(first.events, milliseconds),
  );
  row(
    `${large.leads.toLocaleString("en")} leads`,
    inMilliseconds(large.milliseconds),
    inMebibytes(large.mebibytes),
    rate(large.events, large.milliseconds),
  );
  const perLead = (one, time) => (time - start.milliseconds) / one.leads;
  row("a lead of many against one of few", inTimes(perLead(large, large.milliseconds) / perLead(first, milliseconds)));
  row("yardstick: validate the same contract", inMilliseconds(start.milliseconds), inMebibytes(start.mebibytes));
}
