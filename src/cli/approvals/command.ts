import { existsSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Language } from "../../diagnostics/index.ts";
import { type OpenApproval, openApprovals, signatoriesOf } from "../../review/index.ts";
import { loadDifference } from "../diff/command.ts";
import { type Difference, partyName } from "../diff/difference.ts";
import { type ExitCode, exitCodes, type Result, succeed } from "../exit-codes.ts";
import { repositoryOf, shownPath } from "../files/find-contract.ts";
import { writeFileAtomically } from "../files/write-file.ts";
import type { Terminal } from "../terminal.ts";
import { type OwnedFile, ownerLines, ownersIn, readOwners, withOwnerBlock } from "./code-owners.ts";
import { lockFile, lockText, readApprovals } from "./lock-files.ts";
import { approvalWords } from "./words.ts";

/** The options of `revpact approvals`. */
export interface ApprovalOptions {
  readonly base: string;
  readonly contract: string | undefined;
  readonly isCheck: boolean;
  readonly codeowners: string | undefined;
  readonly owners: readonly string[];
  readonly asOf: string;
  readonly language: Language;
}

/** Writes what each party has to approve, or checks that each has. */
export function runApprovals(options: ApprovalOptions, terminal: Terminal): Result<ExitCode> {
  const { base, contract, asOf, language } = options;
  const loaded = loadDifference({ base, head: undefined, contract, asOf, language });
  if (!loaded.ok) return loaded;
  return options.isCheck
    ? checkApprovals(loaded.value, options, terminal)
    : writeApprovals(loaded.value, options, terminal);
}

function checkApprovals(difference: Difference, { language }: ApprovalOptions, terminal: Terminal): Result<ExitCode> {
  const approved = readApprovals(difference.head.folder, process.cwd());
  if (!approved.ok) return approved;
  const open = openApprovals(difference.comparison, approved.value);
  if (open.length === 0) {
    const isAsked = signatoriesOf(difference.comparison).length > 0;
    terminal.talk(`${isAsked ? approvalWords[language].all : approvalWords[language].nobody}\n`);
    return succeed(exitCodes.done);
  }
  for (const one of open) terminal.out(`${openLines(difference, one, language).join("\n")}\n`);
  return succeed(exitCodes.findings);
}

/** What a party has not approved, a line per change. */
export function openLines(difference: Difference, open: OpenApproval, language: Language): readonly string[] {
  const say = approvalWords[language];
  const { id, missing, stale, otherVersion } = open;
  return [
    say.open(partyName(difference, id, language)),
    ...missing.map(({ sentence, fingerprint }) => `  ${sentence[language]}  ${fingerprint}`),
    ...(stale.length === 0 ? [] : [`  ${say.stale(stale.length)}`]),
    ...(otherVersion === undefined ? [] : [`  ${say.other(otherVersion)}`]),
  ];
}

function writeApprovals(difference: Difference, options: ApprovalOptions, terminal: Terminal): Result<ExitCode> {
  const { comparison, head } = difference;
  const { language } = options;
  const say = approvalWords[language];
  const signatories = signatoriesOf(comparison);
  if (signatories.length === 0) terminal.talk(`${say.nobody}\n`);
  for (const signatory of signatories) {
    const file = lockFile(head.folder, signatory.id);
    const written = writeFileAtomically(file, lockText(comparison, signatory));
    if (!written.ok) return written;
    const name = partyName(difference, signatory.id, language);
    terminal.talk(`${shownPath(file, process.cwd())}  ${say.asks(name, signatory.changes.length)}\n`);
  }
  return writeOwners(difference, options, terminal);
}

/** Every party that may have to approve has a line, whether or not this change concerns it. */
function writeOwners(
  difference: Difference,
  { codeowners, owners, language }: ApprovalOptions,
  terminal: Terminal,
): Result<ExitCode> {
  const given = readOwners(owners);
  if (!given.ok) return given;
  const file = codeowners === undefined ? undefined : resolve(process.cwd(), codeowners);
  const text = file !== undefined && existsSync(file) ? readFileSync(file, "utf8") : "";
  const files = ownedFiles(difference, new Map([...ownersIn(text), ...given.value]));
  if (file !== undefined) {
    const written = writeFileAtomically(file, withOwnerBlock(text, files));
    return written.ok ? succeed(exitCodes.done) : written;
  }
  if (files.length > 0) terminal.out(`# ${approvalWords[language].hosts}\n${ownerLines(files).join("\n")}\n`);
  return succeed(exitCodes.done);
}

function ownedFiles({ head }: Difference, owners: ReadonlyMap<string, string>): readonly OwnedFile[] {
  const root = repositoryOf(head.folder) ?? head.folder;
  const { roles, governance } = head.contract;
  const parties = [...new Set(governance.approvals.map(({ role }) => roles.get(role)?.party ?? role))];
  return parties.map((party) => ({
    party,
    path: relative(root, lockFile(head.folder, party)).replaceAll("\\", "/"),
    owner: owners.get(party),
  }));
}
