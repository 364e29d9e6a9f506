import { expect, it } from "vitest";
import { assignTicket } from "../../../src/casework/desk/assign.ts";
import type { TicketEvent } from "../../../src/casework/ticket.ts";
import { chatOf, deskWith, NUMBER, officer } from "../../support/danger-desk.ts";
import { officerOf, VILLAGE } from "../../support/officers.ts";

const OTHER = "3524022001";
const villager = (id: string, area: string) => officerOf("village", { id, areas: [area], chats: [chatOf(id)] });
const OLD = villager("sari", VILLAGE);
const NEW = villager("budi", OTHER);
const CALL = expect.stringContaining("DARURAT");

async function moved(officers: Parameters<typeof deskWith>[0], more: Partial<TicketEvent & { type: "add" }> = {}) {
  const desk = await deskWith(
    officers,
    officers.map(({ id }) => id),
  );
  await desk.open("urgent");
  const before = await desk.store.ticket(NUMBER);
  const event = { type: "add", id: "m1.0", at: Date.now(), by: "citizen", text: "bukan di situ", area: OTHER } as const;
  await desk.store.changeTicket(NUMBER, { ...event, moves: true, ...more });
  await assignTicket(desk.messaging, NUMBER);
  return { ...desk, before, after: await desk.store.ticket(NUMBER) };
}

it("a report of danger at a corrected place leaves the old village's officer, and the new one is called", async () => {
  const { before, after, textsOf } = await moved([OLD, NEW]);
  expect([before?.officer, after?.officer]).toEqual(["sari", "budi"]);
  expect([await textsOf("sari"), await textsOf("budi")]).toEqual([[CALL], [CALL]]);
  expect([after?.area, after?.moved, after?.news]).toEqual([OTHER, undefined, false]);
  expect((after?.notices ?? []).map((one) => one.officer)).toEqual(["budi"]);
});

it("a marked officer keeps the report, and the new village's officer is called beside them", async () => {
  const { before, after, textsOf } = await moved([officer("uci"), OLD, NEW]);
  expect([before?.officer, before?.beside]).toEqual(["uci", "sari"]);
  expect([after?.officer, after?.beside]).toEqual(["uci", "budi"]);
  expect(await textsOf("budi")).toEqual([CALL]);
});

it.each([
  ["the same place again", { area: VILLAGE }],
  ["a place that corrects nothing", { moves: undefined }],
])("%s moves nothing", async (_, more) => {
  const { after } = await moved([OLD, NEW], more);
  expect([after?.area, after?.officer, after?.moved]).toEqual([VILLAGE, "sari", undefined]);
});
