import { Pool } from "undici";
import { AppError } from "../errors.ts";

/** A platform's HTTP interface: many kept-alive connections to one host, and errors that say whether anything left. */
export type HttpPool = {
  /** `path` is joined to the base's own path. Rejects with CHANNEL_BUSY (never sent) or CHANNEL_UNKNOWN (bytes left, no answer). */
  request(
    method: "GET" | "POST" | "DELETE",
    path: string,
    options: { headers?: Record<string, string>; body?: string | Buffer; signal?: AbortSignal },
  ): Promise<HttpAnswer>;
  close(): Promise<void>;
};

export type HttpAnswer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/** 1.5 x rate x round trip are needed: 1,000 messages a second at 200 ms take 300. */
const CONNECTIONS = 512;
const TIME_LIMIT = 10_000;
const CONNECT_LIMIT = 5_000;
/** What never left this machine. */
const NOT_SENT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Opens a pool to the host of `base`, whose path is kept in front of every request's. */
export function openHttpPool(base: string): HttpPool {
  const { origin, pathname } = new URL(base);
  const prefix = pathname.replace(/\/+$/, "");
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    headersTimeout: TIME_LIMIT,
    bodyTimeout: TIME_LIMIT,
    connect: { timeout: CONNECT_LIMIT },
  });
  return {
    async request(method, path, { headers = {}, body, signal }) {
      try {
        const answer = await pool.request({
          method,
          path: `${prefix}${path}`,
          headers,
          body: body ?? null,
          signal: signal ?? null,
        });
        return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
      } catch (cause) {
        throw transportError(cause);
      }
    },
    close: () => pool.destroy(),
  };
}

function transportError(cause: unknown): AppError {
  const code = (cause as { code?: string }).code ?? "";
  if (NOT_SENT.has(code)) return new AppError("CHANNEL_BUSY", `platform not reached: ${code}`);
  return new AppError("CHANNEL_UNKNOWN", `no answer from the platform: ${code || (cause as Error).name}`);
}

/** `Retry-After` in ms: seconds or a date. */
export function retryAfterOf(headers: HttpAnswer["headers"], now: number): number | undefined {
  const value = headers["retry-after"];
  const text = Array.isArray(value) ? value[0] : value;
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(date - now, 0);
}
