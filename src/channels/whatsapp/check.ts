import { z } from "zod";
import { appError } from "../../errors.ts";
import type { ChannelCheck } from "../channel.ts";
import type { HttpPool } from "../http-pool.ts";
import { graphError } from "./errors.ts";
import type { Settings } from "./schema.ts";

const NumberInfo = z.object({
  display_phone_number: z.string().optional(),
  verified_name: z.string().optional(),
  quality_rating: z.string().optional(),
});
const Templates = z.object({ data: z.array(z.object({ name: z.string(), language: z.string(), status: z.string() })) });

/** Whether the token is taken, how Meta rates the number, and whether the template that asks to write is approved. */
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
    const { WHATSAPP_BUSINESS_ACCOUNT_ID: business, WHATSAPP_TEMPLATE_NEWS: template } = settings;
    if (!business || !template) return known;
    const { data } = await asked(`/${business}/message_templates?name=${template}`, Templates);
    const own = data.filter(({ name }) => name === template);
    const detail = own.map(({ language, status }) => `${template} ${language} ${status}`).join(", ");
    const ok = own.some(({ language, status }) => language === "id" && status === "APPROVED");
    return [...known, { what: "templates", ok, detail: detail || `${template} is not there` }];
  } catch (thrown) {
    const { code, details } = appError(thrown);
    return [{ what: "credentials", ok: false, detail: `${code} ${details.platformCode ?? ""}`.trim() }];
  }
}
