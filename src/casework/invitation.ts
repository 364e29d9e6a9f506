import type { Officer } from "./officer.ts";

export const INVITATION_LASTS = 7 * 86_400_000;

const PAYLOAD = /^undangan-([\w-]{22})$/;
export const invitationPayload = (code: string): string => `undangan-${code}`;
export const codeOfPayload = (payload: string): string | undefined => PAYLOAD.exec(payload)?.[1];

export type InvitationResult =
  | { outcome: "open"; officer: Officer }
  | { outcome: "done"; officer: Officer }
  | { outcome: "used" | "expired" | "off" | "unknown" };

export function readInvitation(
  officers: readonly Officer[],
  mark: string,
  chat: string,
  now: number,
): InvitationResult {
  const officer = officers.find(({ invitation }) => invitation?.mark === mark);
  if (!officer?.invitation) return { outcome: "unknown" };
  if (!officer.active) return { outcome: "off" };
  if (officer.invitation.accepted)
    return officer.telegram === chat ? { outcome: "done", officer } : { outcome: "used" };
  return officer.invitation.until < now ? { outcome: "expired" } : { outcome: "open", officer };
}
