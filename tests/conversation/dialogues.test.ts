import { afterAll, describe, expect, it } from "vitest";
import { targetsOf } from "../../src/conversation/engine/flow.ts";
import { flows } from "../../src/conversation/flows/index.ts";
import { allDialogues } from "./all-dialogues.ts";
import { hops } from "./dialogue.ts";
import { held } from "./dialogue-table.ts";

describe("dialogues", () => {
  it.each(allDialogues)("$label", (dialogue) => {
    held(dialogue, (answer, { said, at, contains, offered, pressed, found }) => {
      if (pressed) expect(found, `"${said}" offered in ${offered}`).toBe(true);
      expect({ said, at: answer.at }, answer.text).toEqual({ said, at });
      for (const words of contains) {
        if (words.startsWith("not:")) expect(answer.text).not.toContain(words.slice("not:".length));
        else expect(answer.text).toContain(words);
      }
    });
  });
});

afterAll(() => {
  const wanted = flows.all.flatMap(({ name, states }) =>
    Object.entries(states).flatMap(([state, definition]) => {
      const isEntrance = definition.prompt === undefined && definition.found === undefined;
      const targets = isEntrance || name === "menu" ? [] : targetsOf(definition);
      return targets.filter((to) => to !== "track.show").map((to) => `${name}.${state} -> ${to}`);
    }),
  );
  expect(
    wanted.filter((hop) => !hops.has(hop)),
    "transitions that no dialogue takes",
  ).toEqual([]);
});
