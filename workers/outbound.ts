import { type Delivering, deliverReplies } from "../src/messaging/deliver.ts";
import type { Handlers } from "../src/queue/jobs.ts";

export const outbound =
  (delivering: Delivering): Handlers["outbound"] =>
  ({ conversation }) =>
    deliverReplies(delivering, conversation);
