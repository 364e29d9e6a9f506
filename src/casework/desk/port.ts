import { commitWithMessage } from "./commit-with-message.ts";
import type { Desk } from "./desk.ts";
import { eraseMentioned } from "./erase-mentioned.ts";
import { followCalls } from "./follow-calls.ts";
import { finishForgetting } from "./forget-chat.ts";
import { acceptInvitation, invitationIn } from "./invite.ts";
import { screenEffect } from "./screen-effect.ts";
import { composeTicketMessage } from "./ticket-words.ts";

export const openDeskPort = (desk: Desk) => ({
  screenEffect: (...args: Args<typeof screenEffect>) => screenEffect(desk, ...args),
  invitationIn,
  acceptInvitation: (...args: Args<typeof acceptInvitation>) => acceptInvitation(desk, ...args),
  composeTicketMessage: (...args: Args<typeof composeTicketMessage>) => composeTicketMessage(desk, ...args),
  commitWithMessage: (...args: Args<typeof commitWithMessage>) => commitWithMessage(desk, ...args),
  followCalls: () => followCalls(desk),
  async tidyCasework(): Promise<void> {
    const { log } = desk;
    const erased = await eraseMentioned(desk);
    if (erased > 0) log("info", { tickets: erased }, "mentioned numbers erased");
    await finishForgetting(desk);
  },
});

type Args<Act extends (desk: never, ...rest: never[]) => unknown> = Act extends (
  desk: never,
  ...rest: infer Rest
) => unknown
  ? Rest
  : never;
