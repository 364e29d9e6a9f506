import type { ActGuard } from "../casework/act-guard.ts";
import type { TicketEvent } from "../casework/ticket.ts";
import type { Vault } from "../privacy/vault.ts";

/**
 * Returns an event with the keyed hash of its request. The hash reveals no numbers, and stays after the numbers are
 * erased.
 */
export const withWordsHash = (vault: Vault, event: TicketEvent, { request: words }: ActGuard): TicketEvent =>
  words === undefined ? event : { ...event, wordsHash: vault.index("act", words) };
