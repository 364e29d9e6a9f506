import { assign } from "../src/messaging/assign.ts";
import type { Messaging } from "../src/messaging/messaging.ts";
import { giveNotices } from "../src/messaging/notices.ts";
import { nudge } from "../src/messaging/nudge.ts";
import { remind } from "../src/messaging/remind.ts";
import type { Handlers } from "../src/queue/jobs.ts";

export const complaints =
  (messaging: Messaging): Handlers["complaints"] =>
  async ({ number }) => {
    await assign(messaging, number);
    await giveNotices(messaging, number);
    await remind(messaging, number);
    await nudge(messaging, number);
  };
