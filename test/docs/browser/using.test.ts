import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import {
  type CalendarDefinition,
  createBusinessClock,
  type Duration,
  describeInstant,
  instantAt,
  localTime,
} from "../../../src/calendar/index.ts";
import type { CalculatorData } from "../../../src/docs/page-model.ts";
import { definitionOf, gemVectors } from "../../calendar/gem-vectors.ts";
import { readExample } from "../render-example.ts";
import { siteOf } from "../render-site.ts";
import { isAll, withBrowser } from "./browser.ts";

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 300_000 });

describe.runIf(isAll)("a reader of the site", async () => {
  const browser = withBrowser();
  const files = isAll ? await siteOf(readExample("classic-inbound")) : [];
  let folder = "";
  const open = async (path: string) => {
    folder ||= browser.write(files);
    return (await browser.open(join(folder, path))).page;
  };

  test("with a keyboard alone skips to the text, searches and goes there", async () => {
    const page = await open("en/index.html");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).toBe("skip");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    await page.keyboard.press("Shift+Tab");
    await page.locator("#search").focus();
    await page.keyboard.type("disqual");
    expect(await page.getByRole("option").allInnerTexts()).toEqual([expect.stringMatching(/^Disqualified\s+Stage$/)]);
    await page.keyboard.press("ArrowDown");
    expect(await page.locator("#search").getAttribute("aria-activedescendant")).toBe("search-result-0");
    await page.keyboard.press("Enter");
    await page.waitForURL(/stage-disqualified\.html#stage-disqualified$/);
  });

  test("finds words without their accents, and is told when there is nothing", async () => {
    const page = await open("fr/index.html");
    await page.locator("#search").fill("echeance");
    expect(await page.getByRole("option").count()).toBeGreaterThan(0);
    await page.locator("#search").fill("zzzz");
    expect(await page.getByRole("option").count()).toBe(0);
    expect(await page.locator("[data-search-status]").innerText()).toBe("Aucun résultat");
    await page.locator("#search").press("Escape");
    expect(await page.locator("#search").getAttribute("aria-expanded")).toBe("false");
  });

  test("keeps the place when changing the language", async () => {
    const page = await open("fr/rules.html");
    await page.evaluate("location.hash = 'reasons'");
    await page.getByRole("link", { name: "English" }).click();
    await page.waitForURL(/\/en\/rules\.html#reasons$/);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
  });

  test("reaches everything with the Tab key, and sees where the focus is", async () => {
    const page = await open("en/guide-sales.html");
    const reachable = await page
      .locator("main a, main select:visible, main input:visible, main [tabindex='0']")
      .count();
    const seen = new Set<string>();
    for (let step = 0; step < reachable + 60; step += 1) {
      await page.keyboard.press("Tab");
      const focused = (await page.evaluate(focusedElement)) as {
        readonly place: string;
        readonly outline: string;
        readonly html: string;
      };
      if (focused.place !== "") {
        seen.add(focused.place);
        expect(focused.outline, focused.html).not.toBe("none");
      }
    }
    expect(seen.size).toBe(reachable);
  });

  test("reads on a phone through a menu that opens on demand", async () => {
    folder ||= browser.write(files);
    const { page } = await browser.open(join(folder, "en/index.html"), { viewport: { width: 390, height: 844 } });
    expect(await page.getByRole("link", { name: "Glossary" }).isVisible()).toBe(false);
    await page.getByText("Menu", { exact: true }).click();
    expect(await page.getByRole("link", { name: "Glossary" }).isVisible()).toBe(true);
  });

  test("reads everything without JavaScript", async () => {
    folder ||= browser.write(files);
    const { page } = await browser.open(join(folder, "en/guide-sales.html"), { javaScriptEnabled: false });
    expect(await page.getByText("The calculator needs JavaScript.").isVisible()).toBe(true);
    expect(await page.locator("form:visible").count()).toBe(0);
    expect(await page.locator("h2").count()).toBeGreaterThan(3);
  });
});

/** Which element of the text has the focus, and how it shows. */
const focusedElement = `(() => {
  const all = [...document.querySelectorAll("main a, main select, main input, main [tabindex='0']")];
  const place = all.indexOf(document.activeElement);
  const { outlineStyle } = getComputedStyle(document.activeElement);
  return { place: place < 0 ? "" : String(place), outline: outlineStyle, html: document.activeElement.outerHTML.slice(0, 200) };
})()`;

describe.runIf(isAll)("the deadline calculator", async () => {
  const browser = withBrowser();
  const files = isAll ? await siteOf(readExample("classic-inbound")) : [];

  test.each(["en", "fr"] as const)("says in %s what the calendar engine says, for every deadline", async (language) => {
    const { page } = await browser.open(join(browser.write(files), language, "guide-sales.html"));
    const data = JSON.parse((await page.locator("[data-calculator] script").textContent()) ?? "{}") as CalculatorData;
    const starts = ["2027-03-26T17:15", "2027-08-05T10:15", "2027-10-29T16:59", "2027-01-09T12:00"];
    const asked = starts.flatMap((start) =>
      data.deadlines.flatMap(({ runs, calendar }, index) =>
        runs.map(({ duration }, run) => ({ start, calendar, index, run, duration })),
      ),
    );
    expect(asked.length).toBeGreaterThan(20);
    for (const { start, calendar, index, run, duration } of asked) {
      await page.locator("[name=start]").fill(start);
      await page.locator("[name=deadline]").selectOption(String(index));
      // One duration for all hides the choice.
      await page.locator("[name=priority]").selectOption(String(run), { force: true });
      const definition = data.calendars[calendar]?.definition;
      if (definition === undefined) throw new Error(`no calendar ${calendar}`);
      expect(await page.locator("output").innerText()).toBe(dueInWords(definition, { start, duration, language }));
    }
  });

  test("agrees with the engine on the published vectors", async () => {
    const cases = vectorCases();
    expect(cases.length).toBeGreaterThan(9);
    const data = {
      language: "en",
      messages: { closed: "", invalid: "", never: "", beyond: "" },
      calendars: Object.fromEntries(cases.map(({ definition }, index) => [String(index), { zone: "", definition }])),
      deadlines: cases.map(({ duration }, index) => ({
        name: String(index),
        title: String(index),
        calendar: String(index),
        runs: [{ priority: null, duration, said: "" }],
        reminders: [],
        escalations: [],
      })),
    };
    const { page } = await browser.open(join(browser.write(withData(files, data)), "en", "guide-sales.html"));
    for (const [index, { definition, duration, start }] of cases.entries()) {
      await page.locator("[name=deadline]").selectOption(String(index));
      await page.locator("[name=start]").fill(start);
      expect(await page.locator("output").innerText()).toBe(
        dueInWords(definition, { start, duration, language: "en" }),
      );
    }
  });

  test("asks for a date where there is none, and says when the office is closed", async () => {
    const { page } = await browser.open(join(browser.write(files), "en", "guide-sales.html"));
    await page.locator("[name=start]").fill("");
    expect(await page.locator("[data-note]").innerText()).toBe("Give a date and a time.");
    await page.locator("[name=start]").fill("2027-01-09T12:00");
    expect(await page.locator("[data-note]").innerText()).toContain("The office is closed at that moment");
    await page.locator("[name=start]").fill("2029-01-09T12:00");
    expect(await page.locator("[data-note]").innerText()).toContain("Holidays are not known that far ahead");
  });
});

interface Asked {
  readonly start: string;
  readonly duration: Duration;
  readonly language: "en" | "fr";
}

function dueInWords(definition: CalendarDefinition, { start, duration, language }: Asked): string {
  const clock = createBusinessClock(definition);
  const [date = "", time = ""] = start.split("T");
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const due = clock.dueAt(instantAt(date, minutes, clock.zone), duration);
  return due === undefined ? "–" : describeInstant(due, clock.zone, language);
}

/** The published vectors that add working minutes, hours or days, as deadlines on their calendars. */
function vectorCases() {
  return gemVectors.flatMap((vector) => {
    const unit = { addWorkingMinutes: "minutes", addWorkingHours: "hours", addWorkingDays: "days" }[vector.op];
    if (unit === undefined || (vector.n ?? 0) <= 0) return [];
    const definition = definitionOf(vector);
    const clock = createBusinessClock(definition);
    const from = vector.from_.includes("T") ? Date.parse(vector.from_) : instantAt(vector.from_, 10 * 60, clock.zone);
    const { date, time } = localTime(from, clock.zone);
    return [
      { definition, start: `${date}T${time}`, duration: { kind: "business", amount: vector.n ?? 1, unit } as Duration },
    ];
  });
}

/** The site with other data for the calculator of the guide for sales: the script and its policy stay as they are. */
function withData(files: Awaited<ReturnType<typeof siteOf>>, data: object) {
  return files
    .filter(({ path }) => path === "en/guide-sales.html")
    .map(({ path, text }) => ({
      path,
      text: text.replace(
        /(<section[^>]*data-calculator[\s\S]*?<script type="application\/json">)[^<]*/,
        (_, before: string) => before + JSON.stringify(data).replaceAll("<", "\\u003c"),
      ),
    }));
}
