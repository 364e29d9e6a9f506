import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { changelogProblems, readChangelog } from "../../src/cli/changelog.ts";

const read = (path: string): string => readFileSync(path, "utf8");
const { version } = JSON.parse(read("package.json")) as { version: string };
const sections = readChangelog(read("CHANGELOG.md"));

it("CHANGELOG.md has the form of Keep a Changelog", () => {
  expect(changelogProblems(sections)).toEqual([]);
});

it("CHANGELOG.md has a section for this version, or one for what is not released yet", () => {
  expect(sections.some((section) => section.version === version || /^\[?Unreleased\]?$/.test(section.title))).toBe(
    true,
  );
});

it("package-lock.json is of this version", () => {
  const lock = JSON.parse(read("package-lock.json")) as { version: string; packages: { "": { version: string } } };
  expect([lock.version, lock.packages[""].version]).toEqual([version, version]);
});
