import { Worker } from "node:worker_threads";
import { expect, it, onTestFinished } from "vitest";
import type { Call, Opening, Outcome, ThreadSettings } from "../../src/store/sqlite/thread-calls.ts";
import { KEYS, storeOptions } from "../support/keys.ts";

it.each([
  ["a store", {}],
  ["a generation that is not being built", { generation: 7 }],
])("a call of a function that %s lacks fails", async (_, more) => {
  const { calendar, traits } = storeOptions();
  const settings: ThreadSettings = { url: "sqlite::memory:", keys: KEYS, calendar, traits, alone: false };
  const worker = new Worker(new URL("../../src/store/sqlite/thread.ts", import.meta.url), { workerData: settings });
  onTestFinished(async () => void (await worker.terminate()));
  const said = <T>() => new Promise<T>((resolve) => worker.once("message", resolve));
  const opening = await said<Opening>();
  expect(opening).toHaveProperty("names");
  worker.postMessage([{ id: 1, name: "forgetEverything", args: [], ...more }] satisfies Call[]);
  const [outcome] = await said<Outcome[]>();
  expect(outcome).toMatchObject({ id: 1, failure: { message: expect.stringContaining("forgetEverything") } });
});
