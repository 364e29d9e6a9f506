import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Route, RouteRequest, RouteResponse } from "../../src/channels/channel.ts";
import { AppError, appError } from "../../src/vocabulary/errors.ts";

const BODY_LIMIT = 4 * 1_024 * 1_024;

export type RouteServer = {
  url: string;
  port: number;
  close(): Promise<void>;
};

export async function openRouteServer(routes: readonly Route[], port = 0): Promise<RouteServer> {
  const table = routes.map((route) => ({ ...route, pattern: patternOf(route.path) }));
  const server = createServer((incoming, outgoing) => {
    const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://localhost");
    const found = table.find(({ method, pattern }) => method === incoming.method && pattern.test(pathname));
    const params = { ...found?.pattern.exec(pathname)?.groups };
    const query = Object.fromEntries(searchParams);
    const answered = found ? answerOf(found, { params, query }, incoming) : refused("NOT_FOUND");
    answered
      .catch((thrown) => failed(appError(thrown)))
      .then((answer) => send(answer, outgoing))
      .catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(".", "\\.").replace(/:(\w+)/g, "(?<$1>[^/]+)")}$`);

async function answerOf(
  route: Route,
  { params, query }: Pick<RouteRequest, "params" | "query">,
  incoming: IncomingMessage,
): Promise<RouteResponse> {
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  const ip = headers["x-test-ip"] ?? incoming.socket.remoteAddress ?? "";
  const refusal = await route.admit?.({ params, query, headers, ip });
  return refusal ?? route.handle({ params, query, headers, body: await bodyOf(incoming), ip });
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= BODY_LIMIT) chunks.push(chunk);
  }
  if (length > BODY_LIMIT) throw new AppError("TOO_LARGE", "body too large");
  return Buffer.concat(chunks);
}

const refused = async (code: AppError["code"]): Promise<RouteResponse> => failed(new AppError(code, "no such route"));

function failed({ code, status, details }: AppError): RouteResponse {
  const { retryAfter } = details;
  return {
    status,
    headers: retryAfter === undefined ? {} : { "retry-after": String(Math.ceil(retryAfter / 1_000)) },
    body: { code },
  };
}

async function send({ status, headers = {}, body }: RouteResponse, outgoing: ServerResponse): Promise<void> {
  if (isStream(body)) {
    outgoing.writeHead(status, headers);
    const iterator = body[Symbol.asyncIterator]();
    outgoing.on("close", () => void iterator.return?.());
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) outgoing.write(next.value);
    outgoing.end();
  } else if (typeof body === "string" || Buffer.isBuffer(body) || body === undefined) {
    outgoing.writeHead(status, headers).end(body ?? "");
  } else {
    outgoing
      .writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers })
      .end(JSON.stringify(body));
  }
}

const isStream = (body: RouteResponse["body"]): body is AsyncIterable<string> =>
  typeof body === "object" && body !== null && Symbol.asyncIterator in body;
