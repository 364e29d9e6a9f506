import type { Accounts } from "./accounts.ts";
import type { Audit } from "./audit.ts";
import type { Candidates } from "./candidates.ts";
import type { Changes } from "./changes.ts";
import type { ChatData } from "./chat-data.ts";
import type { Contacts } from "./contacts.ts";
import type { DeadLetters } from "./dead-letters.ts";
import type { Files } from "./files.ts";
import type { Held } from "./held-numbers.ts";
import type { History } from "./history.ts";
import type { Inbox } from "./inbox.ts";
import type { Limits } from "./limits.ts";
import type { Outbox } from "./outbox.ts";
import type { Receipts } from "./receipts.ts";
import type { Register } from "./register.ts";
import type { Sealing } from "./sealing.ts";
import type { Staff } from "./staff.ts";
import type { Tickets } from "./tickets.ts";
import type { Turns } from "./turns.ts";
import type { Upkeep } from "./upkeep.ts";

/**
 * Each operation rejects with STORE_UNAVAILABLE if the store cannot be reached. A caller may repeat an operation that
 * was cut off, except `appendAudit` and a `count` without `once`. Durations are in ms by the store's clock.
 */
export type Store = Inbox &
  Accounts &
  DeadLetters &
  Receipts &
  Contacts &
  Turns &
  Outbox &
  History &
  Tickets &
  Changes &
  Staff &
  Register &
  Files &
  Limits &
  Held &
  Audit &
  Upkeep &
  Sealing &
  Candidates &
  ChatData;
