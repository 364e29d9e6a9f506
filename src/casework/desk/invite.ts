import { createHash, randomBytes } from "node:crypto";
import type { District } from "../../register/district.ts";
import type { OpenTurn } from "../../store/ports/turns.ts";
import { AppError } from "../../vocabulary/errors.ts";
import type { Contact, Content, Text } from "../../vocabulary/message.ts";
import { codeOfPayload, INVITATION_LASTS, invitationPayload, readInvitation } from "../invitation.ts";
import type { Officer } from "../officer.ts";
import type { Desk } from "./desk.ts";
import { auditAct } from "./reveal.ts";

const TELEGRAM = "telegram";
const CODE_BYTES = 16;
const HOUR = 3_600_000;
const TRIES_AN_HOUR = 10;

/** The store keeps only this hash, so readers of the store do not learn the link. */
const hashCode = (code: string): string => createHash("sha256").update(`invitation ${code}`).digest("base64url");

/**
 * The new link ends the officer's older link. Rejects with:
 * - FORBIDDEN: the officer is inactive.
 * - BAD_REQUEST: the district has no Telegram bot.
 * - CHANNEL_BUSY: Telegram does not give the bot's name.
 */
export async function inviteOfficer(
  desk: Pick<Desk, "channels" | "store" | "auditKey">,
  officer: Officer,
  by: string,
): Promise<{ link: string; until: number }> {
  if (!officer.active) throw new AppError("FORBIDDEN", `${officer.id} is off`);
  const bot = [...desk.channels.values()].find(
    ({ name, district }) => name === TELEGRAM && district === officer.district,
  );
  if (!bot?.linkBack)
    throw new AppError("BAD_REQUEST", `${officer.district} has no Telegram bot: set TELEGRAM_BOT_TOKEN`);
  const code = randomBytes(CODE_BYTES).toString("base64url");
  const link = await bot.linkBack({ words: "", payload: invitationPayload(code) });
  if (!link) throw new AppError("CHANNEL_BUSY", "Telegram does not tell the bot's name now; try again in a minute");
  const until = Date.now() + INVITATION_LASTS;
  await auditAct(desk, { actor: by, action: "staff-invite", subject: officer.id, reason: "a link to Telegram" });
  await desk.store.saveOfficer({ ...officer, invitation: { mark: hashCode(code), until } });
  return { link, until };
}

export const invitationIn = (content: Content, { channel }: Contact): string | undefined =>
  content.type === "start" && channel === TELEGRAM ? codeOfPayload(content.payload ?? "") : undefined;

export async function acceptInvitation(
  { store, log, auditKey }: Pick<Desk, "store" | "log" | "auditKey">,
  { conversation, key, contact }: Pick<OpenTurn, "conversation" | "key" | "contact">,
  district: District,
  code: string,
): Promise<Text> {
  const tries = { key: `invitations:${conversation}`, limit: TRIES_AN_HOUR, window: HOUR, add: 1, once: key };
  if ((await store.count([tries])).exceeded) return { key: "invitation.unknown" };
  const mark = hashCode(code);
  const invited = readInvitation(await store.officers(district.id), mark, contact.address, Date.now());
  if (invited.outcome === "done") return acceptedText(invited.officer);
  if (invited.outcome !== "open") {
    log("warn", { district: district.id, outcome: invited.outcome }, "an officer's invitation was not accepted");
    return { key: `invitation.${invited.outcome}` };
  }
  const use = { key: `invitation:${mark}`, limit: 1, window: INVITATION_LASTS, add: 1, once: key };
  if ((await store.count([use])).exceeded) return { key: "invitation.used" };
  const { officer } = invited;
  const { id } = officer;
  await auditAct(
    { store, auditKey },
    { actor: id, action: "staff-chat", subject: id, reason: "accepted an invitation" },
  );
  const until = officer.invitation?.until ?? 0;
  await store.saveOfficer({ ...officer, telegram: contact.address, invitation: { mark, until, accepted: true } });
  log("info", { officer: id, district: district.id }, "an officer's Telegram chat is set by invitation");
  return acceptedText(officer);
}

const acceptedText = ({ name }: Officer): Text => ({ key: "invitation.done", values: { name } });
