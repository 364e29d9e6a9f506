import { setTimeout as pause } from "node:timers/promises";
import type { InboundMessage } from "../../../src/vocabulary/message.ts";
import { wrapExport } from "../../support/wrap-export.ts";

/** This command ends the process with -9. */
const DEADLY = "menu";
/** In ms: every other message takes longer than the deadly message. */
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
