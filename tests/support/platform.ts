import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** `at` is in ms by this process's monotonic clock. */
export type Call = { name: string; path: string; headers: IncomingMessage["headers"]; body: unknown; at: number };
export type Answer = { status: number; body: unknown; headers?: Record<string, string> };

export type Fault =
  | Answer
  | "reset-before"
  | "reset-after"
  | "hang"
  /** Sends one byte of the right answer every `drip` ms. */
  | { drip: number };

export type Platform = {
  origin: string;
  calls: Call[];
  /** `*` as a name means every request. */
  fail(name: string, fault: Fault, times?: number): void;
  setLatency(ms: number): void;
  close(): Promise<void>;
};

type Work = {
  nameOf(path: string): string;
  answer(call: Call): Answer;
  latency?: number;
  keepCalls?: boolean;
  port?: number;
};

export async function startPlatform({
  nameOf,
  answer,
  latency = 0,
  keepCalls = true,
  port = 0,
}: Work): Promise<Platform> {
  const calls: Call[] = [];
  const faults: { name: string; fault: Fault; left: number }[] = [];
  let wait = latency;

  const faultOf = (name: string): Fault | undefined => {
    const found = faults.find((one) => one.left > 0 && (one.name === name || one.name === "*"));
    if (found) found.left -= 1;
    return found?.fault;
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const path = request.url ?? "/";
      const name = nameOf(path);
      const call = {
        name,
        path,
        headers: request.headers,
        body: bodyOf(request, Buffer.concat(chunks)),
        at: performance.now(),
      };
      const respond = () => {
        const fault = faultOf(name);
        if (fault === "reset-before") return request.socket.destroy();
        if (keepCalls) calls.push(call);
        if (fault === "hang") return undefined;
        if (fault && typeof fault === "object" && "status" in fault) return write(response, fault);
        const said = answer(call);
        if (fault === "reset-after") return request.socket.destroy();
        return fault ? drip(response, said, fault.drip) : write(response, said);
      };
      if (wait > 0) setTimeout(respond, wait);
      else respond();
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    fail: (name, fault, times = 1) => faults.push({ name, fault, left: times }),
    setLatency(ms) {
      wait = ms;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function bodyOf({ headers }: IncomingMessage, bytes: Buffer): unknown {
  const text = bytes.toString("utf8");
  if (headers["content-type"]?.includes("x-www-form-urlencoded")) return Object.fromEntries(new URLSearchParams(text));
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function write(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const isText = typeof body === "string";
  response.writeHead(status, { "content-type": isText ? "text/html" : "application/json", ...headers });
  response.end(isText || Buffer.isBuffer(body) ? body : JSON.stringify(body));
}

function drip(response: ServerResponse, { status, body }: Answer, every: number): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { "content-type": "application/json", "content-length": String(bytes.length) });
  let at = 0;
  const timer = setInterval(() => {
    if (at >= bytes.length || response.destroyed) {
      clearInterval(timer);
      response.end();
    } else response.write(bytes.subarray(at, ++at));
  }, every);
}
