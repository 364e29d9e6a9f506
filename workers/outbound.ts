import { type Delivering, deliver } from "../src/messaging/deliver.ts";
import type { Handlers } from "../src/queue/jobs.ts";

export const outbound =
  (delivering: Delivering): Handlers["outbound"] =>
  ({ conversation }) =>
    deliver(delivering, conversation);
