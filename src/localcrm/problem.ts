/** Why the local CRM could not be started or its folder not be used. */
export type LocalCrmProblem =
  | { readonly kind: "locked"; readonly pid: number; readonly url?: string }
  | { readonly kind: "corrupt"; readonly file: string }
  | { readonly kind: "other-version"; readonly file: string }
  | { readonly kind: "unusable-folder"; readonly folder: string; readonly reason: string }
  | { readonly kind: "port-in-use"; readonly port: number };

/** What start, reset and find reject with: an Error that carries its LocalCrmProblem's fields. */
export type LocalCrmError = Error & LocalCrmProblem;

function words(problem: LocalCrmProblem): string {
  switch (problem.kind) {
    case "locked":
      return `The local CRM's folder is in use by process ${problem.pid}; stop that process, or wait for it.`;
    case "corrupt":
      return `The local CRM cannot read ${problem.file}: it is damaged. \`revpact crm reset\` starts again from an empty portal.`;
    case "other-version":
      return `The local CRM cannot read ${problem.file}: another version of revpact wrote it. \`revpact crm reset\` starts again from an empty portal.`;
    case "unusable-folder":
      return `The local CRM cannot use the folder ${problem.folder}: ${problem.reason}.`;
    case "port-in-use":
      return `Port ${problem.port} is in use; choose another, or leave it out to get a free one.`;
  }
}

/** The Error for a problem, with the problem's fields on it. */
export function localCrmError<P extends LocalCrmProblem>(problem: P): Error & P {
  return Object.assign(new Error(words(problem)), problem);
}

/** Whether something caught is one of ours, so that the caller can switch over `kind`. */
export function isLocalCrmError(caught: unknown): caught is LocalCrmError {
  return caught instanceof Error && "kind" in caught;
}
