import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { repeatedRows } from "../../src/imports/repeated-rows.ts";

const hashOf = (words: string): string => createHash("sha256").update(words).digest("base64url").slice(0, 22);

it("of rows that say the same, in any order, every one but the first is named", () => {
  const people = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(
      people.chain((said) =>
        fc.shuffledSubarray([...said.keys()], { minLength: said.length }).map((order) => ({ said, order })),
      ),
      ({ said, order }) => {
        const named: number[] = [];
        const { seen: add, rowOf } = repeatedRows((row) => named.push(row));
        for (const index of order) add(hashOf(`person ${said[index]}`), index + 2);
        const expected = said.flatMap((one, index) => (said.indexOf(one) < index ? [index + 2] : []));
        expect(named.sort((a, b) => a - b)).toEqual(expected);
        for (const one of said) expect(rowOf(hashOf(`person ${one}`))).toBe(said.indexOf(one) + 2);
        expect(rowOf(hashOf("nobody"))).toBe(0);
      },
    ),
  );
});

it("among many rows only those that repeat one are named", () => {
  const named: number[] = [];
  const { seen: add, rowOf } = repeatedRows((row) => named.push(row));
  for (let row = 2; row < 60_000; row += 1) add(hashOf(String(row)), row);
  expect(named).toEqual([]);
  for (let row = 60_000; row < 60_500; row += 1) add(hashOf(String(row - 59_998)), row);
  expect(named).toHaveLength(500);
  expect(named[0]).toBe(60_000);
  expect(rowOf(hashOf("2"))).toBe(2);
});
