import { describe, expect, it } from "vitest";
import { answerChat } from "../../src/messaging/answer.ts";
import { deliverReplies } from "../../src/messaging/deliver.ts";
import { AppError, type ErrorCode, type ErrorDetails } from "../../src/vocabulary/errors.ts";
import { opened } from "../conformance/store-steps.ts";
import { fickleStores } from "../support/fickle-stores.ts";
import { body, inbound, someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";

const fail =
  (code: ErrorCode, details: ErrorDetails = {}) =>
  () =>
    Promise.reject(new AppError(code, "platform", { details }));

async function chat(stage: Awaited<ReturnType<typeof stages>>, ...texts: string[]) {
  const contact = someone();
  const { conversation } = await opened(stage.messaging.store, inbound(contact, "halo"), texts);
  const states = async () => {
    const ids = (await stage.messaging.store.history(contact, 10))
      .filter(({ from }) => from === "service")
      .map(({ id }) => id);
    const found = await stage.messaging.store.outboundStates(ids);
    return ids.map((id) => found[id]);
  };
  return { contact, conversation, states };
}

describe("deliver", () => {
  it.each([
    { code: "CHANNEL_BUSY", becomes: { state: "pending", code: "CHANNEL_BUSY" } },
    { code: "CONTACT_BUSY", becomes: { state: "pending", code: "CONTACT_BUSY" } },
    { code: "CHANNEL_UNKNOWN", becomes: { state: "pending", code: "CHANNEL_UNKNOWN" } },
    { code: "CHANNEL_STOPPED", becomes: { state: "pending", code: "CHANNEL_STOPPED" } },
    { code: "CONTACT_UNREACHABLE", becomes: { state: "failed", code: "CONTACT_UNREACHABLE" } },
    { code: "CHANNEL_REJECTED", becomes: { state: "failed", code: "CHANNEL_REJECTED" } },
    { code: "WINDOW_CLOSED", becomes: { state: "waiting", code: "WINDOW_CLOSED" } },
  ] as const)("after $code the message is $becomes.state", async ({ code, becomes }) => {
    const stage = await stages();
    stage.sendWith(fail(code));
    const { conversation, states } = await chat(stage, "hai");
    await deliverReplies(stage.messaging, conversation);
    expect(await states()).toEqual([becomes]);
  });

  it("sends to the new address that the platform reports", async () => {
    const stage = await stages();
    const { conversation, contact } = await chat(stage, "hai");
    stage.sendWith(async ({ to }) => {
      if (to.address === contact.address) throw new AppError("CONTACT_MOVED", "moved", { details: { to: "-100200" } });
    });
    await deliverReplies(stage.messaging, conversation);
    await expect
      .poll(async () => {
        await deliverReplies(stage.messaging, conversation);
        return stage.sent.map(({ to }) => to.address);
      })
      .toEqual(["-100200"]);
  });

  it("holds the whole account after the platform stopped it, and loses no other citizen's message", async () => {
    const stage = await stages();
    const [first, second] = [await chat(stage, "satu"), await chat(stage, "dua")];
    let calls = 0;
    stage.sendWith(() => {
      calls += 1;
      return fail("CHANNEL_STOPPED")();
    });
    await deliverReplies(stage.messaging, first.conversation);
    await deliverReplies(stage.messaging, second.conversation);
    expect(calls, "the second is not even tried").toBe(1);
    expect(await second.states()).toEqual([{ state: "pending", code: "CHANNEL_STOPPED" }]);
    expect(stage.lines.filter(({ level }) => level === "error")).toHaveLength(1);
  });

  it("lets one busy chat wait and serves the others", async () => {
    const stage = await stages();
    const [busy, other] = [await chat(stage, "satu"), await chat(stage, "dua")];
    stage.sendWith(({ to }) =>
      to.address === busy.contact.address ? fail("CONTACT_BUSY", { retryAfter: 60_000 })() : Promise.resolve(),
    );
    await deliverReplies(stage.messaging, busy.conversation);
    await deliverReplies(stage.messaging, other.conversation);
    expect(stage.sent.map(({ text }) => text)).toEqual(["dua"]);
  });

  it("sends three messages to a chat without a pause and leaves the fourth for later", async () => {
    const stage = await stages({ sendRateChat: 1 });
    const { conversation } = await chat(stage, "satu", "dua", "tiga", "empat");
    await deliverReplies(stage.messaging, conversation);
    expect(stage.sent.map(({ text }) => text)).toEqual(["satu", "dua", "tiga"]);
  });

  it("a reply that waits after a send without an answer is sent when the citizen writes, before the new answer", async () => {
    const { messaging, sent } = await stages();
    const contact = someone();
    const { conversation } = await opened(messaging.store, inbound(contact, "halo"), ["lama"]);
    const send = await messaging.store.openSend(conversation);
    await messaging.store.closeSend(send!, { state: "unknown", after: 300_000, code: "CHANNEL_UNKNOWN" });
    await deliverReplies(messaging, conversation);
    expect(sent).toEqual([]);
    await messaging.store.recordInbound([inbound(contact, "menu")]);
    const delivering = { isInThisProcess: () => true, take: () => undefined };
    await answerChat({ ...messaging, delivering }, conversation);
    await deliverReplies(messaging, conversation);
    expect(sent.map(({ text }) => text)).toEqual(["lama", expect.any(String)]);
  });

  it("sends without a limit if the rates are 0", async () => {
    const stage = await stages({ sendRate: 0, sendRateChat: 0 });
    const { conversation } = await chat(stage, ..."abcdefghij");
    await deliverReplies(stage.messaging, conversation);
    expect(stage.sent).toHaveLength(10);
  });

  it("never sends a mass notice a second time", async () => {
    const stage = await stages();
    const { conversation } = await chat(stage);
    await stage.messaging.store.addOutbound(conversation, "n1", body("kabar", { mass: true }));
    let calls = 0;
    stage.sendWith(() => {
      calls += 1;
      return fail("CHANNEL_UNKNOWN")();
    });
    for (let look = 0; look < 3; look += 1) await deliverReplies(stage.messaging, conversation);
    expect(calls).toBe(1);
  });

  it("writes no text and no address to the log", async () => {
    const stage = await stages();
    stage.sendWith(fail("CHANNEL_REJECTED"));
    const { conversation, contact } = await chat(stage, "rahasia 3524015206799901");
    await deliverReplies(stage.messaging, conversation);
    const written = JSON.stringify(stage.lines);
    for (const secret of ["rahasia", "3524015206799901", contact.address]) expect(written).not.toContain(secret);
  });
});

describe.each(fickleStores)("a store on $name that refuses the result of a send", { timeout: 60_000 }, ({ open }) => {
  it("gets the result again, and the citizen gets each reply once", async () => {
    const { store, away, back, close } = await open();
    try {
      const stage = await stages({ store });
      const { conversation } = await chat(stage, "satu", "dua");
      stage.sendWith(async () => {
        if (stage.sent.length === 0) {
          away();
          setTimeout(back, 700);
        }
      });
      await deliverReplies(stage.messaging, conversation);
      await deliverReplies(stage.messaging, conversation);
      expect(stage.sent.map(({ text }) => text)).toEqual(["satu", "dua"]);
      expect(await store.waiting(10)).toMatchObject({ outbound: [] });
    } finally {
      await close();
    }
  });
});
