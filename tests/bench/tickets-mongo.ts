import { randomBytes } from "node:crypto";
import type { Officer } from "../../src/casework/officer.ts";
import { searchWords } from "../../src/casework/search.ts";
import { type Sight, sightOf } from "../../src/casework/sight.ts";
import type { TicketEvent } from "../../src/casework/ticket.ts";
import type { Collections, TicketDoc } from "../../src/store/mongo/collections.ts";
import { connect } from "../../src/store/mongo/connect.ts";
import { openMongo } from "../../src/store/mongo/index.ts";
import { collectionsOf } from "../../src/store/mongo/indexes.ts";
import { readWhole } from "../../src/store/mongo/thread.ts";
import { foundDocs } from "../../src/store/mongo/ticket-find.ts";
import { countOf, listedDocs } from "../../src/store/mongo/ticket-list.ts";
import type { FindQuery, TicketQuery } from "../../src/store/ports/tickets.ts";
import { searchOf } from "../../src/store/ticket-find.ts";
import { planOf } from "../../src/store/ticket-list.ts";
import { entryName, openTicket, sealChangedEntries, sealHead } from "../../src/store/ticket-thread.ts";
import { storeOptions } from "../support/keys.ts";
import { median, medianOf } from "./median.ts";

const STORED = 100_000;
const VILLAGES = ["3524012001", "3524012002", "3524022001", "3524022002"];
/** In each village, only this many tickets can be unsealed. */
const OWN = 60;
const ROUNDS = 40;
const PAGE = 50;
const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 23, 3);
/** Fields that a list does not read. */
const HEAD = { entries: 0, arriving: 0, unsent: 0, unlogged: 0 } as const;
const { vault } = storeOptions();

const officer = (id: string, rung: Officer["rung"], areas: string[]): Officer => ({
  id,
  name: id,
  district: "lamongan",
  rung,
  areas,
  ...(areas.length === 0 ? { allAreas: true } : {}),
  sensitive: false,
  active: true,
});
const village = sightOf(officer("v1", "village", [VILLAGES[1] as string]), []) as Sight;
const dinsos = sightOf(officer("dina", "dinsos", []), []) as Sight;
const numbered = (serial: number): string => `LMG-26-${String(serial).padStart(6, "0")}-1`;
const nikOf = (serial: number): string => `352401520679${String(9000 + serial)}`;
const note = (no: number): TicketEvent =>
  ({
    type: "note",
    id: `n${no}`,
    at: START + no,
    by: "v1",
    text: "sudah dicek ke lapangan bersama perangkat",
  }) as never;

/** Compares each hot query with the simplest calls of the driver. */
export async function ticketsMongo(): Promise<void> {
  const { MONGODB_URL } = process.env;
  if (!MONGODB_URL) {
    console.log("skipped: needs MONGODB_URL");
    return;
  }
  const url = new URL(MONGODB_URL);
  url.pathname = `/bench-${randomBytes(4).toString("hex")}`;
  const store = await openMongo(url.href, storeOptions());
  const { connection, db } = await connect(url.href);
  const at = collectionsOf(connection, db);
  try {
    for (let serial = 1; serial <= OWN * VILLAGES.length; serial += 1) {
      const area = VILLAGES[serial % VILLAGES.length] as string;
      const person = { nik: nikOf(serial), name: serial === 17 ? "Siti Wulandaru" : "Siti Aminah" };
      const draft = { number: numbered(serial), text: "bantuan saya belum cair", person, locale: "id", area };
      await store.openTicket({ ...draft, district: "lamongan", category: "card", openedAt: START + serial * 1_000 });
    }
    for (const [serial, length] of [
      [5, 5],
      [9, 200],
    ] as const)
      for (let no = 1; no <= length; no += 1) await store.changeTicket(numbered(serial), note(no));
    await fillWithCopies(at);
    await queries(at);
    await changes(at, store);
  } finally {
    await connection.dropDatabase();
    await connection.close();
    await store.close();
  }
}

async function queries(at: Collections): Promise<void> {
  const lists: Record<string, TicketQuery> = {
    "a village officer's open tickets": { sight: village, open: true, limit: PAGE },
    "the same by clock": { sight: village, order: "clock", limit: PAGE },
    "the newest of the Dinsos": { sight: dinsos, open: true, limit: PAGE },
    "the Dinsos by clock": { sight: dinsos, order: "clock", limit: PAGE },
    "the Dinsos, one category": { sight: dinsos, open: true, category: "card", limit: PAGE },
  };
  for (const [name, query] of Object.entries(lists)) {
    const [field, way] = query.order === "clock" ? (["lateAt", 1] as const) : (["openedAt", -1] as const);
    const bare = () =>
      Promise.all(
        planOf(query).branches.map(({ key, open }) =>
          at.ticket
            .find({ keys: key, open, ...(way === 1 ? { lateAt: { $gt: 0 } } : {}) }, { projection: HEAD })
            .sort({ [field]: way, _id: way })
            .limit(PAGE + 1)
            .toArray(),
        ),
      );
    await compared(name, () => listedDocs({ at }, query, HEAD), bare);
  }
  const find = (search: FindQuery["search"]): FindQuery => ({ sight: dinsos, search, limit: PAGE });
  const words = (name: string) => searchWords({ category: "card", person: { name } });
  const finds: Record<string, FindQuery> = {
    "found by number": find({ numbers: [numbered(7)] }),
    "found by NIK": find({ nik: nikOf(7) }),
    "found by a common word": find({ words: words("Siti") }),
    "found by a common and a rare word": find({ words: words("Siti Wulandaru") }),
  };
  for (const [name, query] of Object.entries(finds)) {
    const search = searchOf(vault, query);
    const where =
      "numbers" in search
        ? { _id: { $in: [...search.numbers] } }
        : "person" in search
          ? { person: search.person }
          : { terms: { $all: [...search.terms] } };
    const bare = () =>
      at.ticket
        .find({ ...where, keys: { $in: [...search.keys] } }, { projection: HEAD })
        .sort({ openedAt: -1, _id: -1 })
        .limit(PAGE + 1)
        .toArray();
    await compared(name, () => foundDocs({ at, vault }, query, HEAD), bare);
  }
  for (const [name, sight] of [
    ["a village officer's count", village],
    ["the Dinsos' count", dinsos],
  ] as const) {
    const { branches } = planOf({ sight, open: true });
    const bare = () =>
      Promise.all(branches.map(({ key, open }) => at.ticket.countDocuments({ keys: key, open }, { limit: 1_000 })));
    await compared(name, () => countOf({ at }, { sight, open: true }), bare);
  }
}

type Store = Awaited<ReturnType<typeof openMongo>>;

async function changes(at: Collections, store: Store): Promise<void> {
  let noted = 1_000;
  for (const [name, serial] of [
    ["5 entries", 5],
    ["200 entries", 9],
  ] as const) {
    const number = numbered(serial);
    const read = async () => {
      const doc = (await at.ticket.findOne({ _id: number })) as TicketDoc;
      const names = Array.from({ length: doc.length ?? 0 }, (_, no) => entryName(number, no));
      const entries = await at.entry.find({ _id: { $in: names } }).toArray();
      return { doc, parts: names.map((one) => entries.find(({ _id }) => _id === one)?.sealed) };
    };
    const { doc, parts } = await read();
    const open = () => openTicket(vault, { number, version: doc.revision, sealed: doc.sealed, entries: parts });
    const opening = await medianOf(ROUNDS, open);
    await compared(`a ticket with ${name}`, () => readWhole({ at, vault }, number), read, opening);
    const whole = open();
    const sealing = await medianOf(ROUNDS, async () => {
      sealChangedEntries(vault, whole, whole.events.slice(0, -1));
      sealHead(vault, whole);
    });
    const spare = { ...doc, _id: `${number}-bare`, keys: doc.keys ?? [] };
    await at.ticket.insertOne(spare);
    let version = 0;
    const sealed = parts[0] as Uint8Array;
    const bare = async () => {
      await read();
      version += 1;
      const entry = { name: `${spare._id}/${version}`, revision: version, sealed };
      const logged = { ticket: spare._id, version, at: START };
      await at.ticket.findOneAndUpdate(
        { _id: spare._id },
        { $set: { sealed: doc.sealed, lateAt: START }, $inc: { revision: 1 }, $push: { arriving: entry } },
        { projection: { revision: 1 } },
      );
      await Promise.all([
        at.entry.insertOne({ _id: entry.name, revision: version, sealed }),
        at.change.insertOne({ _id: -noted * 1_000 - version, ...logged } as never),
      ]);
      await at.ticket.updateOne({ _id: spare._id }, { $pull: { arriving: { revision: version } } });
    };
    const ours = () => {
      noted += 1;
      return store.changeTicket(number, note(noted));
    };
    await compared(`a note on a ticket with ${name}`, ours, bare, opening + sealing);
    await at.ticket.deleteOne({ _id: spare._id });
  }
}

async function fillWithCopies({ ticket }: Collections): Promise<void> {
  const own = await ticket.find().toArray();
  const copies = Math.ceil((STORED - own.length) / own.length);
  const common = own[0]?.terms ?? [];
  for (let copy = 0; copy < copies; copy += 1) {
    const docs = own.map((doc, index) => ({
      ...doc,
      _id: `${doc._id}-${copy}`,
      openedAt: doc.openedAt - (copy + 1) * DAY,
      open: copy % 100 === 0,
      person: null,
      terms: (copy + index) % 10 === 0 ? common : [],
      news: false,
      remindAt: null,
      lateAt: copy % 100 === 0 && doc.lateAt ? doc.lateAt + (copy + 1) * DAY : null,
    }));
    await ticket.insertMany(docs, { ordered: false, writeConcern: { w: 1, journal: false } });
  }
}

/** Both queries take turns, so that slow moments of the machine hit both. */
async function compared(
  name: string,
  ours: () => Promise<unknown>,
  bare: () => Promise<unknown>,
  unsealing = 0,
): Promise<void> {
  const took: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [which, ask] of [ours, bare].entries()) {
      const begun = performance.now();
      await ask();
      took[which as 0 | 1].push(performance.now() - begun);
    }
  const [our, their] = took.map(median) as [number, number];
  const apart = unsealing > 0 ? `, unsealing apart ${unsealing.toFixed(2)} ms` : "";
  const ratio = ((our - unsealing) / their).toFixed(2);
  console.log(`${name}: ${our.toFixed(2)} ms, bare ${their.toFixed(2)} ms${apart}: ${ratio}`);
}
