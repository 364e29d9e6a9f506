import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { MENTIONED_KEPT } from "../../src/casework/mentioned-numbers.ts";
import { Settings } from "../../src/config.ts";
import { PROOF_LASTS, TOLD_KEPT } from "../../src/conversation/engine/lapse.ts";
import { MENTIONS_WAIT } from "../../src/conversation/engine/strip-session.ts";
import { NUMBERS_HELD } from "../../src/messaging/page-code.ts";
import { STRANGER_AFTER } from "../../src/messaging/stranger.ts";
import { CHANGES_KEPT, DEAD_LETTERS_KEPT, MESSAGES_KEPT } from "../../src/messaging/tidy.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;
const page = readFileSync("docs/privacy.md", "utf8");
const rowOf = (what: string): string =>
  page.split("\n").find((line) => line.startsWith("|") && line.includes(what)) ?? "";

it.each<[string, string, string]>([
  ["what a citizen wrote", rowOf("| what a citizen wrote"), `${MESSAGES_KEPT / DAY} days after it was handled`],
  ["replies", rowOf("| replies"), `${MESSAGES_KEPT / DAY} days after they were sent`],
  ["dead letters", rowOf("| dead letters"), `${DEAD_LETTERS_KEPT / DAY} days`],
  ["mentioned numbers", rowOf("| NIK and KK numbers typed"), `${MENTIONED_KEPT / DAY} days after the report closed`],
  ["changes", rowOf("| log of changes"), `${CHANGES_KEPT / 3_600_000} hours`],
  ["a proof", rowOf("| session"), `a proof lapses after ${PROOF_LASTS / MINUTE} minutes`],
  [
    "numbers of a draft",
    rowOf("| session"),
    MENTIONS_WAIT === DAY ? "after a day" : `after ${MENTIONS_WAIT / DAY} days`,
  ],
  ["what was told", rowOf("| session"), `${TOLD_KEPT / 3_600_000} hours after its newest part`],
  ["numbers typed on a page", rowOf("| numbers typed on a page"), NUMBERS_HELD === 10 * MINUTE ? "ten minutes" : "?"],
  ["silence", page, `after ${STRANGER_AFTER / DAY} days of silence`],
])("docs/privacy.md gives the same time for %s as the code", (_, where, figure) => expect(where).toContain(figure));

it("the setting for silence has the default that the page names", () => {
  expect(Settings.shape.STRANGER_AFTER_DAYS.parse(undefined) * DAY).toBe(STRANGER_AFTER);
});

it.each(["id", "en"])("the chat says in %s for how long its messages are kept", (locale) => {
  const { whatIsStored } = JSON.parse(readFileSync(`locales/${locale}/privacy.json`, "utf8")) as Record<string, string>;
  expect(whatIsStored).toMatch(new RegExp(`\\b${MESSAGES_KEPT / DAY} (hari|days)\\b`));
  expect(whatIsStored, "and that chats go abroad").toMatch(/luar negeri|abroad/);
});
