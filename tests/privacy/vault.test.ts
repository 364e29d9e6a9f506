import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openVault } from "../../src/privacy/vault.ts";

const key = (letter: string): Buffer => Buffer.alloc(32, letter);
const vault = openVault({ seal: new Map([[1, key("a")]]), index: key("i") });
const rotated = openVault({
  seal: new Map([
    [2, key("b")],
    [1, key("a")],
  ]),
  index: key("i"),
});

describe("sealing", () => {
  it("gives back any JSON under its own name", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, about) => {
        expect(vault.open(vault.seal(value, about), about)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("never makes the same bytes twice, and reveals nothing of the value", () => {
    const [a, b] = [vault.seal("3524015206799901", "x"), vault.seal("3524015206799901", "x")];
    expect(a.equals(b)).toBe(false);
    expect(a.toString("latin1")).not.toContain("3524015206799901");
  });

  it("refuses any altered byte", () => {
    const sealed = vault.seal({ nik: "3524015206799901" }, "row 1");
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = Buffer.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(() => vault.open(altered, "row 1"), `byte ${at}`).toThrow(
        expect.objectContaining({ code: "SEAL_BROKEN" }),
      );
    }
  });

  it.each([
    ["another record", (sealed: Buffer) => [sealed, "row 2"] as const],
    ["nothing", () => [Buffer.alloc(0), "row 1"] as const],
    ["a stump", (sealed: Buffer) => [sealed.subarray(0, 20), "row 1"] as const],
    ["a tail", (sealed: Buffer) => [Buffer.concat([sealed, Buffer.of(0)]), "row 1"] as const],
  ])("refuses %s", (_, made) => {
    const [bytes, about] = made(vault.seal("x", "row 1"));
    expect(() => vault.open(bytes, about)).toThrow(expect.objectContaining({ code: "SEAL_BROKEN" }));
  });

  it("the first key seals, all open", () => {
    expect(rotated.open(vault.seal("old", "x"), "x")).toBe("old");
    const fresh = rotated.seal("new", "x");
    expect([rotated.versionOf(fresh), vault.versionOf(vault.seal("", ""))]).toEqual([2, 1]);
    expect(() => vault.open(fresh, "x")).toThrow(expect.objectContaining({ code: "SEAL_BROKEN" }));
  });
});

describe("the blind index", () => {
  it("is the same for the same value and another for another kind, value or key", () => {
    const other = openVault({ seal: new Map([[1, key("a")]]), index: key("j") });
    const names = [vault.index("nik", "1"), vault.index("kk", "1"), vault.index("nik", "2"), other.index("nik", "1")];
    expect(new Set(names).size).toBe(4);
    expect(rotated.index("nik", "1")).toBe(names[0]);
    for (const name of names) expect(name).toMatch(/^[\w-]{22}$/);
  });
});
