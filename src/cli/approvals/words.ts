/** What `approvals` says. */
export const approvalWords = {
  en: {
    nobody: "nobody has to approve: nothing binds a party of governance.approvals",
    all: "everything is approved as it stands",
    asks: (party: string, count: number) => `${party} approves ${count === 1 ? "1 change" : `${count} changes`}`,
    open: (party: string) => `${party} has not approved`,
    stale: (count: number) => `${count} approved ${count === 1 ? "change is" : "changes are"} no longer there`,
    other: (version: string) => `approved was version ${version}`,
    hosts: "lines for CODEOWNERS (or --codeowners FILE writes them)",
  },
  fr: {
    nobody: "personne n'a à approuver\u00a0: rien n'engage une partie de governance.approvals",
    all: "tout est approuvé tel quel",
    asks: (party: string, count: number) => `${party} approuve ${count < 2 ? "1 changement" : `${count} changements`}`,
    open: (party: string) => `${party} n'a pas approuvé`,
    stale: (count: number) =>
      `${count} ${count < 2 ? "changement approuvé n'y est" : "changements approuvés n'y sont"} plus`,
    other: (version: string) => `l'approbation portait sur la version ${version}`,
    hosts: "lignes pour CODEOWNERS (ou --codeowners FICHIER les écrit)",
  },
} as const;
