import { globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CodeNames } from "./code-names.ts";

/** A language without texts is answered in another language. */
const languagesIn = (root: string): string[] =>
  readdirSync(join(root, "locales")).filter((name) => globSync(join(root, "locales", name, "*.json")).length > 0);

/** Returns the texts below `root`, by language and then by key. */
export function textsIn(root: string): Map<string, Map<string, string>> {
  return new Map(languagesIn(root).map((locale) => [locale, textsOf(root, locale)]));
}

const topicsIn = (root: string, locale: string): string[] =>
  readdirSync(join(root, "locales", locale)).flatMap((file) =>
    file.endsWith(".json") ? [file.replace(/\.json$/, "")] : [],
  );

function textsOf(root: string, locale: string): Map<string, string> {
  const read = (topic: string) => JSON.parse(readFileSync(join(root, "locales", locale, `${topic}.json`), "utf8"));
  return new Map(topicsIn(root, locale).flatMap((topic) => flat(read(topic), topic)));
}

function flat(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as object).flatMap(([key, child]) => flat(child, `${path}.${key}`));
}

export const sourceIn = (root: string): string =>
  globSync("src/**/*.ts", { cwd: root })
    .map((file) => readFileSync(join(root, file), "utf8"))
    .join("\n");

export const wordsOfPageIn = (root: string): string[] =>
  globSync("src/channels/webchat/page/*.{js,html}", { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/\btexts\.(?!js\b)(\w+)|data-text="(\w+)"/g)].map(
      ([, a, b]) => a ?? b ?? "",
    ),
  );

const gaps = (text = ""): string =>
  [...text.matchAll(/{{(\w+)}}/g)]
    .map(([, name]) => name ?? "")
    .sort()
    .join(" ");

export const unlistedLanguagesIn = (root: string, { languages }: CodeNames): string[] =>
  languagesIn(root)
    .filter((locale) => !languages.includes(locale))
    .map((locale) => `locales/${locale}: no row in LANGUAGES of src/vocabulary/lists.ts`);

export function languageGapsIn(root: string): string[] {
  const texts = textsIn(root);
  const indonesian = texts.get("id") ?? new Map<string, string>();
  return [...texts].flatMap(([locale, own]) => [
    ...[...indonesian.keys()].filter((key) => !own.has(key)).map((key) => `locales/${locale}: ${key} is missing`),
    ...[...own.keys()].filter((key) => !indonesian.has(key)).map((key) => `locales/${locale}: only here is ${key}`),
    ...[...own].flatMap(([key, text]) => {
      if (text.trim() === "") return [`locales/${locale}: ${key} says nothing`];
      const same = !indonesian.has(key) || gaps(text) === gaps(indonesian.get(key));
      return same ? [] : [`locales/${locale}: ${key} fills other gaps than in locales/id`];
    }),
  ]);
}

/** Returns a sentence for each key that the code uses and that has no Indonesian text. */
export function textGapsIn(root: string, { flows, states, composedKeys }: CodeNames): string[] {
  const texts = textsIn(root).get("id") ?? new Map<string, string>();
  const topics = [...new Set([...topicsIn(root, "id"), ...flows])].join("|");
  const named = [...sourceIn(root).matchAll(new RegExp(`"((?:${topics})\\.[A-Za-z][\\w.-]*)"`, "g"))];
  const whole = named
    .map(([, key]) => key ?? "")
    .filter((key) => !states.includes(key) && !/\.(ts|json|csv|css|js|html)$/.test(key));
  const languages = languagesIn(root).map((locale) => `language.${locale}`);
  const onPage = wordsOfPageIn(root).map((name) => `webchat.${name}`);
  const wanted = new Set([...whole, ...onPage, ...composedKeys, ...languages]);
  return [...wanted].filter((key) => !texts.has(key)).map((key) => `locales/id: no text ${key}`);
}
