import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileContract } from "../../src/contract/index.ts";
import { renderFinding } from "../../src/diagnostics/index.ts";
import { createSource } from "../../src/language/index.ts";
import { baseContract } from "../diagnostics/example-text.ts";
import { type EventText, type ReadingOptions, readEventText } from "./read-event-text.ts";

const contract = (() => {
  const { value } = compileContract([createSource("contract.yaml", baseContract)], { asOf: "2027-01-04" });
  if (value === undefined) throw new Error("the base contract is sound");
  return value;
})();

const read = (text: string | Uint8Array, options: ReadingOptions = {}) => readEventText(text, contract, options);
const places = ({ findings }: EventText) =>
  findings.map(
    ({ code, primary: { start, end } }) => `${code} ${start.line}:${start.column}-${end.line}:${end.column}`,
  );
const rowsOf = ({ leads }: EventText) =>
  leads.map((lead) =>
    lead.map(({ head, happenings }) => `${head.record} ${happenings.map(({ kind }) => kind).join("+")}`),
  );

const header = "record,at,event,name,value,reason,detail,by,happened\n";
const row = (text: string) => `${header}${text}\n`;

describe("a file of events", () => {
  test("tells every kind of event", async () => {
    const text = `${header}a,2026-01-05 09:00,created,,,,,,
a,2026-01-05 09:01,set,company-size,600,,,,
a,2026-01-05 09:02,signal,Demo request,,,,,
a,2026-01-05 09:03,touch,call,,,,sdr,2026-01-05 08:50
a,2026-01-05 09:04,handed-over,,,,,,
a,2026-01-05 09:05,accepted,marketing-to-sales,,,,sdr,
a,2026-01-05 09:06,refused,,,bad-timing,later,,
a,2026-01-05 09:07,left,,,Not a fit,no,,
a,2026-01-05 09:08,moved,nurture,,,,,
a,2026-01-05 09:09,owner,,sdr,,,,
a,2026-01-05 09:10,repaired,,,,,,
a,2026-01-05 09:11,linked,deal,D-1,,,,
a,2026-01-05 09:12,merged,,b,,,,
a,2026-01-05 09:13,deleted,,,,,,
`;
    const result = await read(text);
    expect(places(result)).toEqual([]);
    expect(result.totals).toEqual({ rows: 14, leftOut: 0, later: 0 });
    const happened = result.leads[0]?.map(({ happenings }) => happenings.at(-1));
    expect(happened).toEqual([
      { kind: "created", fields: new Map() },
      { kind: "set", field: "company-size", value: 600 },
      { kind: "signal", signal: "demo-request" },
      { kind: "touch", touch: "call", happenedAt: Date.UTC(2026, 0, 5, 7, 50) },
      { kind: "handed-over" },
      { kind: "accepted", handoff: "marketing-to-sales" },
      { kind: "refused", reason: "bad-timing", detail: "later" },
      { kind: "left", reason: "not-a-fit", detail: "no" },
      { kind: "moved", to: "nurture" },
      { kind: "owner", owner: "sdr" },
      { kind: "repaired" },
      { kind: "linked", object: "deal", id: "D-1" },
      { kind: "merged", into: "b" },
      { kind: "deleted" },
    ]);
  });

  test("may hold one row per lead, with columns of fields", async () => {
    const result = await read(
      "RECORD;At;Event;field:country;Field:company-size\n7;2026-01-05 09:00;created;France;12,5\n",
    );
    expect(places(result)).toEqual([]);
    expect(result.leads[0]?.[0]?.happenings).toEqual([
      {
        kind: "created",
        fields: new Map<string, unknown>([
          ["country", "FR"],
          ["company-size", 12.5],
        ]),
      },
    ]);
  });

  test("may call its columns otherwise", async () => {
    const mapping = new Map([
      ["record", "Contact ID"],
      ["at", "Create Date"],
      ["event", "What"],
      ["field:country", "Pays"],
    ]);
    const result = await read("contact id\tCreate date\tWhat\tPays\n7\t2026-01-05 09:00\tcreated\tBE\n", { mapping });
    expect(places(result)).toEqual([]);
    expect(result.leads[0]?.[0]?.happenings).toEqual([{ kind: "created", fields: new Map([["country", "BE"]]) }]);
    const missing = await read("id,at,event\n7,2026-01-05 09:00,created\n", {
      mapping: new Map([["record", "Contact"]]),
    });
    expect(missing.findings.map((item) => renderFinding(item, "en").message)).toContain('There is no column "Contact"');
  });

  test("may begin with a byte-order mark, end its lines in any way and have empty ones", async () => {
    const text =
      "\ufeffrecord,at,event,value\r\n\r\na,2026-01-05 09:00,created,\r\n\n,,,\na,2026-01-05 9:00,created,\n";
    const result = await read(text);
    expect(places(result)).toEqual(["EVT007 6:3-6:18"]);
    expect(result.totals).toEqual({ rows: 2, leftOut: 1, later: 0 });
  });

  test("counts lines and columns as an editor does, through cells of several lines and letters of all sorts", async () => {
    const text = `${header}a,2026-01-05 09:00,set,need,"one\r\ntwo ""quoted""\r\nthree",,,,\r\n"é😀",2026-01-05 09:00,signl,,,,,,\r\n`;
    expect(places(await read(text))).toEqual(["EVT005 5:23-5:28"]);
  });

  test("finds the place of a cell that spans lines itself", async () => {
    const text = row('a,2026-01-05 09:00,"sig\nnal",,,,,,');
    expect(places(await read(text))).toEqual(["EVT005 2:20-3:5"]);
  });

  test("leaves a row out for each of its problems, once", async () => {
    const result = await read(row(",yesterday,signl,,,,,,"));
    expect(places(result)).toEqual(["EVT009 2:1-2:1", "EVT007 2:2-2:11", "EVT005 2:12-2:17"]);
    expect(result.totals).toEqual({ rows: 1, leftOut: 1, later: 0 });
    expect(result.leads).toEqual([]);
  });

  test("says what happens later than now, or leaves it to who asked for less", async () => {
    const text = row("a,2026-07-01 09:00,created,,,,,,");
    const result = await read(text);
    expect(places(result)).toEqual(["EVT012 2:3-2:19"]);
    const asked = await read(text, { until: { at: Date.UTC(2026, 5, 1), isAsked: true } });
    expect(asked).toMatchObject({ findings: [], leads: [], totals: { rows: 1, leftOut: 0, later: 1 } });
  });

  test("counts what is twice once, and says where the other is", async () => {
    const result = await read(row("a,2026-01-05 09:00,created,,,,,,\na,2026-01-05 09:00,created,,,,,,"));
    expect(rowsOf(result)).toEqual([["a created"]]);
    expect(places(result)).toEqual(["EVT011 3:3-3:19"]);
    expect(renderFinding(result.findings[0] ?? never(), "en").message).toContain("line 2");
  });

  test("tells at most a hundred findings of a code, and how many there are", async () => {
    const many = Array.from({ length: 250 }, () => "a,now,created,,,,,,").join("\n");
    const result = await read(row(many));
    expect(result.findings).toHaveLength(100);
    expect(result.counts.get("EVT007")).toBe(250);
    expect(result.totals?.leftOut).toBe(250);
  });
});

const never = (): never => {
  throw new Error("nothing was found");
};

describe("a broken file", () => {
  test.each([
    ["", ["EVT001 1:1-1:1", "EVT001 1:1-1:1", "EVT001 1:1-1:1"]],
    ["\n\n", ["EVT001 1:1-1:1", "EVT001 1:1-1:1", "EVT001 1:1-1:1"]],
    ["record,at\n", ["EVT001 1:1-1:10"]],
    ['"record,at,event\na,b,c\n', ["EVT004 1:1-1:17"]],
    ["record|at|event\n", ["EVT002 1:1-1:16"]],
    ["record,at,event,at\n", ["EVT016 1:17-1:19"]],
  ])("%j is told", async (text, expected) => {
    const result = await read(text);
    expect(places(result)).toEqual(expected);
    expect(result).not.toHaveProperty("totals");
  });

  test("is told when the separator that was asked for splits nothing", async () => {
    const text = "record,at,event\na,2026-01-05 09:00,created\n";
    const result = await read(text, { separator: ";" });
    expect(renderFinding(result.findings[0] ?? never(), "en")).toMatchObject({
      message: "The cells are separated by commas, not by semicolons",
      help: 'run it again with --separator ","',
    });
  });

  test("loses the row of a quotation mark that is not closed, and no other", async () => {
    const broken = `${header}a,2026-01-05 09:00,created,,,,,,
b,2026-01-05 09:00,set,need,"open,,,,
c,2026-01-05 09:00,created,,,,,,
d,2026-01-05 09:00,set,need,"closed",,,,
e,2026-01-05 09:00,set,need,mid"dle,,,,
f,2026-01-05 09:00,created,,,,,,
g,2026-01-05 09:00,set,need,"to the end,,,,
h,2026-01-05 09:00,created,,,,,,
`;
    const result = await read(broken);
    expect(places(result).map((place) => place.split("-")[0])).toEqual(["EVT004 3:1", "EVT004 6:1", "EVT004 8:1"]);
    expect(rowsOf(result)).toEqual([["a created"], ["c created"], ["d set"], ["f created"], ["h created"]]);
    expect(result.totals).toEqual({ rows: 8, leftOut: 3, later: 0 });
  });

  test("reads again what a cell swallowed that was closed too late", async () => {
    const broken = `${header}b,2026-01-05 09:00,set,need,"open,,,,
c,2026-01-05 09:00,created,,,,,,
d,2026-01-05 09:00,set,need,closed",,
e,2026-01-05 09:00,created,,,,,,
`;
    const result = await read(broken);
    expect(rowsOf(result)).toEqual([["c created"], ["e created"]]);
    expect(result.totals).toEqual({ rows: 4, leftOut: 2, later: 0 });
  });

  test("gives up where nearly every row is broken", async () => {
    const rows = Array.from({ length: 1500 }, (_, index) => `r${index},2026-01-05 09:00,"x"y,,,,,,`).join("\n");
    const result = await read(row(rows));
    expect(result.counts.get("EVT004")).toBe(1002);
    expect(result.totals?.leftOut).toBe(1002);
  });

  test("in Latin-1 is refused with the place, and read on request", async () => {
    const bytes = Buffer.from(`${header}é😀`, "utf8");
    const latin = Buffer.concat([
      Buffer.from(header),
      Buffer.from("a,2026-01-05 09:00,set,need,Caf\xe9 \x80,,,,\n", "latin1"),
    ]);
    const refused = await read(latin);
    expect(places(refused)).toEqual(["EVT003 2:32-2:33"]);
    expect(renderFinding(refused.findings[0] ?? never(), "en").help).toBe(
      'read it with --encoding latin1, or convert it: iconv -f WINDOWS-1252 -t UTF-8 "events.csv" > "events.utf8.csv"',
    );
    const accepted = await read(latin, { encoding: "latin1" });
    expect(accepted.leads[0]?.[0]?.happenings).toEqual([{ kind: "set", field: "need", value: "Café €" }]);
    expect(places(await read(bytes.subarray(0, bytes.length - 2)))).toEqual(["EVT003 2:2-2:3"]);
  });

  test.each([
    ["UTF-16", Buffer.from(`\ufeff${header}`, "utf16le"), "EVT003 1:1-1:2"],
    ["UTF-16 without a mark", Buffer.from(header, "utf16le"), "EVT003 1:1-1:2"],
    ["a workbook", Buffer.from("PK\u0003\u0004\nab\u0000cd"), "EVT003 2:3-2:4"],
  ])("in %s is refused", async (_, bytes, place) => {
    expect(places(await read(bytes))).toEqual([place]);
  });
});

describe("a large file", () => {
  const passing = { isInMemory: false } as const;

  test("is read lead by lead, and rows apart are told", async () => {
    const rows = `a,2026-01-05 09:00,created,,,,,,
a,2026-01-05 08:00,created,,,,,,
b,2026-01-05 09:00,created,,,,,,
b,2026-01-05 09:05,merged,,c,,,,
c,2026-01-05 09:00,created,,,,,,
a,2026-01-05 09:00,deleted,,,,,,
d,2026-01-05 09:00,merged,,a,,,,`;
    const result = await read(row(rows), passing);
    expect(rowsOf(result)).toEqual([
      ["a created", "a created"],
      ["b created", "c created", "b merged"],
    ]);
    expect(places(result)).toEqual(["EVT010 3:3-3:19", "EVT013 7:1-7:2", "EVT013 8:1-8:2"]);
    expect(result.totals).toEqual({ rows: 7, leftOut: 2, later: 0 });
  });

  test("gives the same leads as a small one where rows stand together", async () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(ids, fc.nat(3), async (names, count) => {
        const rows = names.flatMap((name) =>
          Array.from({ length: count + 1 }, (_, index) => `${name},2026-01-05 0${9 - index}:00,touch,call,,,,,`),
        );
        const text = row(rows.join("\n"));
        const [small, large] = [await read(text), await read(text, passing)];
        expect(rowsOf(large).toSorted()).toEqual(rowsOf(small).toSorted());
        expect(places(large)).toEqual(places(small));
      }),
      { numRuns: 20 },
    );
  });
});

describe("any file", () => {
  const cell = fc.oneof(
    fc.constantFrom("a", "2026-01-05 09:00", "created", "signal", "demo-request", "set", "need", '"', '""', "\r", "é"),
    fc.string({ unit: "binary", maxLength: 6 }),
  );
  const text = fc
    .array(fc.oneof(cell, fc.constantFrom(",", ",", "\n", ";")), { maxLength: 60 })
    .map((all) => all.join(""));

  test("gives findings or leads, and never throws", async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), async (body, isInMemory) => {
        const result = await read(`${header}${body}`, { isInMemory });
        const { rows, leftOut } = result.totals ?? { rows: 0, leftOut: 0 };
        expect(result.leads.flat().length + leftOut).toBeLessThanOrEqual(rows);
        for (const { primary } of result.findings) expect(primary.start.line).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  test("of any bytes too", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 80 }), async (bytes) => {
        const result = await read(bytes);
        expect(result.findings.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });

  test("gives the same leads whatever the order of its rows", async () => {
    const rows = [
      "a,2026-01-05 09:00,created,,,,,,",
      "a,2026-01-05 09:00,set,need,x,,,,",
      "a,2026-01-05 09:00,set,country,FR,,,,",
      "a,2026-01-05 09:00,set,country,BE,,,,",
      "a,2026-01-05 09:00,signal,demo-request,,,,,",
      "a,2026-01-05 09:00,signal,demo-request,,,,,",
      "b,2026-01-05 08:00,created,,,,,,",
      "b,2026-01-06 08:00,merged,,a,,,,",
      "10,2026-01-05 09:00,touch,call,,,,,",
      "9,2026-01-05 09:00,touch,call,,,,,",
    ];
    const expected = rowsOf(await read(row(rows.join("\n"))));
    expect(expected).toEqual([["9 touch"], ["10 touch"], ["b created", "a created", "a set", "a signal", "b merged"]]);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        expect(rowsOf(await read(row(shuffled.join("\n"))))).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});

describe("two versions of a contract", () => {
  const renamed = (() => {
    const text = baseContract
      .replaceAll("company-size", "headcount")
      .replace("{ type: number, label: Headcount", "{ type: number, formerly: company-size, label: Headcount")
      .replace("{ FR: France, BE: Belgium, other: Other }", "{ FR: France, BE: Belgium, LU: Luxembourg }");
    const { value, findings } = compileContract([createSource("contract.yaml", text)], { asOf: "2027-01-04" });
    if (value === undefined) throw new Error(findings.map((item) => renderFinding(item, "en").message).join("\n"));
    return value;
  })();

  test("each read a renamed field by its own name, whichever the file uses", async () => {
    for (const name of ["company-size", "headcount"]) {
      const result = await readEventText(row(`a,2026-01-05 09:00,set,${name},600,,,,`), renamed, { before: contract });
      const [only] = result.leads[0] ?? [];
      expect(result.findings).toEqual([]);
      expect(only?.before).toEqual([{ kind: "set", field: "company-size", value: 600 }]);
      expect(only?.after).toEqual([{ kind: "set", field: "headcount", value: 600 }]);
    }
  });

  test("are told apart where only one knows a name or an option", async () => {
    const result = await readEventText(row("a,2026-01-05 09:00,set,country,LU,,,,"), renamed, { before: contract });
    expect(result.findings).toEqual([]);
    expect(result.oneSided.map(({ side, problem }) => `${side} ${problem.code}`)).toEqual(["before EVT008"]);
    expect(result.leads[0]?.[0]).toMatchObject({ before: [], after: [{ field: "country", value: "LU" }] });
  });
});
