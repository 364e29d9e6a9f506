import type { Api } from "grammy";
import type { ChannelCheck } from "../channel.ts";
import { checkClock } from "../clock-check.ts";
import { checkOperatorsChat } from "./operators-check.ts";
import { REFUSED_TOKEN } from "./refused-token.ts";
import { UPDATE_TYPES } from "./schema.ts";
import { telegramError } from "./send.ts";

/** In ms. An older failure of a delivery is no fault. */
const RECENT = 3_600_000;
const MANY = 100;
const SETUP = "npx --no sapa telegram setup --district";

type Webhook = Awaited<ReturnType<Api["getWebhookInfo"]>>;
type BotCheckOptions = { url: string; district: string; operators: string | undefined; clock: () => number };

export async function checkBot(
  api: Api,
  { url, district, operators, clock }: BotCheckOptions,
): Promise<ChannelCheck[]> {
  try {
    const { username, id } = await api.getMe();
    const time = checkClock("Telegram", clock(), Date.now());
    const webhook = webhookCheck(await api.getWebhookInfo(), url, `${SETUP} ${district}`);
    return [
      { what: "credentials", ok: true, detail: `@${username}` },
      webhook,
      ...(operators ? [await checkOperatorsChat(api, id, operators)] : []),
      time,
    ];
  } catch (thrown) {
    const { code, details } = telegramError(thrown);
    const isToken = code === "CHANNEL_STOPPED";
    return [
      {
        what: "credentials",
        ok: false,
        detail: `${code} ${details.platformCode ?? ""}`.trim(),
        says: isToken ? REFUSED_TOKEN.says : "Telegram cannot be reached from this machine, or does not answer",
        next: isToken ? REFUSED_TOKEN.next : "try `curl https://api.telegram.org` here",
      },
    ];
  }
}

function webhookCheck(info: Webhook, url: string, setup: string): ChannelCheck {
  const { url: set = "", pending_update_count: pending, last_error_date: failedAt = 0, allowed_updates: types } = info;
  const bad = (detail: string, says: string, next: string): ChannelCheck => ({
    what: "webhook",
    ok: false,
    detail,
    says,
    next,
  });
  if (set === "")
    return bad("not set; `sapa telegram setup` sets it", "Telegram has no webhook and delivers nothing", setup);
  if (set !== url) return bad("set to another URL", "Telegram delivers to another URL than PUBLIC_URL's", setup);
  if (failedAt * 1_000 > Date.now() - RECENT) {
    const [says, next] = reasonOf(info.last_error_message ?? "", setup);
    return bad(`${pending} waiting, the last delivery failed`, says, next);
  }
  if (pending > MANY)
    return bad(`${pending} waiting`, `${pending} messages wait at Telegram`, "look for errors in the log");
  const missing = UPDATE_TYPES.filter((type) => types && !types.includes(type));
  if (missing.length > 0)
    return bad(`without ${missing.join(", ")}`, `Telegram is not asked for ${missing.join(", ")}`, setup);
  return { what: "webhook", ok: true, detail: `${pending} waiting` };
}

/** Telegram's words may quote any server. */
function reasonOf(message: string, setup: string): [string, string] {
  const status = /\b([1-5]\d\d)\b/.exec(message)?.[1];
  if (status === "401")
    return ["Telegram's deliveries bring another secret than TELEGRAM_WEBHOOK_SECRET", `${setup} tells it the new one`];
  if (status === "404") return ["Telegram's deliveries reach a server that is not this service", "look at the proxy"];
  if (status?.startsWith("5"))
    return [`Telegram's last delivery failed: the proxy or the service answered ${status}`, "look at its log"];
  if (/certificate|ssl|tls/i.test(message))
    return ["Telegram does not accept the certificate of PUBLIC_URL", "renew it with its whole chain"];
  if (/timed? ?out/i.test(message)) return ["Telegram's last delivery was not answered in time", "look at the proxy"];
  if (/resolve|name/i.test(message)) return ["Telegram does not find the host of PUBLIC_URL", "look at its DNS entry"];
  if (/refused|connect/i.test(message))
    return ["Telegram cannot connect to PUBLIC_URL", "open port 443 of the firewall to it"];
  return ["Telegram's last delivery failed", "look at the proxy's log"];
}
