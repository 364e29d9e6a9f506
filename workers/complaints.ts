import { assignTicket } from "../src/casework/desk/assign.ts";
import type { Desk } from "../src/casework/desk/desk.ts";
import { sendNotices } from "../src/casework/desk/notices.ts";
import { remindCitizen } from "../src/casework/desk/remind-citizen.ts";
import { remindOfficers } from "../src/casework/desk/remind-officers.ts";
import type { Handlers } from "../src/queue/jobs.ts";

export const complaints =
  (desk: Desk): Handlers["complaints"] =>
  async ({ number }) => {
    await assignTicket(desk, number);
    await sendNotices(desk, number);
    await remindOfficers(desk, number);
    await remindCitizen(desk, number);
  };
