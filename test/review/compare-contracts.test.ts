import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { createSource, formatText } from "../../src/language/index.ts";
import { canonical } from "../../src/review/canonical.ts";
import { type Change, type ChangeKind, changeRules, compareContracts, ruleOf } from "../../src/review/index.ts";
import { randomEdit, readLeniently } from "./random-edit.ts";
import { smallContract, smallEdits, takeSteps, toldEdits } from "./told-edits.ts";

const day = "2027-01-04";
const texts = ["classic-inbound", "pme-francaise"].map((name) =>
  readFileSync(new URL(`../../examples/${name}/contract.yaml`, import.meta.url), "utf8"),
);
const contractOf = (text: string) => {
  const contract = readLeniently(text);
  if (contract === undefined) throw new Error("the contract can't be read");
  return contract;
};
const contracts = texts.map(contractOf);

/** Edits of contracts that still read, and that say something else. */
const edits = Array.from({ length: 240 }, (_, seed) => seed).flatMap((seed) => {
  const index = seed % texts.length;
  const [text, before] = [texts[index] ?? "", contracts[index]];
  const after = readLeniently(randomEdit(text, seed));
  if (after === undefined || before === undefined) return [];
  const content = (contract: typeof after) => canonical({ ...contract, locate: undefined });
  return content(before) === content(after) ? [] : [{ seed, before, after }];
});

const mirrorsOf = (kind: ChangeKind): readonly string[] => {
  const { mirror } = ruleOf(kind);
  return "why" in mirror ? [] : mirror;
};
const opposite = { more: "less", less: "more", filter: "load", load: "filter" } as const;

describe("comparing two versions", () => {
  test.each(contracts.map((contract) => [contract.name, contract] as const))(
    "%s is the same as itself",
    (_, contract) => {
      expect(compareContracts(contract, contract, day).changes).toEqual([]);
    },
  );

  test("another layout, other quotes and other comments are no change", () => {
    for (const [index, text] of texts.entries()) {
      const restyled = `# another comment\n${stringify(parse(text), { defaultStringType: "QUOTE_DOUBLE" })}`;
      for (const other of [restyled, formatText(createSource("contract.yaml", text)).value ?? ""])
        expect(compareContracts(contracts[index] ?? contractOf(text), contractOf(other), day).changes).toEqual([]);
    }
  });

  test("every edit that means something is told", () => {
    expect(edits.length).toBeGreaterThan(85);
    const silent = edits.filter(({ before, after }) => compareContracts(before, after, day).changes.length === 0);
    expect(silent.map(({ seed }) => seed)).toEqual([]);
  });

  test("each change has its mirror when the versions change places", () => {
    const broken = edits.flatMap(({ seed, before, after }) => {
      const back = compareContracts(after, before, day).changes;
      return compareContracts(before, after, day)
        .changes.filter(({ kind }) => !("why" in ruleOf(kind).mirror))
        .filter((change) => mirrorOf(change, back) === undefined)
        .map(({ kind, clause }) => `${seed} ${kind} ${clause}`);
    });
    expect(broken).toEqual([]);
  });

  test("who is bound one way is relieved the other way", () => {
    const unequal = edits.flatMap(({ seed, before, after }) => {
      const back = compareContracts(after, before, day).changes;
      return compareContracts(before, after, day)
        .changes.filter((change) => {
          const mirror = mirrorOf(change, back);
          return isOpposite(change, mirror) && change.bound.join() !== mirror?.relieved.join();
        })
        .map(({ kind, clause }) => `${seed} ${kind} ${clause}`);
    });
    expect(unequal).toEqual([]);
  });
});

function isOpposite(change: Change, mirror: Change | undefined): boolean {
  const burden = Object.entries(opposite).find(([one]) => one === ruleOf(change.kind).burden)?.[1];
  return mirror !== undefined && ruleOf(mirror.kind).burden === burden;
}

function mirrorOf(change: Change, back: readonly Change[]): Change | undefined {
  return back.find(({ kind, clause }) => clause === change.clause && mirrorsOf(change.kind).includes(kind));
}

describe("the table of changes", () => {
  const kinds = Object.keys(changeRules) as readonly ChangeKind[];

  test("every kind has a mirror that knows it, or says why not", () => {
    const unknown = kinds.filter((kind) => {
      const { mirror } = ruleOf(kind);
      if ("why" in mirror) return mirror.why.length < 20;
      return mirror.length === 0 || !mirror.every((other) => mirrorsOf(other as ChangeKind).includes(kind));
    });
    expect(unknown).toEqual([]);
  });

  test("a major version is asked for exactly where somebody carries a burden", () => {
    const wrong = kinds.filter((kind) => (ruleOf(kind).level === "breaking") !== (ruleOf(kind).burden !== "nobody"));
    expect(wrong).toEqual([]);
  });

  test("both languages fill in the same", () => {
    const holes = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join();
    const wrong = kinds.filter((kind) => holes(ruleOf(kind).phrase.fr) !== holes(ruleOf(kind).phrase.en));
    expect(wrong).toEqual([]);
  });

  test("every kind is told of by an edit, there and back", () => {
    const told = new Set<ChangeKind>();
    const subjects = [
      [texts[0] ?? "", toldEdits],
      [smallContract, smallEdits],
    ] as const;
    for (const [text, list] of subjects) {
      const before = contractOf(text);
      for (const edit of list) {
        const after = contractOf(takeSteps(text, edit));
        const [there, back] = [compareContracts(before, after, day), compareContracts(after, before, day)].map(
          ({ changes }) => changes.map(({ kind }) => kind),
        );
        expect(there, edit.there).toContain(edit.there);
        expect(back, edit.there).toContain(edit.back);
        for (const kind of [...(there ?? []), ...(back ?? [])]) told.add(kind);
      }
    }
    expect(kinds.filter((kind) => !told.has(kind))).toEqual([]);
  }, 120_000);
});

describe("a fingerprint", () => {
  const [text = ""] = texts;
  const edited = text.replace("normal: 4 business hours", "normal: 2 business hours");
  const fingerprints = (before: string, after: string) =>
    compareContracts(contractOf(before), contractOf(after), day)
      .changes.filter(({ kind }) => kind === "deadline-shortened")
      .map(({ fingerprint }) => fingerprint);

  test("survives moved lines, comments and what others merged meanwhile", () => {
    const original = fingerprints(text, edited);
    expect(original).toHaveLength(1);
    const moved = (one: string) => `# moved\n\n${one}`.replace("max: 2 per 12 months", "max: 5 per 12 months");
    expect(fingerprints(moved(text), moved(edited))).toEqual(original);
  });

  test("is another one for another content", () => {
    const other = text.replace("normal: 4 business hours", "normal: 3 business hours");
    expect(fingerprints(text, other)).not.toEqual(fingerprints(text, edited));
  });
});

describe("judged by proof", () => {
  const [text = ""] = texts;
  const told = (from: string, to: string) => {
    const { changes } = compareContracts(contractOf(text), contractOf(text.replaceAll(from, to)), day);
    return changes.map(({ kind, sentence, witness, bound, relieved, breaksFor }) => ({
      kind,
      en: sentence.en,
      fr: sentence.fr,
      ...(witness === undefined ? {} : { shows: witness.en }),
      who: `${bound.join()} / ${relieved.join()} / ${breaksFor.join()}`,
    }));
  };

  test("a stricter condition shows a lead that was accepted", () => {
    expect(told("field: fit-score, atLeast: 60", "field: fit-score, atLeast: 70")).toMatchSnapshot();
  });

  test("business hours made calendar hours are shorter, and a date shows it", () => {
    expect(told("normal: 4 business hours", "normal: 4 calendar hours")).toMatchSnapshot();
  });

  test("a required field binds who hands over, a deadline who receives", () => {
    expect(told("requires: [country]", "requires: [country, company-size]")).toMatchSnapshot();
    expect(told("normal: 4 business hours", "normal: 8 business hours")).toMatchSnapshot();
  });

  test("a rename by formerly is one change, and what refers to it none", () => {
    const renamed = text
      .replaceAll("nurture", "warming")
      .replace("  warming:\n", "  warming:\n    formerly: [nurture]\n");
    const { changes } = compareContracts(contractOf(text), contractOf(renamed), day);
    expect(changes.map(({ kind, clause }) => `${kind} ${clause}`)).toEqual(["entry-renamed stages.warming"]);
  });
});
