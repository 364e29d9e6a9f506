import { type Api, GrammyError } from "grammy";
import type { ChannelCheck } from "../channel.ts";
import { telegramError } from "./send.ts";

const what = "operators";
const bad = (detail: string, says: string, next: string): ChannelCheck => ({ what, ok: false, detail, says, next });

/** Sends no message to the operators' chat. */
export async function checkOperatorsChat(api: Api, bot: number, chat: string): Promise<ChannelCheck> {
  try {
    const { type, permissions } = await api.getChat(chat);
    if (type === "private") {
      await api.sendChatAction(chat, "typing");
      return { what, ok: true, detail: "a private chat" };
    }
    const member = await api.getChatMember(chat, bot);
    if (member.status === "left" || member.status === "kicked")
      return bad(member.status, "the bot is not in the operators' chat", "add the bot to it again");
    const isMute =
      (member.status === "restricted" && !member.can_send_messages) ||
      (member.status === "member" && permissions?.can_send_messages === false) ||
      (type === "channel" && !(member.status === "administrator" && member.can_post_messages));
    return isMute
      ? bad("may not write", "the bot may not write in the operators' chat", "let it send messages there")
      : { what, ok: true, detail: `a ${type}` };
  } catch (thrown) {
    const { code, details } = telegramError(thrown);
    if (code === "CONTACT_UNREACHABLE" && thrown instanceof GrammyError && thrown.method === "sendChatAction")
      return bad("blocked", "whoever reads the operators' chat has blocked the bot", "they unblock it and press START");
    if (code === "CONTACT_MOVED")
      return bad(
        "has another number",
        "the operators' chat has become a supergroup and has another number",
        `TELEGRAM_OPERATORS_CHAT=${details.to}`,
      );
    if (thrown instanceof GrammyError && [400, 403].includes(thrown.error_code))
      return bad(
        "not found",
        "Telegram knows no chat of TELEGRAM_OPERATORS_CHAT in which the bot is",
        "add the bot to the chat, write /id there and copy the number it tells",
      );
    return { what, ok: true, unknown: true, detail: `${code} ${details.platformCode ?? ""}`.trim() };
  }
}
