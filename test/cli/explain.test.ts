import { describe, expect, test } from "vitest";
import { codes } from "../../src/diagnostics/index.ts";
import { revpact } from "./run-command.ts";

describe("explain", () => {
  test("prints the page of a code, by code or by name", async () => {
    const byCode = await revpact(["explain", "gra302"]);
    expect(byCode.code).toBe(0);
    expect(byCode.out).toContain("GRA302 silent-sink  error");
    expect(byCode.out).toContain("Every open stage has an owner and a way out");
    expect(await revpact(["explain", "silent-sink"])).toEqual(byCode);
  });

  test.each([
    [["--lang", "fr"], {}],
    [[], { REVPACT_LANG: "fr_FR.UTF-8" }],
  ])("speaks French where asked (%j %j)", async (args, env) => {
    const { out } = await revpact(["explain", "GRA302", ...args], { env });
    expect(out).toContain("GRA302 silent-sink  erreur");
    expect(out).toContain("Chaque étape ouverte a un responsable et une sortie");
  });

  test("fits its lines to a terminal, examples aside", async () => {
    const { out } = await revpact(["explain", "SYN001"]);
    const prose = out.split("\n").filter((line) => !line.startsWith("    "));
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test("suggests the code that was meant", async () => {
    const run = await revpact(["explain", "GRA320"]);
    expect(run).toMatchObject({ code: 7, out: "" });
    expect(run.talk).toMatch(/there is no code GRA320; did you mean GRA30\d/);
  });

  test("suggests the name that was meant", async () => {
    expect((await revpact(["explain", "silent-sinks"])).talk).toContain("did you mean silent-sink");
  });
});

describe("rules", () => {
  test("lists every code with its title", async () => {
    const { code, out } = await revpact(["rules"]);
    expect(code).toBe(0);
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => line.slice(0, 6)),
    ).toEqual([...codes]);
  });

  test("is also JSON", async () => {
    const { out } = await revpact(["rules", "--format", "json", "--lang", "fr"]);
    const { rules }: { rules: readonly { code: string; title: string }[] } = JSON.parse(out);
    expect(rules.map(({ code }) => code)).toEqual([...codes]);
    expect(rules.find(({ code }) => code === "SCH101")?.title).toBe("Chaque clé appartient au langage");
  });
});
