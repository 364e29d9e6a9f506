import { describe, expect, it } from "vitest";
import { readLaterText } from "../../../src/casework/desk/read-later-text.ts";
import { factsAt } from "../../conversation/dialogue.ts";

describe("when a report of danger is read", () => {
  it.each([
    ["in office hours nothing is said of it", Date.UTC(2026, 10, 23, 3), undefined],
    ["at night", Date.UTC(2026, 10, 23, 15), Date.UTC(2026, 10, 24, 1)],
    ["on a Sunday", Date.UTC(2026, 10, 22, 3), Date.UTC(2026, 10, 23, 1)],
  ])("%s", (_, now, opens) => {
    const said =
      opens === undefined ? [] : [{ key: "urgent.readLater", values: { time: { time: opens, zone: "Asia/Jakarta" } } }];
    expect(readLaterText(factsAt(now))).toEqual(said);
  });
});
