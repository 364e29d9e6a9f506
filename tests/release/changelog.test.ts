import { describe, expect, it } from "vitest";
import { changelogProblems, readChangelog, releasable } from "../../src/cli/changelog.ts";

const FIRST = "## [0.1.0] - 2026-11-30\n\n### Added\n\n- All of it.\n";
const problems = (text: string) => changelogProblems(readChangelog(`# Changelog\n\n${text}`));

describe("the form of a changelog", () => {
  it.each([
    ["a release", FIRST],
    ["a release without brackets", FIRST.replace(/[[\]]/g, "")],
    ["what is not released yet above it", `## Unreleased\n\n### Fixed\n\n- x\n\n${FIRST}`],
    [
      "two releases, newest first",
      `## [0.10.0] - 2027-01-01\n\n### Security\n\n- x\n\n${FIRST.replace("0.1.0", "0.9.0")}`,
    ],
    ["a time before versions at its end", `${FIRST}\n## Before the first release\n\n### Added\n\n- x\n`],
  ])("takes %s", (_, text) => expect(problems(text)).toEqual([]));

  it.each([
    ["a version without a date", FIRST.replace(" - 2026-11-30", ""), 1],
    ["a date that is none", FIRST.replace("2026-11-30", "30.11.2026"), 1],
    ["a group of another name", FIRST.replace("Added", "New"), 1],
    ["a group that stands twice", `${FIRST}\n### Added\n\n- y\n`, 1],
    ["a release without an entry", FIRST.replace("- All", "All"), 1],
    ["what is not released yet below a release", `${FIRST}\n## Unreleased\n\n- x\n`, 1],
    ["an older release above a newer one", `${FIRST}\n${FIRST.replace("0.1.0", "0.2.0")}`, 1],
  ])("names %s", (_, text, count) =>
    expect(problems(`${text}\n${FIRST.replace("0.1.0", "0.0.1")}`)).toHaveLength(count),
  );
});

describe("a version", () => {
  const given = (text: string) => releasable(readChangelog(text), "0.1.0");

  it("is released with its section", () => {
    expect(given(`## Unreleased\n\n${FIRST}`)).toMatchObject({ date: "2026-11-30", text: "### Added\n\n- All of it." });
  });

  it.each([
    ["no section", FIRST.replace("0.1.0", "0.0.9"), /no section "0\.1\.0/],
    ["entries that no release holds", `## Unreleased\n\n### Added\n\n- y\n\n${FIRST}`, /"Unreleased" still holds/],
    ["a changelog in another form", FIRST.replace("Added", "New"), /is no group/],
  ])("is not with %s", (_, text, sentence) => expect(given(text)).toMatch(sentence));
});
