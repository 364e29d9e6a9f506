import type { ChannelCheck } from "../channel.ts";
import type { HttpPool } from "../http-pool.ts";
import { reasonOf } from "./graph-ask.ts";
import type { Settings } from "./schema.ts";
import { fetchTemplateStates, type TemplateState, templateNames } from "./templates.ts";

const what = "templates" as const;
const MANAGER = "make it in Meta's WhatsApp Manager; docs/operations.md has its words";

export async function checkTemplates(
  pool: HttpPool,
  settings: Settings,
  headers: Record<string, string>,
): Promise<ChannelCheck[]> {
  const { WHATSAPP_BUSINESS_ACCOUNT_ID: business } = settings;
  const names = templateNames(settings).map(({ name }) => name);
  return Promise.all(
    names.map(async (name): Promise<ChannelCheck> => {
      if (!business)
        return { what, ok: true, unknown: true, detail: `${name} not looked at: no WHATSAPP_BUSINESS_ACCOUNT_ID` };
      try {
        return templateCheck(name, await fetchTemplateStates(pool, business, headers, name));
      } catch (thrown) {
        const says = `Meta does not tell of template ${name}: WHATSAPP_BUSINESS_ACCOUNT_ID or the token's rights are wrong`;
        const next = "the token needs whatsapp_business_management";
        return { what, ok: false, detail: `${name} ${reasonOf(thrown)}`, says, next };
      }
    }),
  );
}

function templateCheck(name: string, states: readonly TemplateState[]): ChannelCheck {
  const detail = states.map(({ language, status }) => `${name} ${language} ${status}`).join(", ");
  const own = states.find(({ language }) => language === "id");
  if (own?.status === "APPROVED") return { what, ok: true, detail };
  if (states.length === 0)
    return { what, ok: false, detail: `${name} is not there`, says: `Meta has no template ${name}`, next: MANAGER };
  if (!own) return { what, ok: false, detail, says: `template ${name} is not there in Indonesian (id)`, next: MANAGER };
  const status = own.status.toLowerCase().replaceAll("_", " ");
  return {
    what,
    ok: false,
    detail,
    says: `template ${name} is ${status} at Meta and cannot be sent`,
    next: "look at it in Meta's WhatsApp Manager",
  };
}
