import fc from "fast-check";
import { expect, it } from "vitest";
import { numberFeatures, openText, separate } from "../../src/signals/train.ts";

const PULL = { must: 10, mustNot: 10 };

function textOf(names: readonly string[]) {
  const text = openText(1);
  for (const name of names) text.tell(name, 1);
  return text;
}

it("training separates texts by a word that only one side has", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom("a", "b", "c", "d")), { minLength: 8, maxLength: 40 }), (others) => {
      const sides = others.map((_, at): 1 | -1 => (at % 2 === 0 ? 1 : -1));
      const texts = others.map((other, at) => textOf([...other, sides[at] === 1 ? "yes" : "no", "yes or no"]));
      const matrix = numberFeatures(texts);
      const weights = separate(matrix, sides, PULL);
      expect(weights[matrix.names.indexOf("yes")]).toBeGreaterThan(0);
      expect(weights[matrix.names.indexOf("no")]).toBeLessThan(0);
    }),
  );
});

it("a feature that is told twice counts twice, and its square each time", () => {
  const { features, square } = textOf(["a", "a", "b"]);
  expect([...features]).toEqual([
    ["a", 2],
    ["b", 1],
  ]);
  expect(square).toBe(4);
});

it("training leaves out a feature of fewer than three texts", () => {
  const { names } = numberFeatures([["a", "b"], ["a", "b"], ["a"]].map(textOf));
  expect(names).toEqual(["a"]);
});
