import { afterAll, beforeAll, expect, it } from "vitest";
import { openHanding } from "../../../src/channels/whatsapp-web/forward-messages.ts";
import type { Handed } from "../../../src/channels/whatsapp-web/schema.ts";
import { startScriptedServer } from "../../support/scripted-server.ts";

let server: Awaited<ReturnType<typeof startScriptedServer>>;
beforeAll(async () => {
  server = await startScriptedServer();
});
afterAll(() => server.close());

const from = "6281500000001@c.us";
const message = (id: string): Handed => ({
  id,
  from,
  fromMe: false,
  isStatus: false,
  type: "chat",
  body: "halo",
  timestamp: 1_795_000_000,
});

it("a message waits, and its chat with it, until the service has taken it; then the next", async () => {
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
  expect(server.seen.map(({ body }) => (body as Handed).id)).toEqual(["A", "A", "A", "B"]);
  handing.close();
});

it("lets the oldest go when too many wait, and says whose it was", async () => {
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

it("a person goes with the other id under which the phone knows them; one whom it does not know now goes all the same", async () => {
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
  const mine = server.seen.map(({ body }) => body as Handed).filter(({ id }) => /[A-C]/.test(id));
  expect(mine.map(({ alias }) => alias)).toEqual(["99000000001@lid", "99000000001@lid", undefined]);
  expect(asked, "once a person, while it is known").toEqual([from, "99000000002@lid"]);
  handing.close();
});
