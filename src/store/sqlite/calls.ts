import type { Calendar } from "../../casework/deadline.ts";
import type { Keys } from "../../privacy/vault.ts";
import { AppError, type ErrorCode, type ErrorDetails } from "../../vocabulary/errors.ts";
import type { ChannelTraits } from "../options.ts";
import type { OpenSend } from "../ports/outbox.ts";
import type { OpenTurn } from "../ports/turns.ts";

/** What the thread is started with. */
export type ThreadSettings = { url: string; keys: Keys; calendar: Calendar; traits: ChannelTraits; alone: boolean };

/** One call of the store's function `name`, or of one of the generation that is being built under `generation`. */
export type Call = { id: number; name: string; args: unknown[]; generation?: number };
export type Outcome = { id: number; value?: unknown; failure?: Failure };

/** The first word of a thread: the functions that its store has, or why there is none. */
export type Opening = { names: string[] } | { failure: Failure };

/** An error as it crosses threads: ours keeps its code. */
export type Failure = { message: string; stack?: string; code?: ErrorCode; details?: ErrorDetails };

export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof AppError) return { message: thrown.message, code: thrown.code, details: thrown.details };
  const { message, stack } = thrown instanceof Error ? thrown : new Error(String(thrown));
  return { message, ...(stack ? { stack } : {}) };
}

export function errorOf({ message, stack, code, details = {} }: Failure): Error {
  const cause = Object.assign(new Error(message), stack ? { stack } : {});
  return code ? new AppError(code, message, { cause, details }) : cause;
}

/** A turn and a send without what their caller has already. */
export type SlimTurn = Omit<OpenTurn, "message" | "contact">;
export type SlimSend = Omit<OpenSend, "message">;
