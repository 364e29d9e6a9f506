import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { actOnTicket } from "../../src/casework/desk/act-on-ticket.ts";
import { ticketNumber } from "../../src/casework/number.ts";
import { loadCalendar } from "../../src/districts/index.ts";
import { answerChat } from "../../src/messaging/answer.ts";
import { deliverReplies } from "../../src/messaging/deliver.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import type { OfficerAct } from "../../src/vocabulary/acts.ts";
import { TRAITS, testVault } from "../support/keys.ts";
import { inbound, someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";

const OWN = ticketNumber("LMG", 2026, 77);
const ANOTHERS = ticketNumber("LMG", 2026, 78);
const NOTES = 60;

/** `says` counts the entries that one turn unseals. */
async function chatWithLongThread() {
  const vault = testVault();
  let unsealed = 0;
  const watched: typeof vault = {
    ...vault,
    open(sealed, about) {
      if (about.startsWith("entry ")) unsealed += 1;
      return vault.open(sealed, about);
    },
  };
  const calendar = loadCalendar(join(import.meta.dirname, "../../districts"));
  const store = await openSqlite("sqlite::memory:", { vault: watched, calendar, traits: TRAITS });
  onTestFinished(() => store.close());
  const { messaging, sent } = await stages({ store, bubblePause: 0 });
  const [first] = await store.recordInbound([inbound(someone("chat"), "halo")]);
  const conversation = first?.conversation ?? "";
  async function says(text: string) {
    await store.recordInbound([inbound(someone("chat"), text)]);
    await deliverReplies(messaging, conversation);
    const before = sent.length;
    unsealed = 0;
    await answerChat(messaging, conversation);
    const entries = unsealed;
    await deliverReplies(messaging, conversation);
    return { entries, read: sent.slice(before).map((one) => one.text) };
  }
  const draft = { district: "lamongan", category: "quality", text: "berasnya apek", person: {}, locale: "id" } as const;
  await store.openTicket({ ...draft, number: OWN, conversation, openedAt: Date.now() });
  await store.openTicket({ ...draft, number: ANOTHERS, openedAt: Date.now() });
  async function addNotes(number: string, count: number, name: string) {
    for (let no = 1; no <= count; no += 1) {
      const id = `${name}${no}`;
      await store.changeTicket(number, { type: "note", id, at: Date.now(), by: "sari", text: id });
    }
  }
  const act = (type: OfficerAct, text: string) =>
    actOnTicket(messaging, OWN, { by: "operator", id: `act ${text}`, type, text });
  for (const number of [OWN, ANOTHERS]) await addNotes(number, NOTES, "first");
  for (const no of [1, 2, 3, 4]) await act("answer", `kabar ${no}`);
  await answerChat(messaging, conversation);
  return { says, act, addNotes };
}

const shown = (...answers: string[]) =>
  expect.arrayContaining([expect.stringMatching(new RegExp(answers.join("[^]*")))]);

describe("a turn unseals few entries of a long thread", () => {
  it("a list of tickets unseals no entry, and one ticket its newest answers", async () => {
    const { says } = await chatWithLongThread();
    expect(await says("lihat laporan saya")).toEqual({ entries: 0, read: shown("Laporan Bapak/Ibu") });
    const three = shown(OWN, "kabar 2", "kabar 3", "kabar 4");
    expect(await says("1")).toEqual({ entries: 4, read: three });
    const { entries, read } = await says(OWN);
    expect({ entries, read }).toEqual({ entries: 4, read: three });
    expect(read.join()).not.toContain("kabar 1");
  });

  it("the number of another chat's ticket unseals no entry", async () => {
    const { says } = await chatWithLongThread();
    expect(await says(ANOTHERS)).toEqual({ entries: 0, read: shown("tidak bisa dilihat dari chat ini") });
  });

  it("answers before newer notes are unsealed back to the oldest answer that is shown", async () => {
    const { says, addNotes } = await chatWithLongThread();
    await addNotes(OWN, 10, "later");
    const { entries, read } = await says(OWN);
    expect(read).toEqual(shown("kabar 2", "kabar 3", "kabar 4"));
    expect(entries).toBe(4 + 8 + 16);
  });

  it("a reply to a closing letter unseals the letter and the newest answers", async () => {
    const { says, act } = await chatWithLongThread();
    await act("close", "sudah diganti");
    expect(await says("belum")).toEqual({ entries: 4 + 4, read: shown(`${OWN} dibuka lagi`) });
  });
});
