import { deliver } from "../src/messaging/deliver.ts";
import type { Messaging } from "../src/messaging/messaging.ts";
import type { Handlers } from "../src/queue/jobs.ts";

export const outbound =
  (messaging: Messaging): Handlers["outbound"] =>
  ({ conversation }) =>
    deliver(messaging, conversation);
