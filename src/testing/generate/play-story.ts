import {
  advance,
  applyEvent,
  createWorld,
  type JourneyEvent,
  type Notice,
  onlyRecord,
  type RecordState,
  type Terms,
  type World,
} from "../../journey/index.ts";
import { createSource } from "../../language/index.ts";
import { readTests } from "../read-tests.ts";
import type { Story } from "./story.ts";
import { writeStories } from "./write-stories.ts";

/** How a story stands at a moment. */
export interface Played {
  readonly world: World;
  readonly record: RecordState | undefined;
  readonly notices: readonly Notice[];
  readonly notes: readonly string[];
}

/** Plays what happens in a story as a reader of its text would, until its end. */
export function playStory(terms: Terms, story: Story): Played {
  const text = writeStories(terms, [{ story, facts: [["stage", "none"]] }]);
  const { value, findings } = readTests(createSource("story.test.yaml", text), terms);
  const [test] = value?.cases ?? [];
  if (test === undefined) throw new Error(`a generated story can't be read: ${findings[0]?.code} in\n${text}`);
  const events = test.items.flatMap((item): readonly JourneyEvent[] => (item.kind === "event" ? [item.event] : []));
  const notices: Notice[] = [];
  const notes: string[] = [];
  const world = createWorld(terms, {
    onNotice: (notice) => notices.push(notice),
    onStep: ({ note }) => {
      if (note !== undefined) notes.push(note);
    },
  });
  for (const event of events) applyEvent(world, event);
  advance(world, story.end);
  return { world, record: world.records.get(story.about ?? onlyRecord), notices, notes };
}
