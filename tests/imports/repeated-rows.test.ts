import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { openRowsByHash } from "../../src/imports/repeated-rows.ts";

const hashOf = (words: string): string => createHash("sha256").update(words).digest("base64url").slice(0, 22);

it("the index of rows finds each row that repeats an earlier one", () => {
  const people = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(people, (said) => {
      const { seen, rowOf } = openRowsByHash();
      for (const [index, one] of said.entries()) {
        expect(seen(hashOf(`person ${one}`), index + 2)).toBe(said.indexOf(one) < index);
      }
      for (const one of said) expect(rowOf(hashOf(`person ${one}`))).toBe(said.indexOf(one) + 2);
      expect(rowOf(hashOf("nobody"))).toBe(0);
    }),
  );
});

it("the index of rows finds only repeated rows among many", () => {
  const { seen, rowOf } = openRowsByHash();
  for (let row = 2; row < 60_000; row += 1) if (seen(hashOf(String(row)), row)) expect(row).toBeUndefined();
  const named = Array.from({ length: 500 }, (_, index) => seen(hashOf(String(index + 2)), 60_000 + index));
  expect(named).toEqual(named.map(() => true));
  expect(rowOf(hashOf("2"))).toBe(2);
});
