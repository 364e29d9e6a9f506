import { assign } from "../src/messaging/assign.ts";
import type { Messaging } from "../src/messaging/messaging.ts";
import type { Handlers } from "../src/queue/jobs.ts";

export const complaints =
  (messaging: Messaging): Handlers["complaints"] =>
  ({ number }) =>
    assign(messaging, number);
