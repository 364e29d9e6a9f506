import type { ActGuard } from "../casework/act-guard.ts";
import type { TicketEvent } from "../casework/ticket.ts";
import type { Vault } from "../privacy/vault.ts";

/** An act with the keyed hash of its words, which outlives the numbers among them and tells nobody of these. */
export const withWordsHash = (vault: Vault, event: TicketEvent, { request: words }: ActGuard): TicketEvent =>
  words === undefined ? event : { ...event, wordsHash: vault.index("act", words) };
