import type { Role } from "../../contract/index.ts";
import { formatNumber } from "../../diagnostics/index.ts";
import { cell, type DocumentContext } from "../document-context.ts";
import { zoneName } from "../example-moment.ts";
import type { TableSection } from "../section-model.ts";

/** The functions the contract speaks of, with what it says of each; null without one. */
export function buildRoles(context: DocumentContext): TableSection | null {
  const { contract, labels, say } = context;
  const roles = [...contract.roles.values()];
  if (roles.length === 0) return null;
  const columns = columnsOf(context).filter(({ said }) => roles.some((role) => said(role) !== ""));
  return {
    heading: { text: labels.headings.roles, anchor: "roles" },
    intro: say.roles.intro,
    table: {
      columns: columns.map(({ title }) => title),
      rows: roles.map((role) => columns.map(({ said }) => cell(said(role) || labels.none))),
    },
    notes: [],
  };
}

interface Column {
  readonly title: string;
  /** Empty where the contract says nothing; a column without a word is left out. */
  readonly said: (role: Role) => string;
}

function columnsOf({ contract, labels, say, who, language }: DocumentContext): readonly Column[] {
  const { columns } = labels;
  return [
    { title: columns.role, said: ({ id }) => who(id) },
    { title: columns.party, said: ({ party }) => (party === undefined ? "" : who(party)) },
    { title: columns.members, said: ({ members }) => say.list(members.map(who)) },
    { title: columns.backup, said: ({ backup }) => (backup === undefined ? "" : who(backup)) },
    {
      title: columns.capacity,
      said: ({ capacity }) => (capacity === undefined ? "" : say.roles.capacity(formatNumber(capacity, language))),
    },
    {
      title: columns.hours,
      said: ({ calendar }) => {
        const timezone = contract.calendars.get(calendar ?? "")?.definition.timezone;
        return timezone === undefined ? "" : zoneName(timezone);
      },
    },
  ];
}
