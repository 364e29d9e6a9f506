import { expect, it } from "vitest";
import { findGaps } from "../../../src/casework/desk/staff-gaps.ts";
import type { Officer } from "../../../src/casework/officer.ts";
import type { Category } from "../../../src/vocabulary/lists.ts";
import { stages } from "../../support/messaging.ts";
import { officerOf, VILLAGE } from "../../support/officers.ts";

const marks = { sensitive: true, urgent: true, survivor: true };
const ratna = officerOf("dinsos", { id: "ratna", ...marks });
const elsewhere = officerOf("dinsos", { id: "dina", ...marks, areas: ["352402"] });
const sari = officerOf("village", { id: "sari" });
const WAITS = "and 2 open tickets wait for somebody who may see them: ";

it.each<[string, Category, Officer[], string[]]>([
  [
    "the only mark for accusations",
    "cut",
    [{ ...ratna, sensitive: false }],
    [`nobody reads what accuses officials, ${WAITS}`],
  ],
  [
    "without the only mark for violence",
    "violence",
    [{ ...ratna, survivor: false }],
    [`nobody reads what follows violence, ${WAITS}`],
  ],
  [
    "without the only mark for danger",
    "urgent-private",
    [{ ...ratna, urgent: false }],
    [`nobody is called when somebody is in danger, ${WAITS}`],
  ],
  [
    "without an officer who serves the place",
    "quality",
    [elsewhere],
    [`nobody serves the places of some tickets, ${WAITS}`],
  ],
  [
    "without the Dinsos that reads requests",
    "data-copy",
    [sari, elsewhere].map((one) => ({ ...one, active: one === sari })),
    [`nobody of the Dinsos is at work, ${WAITS}`],
  ],
  ["none, the Dinsos may see them", "cut", [ratna], []],
  ["none, no village officer but the Dinsos sees them", "quality", [ratna], []],
])("the gaps of two open tickets: %s", async (_, category, officers, found) => {
  const { messaging } = await stages();
  const { store } = messaging;
  for (const officer of officers) await store.saveOfficer(officer);
  const draft = { district: "lamongan", text: "beras apek", locale: "id", person: {}, area: VILLAGE } as const;
  for (const number of ["LMG-26-930001-1", "LMG-26-930002-9"])
    await store.openTicket({ ...draft, number, category, openedAt: Date.now() });
  const gaps = (await findGaps(messaging, "lamongan"))
    .map(({ gap }) => gap)
    .filter((gap) => gap.includes("open ticket"));
  expect(gaps).toEqual(found.map((start) => expect.stringContaining(`lamongan: ${start}`)));
});
