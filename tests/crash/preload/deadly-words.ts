import { setTimeout as pause } from "node:timers/promises";
import type { InboundMessage } from "../../../src/vocabulary/message.ts";
import { wrapExport } from "../../support/wrap-export.ts";

/** Ends the process with -9 at this command, which the service answers without a pause for more words. */
const DEADLY = "menu";
/** Ms that every other message is in hand: longer than the deadly message lives. */
const IN_HAND = 600;
const LIVES = 300;

type Commit = (turn: { message: InboundMessage }, result: { outcome: string }, ...more: unknown[]) => Promise<unknown>;

const deadly =
  (commit: Commit): Commit =>
  async (turn, result, ...more) => {
    const { content } = turn.message;
    const isDeadly = content.type === "text" && content.text === DEADLY;
    await pause(isDeadly ? LIVES : IN_HAND);
    if (isDeadly && result.outcome !== "dead") process.kill(process.pid, "SIGKILL");
    return commit(turn, result, ...more);
  };

Object.assign(globalThis, { sapaDeadly: deadly });
wrapExport(
  "/src/store/index.ts",
  "openStore",
  `async (...args) => {
    const store = await real(...args);
    return { ...store, commitTurn: sapaDeadly(store.commitTurn) };
  }`,
);
