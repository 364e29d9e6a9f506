import { answer } from "../src/messaging/answer.ts";
import type { Messaging } from "../src/messaging/messaging.ts";
import type { Handlers } from "../src/queue/jobs.ts";

export const inbound =
  (messaging: Messaging): Handlers["inbound"] =>
  ({ conversation }) =>
    answer(messaging, conversation);
