import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSearch, searchWords } from "../../src/casework/search.ts";

const TITLES = new Set(["ibu", "pak"]);

describe("a typed search", () => {
  it.each([
    ["lmg 26 000123 7", { number: "LMG-26-000123-7" }],
    ["3524 0152 0679 9901", { nik: "3524015206799901" }],
    ["123", { serial: 123 }],
    ["000123", { serial: 123 }],
    ["4711", { serial: 4711, words: ["phone 4711"] }],
    ["0812-3456-4711", { words: ["phone 4711"] }],
    ["+62 812 3456 4711", { words: ["phone 4711"] }],
    ["Ibu Siti Aminah", { words: ["name siti", "name amina"] }],
    ["Moh. Soejono", { words: ["name moh", "name sujono"] }],
    ["siti 4711", { words: ["name siti", "phone 4711"] }],
  ])("%s is read", (typed, wanted) => {
    expect(readSearch(typed, TITLES)).toEqual(wanted);
  });

  it.each(["", "  ", "?!", "0", "Ibu", "12345678901234567", "siti 12"])("%j is no search", (typed) => {
    expect(readSearch(typed, TITLES)).toBeUndefined();
  });

  it("a typed name has the same words as a ticket with this name", () => {
    const word = fc.constantFrom("Siti", "Soekarno", "Muhammad", "Wagini", "Nur", "Achmad", "Ibnu", "Djoko");
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const name = words.join(" ");
        const wanted = readSearch(name.toUpperCase());
        expect(wanted).toEqual({ words: searchWords({ category: "card", person: { name } }) });
      }),
    );
  });

  it("a ticket about violence or with erased data has no search words", () => {
    const person = { name: "Siti", phone: "081234564711" };
    expect(searchWords({ category: "violence", person })).toEqual([]);
    expect(searchWords({ category: "card", person, unnamed: true })).toEqual([]);
    expect(searchWords({ category: "card", person })).toEqual(["name siti", "phone 4711"]);
  });
});
