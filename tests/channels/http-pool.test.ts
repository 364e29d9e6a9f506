import { createServer, type Server } from "node:net";
import { createServer as createTls } from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { openHttpPool } from "../../src/channels/http-pool.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(server);
  return (server.address() as { port: number }).port;
}

function outcomeOf(base: string) {
  const pool = openHttpPool(base);
  open.push(pool);
  return pool.request("POST", "/send", { body: "{}" }).then(
    () => ({ code: "answered" }),
    ({ code, details }) => ({ code, details }),
  );
}

const UNREACHED = { code: "CHANNEL_BUSY", details: { unreached: true } };

describe("a request that failed before its first byte counts as not sent", { timeout: 20_000 }, () => {
  it("an unknown host name", async () => {
    expect(await outcomeOf("http://nobody.invalid/")).toEqual(UNREACHED);
  });

  it("a closed port", async () => {
    const server = createServer();
    const port = await listening(server);
    await new Promise((resolve) => open.pop()?.close() && server.once("close", resolve));
    expect(await outcomeOf(`http://127.0.0.1:${port}/`)).toEqual(UNREACHED);
  });

  it("a host that speaks no TLS", async () => {
    const port = await listening(createServer((socket) => socket.on("error", () => {}).end("SSH-2.0-x\r\n")));
    expect(await outcomeOf(`https://127.0.0.1:${port}/`)).toEqual(UNREACHED);
  });

  it("a host without a certificate that we trust", async () => {
    const port = await listening(createTls({}, (socket) => socket.end()).on("tlsClientError", () => {}));
    expect(await outcomeOf(`https://127.0.0.1:${port}/`)).toEqual(UNREACHED);
  });

  it("a host that closes the connection during the handshake", async () => {
    const port = await listening(
      createServer((socket) => socket.on("error", () => {}).once("data", () => socket.destroy())),
    );
    expect(await outcomeOf(`https://127.0.0.1:${port}/`)).toEqual(UNREACHED);
  });

  it("a host that takes the connection and never answers the handshake", async () => {
    const port = await listening(createServer((socket) => socket.on("error", () => {})));
    expect(await outcomeOf(`https://127.0.0.1:${port}/`)).toEqual(UNREACHED);
  });
});

describe("a request that failed after its bytes were sent counts as perhaps arrived", { timeout: 20_000 }, () => {
  it("a connection cut off after the request", async () => {
    const port = await listening(
      createServer((socket) => socket.on("error", () => {}).once("data", () => socket.destroy())),
    );
    expect(await outcomeOf(`http://127.0.0.1:${port}/`)).toMatchObject({ code: "CHANNEL_UNKNOWN", details: {} });
  });

  it("a host that never answers", async () => {
    const port = await listening(createServer((socket) => socket.on("error", () => {}).resume()));
    expect(await outcomeOf(`http://127.0.0.1:${port}/`)).toMatchObject({ code: "CHANNEL_UNKNOWN", details: {} });
  });
});
