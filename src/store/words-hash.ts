import type { ActGuard } from "../casework/act-guard.ts";
import type { TicketEvent } from "../casework/ticket.ts";
import type { Vault } from "../privacy/vault.ts";

/**
 * Adds to an event the keyed hash of its request. The hash stays when numbers in the words are erased, and does not
 * reveal them.
 */
export const withWordsHash = (vault: Vault, event: TicketEvent, { request: words }: ActGuard): TicketEvent =>
  words === undefined ? event : { ...event, wordsHash: vault.index("act", words) };
