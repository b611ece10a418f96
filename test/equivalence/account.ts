import type { Track } from "./tracks.ts";

/** Something a portal shows: a value, and its moment. */
export interface Entry {
  readonly value: string;
  readonly at: number;
}

/** What a record shows, track by track, in order of time. */
export type Account = ReadonlyMap<Track["key"], readonly Entry[]>;

/** What the interpreter says must be shown, and when at the earliest and at the latest. */
export interface Expectation {
  readonly value: string;
  readonly from: number;
  readonly to: number;
  /** True where the error that is stated lets it be there or not: what would have followed it came first. */
  readonly isOptional: boolean;
  /** The clause whose error is used up: how much of it is measured. */
  readonly clause: string;
}

/** What must be shown, track by track. */
export type ExpectedAccount = ReadonlyMap<Track["key"], readonly Expectation[]>;

/** A track and one thing it must show. */
export type Told = readonly [key: string, expectation: Expectation];
