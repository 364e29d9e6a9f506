import { parentPort, workerData } from "node:worker_threads";
import { defined } from "../../defined.ts";
import { openVault } from "../../privacy/vault.ts";
import type { NewGeneration } from "../ports/register.ts";
import type { Store } from "../ports/store.ts";
import type { OpenTurn } from "../ports/turns.ts";
import { openHere } from "./open-here.ts";
import {
  type Call,
  failureOf,
  type Opening,
  type Outcome,
  type SlimTurn,
  type ThreadSettings,
} from "./thread-calls.ts";

type Functions = Record<string, (...args: unknown[]) => Promise<unknown>>;

/** This file runs in the thread that `open-in-thread.ts` starts. */
const { url, keys, calendar, traits, alone } = workerData as ThreadSettings;
const port = parentPort;
const buffers = (all: ReadonlyMap<number, Uint8Array>) =>
  new Map([...all].map(([version, key]) => [version, Buffer.from(key)]));

const generations = new Map<number, Functions>();
let outcomes: Outcome[] = [];

function tell(opening: Opening): void {
  port?.postMessage(opening);
}

function answer(outcome: Outcome): void {
  if (outcomes.length === 0) setImmediate(send);
  outcomes.push(outcome);
}

function send(): void {
  port?.postMessage(outcomes);
  outcomes = [];
}

const slimTurn = ({ message: _, contact: __, ...turn }: OpenTurn): SlimTurn => turn;

const across = (store: Store) => ({
  async recordInbound(...args: Parameters<Store["recordInbound"]>) {
    const kept = await store.recordInbound(...args);
    return kept.map(({ turn, ...recorded }) => (turn ? { ...recorded, turn: slimTurn(turn) } : recorded));
  },
  async commitTurn(...args: Parameters<Store["commitTurn"]>) {
    const { next, send } = await store.commitTurn(...args);
    if (!send) return next ? { next } : {};
    const { message, ...begun } = send;
    return { ...defined({ next }), send: { ...begun, id: message.id } };
  },
  async newGeneration(...args: Parameters<Store["newGeneration"]>) {
    const made: NewGeneration = await store.newGeneration(...args);
    const generation = generations.size + 1;
    generations.set(generation, made as unknown as Functions);
    return { generation, names: Object.keys(made) };
  },
});

async function run(store: Functions, { id, name, args, generation }: Call): Promise<void> {
  try {
    const functions = generation === undefined ? store : generations.get(generation);
    const step = functions?.[name];
    if (!functions || !step) throw new Error(`the store's thread has no function ${name} for this call`);
    const value = await step.apply(functions, args);
    answer(value === undefined ? { id } : { id, value });
  } catch (thrown) {
    answer({ id, failure: failureOf(thrown) });
  }
}

try {
  const vault = openVault({ seal: buffers(keys.seal), index: Buffer.from(keys.index) });
  const store = await openHere(url, { vault, calendar, traits, alone });
  const functions = { ...store, ...across(store) } as unknown as Functions;
  port?.on("message", (calls: Call[]) => {
    for (const call of calls) {
      const done = run(functions, call);
      if (call.name === "close" && call.generation === undefined)
        void done.then(() => setImmediate(() => port.close()));
    }
  });
  tell({ names: Object.keys(store) });
} catch (thrown) {
  tell({ failure: failureOf(thrown) });
}
