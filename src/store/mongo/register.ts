import { randomBytes } from "node:crypto";
import type { mongo } from "mongoose";
import { defined } from "../../defined.ts";
import { MOST_ROWS_OF_NUMBER } from "../../register/placeholder.ts";
import { Aid, type Generation, Recipient, type RowKind, rowSeal } from "../../register/recipient.ts";
import { openNobodies } from "../decoy-rows.ts";
import type { Register, RowNumber } from "../ports/register.ts";
import { claimBuild } from "./build-claim.ts";
import type { RowDoc } from "./collections.ts";
import type { Context } from "./context.ts";
import { buildGeneration } from "./generation.ts";

const pointerOf = (kind: RowKind, district: string) => `${kind} ${district}`;

/** Each generation has a collection of its own. */
export function mongoRegister({ at, vault, clock }: Context, db: mongo.Db): Register {
  const openNobody = openNobodies(vault);
  const collectionOf = (kind: RowKind, district: string, id: string): mongo.Collection<RowDoc> =>
    db.collection(`${prefixOf(kind, district)}${id}`);

  async function findLive(kind: RowKind, district: string): Promise<Generation | undefined> {
    const doc = await at.generation.findOne({ _id: pointerOf(kind, district) });
    if (doc?.id === undefined) return undefined;
    const { _id, building, ...generation } = doc;
    return generation as Generation;
  }

  /** Searches again if another generation has become live, because the old collection may be dropped. */
  async function findRows(kind: RowKind, district: string, filter: mongo.Filter<RowDoc>): Promise<unknown[]> {
    for (let generation = await findLive(kind, district); generation; ) {
      const rows = collectionOf(kind, district, generation.id)
        .find(filter)
        .limit(MOST_ROWS_OF_NUMBER + 1);
      const found = await rows.toArray();
      const current = await findLive(kind, district);
      if (current?.id === generation.id) {
        return found.length > MOST_ROWS_OF_NUMBER ? [] : found.map(({ s }) => vault.open(s, rowSeal(kind, district)));
      }
      generation = current;
    }
    return [];
  }

  async function findRecipients(district: string, by: RowNumber, filter: mongo.Filter<RowDoc>): Promise<Recipient[]> {
    const found = await findRows("register", district, filter);
    openNobody(found.length, by);
    return found.map((row) => Recipient.parse(row));
  }

  /** Reads the collections before the claims, because an import writes its claim first. */
  async function dropOthers(kind: RowKind, district: string): Promise<void> {
    const names = await db.listCollections({}, { nameOnly: true }).toArray();
    const pointer = await at.generation.findOne({ _id: pointerOf(kind, district) });
    const kept = new Set([pointer?.id, pointer?.building?.id]);
    for (const { name } of names) {
      const id = name.startsWith(prefixOf(kind, district)) ? name.slice(prefixOf(kind, district).length) : undefined;
      if (id !== undefined && !kept.has(id)) await db.dropCollection(name);
    }
  }

  async function startBuilding(kind: RowKind, district: string, rowsOf: mongo.Collection<RowDoc>) {
    await dropOthers(kind, district);
    const current = await findLive(kind, district);
    return buildGeneration(rowsOf, current && { rows: collectionOf(kind, district, current.id), count: current.rows });
  }

  return {
    recipientsByNik: async (district, nik) => findRecipients(district, "nik", { n: vault.index("nik", nik) }),
    recipientsByKk: async (district, kk) => findRecipients(district, "kk", { k: vault.index("kk", kk) }),
    aidByNik: async (district, nik) =>
      (await findRows("aid", district, { n: vault.index("nik", nik) })).map((row) => Aid.parse(row)),
    async hasFamilyCards(district) {
      const generation = await findLive("register", district);
      if (!generation) return true;
      const rows = collectionOf("register", district, generation.id);
      return (await rows.findOne({ k: { $exists: true } }, { projection: { _id: 1 } })) !== null;
    },
    generation: findLive,

    async newGeneration(kind, district, asOf) {
      const id = randomBytes(6).toString("hex");
      const claim = await claimBuild(at.generation, pointerOf(kind, district), id);
      const rowsOf = collectionOf(kind, district, id);
      const building = await startBuilding(kind, district, rowsOf).catch(async (error: unknown) => {
        await claim.release();
        throw error;
      });
      return {
        ...building,
        async add(prepared) {
          claim.check();
          await building.add(prepared);
        },
        async publish({ valid, unread, desils, refused, programmes, payments } = {}) {
          const rows = await building.count();
          await claim.publish({
            id,
            asOf,
            rows,
            importedAt: clock.now(),
            ...defined({ valid, unread, desils, refused, programmes, payments }),
          });
          await dropOthers(kind, district);
        },
        async discard() {
          await claim.release();
          await rowsOf.drop();
        },
      };
    },
  };
}

const prefixOf = (kind: RowKind, district: string) => `rows.${kind}.${district}.`;
