import type { ActGuard } from "../casework/stale-act.ts";
import type { TicketEvent } from "../casework/ticket.ts";
import type { Vault } from "../privacy/vault.ts";

/** Adds the keyed hash of the act's request. The hash stays when the numbers in the words are erased. */
export const withWordsHash = (vault: Vault, event: TicketEvent, { request: words }: ActGuard): TicketEvent =>
  words === undefined ? event : { ...event, wordsHash: vault.index("act", words) };
