import { afterAll, beforeAll, expect, it } from "vitest";
import { openHanding } from "../../../src/channels/whatsapp-web/forward-messages.ts";
import type { GatewayMessage } from "../../../src/channels/whatsapp-web/schema.ts";
import { startScriptedServer } from "../../support/scripted-server.ts";

let server: Awaited<ReturnType<typeof startScriptedServer>>;
beforeAll(async () => {
  server = await startScriptedServer();
});
afterAll(() => server.close());

const from = "6281500000001@c.us";
const message = (id: string): GatewayMessage => ({
  id,
  from,
  fromMe: false,
  isStatus: false,
  type: "chat",
  body: "halo",
  timestamp: 1_795_000_000,
});

it("a message and its chat wait until the service has taken the message", async () => {
  server.answerWith([{ status: 503, body: {} }, "reset", { status: 200, body: {} }]);
  const handing = openHanding(
    server.url,
    "secret of the tests",
    () => undefined,
    () => undefined,
  );
  handing.add(message("A"));
  handing.add(message("B"));
  expect([handing.hasWaiting(from), handing.hasWaiting("other@c.us")]).toEqual([true, false]);
  await expect.poll(() => handing.countWaiting(), { timeout: 15_000 }).toBe(0);
  expect(handing.hasWaiting(from)).toBe(false);
  expect(server.seen.map(({ body }) => (body as GatewayMessage).id)).toEqual(["A", "A", "A", "B"]);
  handing.close();
});

it("the oldest message is dropped when too many wait, and its chat is reported", async () => {
  server.answerWith([{ status: 503, body: {} }]);
  const dropped: string[] = [];
  const handing = openHanding(
    server.url,
    "secret of the tests",
    () => undefined,
    (chat) => dropped.push(chat),
  );
  for (let index = 0; index <= 10_000; index += 1) handing.add(message(String(index)));
  expect([handing.countWaiting(), dropped]).toEqual([10_000, [from]]);
  handing.close();
});

it("a message is handed on with the person's other id, or without if the phone does not know the id", async () => {
  server.answerWith([{ status: 200, body: {} }]);
  const asked: string[] = [];
  const handing = openHanding(
    server.url,
    "secret of the tests",
    () => undefined,
    () => undefined,
    async (person) => {
      asked.push(person);
      return person === from ? "99000000001@lid" : undefined;
    },
  );
  handing.add(message("A"));
  handing.add(message("B"));
  handing.add({ ...message("C"), from: "99000000002@lid" });
  await expect.poll(() => handing.countWaiting(), { timeout: 15_000 }).toBe(0);
  const mine = server.seen.map(({ body }) => body as GatewayMessage).filter(({ id }) => /[A-C]/.test(id));
  expect(mine.map(({ alias }) => alias)).toEqual(["99000000001@lid", "99000000001@lid", undefined]);
  expect(asked, "once a person, while it is known").toEqual([from, "99000000002@lid"]);
  handing.close();
});
