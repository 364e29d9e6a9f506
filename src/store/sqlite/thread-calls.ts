import type { Calendar } from "../../casework/deadline.ts";
import { defined } from "../../defined.ts";
import type { Keys } from "../../privacy/vault.ts";
import { AppError, type ErrorCode, type ErrorDetails } from "../../vocabulary/errors.ts";
import type { ChannelTraits } from "../options.ts";
import type { OpenSend } from "../ports/outbox.ts";
import type { OpenTurn } from "../ports/turns.ts";

export type ThreadSettings = { url: string; keys: Keys; calendar: Calendar; traits: ChannelTraits; alone: boolean };

export type Call = { id: number; name: string; args: unknown[]; generation?: number };
export type Outcome = { id: number; value?: unknown; failure?: Failure };

/** A thread's first message: the names of the store's functions, or why the opening failed. */
export type Opening = { names: string[] } | { failure: Failure };

type System = { code?: string; errcode?: number; errno?: number; syscall?: string; path?: string };
const SYSTEM = ["code", "errcode", "errno", "syscall", "path"] as const;

/** `ours` is set for an AppError, `system` for any other error. */
export type Failure = {
  message: string;
  stack?: string;
  ours?: { code: ErrorCode; details: ErrorDetails };
  system?: System;
  cause?: Failure;
};

/** A chain of causes may be a circle. */
const DEEPEST = 3;

export function failureOf(thrown: unknown, depth = 0): Failure {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { message, stack, cause } = error;
  return {
    message,
    ...defined({ stack }),
    ...(error instanceof AppError
      ? { ours: { code: error.code, details: error.details } }
      : { system: systemOf(error) }),
    ...(cause === undefined || depth === DEEPEST ? {} : { cause: failureOf(cause, depth + 1) }),
  };
}

function systemOf(error: Error): System {
  const said: Record<string, unknown> = { ...error };
  return Object.fromEntries(SYSTEM.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])));
}

export function errorOf({ message, stack, ours, system, cause }: Failure): Error {
  const because = cause && errorOf(cause);
  const error = ours
    ? new AppError(ours.code, message, { cause: because, details: ours.details })
    : new Error(message, because && { cause: because });
  return Object.assign(error, system, stack ? { stack } : {});
}

export type SlimTurn = Omit<OpenTurn, "message" | "contact">;
export type SlimSend = Omit<OpenSend, "message">;
