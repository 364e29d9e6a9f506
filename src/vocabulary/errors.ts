import type { EVENT_TYPES } from "./lists.ts";

/**
 * Every way this service fails on purpose. `status` answers an HTTP caller, `retryable` decides whether work is tried
 * again, `key` is what a person reads (in `locales/`, topic errors).
 */
export const errors = {
  BAD_REQUEST: { status: 400, retryable: false, key: "errors.badRequest" },
  UNAUTHORIZED: { status: 401, retryable: false, key: "errors.unauthorized" },
  FORBIDDEN: { status: 403, retryable: false, key: "errors.forbidden" },
  NOT_FOUND: { status: 404, retryable: false, key: "errors.notFound" },
  CONFLICT: { status: 409, retryable: false, key: "errors.conflict" },
  TOO_LARGE: { status: 413, retryable: false, key: "errors.tooLarge" },
  TOO_MANY: { status: 429, retryable: true, key: "errors.tooMany" },
  /** More at once than this process carries. */
  BUSY: { status: 503, retryable: true, key: "errors.unavailable" },
  INTERNAL: { status: 500, retryable: false, key: "errors.internal" },
  STORE_UNAVAILABLE: { status: 503, retryable: true, key: "errors.unavailable" },
  SPOOL_UNAVAILABLE: { status: 503, retryable: true, key: "errors.unavailable" },
  LEASE_LOST: { status: 409, retryable: true, key: "errors.conflict" },
  /** A citizen's file that is not kept: `field` of the details says why. */
  FILE_REFUSED: { status: 422, retryable: false, key: "errors.badRequest" },
  TICKET_UNKNOWN: { status: 404, retryable: false, key: "errors.ticketUnknown" },
  /** A reveal of a ticket that keeps nobody's numbers. */
  NOTHING_TO_REVEAL: { status: 404, retryable: false, key: "errors.nothingToReveal" },
  TICKET_CLOSED: { status: 409, retryable: false, key: "errors.ticketClosed" },
  /** An id that its caller has used for something else. */
  ID_REUSED: { status: 409, retryable: false, key: "errors.idReused" },
  /** Something has happened on the ticket that the act's maker has not seen: `since` of the details. */
  STALE: { status: 409, retryable: false, key: "errors.stale" },
  /** Somebody else has the ticket: `values.officer` of the details. */
  TICKET_TAKEN: { status: 409, retryable: false, key: "errors.ticketTaken" },
  /** The ticket is seen, and this act on it is not the caller's. */
  NOT_YOURS: { status: 403, retryable: false, key: "errors.notYours" },
  /** Only the Dinsos brings a ticket to where marked officers alone read it. */
  ASK_DINSOS: { status: 403, retryable: false, key: "errors.askDinsos" },
  /** No officer is marked for what it would become. */
  NOBODY_READS: { status: 409, retryable: false, key: "errors.nobodyReads" },
  /** An office still works on its part of it: `values.office` of the details. */
  PART_OPEN: { status: 409, retryable: false, key: "errors.partOpen" },
  /** That office has no open part of it. */
  NO_PART: { status: 409, retryable: false, key: "errors.noPart" },
  NO_WORDS: { status: 400, retryable: false, key: "errors.noWords" },
  /** A reason that holds no words. */
  NO_REASON: { status: 400, retryable: false, key: "errors.noReason" },
  NOT_REPAIRABLE: { status: 409, retryable: false, key: "errors.notRepairable" },
  /** More tickets from the counter than one person opens. */
  COUNTER_LIMIT: { status: 429, retryable: false, key: "errors.counterLimit" },
  REVEAL_LIMIT: { status: 429, retryable: false, key: "errors.revealLimit" },
  /** It waits for its citizen's answer and may not end by silence. */
  TICKET_WAITING: { status: 409, retryable: false, key: "errors.ticketWaiting" },
  /** Its officer waits for no answer of the citizen's. */
  TICKET_NOT_WAITING: { status: 409, retryable: false, key: "errors.ticketNotWaiting" },
  /** An operator wants the words of a ticket that marked officers read. */
  CONFIDENTIAL: { status: 403, retryable: false, key: "errors.confidential" },
  DISTRICT_INVALID: { status: 500, retryable: false, key: "errors.internal" },
  SETTINGS_INVALID: { status: 500, retryable: false, key: "errors.internal" },
  IMPORT_UNREADABLE: { status: 400, retryable: false, key: "errors.importUnreadable" },
  SEAL_BROKEN: { status: 500, retryable: false, key: "errors.internal" },
  /** The platform could not take it now: network, 5xx, 429. */
  CHANNEL_BUSY: { status: 503, retryable: true, key: "errors.unavailable" },
  /** Bytes left and no answer came: it may have been sent. */
  CHANNEL_UNKNOWN: { status: 504, retryable: true, key: "errors.unavailable" },
  /** Too many to this one citizen; other chats are unhurt. */
  CONTACT_BUSY: { status: 503, retryable: true, key: "errors.tooMany" },
  /** Token, payment or policy: nothing goes out on this account until someone acts. */
  CHANNEL_STOPPED: { status: 503, retryable: true, key: "errors.unavailable" },
  /** Blocked us, left, or cannot receive. */
  CONTACT_UNREACHABLE: { status: 410, retryable: false, key: "errors.unreachable" },
  /** The platform allows free text only after the citizen writes again. */
  WINDOW_CLOSED: { status: 409, retryable: false, key: "errors.windowClosed" },
  /** The chat has another address now: `to` of the error's details. */
  CONTACT_MOVED: { status: 409, retryable: true, key: "errors.conflict" },
  /** The platform says our request is wrong. */
  CHANNEL_REJECTED: { status: 502, retryable: false, key: "errors.internal" },
} as const;

export type ErrorCode = keyof typeof errors;

/**
 * `retryAfter` in ms, as the platform asked; `to` the new address of a moved contact; `platformCode` the platform's own
 * number; `unreached`: not one byte left, so that it is no single message's fault; `unlisted`: no policy knows that number;
 * `values` fill the gaps of what a person reads; `version` is a ticket's now, and `since` what has happened to it.
 */
export type ErrorDetails = {
  retryAfter?: number;
  to?: string;
  platformCode?: number;
  field?: string;
  unreached?: true;
  unlisted?: true;
  values?: Record<string, string | number>;
  version?: number;
  since?: { by: string; type: (typeof EVENT_TYPES)[number]; at: number }[];
};

export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; details?: ErrorDetails } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }

  get status(): number {
    return errors[this.code].status;
  }

  get retryable(): boolean {
    return errors[this.code].retryable;
  }

  get key(): string {
    return errors[this.code].key;
  }
}

/** A request whose `field` is wrong; the command line prints the message, which names it too. */
export const wrongField = (field: string, message: string): AppError =>
  new AppError("BAD_REQUEST", `${field}: ${message}`, { details: { field } });

/** Turns a thrown value into an AppError; an error that we did not foresee is INTERNAL. */
export function appError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  return new AppError("INTERNAL", thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
}
