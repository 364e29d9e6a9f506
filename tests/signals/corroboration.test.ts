import { describe, expect, it } from "vitest";
import { type Lone, loneIn, needsCorroboration } from "../../src/signals/corroboration.ts";
import type { Ranked } from "../../src/signals/second-opinion.ts";
import type { Signal } from "../../src/signals/signal-names.ts";

const dangerAt = (likely: number, other = "apply", otherLikely = 0.5): Ranked => [
  { label: other, likely: otherLikely },
  { label: "urgent", likely },
];

describe("corroboration", () => {
  it.each<[Signal, number | undefined, Ranked, boolean]>([
    ["neglected", 22, dangerAt(0.03), true],
    ["neglected", 22, dangerAt(0.06), false],
    ["neglected", 50, dangerAt(0.03), false],
    ["urgent-medical", 45, dangerAt(0, "ask:pbi-jk", 0.9), true],
    ["violence", 14, dangerAt(0.23, "ask:components", 0.65), true],
    ["violence", 14, dangerAt(0.23, "complaint", 0.65), false],
    ["violence", 14, dangerAt(0.23, "ask:components", 0.49), false],
    ["violence", 20, dangerAt(0.23, "ask:components", 0.65), false],
    ["hunger", 14, dangerAt(0.23, "ask:components", 0.65), false],
    ["violence", 14, [{ label: "urgent", likely: 0.4 }], true],
    ["violence", 14, [{ label: "urgent", likely: 0.5 }], false],
    ["violence", 20, [{ label: "urgent", likely: 0.4 }], false],
    ["neglected", 14, [{ label: "urgent", likely: 0.3 }], false],
    ["violence", undefined, dangerAt(0), false],
    ["violence", 1, [], false],
    ["accusation", 1, dangerAt(0), false],
    ["fear", 1, dangerAt(0), false],
  ])("of %s that only the weights find with %s, from %j, is needed: %s", (signal, strength, ranked, needed) =>
    expect(needsCorroboration(ranked, lone(signal, "weights", strength))).toBe(needed),
  );

  it.each<[Signal, number | undefined, Ranked, boolean]>([
    ["self-harm", -1, dangerAt(0.09), true],
    ["self-harm", -1, dangerAt(0.1), false],
    ["self-harm", 0, dangerAt(0.09), false],
    ["self-harm", undefined, dangerAt(0), false],
    ["urgent-medical", -16, dangerAt(0.04), true],
    ["urgent-medical", -15, dangerAt(0.04), false],
    ["urgent-medical", -16, dangerAt(0.05), false],
    ["disaster", -51, dangerAt(0.29), true],
    ["disaster", -51, dangerAt(0.3), false],
    ["disaster", -90, [{ label: "urgent", likely: 0.2 }], false],
    ["accusation", -19, dangerAt(0), false],
  ])("of %s that only a phrase finds with %s, from %j, is needed: %s", (signal, strength, ranked, needed) =>
    expect(needsCorroboration(ranked, lone(signal, "phrases", strength))).toBe(needed),
  );

  it("is given by phrases of the gravest dangers in two places", () => {
    const twice = { ...lone("self-harm", "phrases", -36), isApart: true };
    expect(needsCorroboration(dangerAt(0), twice)).toBe(false);
    expect(needsCorroboration(dangerAt(0), { ...twice, signal: "disaster" })).toBe(true);
  });

  it("is not asked of what phrases and weights find, nor of a sure phrase", () => {
    const phrase = { signal: "violence" as const, phrase: "dipukul", from: 0, to: 0, strength: -5 };
    const weights = { ...phrase, phrase: "", strength: 7 };
    expect(loneIn([phrase, weights], "violence")).toBeUndefined();
    expect(loneIn([{ ...phrase, sure: true }], "violence")).toBeUndefined();
    expect(loneIn([phrase], "hunger")).toBeUndefined();
    expect(loneIn([weights], "violence")).toEqual(lone("violence", "weights", 7));
    expect(loneIn([phrase, { ...phrase, from: 2, to: 3 }], "violence")).toEqual({
      ...lone("violence", "phrases", -5),
      isApart: true,
    });
  });
});

function lone(signal: Signal, by: Lone["by"], strength: number | undefined): Lone {
  return { signal, by, isApart: false, ...(strength === undefined ? {} : { strength }) };
}
