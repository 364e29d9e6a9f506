import { AppError } from "../../vocabulary/errors.ts";
import type { OutboundMessage } from "../../vocabulary/message.ts";
import type { HttpPool } from "../http-pool.ts";
import { graphError, isAboutTemplate } from "./errors.ts";
import { recipientOf } from "./render.ts";
import type { Settings } from "./schema.ts";
import { type Templates, templateNames } from "./templates.ts";

/** The prefix by which the status of a template is known; the id of the message for which the template asks follows it. */
export const ASK_PREFIX = "nudge:";

/** The template exists, but not in that language. */
const NO_TRANSLATION = 132001;
const FALLBACK = "id";
/** Ms after which no further one is tried, so that all of it ends well before the lease of a send. */
const ENOUGH = 5_000;

type Asking = { pool: HttpPool; settings: Settings; headers: Record<string, string>; templates: Templates };

/**
 * Sends the template that asks to write: a ticket's own where the message is about one, in the citizen's language, else
 * in Indonesian; what Meta has not approved is never sent. Rejects with CHANNEL_REJECTED when that leaves none.
 */
export async function askToWrite(asking: Asking, message: OutboundMessage): Promise<void> {
  const { templates, settings } = asking;
  const until = performance.now() + ENOUGH;
  let refused: AppError | undefined;
  for (const { name, purpose } of templateNames(settings)) {
    if (purpose === "ticket" && !message.ticket) continue;
    const values = purpose === "ticket" && message.ticket ? [message.ticket] : [];
    for (const language of languagesOf(await templates.approved(name), message.locale)) {
      if (performance.now() > until) throw new AppError("CHANNEL_BUSY", "no time left for another template");
      refused = await refusalOf(asking, templatePayload(message, name, language, values));
      if (!refused) return;
      templates.forget();
      if (refused.details.platformCode !== NO_TRANSLATION) break;
    }
  }
  throw refused ?? new AppError("CHANNEL_REJECTED", "no approved template");
}

/** The languages to try: where Meta has told which it approved, those alone (`en` is served by `en_US` too). */
function languagesOf(approved: readonly string[] | undefined, locale: string): string[] {
  const wanted = [...new Set([locale, FALLBACK])];
  if (!approved) return wanted;
  return wanted.flatMap((code) => {
    const found = approved.find((one) => one === code) ?? approved.find((one) => one.startsWith(`${code}_`));
    return found ? [found] : [];
  });
}

/** The body of a `messages` call; `values` fill the gaps in order. */
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
    biz_opaque_callback_data: `${ASK_PREFIX}${id}`,
    type: "template",
    template: {
      name,
      language: { code: language },
      ...(parameters.length > 0 ? { components: [{ type: "body", parameters }] } : {}),
    },
  };
}

/** What Meta has against this template (132xxx); any other refusal is thrown. */
async function refusalOf({ pool, settings, headers }: Asking, payload: object): Promise<AppError | undefined> {
  const path = `/${settings.WHATSAPP_PHONE_NUMBER_ID}/messages`;
  const answer = await pool.request("POST", path, { headers, body: JSON.stringify(payload) });
  if (answer.status >= 200 && answer.status < 300) return undefined;
  const error = graphError(answer, Date.now());
  if (!isAboutTemplate(error.details.platformCode ?? 0)) throw error;
  return error;
}
