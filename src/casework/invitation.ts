import type { Officer } from "./officer.ts";

/** Ms in which an invitation can be accepted. */
export const INVITATION_LASTS = 7 * 86_400_000;

/** A deep link's payload: what follows its first word opens nothing else, and a page's code begins otherwise. */
const PAYLOAD = /^undangan-([\w-]{22})$/;
export const invitationPayload = (code: string): string => `undangan-${code}`;
export const codeOfPayload = (payload: string): string | undefined => PAYLOAD.exec(payload)?.[1];

/** The outcome of an invitation that a chat brings. */
export type Invited =
  | { outcome: "open"; officer: Officer }
  /** Accepted before, by this chat. */
  | { outcome: "done"; officer: Officer }
  | { outcome: "used" | "expired" | "off" | "unknown" };

/** `mark` is how the code is kept, `chat` the chat that brings it. A newer invitation takes the place of the one before. */
export function readInvitation(officers: readonly Officer[], mark: string, chat: string, now: number): Invited {
  const officer = officers.find(({ invitation }) => invitation?.mark === mark);
  if (!officer?.invitation) return { outcome: "unknown" };
  if (!officer.active) return { outcome: "off" };
  if (officer.invitation.accepted)
    return officer.telegram === chat ? { outcome: "done", officer } : { outcome: "used" };
  return officer.invitation.until < now ? { outcome: "expired" } : { outcome: "open", officer };
}
