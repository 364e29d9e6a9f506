import type { HttpPool } from "../http-pool.ts";
import { graphError } from "./errors.ts";
import { recipientOf } from "./render.ts";
import type { Settings } from "./schema.ts";

/** The template exists, but not in that language. */
const NO_TRANSLATION = 132001;
const FALLBACK = "id";

/** Sends the template that asks to write, in the citizen's language or, where it has not been approved in that, in Indonesian. */
export async function nudge(
  pool: HttpPool,
  { WHATSAPP_PHONE_NUMBER_ID: account, WHATSAPP_TEMPLATE_NEWS: name }: Settings,
  headers: Record<string, string>,
  address: string,
  locale: string,
): Promise<void> {
  for (const code of new Set([locale, FALLBACK])) {
    const base = { messaging_product: "whatsapp", recipient_type: "individual", ...recipientOf(address) };
    const body = JSON.stringify({ ...base, type: "template", template: { name, language: { code } } });
    const answer = await pool.request("POST", `/${account}/messages`, { headers, body });
    if (answer.status >= 200 && answer.status < 300) return;
    const error = graphError(answer, Date.now());
    if (error.details.platformCode !== NO_TRANSLATION || code === FALLBACK) throw error;
  }
}
