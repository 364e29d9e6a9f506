import type { Readable } from "node:stream";
import { type Dispatcher, Pool, request as requestAnywhere } from "undici";
import { AppError } from "../vocabulary/errors.ts";

/** A platform's HTTP interface: many kept-alive connections to one host, and errors that say whether anything left. */
export type HttpPool = {
  /**
   * `path` is joined to the base's own path. Ends within ten seconds; rejects with CHANNEL_BUSY (not one byte
   * left) or CHANNEL_UNKNOWN (bytes left, no answer).
   */
  request(
    method: "GET" | "POST" | "DELETE",
    path: string,
    options: { headers?: Record<string, string>; body?: string | Buffer },
  ): Promise<HttpAnswer>;
  /**
   * The bytes behind a path here or a URL elsewhere, without following where it points on. Rejects with TOO_LARGE beyond
   * `most`, NOT_FOUND for 404 and 410, and as `request` does.
   */
  bytes(at: string | URL, options: { headers?: Record<string, string>; most: number }): Promise<Buffer>;
  /** Ms since 1970 by the host's clock, told by its last answer and carried on by the monotonic one; ours before the first. */
  now(): number;
  close(): Promise<void>;
};

export type HttpAnswer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/** 1.5 x rate x round trip are needed: 1,000 messages a second at 200 ms take 300. */
const CONNECTIONS = 512;
/** Ms that a call may take, from the first byte to the last. */
const TIME_LIMIT = 10_000;
/** Ms that a whole file may take. */
const FILE_LIMIT = 60_000;
const CONNECT_LIMIT = 5_000;
/** Calls are looked at this often, for the one that waits or drips too long: one clock for all costs less than a timer each. */
const LOOK_EVERY = 500;
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
  let told: { date: number; at: number } | undefined;
  const running = new Set<Running>();
  const clock = setInterval(() => {
    const now = performance.now();
    for (const one of running) if (now > one.until) one.end();
  }, LOOK_EVERY);
  clock.unref();

  return {
    async request(method, path, { headers = {}, body }) {
      const options = { method, path: `${prefix}${path}`, headers, body: body ?? null };
      const answer = await called(pool, options, running);
      const date = Date.parse(String(answer.headers.date));
      if (!Number.isNaN(date)) told = { date, at: performance.now() };
      return answer;
    },
    async bytes(at, { headers = {}, most }) {
      const until = performance.now() + FILE_LIMIT;
      const limits = { headersTimeout: TIME_LIMIT, bodyTimeout: TIME_LIMIT };
      try {
        const answer =
          typeof at === "string"
            ? await pool.request({ method: "GET", path: `${prefix}${at}`, headers, ...limits })
            : await requestAnywhere(at, { method: "GET", headers, ...limits });
        const { statusCode: status, body } = answer;
        if (status === 200) return await bytesOf(body, most, until);
        await body.dump();
        throw fileError(status);
      } catch (cause) {
        throw cause instanceof AppError ? cause : brokenOff(cause);
      }
    },
    now: () => (told ? told.date + performance.now() - told.at : Date.now()),
    async close() {
      clearInterval(clock);
      await pool.destroy();
    },
  };
}

/** A call on its way, and how it is ended when its time is over. */
type Running = { until: number; end(): void };

/** One call by undici's own handlers: a third of the processor time that its streams take for so short an answer. */
function called(pool: Pool, options: Dispatcher.DispatchOptions, running: Set<Running>): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const answer: HttpAnswer = { status: 0, headers: {}, text: "" };
    let controller: Dispatcher.DispatchController | undefined;
    const failed = (error: AppError) => {
      running.delete(one);
      reject(error);
    };
    const one: Running = {
      until: performance.now() + TIME_LIMIT,
      end() {
        if (controller) controller.abort(new Error("too slow"));
        else failed(notReached("no connection was free in time"));
      },
    };
    running.add(one);
    pool.dispatch(options, {
      onRequestStart(started) {
        controller = started;
        if (!running.has(one)) started.abort(new Error("given up"));
      },
      onResponseStart(_, status, headers) {
        Object.assign(answer, { status, headers });
      },
      onResponseData(_, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd() {
        running.delete(one);
        answer.text = Buffer.concat(chunks).toString("utf8");
        resolve(answer);
      },
      // undici starts a request when its connection stands, right before the first byte: DNS, TCP and TLS lie before that.
      onResponseError: (_, error) => failed(controller ? brokenOff(error) : notReached(nameOf(error))),
    });
  });
}

/** Stops reading at the first byte too many; the announced length is not trusted. */
async function bytesOf(body: Readable, most: number, until: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    chunks.push(chunk);
    if (length > most) {
      body.destroy();
      throw new AppError("TOO_LARGE", "file too large");
    }
    if (performance.now() > until) {
      body.destroy();
      throw new AppError("CHANNEL_BUSY", "file too slow");
    }
  }
  return Buffer.concat(chunks);
}

function fileError(status: number): AppError {
  if (status === 404 || status === 410) return new AppError("NOT_FOUND", "file gone");
  if (status === 401 || status === 403) return new AppError("CHANNEL_STOPPED", `file ${status}`);
  return new AppError(status >= 500 || status === 429 ? "CHANNEL_BUSY" : "CHANNEL_REJECTED", `file ${status}`);
}

const nameOf = (cause: unknown): string => (cause as { code?: string }).code ?? (cause as Error).name;

const notReached = (why: string): AppError =>
  new AppError("CHANNEL_BUSY", `platform not reached: ${why}`, { details: { unreached: true } });

const brokenOff = (cause: unknown): AppError =>
  new AppError("CHANNEL_UNKNOWN", `no answer from the platform: ${nameOf(cause)}`);

/** `Retry-After` in ms: seconds or a date. */
export function retryAfterOf(headers: HttpAnswer["headers"], now: number): number | undefined {
  const value = headers["retry-after"];
  const text = Array.isArray(value) ? value[0] : value;
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(date - now, 0);
}
