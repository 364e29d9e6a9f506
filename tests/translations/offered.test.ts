import { join } from "node:path";
import { expect, it } from "vitest";
import { suggestionOf } from "../../src/conversation/engine/routes.ts";
import { INTENTS } from "../../src/conversation/understanding/intents.ts";
import { loadDistricts } from "../../src/districts/index.ts";
import { openTranslator } from "../../src/i18n.ts";

const root = join(import.meta.dirname, "../..");
const { translate, locales } = await openTranslator(join(root, "locales"));

/** The chat offers topics in place of the intent `ask`. */
const offered = INTENTS.filter((intent) => intent !== "ask" && suggestionOf(intent) !== undefined);
const topics = loadDistricts(join(root, "districts"), ["lamongan", "jombang", "pekalongan"]).flatMap(
  ({ id, knowledge }) => Object.entries(knowledge).map(([name, { title }]) => ({ name: `${id}: ${name}`, title })),
);

it.each(locales)("in %s, every intent that the chat can offer has a title", (locale) => {
  const titles = offered.map((intent) => translate(locale, { key: `intent.${intent}` }));
  expect(titles.filter((title) => title === "" || title.startsWith("intent."))).toEqual([]);
});

it.each(locales)("in %s, every topic of every district that has a button has a title", (locale) => {
  const titled = topics.filter(({ title }) => title !== undefined);
  expect(titled.length).toBeGreaterThan(0);
  const bare = titled.filter(({ title }) => !title || translate(locale, { words: title }) === "");
  expect(bare.map(({ name }) => name)).toEqual([]);
});
