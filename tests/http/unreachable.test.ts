import { afterAll, beforeAll, expect, it } from "vitest";
import { inbound, someone } from "../support/messages.ts";
import { startService } from "../support/runtime.ts";

const TOKEN = "token-of-the-tests-0123456789";
const NUMBER = "LMG-26-000701-1";

let service: Awaited<ReturnType<typeof startService>>;
beforeAll(async () => {
  service = await startService({ API_TOKEN: TOKEN }, { sample: false });
});
afterAll(() => service.close());

it("tells an officer that a citizen's chat takes no messages, until the citizen writes again", async () => {
  const { store } = service.runtime;
  const contact = someone();
  const write = async () => (await store.recordInbound([inbound(contact, "halo")]))[0]?.conversation ?? "";
  const isUnreachable = async () => {
    const answer = await fetch(`${service.url}/api/tickets/${NUMBER}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    return ((await answer.json()) as { unreachable?: boolean }).unreachable;
  };
  await store.openTicket({
    number: NUMBER,
    district: "lamongan",
    category: "card",
    text: "kartu hilang",
    person: {},
    locale: "id",
    openedAt: Date.now(),
    conversation: await write(),
  });
  expect(await isUnreachable()).toBeUndefined();
  await store.setReachable(contact, false);
  expect(await isUnreachable()).toBe(true);
  await write();
  await expect.poll(isUnreachable).toBeUndefined();
});
