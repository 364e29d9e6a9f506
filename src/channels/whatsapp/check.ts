import { z } from "zod";
import { appError } from "../../errors.ts";
import type { ChannelCheck } from "../channel.ts";
import type { HttpPool } from "../http-pool.ts";
import { graphError } from "./errors.ts";
import type { Settings } from "./schema.ts";
import { templateNames, templateStates } from "./templates.ts";

const NumberInfo = z.object({
  display_phone_number: z.string().optional(),
  verified_name: z.string().optional(),
  quality_rating: z.string().optional(),
});

/** Whether the token is taken, how Meta rates the number, and which templates are approved in which languages. */
export async function checkNumber(
  pool: HttpPool,
  settings: Settings,
  headers: Record<string, string>,
): Promise<ChannelCheck[]> {
  const asked = async <Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> => {
    const answer = await pool.request("GET", path, { headers });
    if (answer.status < 200 || answer.status >= 300) throw graphError(answer, Date.now());
    return schema.parse(JSON.parse(answer.text));
  };
  try {
    const fields = "fields=display_phone_number,verified_name,quality_rating";
    const { verified_name: name = "", quality_rating: quality = "UNKNOWN" } = await asked(
      `/${settings.WHATSAPP_PHONE_NUMBER_ID}?${fields}`,
      NumberInfo,
    );
    const known: ChannelCheck[] = [
      { what: "credentials", ok: true, detail: name },
      { what: "quality", ok: quality !== "RED", detail: quality },
    ];
    const { WHATSAPP_BUSINESS_ACCOUNT_ID: business } = settings;
    const templates = templateNames(settings).map(({ name }) => checkTemplate(pool, business, headers, name));
    return [...known, ...(await Promise.all(templates))];
  } catch (thrown) {
    return [{ what: "credentials", ok: false, detail: reasonOf(thrown) }];
  }
}

/** The digits of our own number, as Meta shows it. */
export async function displayedNumber(
  pool: HttpPool,
  id: string,
  headers: Record<string, string>,
): Promise<string | undefined> {
  const answer = await pool.request("GET", `/${id}?fields=display_phone_number`, { headers });
  if (answer.status !== 200) throw graphError(answer, Date.now());
  const digits = NumberInfo.parse(JSON.parse(answer.text)).display_phone_number?.replace(/\D/g, "") ?? "";
  return /^[1-9]\d{7,14}$/.test(digits) ? digits : undefined;
}

/** Good when it can be sent to everybody: in Indonesian. */
async function checkTemplate(
  pool: HttpPool,
  business: string | undefined,
  headers: Record<string, string>,
  name: string,
): Promise<ChannelCheck> {
  const what = "templates" as const;
  if (!business) return { what, ok: true, detail: `${name} not looked at: no WHATSAPP_BUSINESS_ACCOUNT_ID` };
  try {
    const states = await templateStates(pool, business, headers, name);
    const detail = states.map(({ language, status }) => `${name} ${language} ${status}`).join(", ");
    const ok = states.some(({ language, status }) => language === "id" && status === "APPROVED");
    return { what, ok, detail: detail || `${name} is not there` };
  } catch (thrown) {
    return { what, ok: false, detail: `${name} ${reasonOf(thrown)}` };
  }
}

function reasonOf(thrown: unknown): string {
  const { code, details } = appError(thrown);
  return `${code} ${details.platformCode ?? ""}`.trim();
}
