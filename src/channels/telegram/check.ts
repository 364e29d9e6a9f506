import type { Api } from "grammy";
import type { ChannelCheck } from "../channel.ts";
import { telegramError } from "./send.ts";

/** Whether the token is taken, and whether Telegram delivers to where we listen. */
export async function checkBot(api: Api, url: string): Promise<ChannelCheck[]> {
  try {
    const { username } = await api.getMe();
    const { url: set, pending_update_count: pending, last_error_date: failedAt = 0 } = await api.getWebhookInfo();
    const failed = failedAt > Date.now() / 1_000 - 3_600;
    const webhook =
      set === url ? `${pending} waiting` : set === "" ? "not set; `sapa telegram setup` sets it" : "set to another URL";
    return [
      { what: "credentials", ok: true, detail: `@${username}` },
      {
        what: "webhook",
        ok: set === url && !failed,
        detail: failed ? `${webhook}, the last delivery failed` : webhook,
      },
    ];
  } catch (thrown) {
    const { code, details } = telegramError(thrown);
    return [{ what: "credentials", ok: false, detail: `${code} ${details.platformCode ?? ""}`.trim() }];
  }
}
