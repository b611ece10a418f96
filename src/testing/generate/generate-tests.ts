import type { Language } from "../../diagnostics/index.ts";
import type { Terms } from "../../journey/index.ts";
import { createMoments } from "../moments.ts";
import { observe } from "../observe.ts";
import { createWriting } from "./context.ts";
import { criteriaStories } from "./criteria-stories.ts";
import { handoffStories } from "./handoff-stories.ts";
import { playStory } from "./play-story.ts";
import { stageStories } from "./stage-stories.ts";
import type { Story } from "./story.ts";
import { type ToldStory, writeStories } from "./write-stories.ts";

/** A file of tests that say what the contract does today, from leads that just meet its criteria and just do not. */
export function generateTests(terms: Terms, language: Language): string {
  const writing = createWriting(terms, language);
  const stories = [...criteriaStories(writing), ...stageStories(writing), ...handoffStories(writing)];
  const told = withOwnNames(stories).map((story) => tell(terms, story));
  return `${headOf(language)}${writeStories(terms, told)}`;
}

function headOf(language: Language): string {
  return {
    en: "# Written by revpact test --generate: what the contract does today. Read each story: is it what you agreed on?\n# Keep those that say something, give them your own words, and delete the rest.\n",
    fr: "# Écrit par revpact test --generate : ce que fait le contrat aujourd'hui. Relire chaque histoire : est-ce ce qui a été convenu ?\n# Garder celles qui disent quelque chose, les redire avec vos mots, supprimer les autres.\n",
  }[language];
}

/** Stories of one name get a number. */
function withOwnNames(stories: readonly Story[]): readonly Story[] {
  const seen = new Map<string, number>();
  return stories.map((story) => {
    const count = (seen.get(story.name) ?? 0) + 1;
    seen.set(story.name, count);
    return count === 1 ? story : { ...story, name: `${story.name} (${count})` };
  });
}

/** Plays a story and says how it ends; what never was is left out. */
function tell(terms: Terms, story: Story): ToldStory {
  const moments = createMoments(terms);
  const { world, record, notices, notes } = playStory(terms, story);
  const facts = story.facts.flatMap((fact): ToldStory["facts"] => {
    if (fact === "told") return [["told", notices.map(({ to, clock }) => `${to}: ${clock.name}`)]];
    if (fact === "notes") return [["notes", notes]];
    const seen = observe(world, record, fact, moments);
    const isIdle =
      (seen === "none" && fact !== "stage" && !fact.startsWith("handoffs.")) || (fact === "hollow" && seen === "false");
    return isIdle ? [] : [[fact, seen]];
  });
  return { story, facts };
}
