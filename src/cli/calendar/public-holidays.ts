import { frenchPublicHolidays } from "../../calendar/index.ts";
import { nearest } from "../../diagnostics/index.ts";
import { exitCodes, fail, type Result, succeed } from "../exit-codes.ts";

/** Whose holidays: an ISO 3166 country, and a region of it such as `BY` or `BY-A`. */
export interface Place {
  readonly country: string;
  readonly region?: string;
}

/** The public holidays of some years as ISO dates. France is known here; other places ask the package date-holidays. */
export async function publicHolidays(place: Place, years: readonly number[]): Promise<Result<readonly string[]>> {
  if (place.country === "FR" && place.region === undefined) return succeed(years.flatMap(frenchPublicHolidays));
  const library = await loadLibrary();
  return library === undefined ? missingLibrary(place) : askLibrary(library, place, years);
}

type Library = typeof import("date-holidays").default;

async function loadLibrary(): Promise<Library | undefined> {
  try {
    return (await import("date-holidays")).default;
  } catch {
    return undefined;
  }
}

function missingLibrary({ country, region }: Place) {
  const wanted = region === undefined ? country : `${country} ${region}`;
  return fail(
    exitCodes.usage,
    `the holidays of ${wanted} come from the package date-holidays, which is not installed`,
    "install it beside revpact: npm install date-holidays (FR without a region needs nothing)",
  );
}

function askLibrary(Library: Library, { country, region }: Place, years: readonly number[]): Result<readonly string[]> {
  const countries = new Library().getCountries();
  if (!Object.hasOwn(countries, country)) return unknown("country", country, Object.keys(countries));
  const [state = "", part] = region?.split("-") ?? [];
  const states = new Library().getStates(country) ?? {};
  if (state !== "" && !Object.hasOwn(states, state)) return unknown(`region of ${country}`, state, Object.keys(states));
  const parts = state === "" ? {} : (new Library().getRegions(country, state) ?? {});
  if (part !== undefined && !Object.hasOwn(parts, part))
    return unknown(`part of ${country} ${state}`, part, Object.keys(parts));
  const calendar = new Library(country, state, part ?? "");
  return succeed(
    years.flatMap((year) =>
      calendar
        .getHolidays(year)
        .filter(({ type }) => type === "public")
        .flatMap(({ date, start, end }) => daysOf(date.slice(0, 10), end.getTime() - start.getTime())),
    ),
  );
}

function unknown(what: string, written: string, known: readonly string[]) {
  const guess = nearest(written, known);
  return fail(
    exitCodes.usage,
    `there is no ${what} ${written}${guess === undefined ? "" : `; did you mean ${guess}`}`,
    known.length === 0 ? "leave --region out" : `known are ${known.join(", ")}`,
  );
}

const dayMs = 86_400_000;

/** Most holidays last a day; some go on. Holidays that begin in the evening belong to the day they are named by. */
function daysOf(first: string, lengthMs: number): readonly string[] {
  const count = Math.max(1, Math.round(lengthMs / dayMs));
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(`${first}T00:00:00Z`) + index * dayMs).toISOString().slice(0, 10),
  );
}
