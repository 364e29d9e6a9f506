import { describe, expect, it } from "vitest";
import { assignTicket } from "../../../src/casework/desk/assign.ts";
import type { Officer } from "../../../src/casework/officer.ts";
import type { Category } from "../../../src/vocabulary/lists.ts";
import { meetChat } from "../../support/chats.ts";
import { stages } from "../../support/messaging.ts";
import { officerOf, VILLAGE } from "../../support/officers.ts";

const ACCOUNT = "lamongan";
const NUMBER = "LMG-26-930001-1";
const MARKS = { sensitive: true, urgent: true, survivor: true };
const chatOf = (id: string) => ({ channel: "webchat", address: `chat of ${id}` });
const officer = (id: string, more: Partial<Officer> = {}): Officer =>
  officerOf("dinsos", { id, name: id, ...MARKS, chats: [chatOf(id)], ...more });

/** A desk with these officers. The chats of those in `met` have written to the account. */
async function deskWith(officers: Officer[], met: string[]) {
  const all = await stages();
  const { store } = all.messaging;
  for (const one of officers) await store.saveOfficer(one);
  const conversations = new Map<string, string>();
  const meet = async (id: string) => conversations.set(id, await meetChat(store, chatOf(id), ACCOUNT));
  for (const id of met) await meet(id);
  const open = async (category: Category) => {
    const draft = { district: "lamongan", text: "", locale: "id", person: {}, area: VILLAGE } as const;
    await store.openTicket({ ...draft, number: NUMBER, category, openedAt: Date.now() });
    await assignTicket(all.messaging, NUMBER);
  };
  return {
    ...all,
    store,
    open,
    meet,
    holder: async () => (await store.ticket(NUMBER))?.officer,
    textsOf: async (id: string) => {
      const conversation = conversations.get(id);
      return conversation ? (await store.chatRecords(conversation)).answered.map(({ text }) => text) : [];
    },
  };
}

describe("a call of danger goes first to whom a message reaches", () => {
  it.each<[Category, Officer[], string[], string]>([
    ["urgent-private", [officer("ani"), officer("uci")], ["uci"], "uci"],
    ["violence", [officer("ani"), officer("uci")], ["uci"], "uci"],
    ["urgent", [officer("ani"), officer("uci")], ["uci"], "uci"],
    ["urgent", [officer("ani"), officer("uci", { urgent: false })], ["uci"], "uci"],
    ["urgent", [officer("ani"), officerOf("village", { chats: [chatOf("village")] })], ["village"], "village"],
    ["urgent-private", [officer("ani"), officer("uci", { urgent: false })], ["uci"], "ani"],
    ["urgent-private", [officer("ani"), officer("uci")], [], "ani"],
    ["cut", [officer("ani"), officer("uci")], ["uci"], "ani"],
  ])("%s", async (category, officers, met, expected) => {
    const { open, holder, textsOf } = await deskWith(officers, met);
    await open(category);
    expect(await holder()).toBe(expected);
    if (met.includes(expected)) expect(await textsOf(expected)).toEqual([expect.stringContaining("DARURAT")]);
  });
});
