import { AppError } from "../../vocabulary/errors.ts";
import type { OutboundMessage } from "../../vocabulary/message.ts";
import type { HttpPool } from "../http-pool.ts";
import { graphError, isAboutTemplate } from "./errors.ts";
import { recipientOf } from "./render.ts";
import type { Settings } from "./schema.ts";
import { type Templates, templateNames } from "./templates.ts";

/**
 * A template's message has the id of the waiting message with `ASK_END` added. Earlier releases put `OLD_ASK_START`
 * before the id.
 */
const ASK_END = ".nudge";
const OLD_ASK_START = "nudge:";

export const isAskId = (id: string): boolean => id.endsWith(ASK_END) || id.startsWith(OLD_ASK_START);

/** Meta's code if no approved template has this name in this language. */
const NO_TRANSLATION = 132001;
const FALLBACK = "id";
/** In ms. The attempt must end before the lease of the send. */
const TIME_LIMIT = 5_000;

type TemplateSender = { pool: HttpPool; settings: Settings; headers: Record<string, string>; templates: Templates };

/** Sends the first template that Meta takes. Rejects with CHANNEL_REJECTED if Meta takes no template. */
export async function askToWrite(asking: TemplateSender, message: OutboundMessage): Promise<void> {
  const { templates, settings } = asking;
  const until = performance.now() + TIME_LIMIT;
  let refused: AppError | undefined;
  for (const { name, purpose } of templateNames(settings)) {
    if (purpose === "ticket" && !message.ticket) continue;
    const values = purpose === "ticket" && message.ticket ? [message.ticket] : [];
    for (const language of languagesOf(await templates.findApproved(name), message.locale)) {
      if (performance.now() > until) throw new AppError("CHANNEL_BUSY", "no time left for another template");
      refused = await sendTemplate(asking, templatePayload(message, name, language, values));
      if (!refused) return;
      templates.forget();
      if (refused.details.platformCode !== NO_TRANSLATION) break;
    }
  }
  throw refused ?? new AppError("CHANNEL_REJECTED", "no approved template");
}

/** Meta may know `en` only as `en_US`. */
function languagesOf(approved: readonly string[] | undefined, locale: string): string[] {
  const wanted = [...new Set([locale, FALLBACK])];
  if (!approved) return wanted;
  return wanted.flatMap((code) => {
    const found = approved.find((one) => one === code) ?? approved.find((one) => one.startsWith(`${code}_`));
    return found ? [found] : [];
  });
}

function templatePayload(
  { id, to }: OutboundMessage,
  name: string,
  language: string,
  values: readonly string[],
): object {
  const parameters = values.map((text) => ({ type: "text", text }));
  return {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...recipientOf(to.address),
    biz_opaque_callback_data: `${id}${ASK_END}`,
    type: "template",
    template: {
      name,
      language: { code: language },
      ...(parameters.length > 0 ? { components: [{ type: "body", parameters }] } : {}),
    },
  };
}

/** Returns Meta's objection to the template (132xxx). Throws any other error. */
async function sendTemplate(
  { pool, settings, headers }: TemplateSender,
  payload: object,
): Promise<AppError | undefined> {
  const path = `/${settings.WHATSAPP_PHONE_NUMBER_ID}/messages`;
  const answer = await pool.request("POST", path, { headers, body: JSON.stringify(payload) });
  if (answer.status >= 200 && answer.status < 300) return undefined;
  const error = graphError(answer, Date.now());
  if (!isAboutTemplate(error.details.platformCode ?? 0)) throw error;
  return error;
}
