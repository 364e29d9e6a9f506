import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { targetsOf } from "../../src/conversation/engine/flow.ts";
import { flows } from "../../src/conversation/flows/index.ts";
import { hops } from "./dialogue.ts";
import { held } from "./dialogue-table.ts";
import { allDialogues } from "./dialogues/index.ts";
// As separate test files, these two would walk all dialogues again.
import "./every-answer/length.ts";
import "./every-answer/named-buttons.ts";

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

const folder = join(import.meta.dirname, "dialogues");
const tables = readdirSync(folder)
  .map((file) => file.replace(/\.ts$/, ""))
  .filter((name) => !["cases", "index", "ways"].includes(name));

it("every flow but `reply` has a table of dialogues with its name", () => {
  const without = flows.all
    .map(({ name }) => name)
    .filter((flow) => !tables.some((table) => table === flow || table.startsWith(`${flow}-`)));
  // An officer's question begins a reply: see `open-question.test.ts`.
  expect(without).toEqual(["reply"]);
});

it("the index imports every table of dialogues", () => {
  const listed = readFileSync(join(folder, "index.ts"), "utf8");
  expect(tables.filter((table) => !listed.includes(`"./${table}.ts"`))).toEqual([]);
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
