/** A person records can belong to. */
export interface Owner {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly type: "PERSON";
  readonly userId: number;
  readonly userIdIncludingInactive: number;
  readonly teams: readonly { readonly id: string; readonly name: string; readonly primary: boolean }[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived: boolean;
}

const epoch = new Date(0).toISOString();

interface Role {
  readonly name: string;
  readonly email: string;
  readonly team: { readonly id: string; readonly name: string };
}

const marketing = { id: "501", name: "Marketing" };
const sales = { id: "502", name: "Sales" };

const roles: readonly Role[] = [
  { name: "Marketing", email: "marketing@example.test", team: marketing },
  { name: "SDR", email: "sdr@example.test", team: sales },
  { name: "Account Executive", email: "ae@example.test", team: sales },
];

/** The owners of every local portal: accounts of roles, not of people. Owner ids and user ids differ, as in HubSpot. */
export const owners: readonly Owner[] = roles.map(({ name, email, team }, index) => ({
  id: String(101 + index),
  email,
  firstName: name,
  lastName: "Role",
  type: "PERSON",
  userId: 9001 + index,
  userIdIncludingInactive: 9001 + index,
  teams: [{ ...team, primary: true }],
  createdAt: epoch,
  updatedAt: epoch,
  archived: false,
}));
