import { randomBytes } from "node:crypto";
import mongoose from "mongoose";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openMongo } from "../../src/store/mongo/index.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { storeOptions } from "../support/keys.ts";
import { inbound, someone } from "../support/messages.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";
import { openRelay, type Relay } from "../support/relay.ts";

/** Stops the driver's checks of the server, like a check that hangs. */
function hangMonitors(database: string): void {
  type Monitors = { topology: { s: { servers: Map<string, { monitor: { monitorId: { stop(): void } } }> } } };
  for (const connection of mongoose.connections.filter(({ name }) => name === database)) {
    const { topology } = connection.getClient() as unknown as Monitors;
    for (const { monitor } of topology.s.servers.values()) monitor.monitorId.stop();
  }
}

if (mongoUrl) {
  describe("a client of the driver that has lost its server", { timeout: 60_000 }, () => {
    const name = `sapa-${randomBytes(4).toString("hex")}`;
    let database: Awaited<ReturnType<typeof emptyDatabase>>;
    let way: Relay;
    let store: Store;

    beforeEach(async () => {
      database = await emptyDatabase(name);
      way = await openRelay(database.url, 27_017);
      store = await openMongo(way.url, storeOptions(), { every: 200, lost: 1_000, operation: 3_000 });
    });
    afterEach(async () => {
      way.resume();
      await store.close();
      await way.close();
      await database.drop();
    });

    const works = () =>
      store.check().then(
        () => true,
        () => false,
      );

    it("is replaced as soon as another client can connect, and an open turn can be committed", async () => {
      const message = inbound(someone(), "halo");
      const [recorded] = await store.recordInbound([message]);
      const turn = await store.openTurn(recorded?.conversation ?? "");
      hangMonitors(name);
      way.cut();
      await expect.poll(works, { timeout: 20_000 }).toBe(false);
      way.resume();
      await expect.poll(works, { timeout: 30_000 }).toBe(true);
      const result = { session: { at: "there" }, replies: [], effects: [], outcome: "handled" as const };
      expect(await store.commitTurn(turn!, result)).toEqual({});
      expect(await store.waiting(10)).toMatchObject({ inbound: [] });
    });

    it("rejects an operation that gets no answer", async () => {
      way.pause();
      await expect(store.recordInbound([inbound(someone(), "halo")])).rejects.toMatchObject({
        code: "STORE_UNAVAILABLE",
      });
      way.resume();
      await expect.poll(works, { timeout: 30_000 }).toBe(true);
    });
  });
}
