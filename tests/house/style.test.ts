import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { encoding: "utf8" })
  .split("\n")
  .filter(Boolean);
const code = tracked.filter((file) => /^(src|workers)\/.*\.ts$/.test(file));
const linesOf = (file: string): number => readFileSync(file, "utf8").split("\n").length - 1;

it("has short files: none over 300 lines, half of them under 80", () => {
  const lengths = code.map((file) => [linesOf(file), file] as const);
  expect(lengths.filter(([lines]) => lines > 300)).toEqual([]);
  const sorted = lengths.map(([lines]) => lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80);
});

it("has folders and files with telling names", () => {
  const vague = /(^|\/)(utils?|helpers?|services|common|core|lib|misc|types|interfaces)(\/|\.ts$)/;
  expect(tracked.filter((file) => vague.test(file) && !file.startsWith("locales/"))).toEqual([]);
  expect(code.filter((file) => !/^[a-z0-9/.-]+$/.test(file))).toEqual([]);
});

it("has no number that could be a person's: serials in tests are 9000 and more", () => {
  const real =
    /(?<![0-9.])[1-9][0-9]{5}(?:[04][1-9]|[1256][0-9]|[37][01])(?:0[1-9]|1[0-2])[0-9]{2}(?!0000)[0-8][0-9]{3}(?![0-9])/;
  const suspicious = tracked.filter(
    (file) =>
      !/package-lock\.json$|^districts\/areas\/|\.(png|xlsx)$/.test(file) && real.test(readFileSync(file, "utf8")),
  );
  expect(suspicious).toEqual([]);
});

const LOOSE = /\b(TODO|FIXME|XXX|HACK)\b|\.(only|todo)\(|vi\.mock\(|@ts-(ignore|nocheck)/;
const ANY = /: any\b|\bas any\b/;
const COMMENTS = /^\s*\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm;

const hasLooseEnd = (source: string): boolean => LOOSE.test(source) || ANY.test(source.replace(COMMENTS, ""));

it.each([
  ["/** Names a file, as any editor does: any name will do. */\nconst a = 1;", false],
  ["const a = 1; // as any other\n", false],
  ['const files = "src/**/*.ts"; // one\nconst a = b as any; /* */', true],
  ['const url = "http://a"; const a: any = 1;', true],
  ["// TODO: more", true],
  ["/** FIXME */", true],
])("finds TODO, and the type `any` outside of comments: %j is %s", (source, expected) => {
  expect(hasLooseEnd(source)).toBe(expected);
});

it("leaves no loose ends", () => {
  const tests = tracked.filter((file) => /^tests\/.*\.ts$/.test(file) && file !== "tests/house/style.test.ts");
  expect([...code, ...tests].filter((file) => hasLooseEnd(readFileSync(file, "utf8")))).toEqual([]);
});
