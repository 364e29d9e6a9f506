import { randomBytes } from "node:crypto";
import { openMongo } from "../../src/store/mongo/index.ts";
import { TRAITS, testVault } from "../support/keys.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";
import { storeConformance } from "./store.ts";

const calendar = { holidays: new Set<string>() };

if (mongoUrl) {
  storeConformance("mongo", async () => {
    const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
    const store = await openMongo(database.url, { vault: testVault(), calendar, traits: TRAITS });
    return {
      store,
      close: async () => {
        await store.close();
        await database.drop();
      },
    };
  });
}
