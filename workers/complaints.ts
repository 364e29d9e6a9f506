import { assign } from "../src/casework/desk/assign.ts";
import type { Desk } from "../src/casework/desk/desk.ts";
import { giveNotices } from "../src/casework/desk/notices.ts";
import { nudge } from "../src/casework/desk/nudge.ts";
import { remind } from "../src/casework/desk/remind.ts";
import type { Handlers } from "../src/queue/jobs.ts";

export const complaints =
  (desk: Desk): Handlers["complaints"] =>
  async ({ number }) => {
    await assign(desk, number);
    await giveNotices(desk, number);
    await remind(desk, number);
    await nudge(desk, number);
  };
