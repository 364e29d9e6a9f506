import { z } from "zod";
import { appError } from "../../vocabulary/errors.ts";
import type { ChannelCheck } from "../channel.ts";
import { checkClock } from "../clock-check.ts";
import type { HttpPool } from "../http-pool.ts";
import { checkSubscription } from "./app-check.ts";
import { graphError } from "./errors.ts";
import { openAsk, reasonOf } from "./graph-ask.ts";
import type { Settings } from "./schema.ts";
import { checkTemplates } from "./template-check.ts";

const NumberInfo = z.object({
  display_phone_number: z.string().optional(),
  verified_name: z.string().optional(),
  quality_rating: z.string().optional(),
  status: z.string().optional(),
});

export async function checkNumber(
  pool: HttpPool,
  settings: Settings,
  headers: Record<string, string>,
  url: string,
): Promise<ChannelCheck[]> {
  const ask = openAsk(pool, headers);
  try {
    const fields = "fields=display_phone_number,verified_name,quality_rating,status";
    const info = await ask(`/${settings.WHATSAPP_PHONE_NUMBER_ID}?${fields}`, NumberInfo);
    const { verified_name: name = "", quality_rating: quality = "UNKNOWN", status } = info;
    const clock = checkClock("Meta", pool.now(), Date.now());
    const connected = status === undefined || status === "CONNECTED";
    return [
      {
        what: "credentials",
        ok: connected,
        detail: connected ? name : `${name} ${status}`.trim(),
        ...(connected
          ? {}
          : {
              says: `WhatsApp's number is ${status.toLowerCase()} and not connected`,
              next: "look at the number in Meta's WhatsApp Manager",
            }),
      },
      {
        what: "quality",
        ok: quality !== "RED",
        detail: quality,
        ...(quality === "RED"
          ? { says: "Meta rates the WhatsApp number RED", next: "send less unasked; look at WhatsApp Manager" }
          : {}),
      },
      ...(await checkSubscription(ask, settings, url)),
      ...(await checkTemplates(pool, settings, headers)),
      clock,
    ];
  } catch (thrown) {
    return [{ what: "credentials", ok: false, detail: reasonOf(thrown), ...refusalOf(thrown) }];
  }
}

function refusalOf(thrown: unknown): Pick<ChannelCheck, "says" | "next"> {
  const { code, details } = appError(thrown);
  if (details.platformCode === 190)
    return { says: "WhatsApp does not take WHATSAPP_TOKEN", next: "make a token of a system user in Meta Business" };
  if (code === "CHANNEL_REJECTED")
    return {
      says: "Meta knows no number of WHATSAPP_PHONE_NUMBER_ID that this token may use",
      next: "copy the phone number ID (not the number) from Meta's app",
    };
  if (code === "CHANNEL_STOPPED")
    return { says: `Meta refuses WHATSAPP_TOKEN (${details.platformCode ?? "no number"})`, next: "look at its rights" };
  return {
    says: "Meta cannot be reached from this machine, or does not answer",
    next: "try `curl https://graph.facebook.com` here",
  };
}

export async function fetchOwnNumber(
  pool: HttpPool,
  id: string,
  headers: Record<string, string>,
): Promise<string | undefined> {
  const answer = await pool.request("GET", `/${id}?fields=display_phone_number`, { headers });
  if (answer.status !== 200) throw graphError(answer, Date.now());
  const digits = NumberInfo.parse(JSON.parse(answer.text)).display_phone_number?.replace(/\D/g, "") ?? "";
  return /^[1-9]\d{7,14}$/.test(digits) ? digits : undefined;
}
