import { ruleSet } from "../../review/index.ts";
import type { ContractVersion } from "../files/load-version.ts";
import { type Difference, neededVersion } from "./difference.ts";

/** A comparison for machines, as schemas/diff.v1.schema.json describes it. */
export function renderDiffJson(difference: Difference): string {
  const { base, head, comparison, shown } = difference;
  const needed = neededVersion(difference);
  const document = {
    formatVersion: 1,
    ruleSet,
    contract: head.contract.name,
    base: versionOf(base),
    head: versionOf(head),
    level: comparison.level,
    ...(needed === undefined ? {} : { needed }),
    changes: shown.map((change) => ({
      kind: change.kind,
      level: change.level,
      clause: change.clause,
      subject: change.subject,
      form: change.form,
      ...(change.form === "replaced" ? { before: change.before, after: change.after } : { value: change.value }),
      sentence: change.sentence,
      ...(change.witness === undefined ? {} : { witness: change.witness }),
      bound: change.bound,
      relieved: change.relieved,
      breaksFor: change.breaksFor,
      isCrmOnly: change.isCrmOnly,
      isUndecided: change.isUndecided,
      fingerprint: change.fingerprint,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function versionOf({ contract, place, mainFile, commit }: ContractVersion) {
  return {
    place,
    file: mainFile,
    version: contract.version,
    effective: contract.effective,
    ...(commit === undefined ? {} : { commit }),
  };
}
