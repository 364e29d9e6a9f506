import type { EVENT_TYPES } from "./lists.ts";

/**
 * - `retryable`: the service tries the work again.
 * - `key`: a text of the topic `errors` in `locales/`.
 */
export const errors = {
  BAD_REQUEST: { status: 400, retryable: false, key: "errors.badRequest" },
  UNAUTHORIZED: { status: 401, retryable: false, key: "errors.unauthorized" },
  FORBIDDEN: { status: 403, retryable: false, key: "errors.forbidden" },
  NOT_FOUND: { status: 404, retryable: false, key: "errors.notFound" },
  CONFLICT: { status: 409, retryable: false, key: "errors.conflict" },
  TOO_LARGE: { status: 413, retryable: false, key: "errors.tooLarge" },
  TOO_MANY: { status: 429, retryable: true, key: "errors.tooMany" },
  /** This process has too much work now. */
  BUSY: { status: 503, retryable: true, key: "errors.unavailable" },
  INTERNAL: { status: 500, retryable: false, key: "errors.internal" },
  STORE_UNAVAILABLE: { status: 503, retryable: true, key: "errors.unavailable" },
  SPOOL_UNAVAILABLE: { status: 503, retryable: true, key: "errors.unavailable" },
  LEASE_LOST: { status: 409, retryable: true, key: "errors.conflict" },
  /** The details' `field` says why the service refused the file. */
  FILE_REFUSED: { status: 422, retryable: false, key: "errors.badRequest" },
  TICKET_UNKNOWN: { status: 404, retryable: false, key: "errors.ticketUnknown" },
  NOTHING_TO_REVEAL: { status: 404, retryable: false, key: "errors.nothingToReveal" },
  TICKET_CLOSED: { status: 409, retryable: false, key: "errors.ticketClosed" },
  ID_REUSED: { status: 409, retryable: false, key: "errors.idReused" },
  /** The details' `since` lists the events that the caller has not seen. */
  STALE: { status: 409, retryable: false, key: "errors.stale" },
  /** The details' `values.officer` names the other officer. */
  TICKET_TAKEN: { status: 409, retryable: false, key: "errors.ticketTaken" },
  NOT_YOURS: { status: 403, retryable: false, key: "errors.notYours" },
  /** Only the Dinsos may move a ticket into a lane that only marked officers read. */
  ASK_DINSOS: { status: 403, retryable: false, key: "errors.askDinsos" },
  /** No officer has the mark for the lane or category that the ticket would get. */
  NOBODY_READS: { status: 409, retryable: false, key: "errors.nobodyReads" },
  /** The details' `values.office` names the office with the open part. */
  PART_OPEN: { status: 409, retryable: false, key: "errors.partOpen" },
  NO_PART: { status: 409, retryable: false, key: "errors.noPart" },
  NO_WORDS: { status: 400, retryable: false, key: "errors.noWords" },
  NO_REASON: { status: 400, retryable: false, key: "errors.noReason" },
  NOT_REPAIRABLE: { status: 409, retryable: false, key: "errors.notRepairable" },
  /** The officer has opened more tickets at the counter than one officer can type. */
  COUNTER_LIMIT: { status: 429, retryable: false, key: "errors.counterLimit" },
  REVEAL_LIMIT: { status: 429, retryable: false, key: "errors.revealLimit" },
  TICKET_WAITING: { status: 409, retryable: false, key: "errors.ticketWaiting" },
  TICKET_NOT_WAITING: { status: 409, retryable: false, key: "errors.ticketNotWaiting" },
  /** The operator may see that the ticket exists, but may not read its words. */
  CONFIDENTIAL: { status: 403, retryable: false, key: "errors.confidential" },
  DISTRICT_INVALID: { status: 500, retryable: false, key: "errors.internal" },
  SETTINGS_INVALID: { status: 500, retryable: false, key: "errors.internal" },
  IMPORT_UNREADABLE: { status: 400, retryable: false, key: "errors.importUnreadable" },
  SEAL_BROKEN: { status: 500, retryable: false, key: "errors.internal" },
  /** The platform cannot take the message now: the network failed, or the platform answered with 5xx or 429. */
  CHANNEL_BUSY: { status: 503, retryable: true, key: "errors.unavailable" },
  /** The message may have arrived: bytes were sent, and no readable answer came. */
  CHANNEL_UNKNOWN: { status: 504, retryable: true, key: "errors.unavailable" },
  /** The platform takes no more messages for this citizen now. */
  CONTACT_BUSY: { status: 503, retryable: true, key: "errors.tooMany" },
  /** The platform has stopped the account because of its token, payment or policy. */
  CHANNEL_STOPPED: { status: 503, retryable: true, key: "errors.unavailable" },
  /** The citizen has blocked the account, has left, or cannot get messages. */
  CONTACT_UNREACHABLE: { status: 410, retryable: false, key: "errors.unreachable" },
  WINDOW_CLOSED: { status: 409, retryable: false, key: "errors.windowClosed" },
  /** The details' `to` contains the new address. */
  CONTACT_MOVED: { status: 409, retryable: true, key: "errors.conflict" },
  CHANNEL_REJECTED: { status: 502, retryable: false, key: "errors.internal" },
} as const;

export type ErrorCode = keyof typeof errors;

/**
 * - `retryAfter`: the pause that the platform asks for (ms).
 * - `platformCode`: the platform's error number. With `unlisted`, the channel's table lacks the number.
 * - `unreached`: no byte was sent, so the message is not at fault.
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

export const wrongField = (field: string, message: string): AppError =>
  new AppError("BAD_REQUEST", `${field}: ${message}`, { details: { field } });

/** Any other thrown value becomes INTERNAL. */
export function appError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  return new AppError("INTERNAL", thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown });
}
