import { globSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { categories } from "../../src/casework/category.ts";
import { flows } from "../../src/conversation/flows/index.ts";
import { errors } from "../../src/vocabulary/errors.ts";
import { AID_STATES, TICKET_STATES } from "../../src/vocabulary/lists.ts";

const locales = readdirSync("locales");
const topicsOf = (locale: string): string[] =>
  readdirSync(`locales/${locale}`).flatMap((file) => (file.endsWith(".json") ? [file.replace(/\.json$/, "")] : []));

function flat(value: unknown, path: string): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as object).flatMap(([key, child]) => flat(child, `${path}.${key}`));
}

const textsOf = (locale: string): Map<string, string> =>
  new Map(
    topicsOf(locale).flatMap((topic) =>
      flat(JSON.parse(readFileSync(`locales/${locale}/${topic}.json`, "utf8")), topic),
    ),
  );

const texts = new Map(locales.map((locale) => [locale, textsOf(locale)]));
const indonesian = texts.get("id") ?? new Map<string, string>();
const gaps = (text = ""): string[] => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name ?? "").sort();

describe.each(locales)("locale %s", (locale) => {
  const own = texts.get(locale) ?? new Map<string, string>();
  it("has every key, and no other", () => expect([...own.keys()].sort()).toEqual([...indonesian.keys()].sort()));
  it.each([...indonesian.keys()])("fills the same gaps in %s", (key) =>
    expect(gaps(own.get(key))).toEqual(gaps(indonesian.get(key))),
  );
  it("says something everywhere", () => expect([...own].filter(([, text]) => text.trim() === "")).toEqual([]));
});

/** Keys that the code names whole; those it composes are listed after. */
const source = globSync("src/**/*.ts")
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");
const topics = topicsOf("id");
const named = [...source.matchAll(new RegExp(`"((?:${topics.join("|")})\\.[A-Za-z][\\w.-]*)"`, "g"))].map(
  ([, key]) => key ?? "",
);
const states = new Set(
  flows.all.flatMap(({ name, states: own }) => Object.keys(own).map((state) => `${name}.${state}`)),
);

it("has words for every key that the code names", () => {
  const missing = [...new Set(named)].filter(
    (key) => !indonesian.has(key) && !states.has(key) && !/\.(ts|json|csv|css|js|html)$/.test(key),
  );
  expect(missing).toEqual([]);
});

it("has words for everything that the code composes", () => {
  const composed = [
    ...Object.keys(categories).map((category) => `category.${category}`),
    ...[...TICKET_STATES, "repaired"].map((state) => `ticketState.${state}`),
    ...AID_STATES.map((state) => `check.${state}`),
    ...flows.all.map(({ name }) => `flows.${name}`),
    ...Object.values(errors).map(({ key }) => key),
    ...locales.map((locale) => `language.${locale}`),
  ];
  expect(composed.filter((key) => !indonesian.has(key))).toEqual([]);
});

/** What the page of the web chat asks for. */
const onPage = globSync("src/channels/webchat/page/*.{js,html}").flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(/\btexts\.(?!js\b)(\w+)|data-text="(\w+)"/g)].map(([, a, b]) => a ?? b ?? ""),
);

it("has every word that the web chat's page asks for", () => {
  expect(onPage.filter((name) => !indonesian.has(`webchat.${name}`))).toEqual([]);
});

it("uses every sentence it has", () => {
  const composedTopics = /^(category|ticketState|flows|number|owner|intent|language|menu|errors|telegram|casework)\./;
  const inCode = (key: string): boolean =>
    source.includes(`"${key}"`) || source.includes(`\`${key.slice(0, key.lastIndexOf("."))}.\${`);
  const patterns = [
    /^check\.(limited|locked|unavailable|male|female|change\.\w+|[A-Z_]+)$/,
    /^ticket\.about\./,
    /^privacy\.(about\.|data-|consent-)/,
    /^answers\./,
    /^ticket\.(days|hours)$/,
    new RegExp(`^webchat\\.(${onPage.join("|")})$`),
  ];
  const unused = [...indonesian.keys()].filter(
    (key) => !inCode(key) && !composedTopics.test(key) && !patterns.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});
