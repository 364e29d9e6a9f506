import type { Readable } from "node:stream";
import { type Dispatcher, Pool, request as requestAnywhere } from "undici";
import { AppError } from "../vocabulary/errors.ts";

export type HttpPool = {
  /**
   * Ends after about ten seconds. Rejects with:
   * - CHANNEL_BUSY: no byte was sent.
   * - CHANNEL_UNKNOWN: no answer came.
   */
  request(
    method: "GET" | "POST" | "DELETE",
    path: string,
    options: { headers?: Record<string, string>; body?: string | Buffer },
  ): Promise<HttpAnswer>;
  /**
   * `at`: a path of this host, or a URL of another host. Follows no redirection. Rejects with:
   * - TOO_LARGE: the file has more than `most` bytes.
   * - CHANNEL_UNKNOWN: no answer came.
   * - CHANNEL_BUSY: the file is too slow, or the status is 429 or 5xx.
   * - NOT_FOUND: the status is 404 or 410.
   * - CHANNEL_STOPPED: the status is 401 or 403.
   * - CHANNEL_REJECTED: the status is any other.
   */
  fetchBytes(at: string | URL, options: { headers?: Record<string, string>; most: number }): Promise<Buffer>;
  /** Returns the host's time (ms), or this machine's time before the first answer. */
  now(): number;
  close(): Promise<void>;
};

export type HttpAnswer = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/** 1,000 messages a second, at 200 ms each, need 200 connections. */
const CONNECTIONS = 512;
/** In ms, including the wait for a free connection. */
const TIME_LIMIT = 10_000;
/** In ms. */
const FILE_LIMIT = 60_000;
const CONNECT_LIMIT = 5_000;
/** In ms. One timer looks at all requests, because a timer for each request costs more. */
const LOOK_EVERY = 500;
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
  let hostClock: { date: number; at: number } | undefined;
  const running = new Set<RunningCall>();
  const clock = setInterval(() => {
    const now = performance.now();
    for (const one of running) if (now > one.until) one.end();
  }, LOOK_EVERY);
  clock.unref();

  return {
    async request(method, path, { headers = {}, body }) {
      const options = { method, path: `${prefix}${path}`, headers, body: body ?? null };
      const answer = await dispatchCall(pool, options, running);
      const date = Date.parse(String(answer.headers.date));
      if (!Number.isNaN(date)) hostClock = { date, at: performance.now() };
      return answer;
    },
    async fetchBytes(at, { headers = {}, most }) {
      const until = performance.now() + FILE_LIMIT;
      const limits = { headersTimeout: TIME_LIMIT, bodyTimeout: TIME_LIMIT };
      try {
        const answer =
          typeof at === "string"
            ? await pool.request({ method: "GET", path: `${prefix}${at}`, headers, ...limits })
            : await requestAnywhere(at, { method: "GET", headers, ...limits });
        const { statusCode: status, body } = answer;
        if (status === 200) return await readBytes(body, most, until);
        await body.dump();
        throw fileError(status);
      } catch (cause) {
        throw cause instanceof AppError ? cause : noAnswerError(cause);
      }
    },
    now: () => (hostClock ? hostClock.date + performance.now() - hostClock.at : Date.now()),
    async close() {
      clearInterval(clock);
      await pool.destroy();
    },
  };
}

type RunningCall = { until: number; end(): void };

/** For short answers, undici's handlers take a third of the processor time of its streams. */
function dispatchCall(pool: Pool, options: Dispatcher.DispatchOptions, running: Set<RunningCall>): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const answer: HttpAnswer = { status: 0, headers: {}, text: "" };
    let controller: Dispatcher.DispatchController | undefined;
    const fail = (error: AppError) => {
      running.delete(call);
      reject(error);
    };
    const call: RunningCall = {
      until: performance.now() + TIME_LIMIT,
      end() {
        if (controller) controller.abort(new Error("too slow"));
        else fail(notReachedError("no connection was free in time"));
      },
    };
    running.add(call);
    pool.dispatch(options, {
      onRequestStart(started) {
        controller = started;
        if (!running.has(call)) started.abort(new Error("given up"));
      },
      onResponseStart(_, status, headers) {
        Object.assign(answer, { status, headers });
      },
      onResponseData(_, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd() {
        running.delete(call);
        answer.text = Buffer.concat(chunks).toString("utf8");
        resolve(answer);
      },
      // Without the controller, undici has not sent the first byte.
      onResponseError: (_, error) => fail(controller ? noAnswerError(error) : notReachedError(errorNameOf(error))),
    });
  });
}

async function readBytes(body: Readable, most: number, until: number): Promise<Buffer> {
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

const errorNameOf = (cause: unknown): string => (cause as { code?: string }).code ?? (cause as Error).name;

const notReachedError = (why: string): AppError =>
  new AppError("CHANNEL_BUSY", `platform not reached: ${why}`, { details: { unreached: true } });

const noAnswerError = (cause: unknown): AppError =>
  new AppError("CHANNEL_UNKNOWN", `no answer from the platform: ${errorNameOf(cause)}`);

/** Returns ms. */
export function retryAfterOf(headers: HttpAnswer["headers"], now: number): number | undefined {
  const value = headers["retry-after"];
  const text = Array.isArray(value) ? value[0] : value;
  if (text === undefined) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1_000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(date - now, 0);
}
