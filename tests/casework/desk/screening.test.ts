import { describe, expect, it } from "vitest";
import { screenDraft } from "../../../src/casework/desk/screen-draft.ts";
import { screenEffect } from "../../../src/casework/desk/screen-effect.ts";
import type { Officer } from "../../../src/casework/officer.ts";
import type { TicketDraft } from "../../../src/casework/ticket.ts";
import type { Effect } from "../../../src/effects/index.ts";
import type { Category, Rung } from "../../../src/vocabulary/lists.ts";
import type { Text } from "../../../src/vocabulary/message.ts";
import { factsAt } from "../../conversation/dialogue.ts";
import { meetChat } from "../../support/chats.ts";
import { addsToTicket, opensTicket } from "../../support/effects.ts";
import { stages } from "../../support/messaging.ts";

const NOW = Date.UTC(2026, 10, 23, 3);
const VILLAGE = "3524012001";
const facts = factsAt(NOW);
const officer = (id: string, rung: Rung, more: Partial<Officer> = {}): Officer => ({
  id,
  name: id,
  district: "lamongan",
  rung,
  areas: rung === "village" ? [VILLAGE] : [],
  sensitive: false,
  active: true,
  ...more,
});
const MET = { channel: "webchat", address: "met" };
const met = { chats: [MET] };
const unmet = { chats: [{ channel: "webchat", address: "nobody" }] };
let serial = 0;
function draft(category: Category, more: Partial<TicketDraft> = {}): TicketDraft {
  serial += 1;
  return {
    number: `LMG-26-${String(serial).padStart(6, "0")}-1`,
    district: "lamongan",
    category,
    area: VILLAGE,
    text: "x",
    person: {},
    locale: "id",
    openedAt: NOW,
    ...more,
  };
}

async function withStaff(...staff: Officer[]) {
  const { messaging } = await stages();
  for (const one of staff) await messaging.store.saveOfficer(one);
  await meetChat(messaging.store, MET, "lamongan");
  const told = async (effect: Effect) =>
    (await screenEffect(messaging, effect, facts)).say.map((text) => "key" in text && text.key);
  return { messaging, told };
}

describe("a citizen who reports danger reads which officer the service calls", () => {
  const village = officer("sari", "village", met);
  const dinsos = officer("dina", "dinsos", met);
  it.each<[Category, string, Officer[]]>([
    ["urgent", "urgent.told.dinsos", [village, dinsos]],
    ["urgent", "urgent.told.near", [village]],
    ["urgent", "urgent.told.nobody", []],
    ["urgent-private", "urgent.told.nobody", [village, dinsos]],
    ["urgent-private", "urgent.told.dinsos", [officer("uci", "dinsos", { urgent: true, ...met })]],
    ["urgent-private", "urgent.told.nobody", [officer("uci", "dinsos", { urgent: true, ...unmet })]],
    ["urgent-private", "urgent.told.nobody", [officer("uci", "dinsos", { urgent: true })]],
    ["urgent", "urgent.told.near", [village, officer("uci", "dinsos", { urgent: true, ...unmet })]],
    ["violence", "urgent.told.noSurvivor", [officer("vina", "dinsos", { survivor: true, ...unmet })]],
    ["violence", "urgent.told.noSurvivor", [village, dinsos, officer("uci", "dinsos", { urgent: true })]],
    ["violence", "urgent.told.survivor", [officer("vina", "dinsos", { survivor: true, ...met })]],
    ["violence", "urgent.told.noSurvivor", [officer("vina", "dinsos", { survivor: true, active: false })]],
  ])("%s: %s", async (category, key, staff) => {
    const { told } = await withStaff(...staff);
    expect(await told(opensTicket(draft(category)))).toEqual([key]);
  });

  const NIGHT = Date.UTC(2026, 10, 23, 15);
  const SUNDAY = Date.UTC(2026, 10, 22, 3);
  const uci = officer("uci", "dinsos", { urgent: true, ...met });
  const vina = officer("vina", "dinsos", { survivor: true, ...met });
  it.each<[string, number, Category, string, number | undefined, Officer[]]>([
    ["an officer with the mark looks at any hour", NIGHT, "urgent", "dinsos", undefined, [dinsos, uci]],
    ["an officer with the mark looks at any hour", SUNDAY, "urgent-private", "dinsos", undefined, [uci]],
    ["an officer without the mark", NIGHT, "urgent", "dinsosLater", Date.UTC(2026, 10, 24, 1), [dinsos, village]],
    ["an officer near the place", SUNDAY, "urgent", "nearLater", Date.UTC(2026, 10, 23, 1), [village]],
    [
      "the mark of a village officer counts for nothing",
      SUNDAY,
      "urgent",
      "nearLater",
      Date.UTC(2026, 10, 23, 1),
      [{ ...village, urgent: true }],
    ],
    ["an officer for survivors", NIGHT, "violence", "survivorLater", Date.UTC(2026, 10, 24, 1), [vina]],
    ["nobody", NIGHT, "urgent", "nobody", undefined, []],
    ["no officer for survivors", NIGHT, "violence", "noSurvivor", undefined, [uci]],
  ])(
    "outside office hours one sentence says when the ticket is read: %s (%s, %s)",
    async (_, now, category, key, opens, staff) => {
      const { messaging } = await withStaff(...staff);
      const { effect, say } = await screenEffect(messaging, opensTicket(draft(category)), factsAt(now));
      const values = opens === undefined ? {} : { values: { time: { time: opens, zone: "Asia/Jakarta" } } };
      expect(say).toEqual([{ key: `urgent.told.${key}`, ...values }]);
      const isPromised = key !== "nobody" && key !== "noSurvivor";
      expect(effect).toMatchObject({ payload: { draft: isPromised ? { promised: true } : {} } });
      if (opens !== undefined)
        for (const locale of ["id", "en", "jv"])
          expect(messaging.translate(locale, say[0] as Text)).not.toMatch(/sekarang juga|sakniki|now\b/);
    },
  );

  it("a report that accuses the village is not said to be with the village", async () => {
    const { told } = await withStaff(village);
    const text = "anak saya tidak makan dua hari, bantuan dipotong pak kades";
    expect(await told(opensTicket(draft("urgent", { text })))).toEqual(["urgent.told.nobody"]);
  });
});

describe("a report that its citizen asks to keep from the village", () => {
  const asked = (number: string): Effect =>
    addsToTicket(number, { type: "confide", id: "m1.0", by: "citizen", at: NOW, text: "" });

  it.each<[Category, string, boolean]>([
    ["card", "confidential.raised", true],
    ["officer", "confidential.raised", true],
    ["urgent", "confidential.asked", true],
    ["officer-conduct", "confidential.asked", true],
    ["data-copy", "confidential.asked", false],
  ])("%s: says %s", async (category, key, sensitive) => {
    const { messaging, told } = await withStaff(officer("marta", "dinsos", { sensitive: true }));
    const { number } = await messaging.store.openTicket(draft(category));
    const { effect } = await screenEffect(messaging, asked(number), facts);
    expect(await told(asked(number))).toEqual([key]);
    if (effect.type === "add-to-ticket") await messaging.store.changeTicket(number, effect.payload.event);
    expect(await messaging.store.ticket(number)).toMatchObject({ sensitive });
  });

  it("without a marked officer is not said to be with the Dinsos", async () => {
    const { messaging, told } = await withStaff(officer("dina", "dinsos"));
    const { number } = await messaging.store.openTicket(draft("card"));
    expect(await told(asked(number))).toEqual(["confidential.raisedUnread"]);
  });

  it("whose only marked officer is the accused is not said to be read", async () => {
    const { messaging, told } = await withStaff(officer("marta", "dinsos", { sensitive: true }));
    const lane = { sensitive: false, barred: ["marta"], keeps: [] };
    const { number } = await messaging.store.openTicket(draft("card", { lane }));
    expect(await told(asked(number))).toEqual(["confidential.raisedUnread"]);
  });
});

it("a report linked to a confidential ticket is confidential and bars the same officers", async () => {
  const { messaging } = await withStaff(officer("sari", "village"));
  const lane = { sensitive: true, barred: ["sari"], keeps: [] };
  const before = await messaging.store.openTicket(draft("card", { lane }));
  const more = draft("card", { linked: before.number, text: "masih sama seperti dulu" });
  const after = await messaging.store.openTicket((await screenDraft(messaging, more)).draft);
  expect(after).toMatchObject({ sensitive: true, barred: ["sari"] });
});
