import { Worker } from "node:worker_threads";
import { defined } from "../../defined.ts";
import type { Keys } from "../../privacy/vault.ts";
import { AppError } from "../../vocabulary/errors.ts";
import { auditChain } from "../audit-chain.ts";
import type { StoreOptions } from "../options.ts";
import type { Recorded } from "../ports/inbox.ts";
import type { NewGeneration } from "../ports/register.ts";
import type { Store } from "../ports/store.ts";
import type { OpenTurn } from "../ports/turns.ts";
import type { SqliteStore } from "./open-here.ts";
import {
  type Call,
  errorOf,
  type Opening,
  type Outcome,
  type SlimSend,
  type SlimTurn,
  type ThreadSettings,
} from "./thread-calls.ts";

/** In MB, as in the service's main thread. */
const YOUNG_MB = 48;

type Waiting = { resolve: (value: never) => void; reject: (error: unknown) => void };

export async function openInThread(
  url: string,
  { calendar, traits, alone = false }: StoreOptions,
  keys: Keys,
): Promise<Store> {
  const settings: ThreadSettings = { url, keys, calendar, traits, alone };
  const worker = new Worker(new URL("thread.ts", import.meta.url), {
    workerData: settings,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const names = await opened(worker);
  const waiting = new Map<number, Waiting>();
  let calls: Call[] = [];
  let last = 0;
  let closed = false;

  worker.on("message", (outcomes: Outcome[]) => {
    for (const { id, value, failure } of outcomes) {
      const one = waiting.get(id);
      waiting.delete(id);
      if (failure) one?.reject(errorOf(failure));
      else one?.resolve(value as never);
    }
  });

  function send(): void {
    worker.postMessage(calls);
    calls = [];
  }

  function call<T>(name: string, args: unknown[], generation?: number): Promise<T> {
    if (closed) return Promise.reject(new AppError("STORE_UNAVAILABLE", "the store is closed"));
    return new Promise<T>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      if (calls.length === 0) setImmediate(send);
      calls.push({ id: last, name, args, ...defined({ generation }) });
    });
  }

  const plain = Object.fromEntries(names.map((name) => [name, (...args: unknown[]) => call(name, args)]));
  const store = plain as SqliteStore;
  return {
    ...store,
    ...hotCalls(call),
    appendAudit: auditChain(store.lastAudit, store.addAudit),
    async file(id) {
      const bytes = await call<Uint8Array | undefined>("file", [id]);
      return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
    async newGeneration(...args) {
      const { generation, names: steps } = await call<{ generation: number; names: string[] }>("newGeneration", args);
      const built = steps.map((name) => [name, (...given: unknown[]) => call(name, given, generation)]);
      return Object.fromEntries(built) as NewGeneration;
    },
    async close() {
      const ended = new Promise((resolve) => worker.once("exit", resolve));
      await call("close", []);
      closed = true;
      await ended;
    },
  };
}

async function opened(worker: Worker): Promise<string[]> {
  const opening = await new Promise<Opening>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  worker.removeAllListeners("error"); // From now on, the thread's death ends this process.
  if ("names" in opening) return opening.names;
  throw errorOf(opening.failure);
}

type CallThread = <T>(name: string, args: unknown[]) => Promise<T>;

/** These calls leave out values that the other thread already has. */
function hotCalls(
  call: CallThread,
): Pick<Store, "recordInbound" | "commitTurn" | "closeSend" | "leaveTurn" | "restTurn" | "behind"> {
  return {
    async recordInbound(messages, open) {
      type Kept = Omit<Recorded, "turn"> & { turn?: SlimTurn };
      const kept = await call<Kept[]>("recordInbound", [messages, open]);
      return kept.map(({ turn, ...recorded }, index) => {
        const message = messages[index];
        return turn && message ? { ...recorded, turn: { ...turn, message, contact: message.contact } } : recorded;
      });
    },
    async commitTurn(turn, result, open) {
      type Done = { next?: OpenTurn; send?: SlimSend & { id: string } };
      const { next, send } = await call<Done>("commitTurn", [result.masked ? turn : slim(turn), result, open]);
      const [body] = result.replies;
      if (!send || !body) return next ? { next } : {};
      const { id, ...begun } = send;
      return { ...defined({ next }), send: { ...begun, message: { ...body, id, to: turn.contact } } };
    },
    closeSend: ({ conversation, fence, message: { id, to } }, result) =>
      call("closeSend", [{ conversation, fence, message: { id, to } }, result]),
    leaveTurn: (turn, countAttempt) => call("leaveTurn", [slim(turn), countAttempt]),
    restTurn: (turn, rest) => call("restTurn", [slim(turn), rest]),
    behind: (turn) => call("behind", [slim(turn)]),
  };
}

const slim = ({ conversation, fence, contact, key, recordedAt }: OpenTurn) => ({
  conversation,
  fence,
  contact,
  key,
  recordedAt,
});
