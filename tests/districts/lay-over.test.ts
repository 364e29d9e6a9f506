import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PackTextError, readLocatedJson } from "../../src/districts/json-text.ts";
import { layOver, layRowsOver } from "../../src/districts/lay-over.ts";
import { placeOf, plainValue } from "../../src/districts/located-json.ts";

const read = (value: unknown) => readLocatedJson(JSON.stringify(value), "x.json");
// JSON writes -0 as 0
const value = fc.jsonValue({ maxDepth: 3 }).map((one): unknown => JSON.parse(JSON.stringify(one)));
const object = fc.dictionary(fc.constantFrom("a", "b", "id", "en", "signed_off"), value, { maxKeys: 4 });
const rows = fc.uniqueArray(
  fc.record({ code: fc.constantFrom("A", "B", "C", "D"), name: value, words: object }, { requiredKeys: ["code"] }),
  { selector: ({ code }) => code },
);
const overRows = (base: unknown, over: unknown) => {
  const problems: string[] = [];
  const laid = layRowsOver(read(base), read(over), ["code"], problems);
  expect(problems).toEqual([]);
  return plainValue(laid);
};

describe("objects", () => {
  it("an empty object changes nothing", () => {
    fc.assert(
      fc.property(object, (base) => {
        expect(plainValue(layOver(read(base), read({})))).toEqual(base);
      }),
    );
  });

  it("an object that is laid over twice counts once", () => {
    fc.assert(
      fc.property(object, object, (base, over) => {
        const once = layOver(read(base), read(over));
        expect(plainValue(layOver(once, read(over)))).toEqual(plainValue(once));
      }),
    );
  });

  it("an object that is laid over itself is itself", () => {
    fc.assert(
      fc.property(object, (base) => {
        expect(plainValue(layOver(read(base), read(base)))).toEqual(base);
      }),
    );
  });
});

describe("rows", () => {
  it("an empty list changes nothing", () => {
    fc.assert(
      fc.property(rows, (base) => {
        expect(overRows(base, [])).toEqual(base);
      }),
    );
  });

  it("rows that are laid over twice count once, and no row of either list is missing", () => {
    fc.assert(
      fc.property(rows, rows, (base, over) => {
        const once = overRows(base, over) as { code: string }[];
        expect(overRows(once, over)).toEqual(once);
        expect(new Set(once.map(({ code }) => code))).toEqual(new Set([...base, ...over].map(({ code }) => code)));
      }),
    );
  });

  it("rows keep their order, new rows come last, and removed rows are gone", () => {
    const over = [{ code: "C" }, { code: "A", removed: true }, { code: "B", name: 2 }];
    expect(overRows([{ code: "A" }, { code: "B", name: 1 }], over)).toEqual([{ code: "B", name: 2 }, { code: "C" }]);
  });
});

describe("JSON with lines", () => {
  it("is read as JSON.parse reads it, in any layout", () => {
    fc.assert(
      fc.property(value, fc.nat(4), (one, indent) => {
        const text = JSON.stringify(one, null, indent);
        expect(plainValue(readLocatedJson(text, "x.json"))).toEqual(JSON.parse(text));
      }),
    );
  });

  it("is refused with a line if and only if JSON.parse refuses it or a key stands there twice", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"b"',
      "1",
      "-",
      "01",
      "true",
      "nul",
      "\n",
      " ",
      '"',
      "\\u12",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join("");
        const isJson = attempt(() => JSON.parse(text)) === undefined;
        const error = attempt(() => readLocatedJson(text, "x.json"));
        if (error && /stands there twice$/.test(error.message)) return;
        expect(error === undefined).toBe(isJson);
        if (error) expect(error).toBeInstanceOf(PackTextError);
        if (error) expect(error.message).toMatch(/^x\.json:\d+: is no JSON: /);
      }),
      { numRuns: 2_000 },
    );
  });

  it("has the line of each value, and for a missing value the line of the innermost value around it", () => {
    const node = readLocatedJson('{\n"a": [1,\n{ "b":\n2 }],\n"__proto__": 3 }', "x.json");
    expect(placeOf(node, ["a", 1, "b"])).toBe("x.json:4");
    expect(placeOf(node, ["a", 1, "c", "d"])).toBe("x.json:3");
    expect(placeOf(node, ["__proto__"])).toBe("x.json:5");
    expect(Object.hasOwn(plainValue(node) as object, "__proto__")).toBe(true);
  });
});

function attempt(act: () => unknown): Error | undefined {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  return undefined;
}
