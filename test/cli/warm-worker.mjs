// Runs the built command line again and again in one process, as it would run in a process of its own: the same module,
// evaluated anew, with its folder, its environment and its two streams. What a command loads is loaded once.
import { pathToFileURL } from "node:url";

const home = process.cwd();
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
let runs = 0;

process.on("disconnect", () => process.exit());
process.on("message", async ({ program, args, cwd, env }) => {
  const printed = { out: [], talk: [] };
  const writes = [keep(process.stdout, printed, "out"), keep(process.stderr, printed, "talk")];
  const environment = { ...process.env };
  let code = null;
  try {
    exchange(env);
    process.chdir(cwd);
    process.argv = [process.execPath, program, ...args];
    process.exitCode = undefined;
    runs += 1;
    await import(`${pathToFileURL(program).href}?run=${runs}`);
    code = process.exitCode ?? 0;
  } catch (problem) {
    printed.talk.push(problem?.stack ?? String(problem));
    code = 1;
  }
  process.exitCode = undefined;
  for (const restore of writes) restore();
  for (const signal of signals) process.removeAllListeners(signal);
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners("error");
  exchange(environment);
  process.chdir(home);
  process.send({ code, out: printed.out.join(""), talk: printed.talk.join("") });
});

function keep(stream, printed, name) {
  const write = stream.write;
  stream.write = (chunk, encoding, done) => {
    printed[name].push(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8"));
    const callback = typeof encoding === "function" ? encoding : done;
    if (callback !== undefined) process.nextTick(callback);
    return true;
  };
  return () => {
    stream.write = write;
  };
}

function exchange(env) {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
}
