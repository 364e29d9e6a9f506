import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export type Scripted = { status: number; body: unknown; headers?: Record<string, string> } | "reset";
type Seen = { method: string; path: string; headers: IncomingHttpHeaders; body: unknown };

/** Gives the scripted answers in turn, and repeats the last answer. */
export async function startScriptedServer() {
  let script: Scripted[] = [];
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const text = Buffer.concat(chunks).toString("utf8");
      seen.push({
        method: request.method ?? "",
        path: request.url ?? "",
        headers: request.headers,
        body: text ? JSON.parse(text) : undefined,
      });
      const answer = script.length > 1 ? script.shift() : script[0];
      if (answer === undefined || answer === "reset") {
        request.socket.destroy();
        return;
      }
      const isText = typeof answer.body === "string";
      response.writeHead(answer.status, {
        "content-type": isText ? "text/html" : "application/json",
        ...answer.headers,
      });
      response.end(isText ? String(answer.body) : JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    answerWith(answers: readonly Scripted[]) {
      script = [...answers];
      seen.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
