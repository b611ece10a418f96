// What the GitHub Action runs: `revpact ci`, then one comment on the request that is kept up to date. Needs nothing but Node.
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { env } = process;
const given = (name) => (env[name] === undefined || env[name] === "" ? undefined : env[name]);
const say = (text) => process.stdout.write(`${text}\n`);
/** Workflow commands end at a line feed and use % for escapes. */
const notice = (text) =>
  say(`::notice title=revpact::${text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A")}`);

/** A program of one's own for tests and forks, else the published one. */
function review(comment) {
  const options = [
    ...(given("REVPACT_PATH") === undefined ? [] : [env.REVPACT_PATH]),
    ...(given("REVPACT_BASE") === undefined ? [] : ["--base", env.REVPACT_BASE]),
    ...(given("REVPACT_ENVIRONMENT") === undefined ? [] : ["--environment", env.REVPACT_ENVIRONMENT]),
    ...["--lang", given("REVPACT_LANG") ?? "en", "--comment", comment],
  ];
  const program = given("REVPACT_PROGRAM");
  const version = given("REVPACT_VERSION") ?? "latest";
  // Without a shell: an input is never a command.
  const [command, args] =
    program === undefined ? ["npx", ["--yes", `revpact@${version}`, "ci"]] : [process.execPath, [program, "ci"]];
  const { REVPACT_COMMENT_TOKEN: _, ...inherited } = env;
  return spawnSync(command, [...args, ...options], { stdio: "inherit", env: inherited }).status ?? 1;
}

/** The number of the request that the event is about. */
function requestNumber() {
  try {
    return JSON.parse(readFileSync(env.GITHUB_EVENT_PATH ?? "", "utf8")).pull_request?.number;
  } catch {
    return undefined;
  }
}

async function call(method, path, body) {
  const answer = await fetch(`${given("GITHUB_API_URL") ?? "https://api.github.com"}${path}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${env.REVPACT_COMMENT_TOKEN}`,
      "content-type": "application/json",
      "user-agent": "revpact",
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
  return answer.json();
}

/** The comment of an earlier run, by the mark in its first line. */
async function findComment(issue, mark) {
  for (let page = 1; page <= 20; page += 1) {
    const comments = await call("GET", `${issue}/comments?per_page=100&page=${page}`);
    const own = comments.find(({ body }) => body?.startsWith(mark));
    if (own !== undefined || comments.length < 100) return own;
  }
  return undefined;
}

/** Writes the comment, or says why not: a fork's token only reads, and that is no reason to fail. */
async function keepComment(body, number) {
  const repository = `/repos/${env.GITHUB_REPOSITORY}`;
  const issue = `${repository}/issues/${number}`;
  try {
    const known = await findComment(issue, body.split("\n")[0]);
    const written =
      known === undefined
        ? await call("POST", `${issue}/comments`, { body })
        : await call("PATCH", `${repository}/issues/comments/${known.id}`, { body });
    return written.html_url;
  } catch (problem) {
    notice(`The comment could not be written (${problem.message}); everything stands in the job summary.`);
    return undefined;
  }
}

const file = join(mkdtempSync(join(tmpdir(), "revpact-")), "comment.md");
const code = review(file);
const number = requestNumber();
const isWanted = (given("REVPACT_COMMENT") ?? "true") === "true" && given("REVPACT_COMMENT_TOKEN") !== undefined;
if (number !== undefined && isWanted) {
  let body;
  try {
    body = readFileSync(file, "utf8");
  } catch {
    notice("There is no comment to write: the review could not be made.");
  }
  const url = body === undefined ? undefined : await keepComment(body, number);
  if (url !== undefined && given("GITHUB_OUTPUT") !== undefined)
    appendFileSync(env.GITHUB_OUTPUT, `comment-url=${url}\n`);
}
process.exitCode = code;
