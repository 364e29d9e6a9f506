import { assign } from "../src/casework/desk/assign.ts";
import { giveNotices } from "../src/casework/desk/notices.ts";
import { nudge } from "../src/casework/desk/nudge.ts";
import { remind } from "../src/casework/desk/remind.ts";
import type { Messaging } from "../src/messaging/messaging.ts";
import type { Handlers } from "../src/queue/jobs.ts";

export const complaints =
  (messaging: Messaging): Handlers["complaints"] =>
  async ({ number }) => {
    await assign(messaging, number);
    await giveNotices(messaging, number);
    await remind(messaging, number);
    await nudge(messaging, number);
  };
