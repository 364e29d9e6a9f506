import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { openMongo } from "../../src/store/mongo/index.ts";
import { opened, result } from "../conformance/store-steps.ts";
import { storeOptions } from "../support/keys.ts";
import { body, inbound, someone } from "../support/messages.ts";
import { emptyDatabase, mongoUrl } from "../support/mongo.ts";
import { openRelay } from "../support/relay.ts";

/** The first bytes of a command that updates messages. */
const MARK = "\x02update\0\x08\0\0\0inbound\0";

if (mongoUrl) {
  it("an answered message that is not marked yet does not count as waiting after the next message", {
    timeout: 60_000,
  }, async () => {
    const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
    const way = await openRelay(database.url, 27_017);
    const store = await openMongo(way.url, storeOptions());
    try {
      const contact = someone();
      const [first, second, third] = ["7", "kapan loket buka", "pak"].map((text, order) =>
        inbound(contact, text, { order }),
      );
      const [recorded] = await store.recordInbound([first!, second!]);
      const turn = await store.openTurn(recorded!.conversation);
      way.breakOn(MARK);
      const { next } = await store.commitTurn(turn!, result(["tulis"]));
      way.resume();
      expect(next?.message.content).toEqual(second?.content);
      expect((await store.behind(next!)).next).toBeUndefined();
      await store.recordInbound([third!]);
      expect((await store.behind(next!)).next).toEqual(third?.content);
    } finally {
      await store.close();
      await way.close();
      await database.drop();
    }
  });

  it("closeSend accepts a second report of a closed send while the chat sends its next message", {
    timeout: 60_000,
  }, async () => {
    const database = await emptyDatabase(`sapa-${randomBytes(4).toString("hex")}`);
    const store = await openMongo(database.url, storeOptions());
    try {
      const { conversation } = await opened(store, inbound(someone(), "halo"), ["satu"]);
      const send = await store.openSend(conversation);
      expect(await store.closeSend(send!, { state: "sent" })).toBeUndefined();
      await store.addOutbound(conversation, "news", body("dua"));
      const next = await store.openSend(conversation);
      expect(next?.message.text).toBe("dua");
      expect(await store.closeSend(send!, { state: "sent" }), "as one whose bulk was told of late").toBeUndefined();
      expect(await store.closeSend(next!, { state: "sent" })).toBeUndefined();
    } finally {
      await store.close();
      await database.drop();
    }
  });
}
