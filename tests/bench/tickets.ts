import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import type { Officer } from "../../src/casework/officer.ts";
import { type Sight, sightOf } from "../../src/casework/sight.ts";
import type { TicketQuery } from "../../src/store/ports/tickets.ts";
import { hotQueries, PAGE, placeIn } from "./hot-queries.ts";
import { median, medianOf } from "./median.ts";
import { START, storeTickets } from "./stored-tickets.ts";

const FEW = 4_000;
const MANY = 1_000_000;
const ROUNDS = 50;

const sightAs = (id: string, rung: Officer["rung"], areas: string[]): Sight => {
  const all = areas.length === 0 ? { allAreas: true } : {};
  const officer = { id, name: id, district: "lamongan", rung, areas, ...all, sensitive: false, active: true } as const;
  return sightOf(officer) ?? { district: "lamongan", keys: [] };
};

/** Compares each hot query with its bare statements, without unsealing. */
export async function tickets(): Promise<void> {
  const few = await measured(FEW);
  const many = await measured(MANY);
  for (const [name, ms] of Object.entries(many)) {
    const before = few[name] as number;
    console.log(
      `${name}: ${before.toFixed(2)} ms with ${FEW}, ${ms.toFixed(2)} ms with ${MANY}: ${(ms / before).toFixed(2)}`,
    );
  }
}

/** Returns medians in ms. */
async function measured(stored: number): Promise<Record<string, number>> {
  const directory = mkdtempSync(join(tmpdir(), "sapa-tickets-"));
  const { store, db, villages } = await storeTickets(directory, stored);
  const [near = "", far = ""] = [villages[7], villages[9]];
  const [village, dinsos] = [sightAs("v7", "village", [near]), sightAs("dina", "dinsos", [])];
  const lists: Record<string, TicketQuery> = {
    "a village officer's open tickets": { sight: village, open: true, limit: PAGE },
    "the same by clock": { sight: village, order: "clock", limit: PAGE },
    "a village officer's own": { sight: village, holder: "v7", open: true, limit: PAGE },
    "the newest of the Dinsos": { sight: dinsos, open: true, limit: PAGE },
    "the Dinsos by clock": { sight: dinsos, order: "clock", limit: PAGE },
    "the Dinsos, one category": { sight: dinsos, open: true, category: "card", limit: PAGE },
    "the Dinsos, one village": { sight: dinsos, open: true, area: far, limit: PAGE },
  };
  const twelve = Array.from({ length: 12 }, (_, at) => `v${at}`);
  if (stored === MANY) compareWithBare(db, lists, { village, dinsos, place: far, twelve });
  const medians: Record<string, number> = {};
  for (const [name, query] of Object.entries(lists)) medians[name] = await medianOf(ROUNDS, () => store.list(query));
  const tabs = [{}, { open: true }, { open: false }, { category: "card" as const }];
  medians["four counts of a village"] = await medianOf(ROUNDS, () => store.counts(village, tabs));
  medians["four counts of the Dinsos"] = await medianOf(ROUNDS, () => store.counts(dinsos, tabs));
  medians["the loads of twelve officers"] = await medianOf(ROUNDS, () => store.loads("lamongan", twelve));
  const { heads } = await store.list({ sight: village, open: true, limit: 1 });
  let noted = 0;
  medians["a note"] = await medianOf(ROUNDS, () => {
    noted += 1;
    const text = "sudah dicek ke lapangan";
    return store.changeTicket(heads[0]?.number ?? "", { type: "note", id: `n${noted}`, at: START, by: "v7", text });
  });
  db.close();
  await store.close();
  rmSync(directory, { recursive: true });
  return medians;
}

/** The two queries take turns, so that slow moments of the machine hit both. */
function compareWithBare(
  db: DatabaseSync,
  lists: Readonly<Record<string, TicketQuery>>,
  asked: Parameters<typeof hotQueries>[2],
): void {
  const { dinsos } = asked;
  const more: Record<string, TicketQuery> = {
    "page 2 of the Dinsos": { sight: dinsos, open: true, after: placeIn(db, "d:lamongan", PAGE), limit: PAGE },
    "a deep page of the Dinsos": { sight: dinsos, open: true, after: placeIn(db, "d:lamongan", 9_000), limit: PAGE },
    "the closed of the Dinsos": { sight: dinsos, open: false, limit: PAGE },
  };
  for (const { name, ours, bare } of hotQueries(db, { ...lists, ...more }, asked)) {
    const took = { ours: [] as number[], bare: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      took.bare.push(timeOf(bare));
      took.ours.push(timeOf(ours));
    }
    const [mine, theirs] = [median(took.ours), median(took.bare)];
    console.log(`${name}: ${mine.toFixed(3)} ms, bare ${theirs.toFixed(3)} ms: ${(mine / theirs).toFixed(2)}`);
  }
}

function timeOf(ask: () => unknown): number {
  const begun = performance.now();
  ask();
  return performance.now() - begun;
}
