import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import Fastify, { type FastifyInstance } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { openGateway } from "../../src/channels/whatsapp-web/gateway.ts";
import { endConnectionsAtClose } from "../../src/http/end-connections.ts";

const HEAD = "POST /slow HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n";

/** What a caller has sent when the server closes. */
const SENT: [string, string][] = [
  ["nothing", ""],
  ["half a head", HEAD],
  ["half a body", `${HEAD}\r\nhalf`],
  ["a request that was answered", "GET /health/live HTTP/1.1\r\nhost: x\r\n\r\n"],
];

function openPlain(): { app: FastifyInstance; close(): Promise<unknown> } {
  const app = Fastify({ return503OnClosing: true });
  endConnectionsAtClose(app, 200);
  app.get("/health/live", async () => ({}));
  app.post("/slow", async () => ({}));
  return { app, close: () => app.close() };
}

const phone = {
  on: () => undefined,
  initialize: () => new Promise<void>(() => undefined),
  destroy: async () => undefined,
};

const SERVERS = {
  service: openPlain,
  "gateway of WhatsApp Web": () =>
    openGateway({
      secret: "a-secret-of-the-tests",
      webhook: "http://127.0.0.1:9/",
      makeClient: () => phone as never,
      log: () => undefined,
      pageTexts: {},
    }),
};

describe.each(Object.entries(SERVERS))("the %s ends", (_, open) => {
  let end = (): void => undefined;
  afterEach(() => end());

  it.each(SENT)("although a caller has sent %s", async (_, sent) => {
    const { app, close } = open();
    await app.listen({ port: 0, host: "127.0.0.1" });
    const caller = connect((app.server.address() as AddressInfo).port, "127.0.0.1");
    caller.on("error", () => undefined);
    end = () => caller.destroy();
    await once(caller, "connect");
    caller.write(sent);
    await pause(50);
    await close();
  });

  it("after it has answered a request that is in its hands", async () => {
    const { app, close } = open();
    let answer = (): void => undefined;
    const asked = new Promise<void>((begun) => {
      app.get("/in-hand", async () => {
        begun();
        await new Promise<void>((resolve) => (answer = resolve));
        return { status: "done" };
      });
    });
    await app.listen({ port: 0, host: "127.0.0.1" });
    const request = fetch(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/in-hand`);
    await asked;
    const closed = close();
    await pause(50);
    answer();
    expect(await (await request).json()).toEqual({ status: "done" });
    await closed;
  });
});
