import { randomBytes } from "node:crypto";
import { openMongo } from "../../src/store/mongo/index.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";
import { storeConformance } from "./store.ts";

if (mongoUrl) {
  storeConformance("mongo", async (options) => {
    const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
    const store = await openMongo(database.url, options);
    return {
      store,
      close: async () => {
        await store.close();
        await database.drop();
      },
    };
  });
}
