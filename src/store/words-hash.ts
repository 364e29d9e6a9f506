import type { ActGuard } from "../casework/stale-act.ts";
import type { TicketEvent } from "../casework/ticket.ts";
import type { Vault } from "../privacy/vault.ts";

/** The hash stays after the service erases the numbers in the words. */
export const withWordsHash = (vault: Vault, event: TicketEvent, { request: words }: ActGuard): TicketEvent =>
  words === undefined ? event : { ...event, wordsHash: vault.index("act", words) };
