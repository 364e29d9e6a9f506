import { randomBytes } from "node:crypto";
import mongoose from "mongoose";
import { openMongo } from "../../src/store/mongo/index.ts";
import { IN_USE } from "../../src/store/serial-gap.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";
import { storeConformance } from "./store.ts";

/** After an old in-use note, the store would skip ticket numbers. */
async function keepAsOpened(connection: mongoose.Connection): Promise<() => Promise<void>> {
  const collections = async () => (await connection.db?.collections()) ?? [];
  const opened = new Map<string, mongoose.mongo.WithId<mongoose.mongo.Document>[]>();
  for (const one of await collections()) {
    opened.set(
      one.collectionName,
      (await one.find().toArray()).filter(({ _id }) => String(_id) !== IN_USE),
    );
  }
  return async () => {
    await Promise.all(
      (await collections()).map(async (one) => {
        const documents = opened.get(one.collectionName);
        if (!documents) return one.drop();
        await one.deleteMany({});
        return documents.length > 0 ? one.insertMany(documents) : undefined;
      }),
    );
  };
}

if (mongoUrl) {
  storeConformance("mongo", async (options) => {
    const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
    const store = await openMongo(database.url, options);
    const beside = await mongoose.createConnection(database.url).asPromise();
    return {
      store,
      empty: await keepAsOpened(beside),
      close: async () => {
        await store.close();
        await beside.close();
        await database.drop();
      },
    };
  });
}
