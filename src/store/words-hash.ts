import type { ActGuard } from "../casework/act-guard.ts";
import type { TicketEvent } from "../casework/ticket.ts";
import type { Vault } from "../privacy/vault.ts";

/**
 * Returns an event with the keyed hash of its request. The hash does not reveal numbers in the words, and stays when
 * the numbers are erased.
 */
export const withWordsHash = (vault: Vault, event: TicketEvent, { request: words }: ActGuard): TicketEvent =>
  words === undefined ? event : { ...event, wordsHash: vault.index("act", words) };
