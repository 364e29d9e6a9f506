import { z } from "zod";
import { limitTime } from "../../time-limit.ts";
import type { HttpPool } from "../http-pool.ts";
import { graphError } from "./errors.ts";
import type { Settings } from "./schema.ts";

/** What a template is for: `news` says that something waits, `ticket` the same of a report, whose number is its one gap. */
export type Purpose = "news" | "ticket";

/** One language of a template; only an `APPROVED` one may be sent. */
export type TemplateState = { language: string; status: string };

const Answer = z.object({ data: z.array(z.object({ name: z.string(), language: z.string(), status: z.string() })) });

/** Ms that Meta's word on a template counts, and until it is asked again when it gave none or has not approved all of it. */
const KEPT = 3_600_000;
const ASK_AGAIN = 60_000;
/** Ms that a citizen's message waits for that word. */
const PATIENCE = 3_000;

/** The names of this district's templates. */
export function templateNames(settings: Settings): { purpose: Purpose; name: string }[] {
  const { WHATSAPP_TEMPLATE_TICKET: ticket, WHATSAPP_TEMPLATE_NEWS: news } = settings;
  return [
    ...(ticket ? [{ purpose: "ticket" as const, name: ticket }] : []),
    ...(news ? [{ purpose: "news" as const, name: news }] : []),
  ];
}

/** Every language of a template as Meta knows it now; its filter finds longer names too. */
export async function templateStates(
  pool: HttpPool,
  business: string,
  headers: Record<string, string>,
  name: string,
): Promise<TemplateState[]> {
  const query = new URLSearchParams({ name, fields: "name,language,status", limit: "100" });
  const answer = await pool.request("GET", `/${business}/message_templates?${query}`, { headers });
  if (answer.status < 200 || answer.status >= 300) throw graphError(answer, Date.now());
  return Answer.parse(JSON.parse(answer.text)).data.filter((one) => one.name === name);
}

export type Templates = {
  /** The languages in which a template may be sent; `undefined`: not known now. */
  approved(name: string): Promise<string[] | undefined>;
  /** What is known no longer holds: Meta is asked again. */
  forget(): void;
};

/** Where nobody can be asked. */
export const UNKNOWN_TEMPLATES: Templates = { approved: async () => undefined, forget() {} };

/** Remembers what Meta says of templates: an approval for an hour, anything else for a minute, since only one process is told when that changes. */
export function openTemplates(ask: (name: string) => Promise<TemplateState[]>): Templates {
  const known = new Map<string, { until: number; approved: Promise<string[] | undefined> }>();

  function asked(name: string): Promise<string[] | undefined> {
    const approved = ask(name).then(
      (states) => {
        const languages = states.filter(({ status }) => status === "APPROVED").map(({ language }) => language);
        if (languages.length === 0 || languages.length < states.length) one.until = performance.now() + ASK_AGAIN;
        return languages;
      },
      () => {
        one.until = performance.now() + ASK_AGAIN;
        return undefined;
      },
    );
    const one = { until: performance.now() + KEPT, approved };
    known.set(name, one);
    return approved;
  }

  return {
    approved(name) {
      const one = known.get(name);
      const answer = one && one.until > performance.now() ? one.approved : asked(name);
      return limitTime(PATIENCE, answer, () => undefined);
    },
    forget: () => known.clear(),
  };
}
