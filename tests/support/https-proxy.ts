import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, "../fixtures/tls", name), "utf8");
/** Tests make Node trust this certificate of `localhost`. */
export const LOCALHOST = fixture("localhost.crt");

export async function startHttpsProxy() {
  let target = "";
  const state: { answer: "pass" | number; forwards: boolean } = { answer: "pass", forwards: true };
  const server = createServer({ key: fixture("localhost.key"), cert: LOCALHOST }, (incoming, outgoing) => {
    if (state.answer !== "pass") {
      outgoing.writeHead(state.answer, { location: "https://elsewhere.invalid/" }).end();
      return;
    }
    const forwarded = state.forwards ? { "x-forwarded-for": incoming.socket.remoteAddress ?? "" } : {};
    const passed = request(
      `${target}${incoming.url}`,
      { method: incoming.method ?? "GET", headers: { ...incoming.headers, ...forwarded } },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    passed.on("error", () => outgoing.writeHead(502).end());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://localhost:${port}`,
    port,
    state,
    leadTo(url: string) {
      target = url;
    },
    show(name: "localhost" | "other") {
      server.setSecureContext({ key: fixture(`${name}.key`), cert: fixture(`${name}.crt`) });
      server.closeAllConnections();
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
