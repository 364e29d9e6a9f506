import { mongo } from "mongoose";
import { listServedVersions, noteServed, retireVersion } from "../key-checks.ts";
import type { Sealing } from "../ports/sealing.ts";
import type { Context } from "./context.ts";
import { mongoKeyRecords } from "./key-records.ts";
import { sealedIn, sealedPlaces } from "./sealed-places.ts";

export function mongoSealing(context: Context, db: mongo.Db): Sealing {
  const { at, vault } = context;
  const keys = mongoKeyRecords(context, db);

  async function collectionOf(place: string): Promise<mongo.Collection | undefined> {
    return (await sealedPlaces(at, db)).find((one) => one.place === place)?.collection;
  }

  return {
    sealedPlaces: async () => (await sealedPlaces(at, db)).map(({ place }) => place),

    async countSealed(place) {
      const collection = await collectionOf(place);
      const counts: Record<number, number> = {};
      if (!collection) return counts;
      for await (const doc of collection.find({})) {
        for (const { sealed } of sealedIn(place, doc)) {
          const version = sealed[0] ?? 0;
          counts[version] = (counts[version] ?? 0) + 1;
        }
      }
      return counts;
    },

    async resealSome(place, after, limit) {
      const collection = await collectionOf(place);
      if (!collection) return { resealed: 0, left: 0 };
      // The rows of a list have ObjectIds; all other documents have text ids.
      const isRow = place.includes(" ");
      const last = after === undefined || !isRow ? after : new mongo.ObjectId(after);
      const docs = await collection
        .find((last === undefined ? {} : { _id: { $gt: last } }) as mongo.Filter<mongo.Document>)
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      let resealed = 0;
      let left = 0;
      for (const doc of docs) {
        for (const { sealed, about, filter, set } of sealedIn(place, doc)) {
          if (sealed[0] === vault.version) continue;
          const value = resealValue(sealed, about);
          const changed = value ? (await collection.updateOne(filter, { $set: { [set]: value } })).modifiedCount : 0;
          resealed += changed;
          left += 1 - changed;
        }
      }
      return { resealed, left, ...(docs.length === limit ? { next: String(docs.at(-1)?._id) } : {}) };
    },

    noteKeyServed: () => noteServed(vault, keys),
    servedKeys: async () => listServedVersions(await keys.all()),
    retireKey: (version) => retireVersion(vault, keys, version),
  };

  function resealValue(sealed: Uint8Array, about: string): Buffer | undefined {
    try {
      return vault.reseal(sealed, about);
    } catch {
      return undefined;
    }
  }
}
