import { describe, expect, it } from "vitest";
import type { Scored } from "../../src/conversation/understanding/score.ts";
import { understand } from "../../src/conversation/understanding/understand.ts";
import { byPhrases } from "../support/shipped-words.ts";

const TEXT = "Saya hamil anak ketiga, suami nguli serabutan, saged angsal bantuan nopo mboten";
const sureOf = (label: string): Scored[] => [
  { label, likely: 0.97, score: 2, trust: "alone" },
  { label: "apply", likely: 0.01, score: 0 },
];
const read = (label: string, mayBeDanger: boolean) =>
  understand(TEXT, { ...byPhrases, rankIntents: () => sureOf(label), mayBeDanger: () => mayBeDanger });

describe("a danger that nothing corroborates", () => {
  it("is offered before the matter that the model is sure of", () => {
    const { intent, alternatives } = read("ask:components", true);
    expect(intent).toBe("unknown");
    expect(alternatives.map((one) => one.topic ?? one.intent)).toEqual(["urgent", "components", "apply"]);
  });

  it("is offered even if the message seems to ask nothing of the service", () =>
    expect(read("none", true).alternatives[0]?.intent).toBe("urgent"));

  it("changes nothing where there is none", () => expect(read("ask:components", false).intent).toBe("ask"));
});
