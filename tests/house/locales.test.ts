import { expect, it } from "vitest";
import { readCodeNames } from "./code-names.ts";
import { languageGapsIn, sourceIn, textGapsIn, textsIn, unlistedLanguagesIn, wordsOfPageIn } from "./texts.ts";

it("every language has the same keys and gaps, and no empty text", () => {
  expect(languageGapsIn(".")).toEqual([]);
});

it("words of packs may be written in every language that has texts", () => {
  expect(unlistedLanguagesIn(".", readCodeNames())).toEqual([]);
});

it("every key that the code or the web chat's page uses has a text", () => {
  expect(textGapsIn(".", readCodeNames())).toEqual([]);
});

const indonesian = textsIn(".").get("id") ?? new Map<string, string>();
const source = sourceIn(".");

it("uses every text", () => {
  const composedTopics = /^(category|ticketState|flows|number|owner|intent|language|menu|errors|telegram|casework)\./;
  const all = (pattern: RegExp) => new Set([...source.matchAll(pattern)].map(([, name]) => name));
  const [whole, begun] = [all(/"(?=([^"\n]+)")/g), all(/`(?=([^`\n$]+)\.\$\{)/g)];
  const inCode = (key: string): boolean => whole.has(key) || begun.has(key.slice(0, key.lastIndexOf(".")));
  const patterns = [
    /^check\.(limited|locked|unavailable|male|female|change\.\w+|[A-Z_]+)$/,
    /^ticket\.about\./,
    /^common\.openList$/,
    /^pairing\.(title|how)$/,
    /^privacy\.(about\.|data-|consent-)/,
    /^answers\./,
    /^ticket\.(days|hours)$/,
    new RegExp(`^webchat\\.(${wordsOfPageIn(".").join("|")})$`),
  ];
  const unused = [...indonesian.keys()].filter(
    (key) => !inCode(key) && !composedTopics.test(key) && !patterns.some((pattern) => pattern.test(key)),
  );
  expect(unused).toEqual([]);
});
