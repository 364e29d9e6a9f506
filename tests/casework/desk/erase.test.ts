import { expect, it } from "vitest";
import { eraseMentioned } from "../../../src/casework/desk/erase-mentioned.ts";
import { MENTIONED_KEPT } from "../../../src/casework/mentioned-numbers.ts";
import { stages } from "../../support/messaging.ts";

const NIK = "3524011708859907";
const DAY = 86_400_000;

it("eraseMentioned erases once the mentioned numbers of tickets that closed a month ago", async () => {
  const { messaging } = await stages();
  const { store } = messaging;
  const close = async (number: string, ago: number | undefined) => {
    await store.openTicket({
      number,
      district: "lamongan",
      category: "other",
      text: "NIK ••••••••••••••07",
      person: {},
      locale: "id",
      openedAt: 1,
      mentioned: [{ label: "nik", number: NIK }],
    });
    if (ago === undefined) return;
    await store.changeTicket(number, { type: "close", id: "c", at: Date.now() - ago, by: "sari", text: "" });
  };
  await close("LMG-26-000001-1", MENTIONED_KEPT + 1);
  await close("LMG-26-000002-1", MENTIONED_KEPT - DAY);
  await close("LMG-26-000003-1", undefined);
  expect(await eraseMentioned(messaging)).toBe(1);
  expect(await eraseMentioned(messaging)).toBe(0);
  const kept = async (number: string) => (await store.ticket(number))?.mentioned.length;
  expect(await Promise.all(["1", "2", "3"].map((one) => kept(`LMG-26-00000${one}-1`)))).toEqual([0, 1, 1]);
  expect((await store.ticket("LMG-26-000001-1"))?.events.at(-1)).toMatchObject({ type: "erase", by: "system" });
});
