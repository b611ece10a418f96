type Variables = Readonly<Record<string, string | undefined>>;

/** What a pipeline compares with, where nobody says: the branch a request goes to. Undefined outside of requests. */
export function baseOfPipeline(variables: Variables): string | undefined {
  const given = (name: string) => (variables[name] === "" ? undefined : variables[name]);
  const branch = given("GITHUB_BASE_REF");
  if (branch !== undefined) return `origin/${branch}`;
  const commit = given("CI_MERGE_REQUEST_DIFF_BASE_SHA");
  if (commit !== undefined) return commit;
  const target = given("CI_MERGE_REQUEST_TARGET_BRANCH_NAME");
  return target === undefined ? undefined : `origin/${target}`;
}
