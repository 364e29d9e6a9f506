import { z } from "zod";
import { limitTime } from "../../time-limit.ts";
import type { HttpPool } from "../http-pool.ts";
import { graphError } from "./errors.ts";
import type { Settings } from "./schema.ts";

/** `news` says that a message waits; `ticket` also names the report. */
export type Purpose = "news" | "ticket";

export type TemplateState = { language: string; status: string };

const Answer = z.object({ data: z.array(z.object({ name: z.string(), language: z.string(), status: z.string() })) });

/** In ms. `ASK_AGAIN` applies without an answer, or without an approval. */
const KEPT = 3_600_000;
const ASK_AGAIN = 60_000;
/** In ms. A message to a citizen does not wait longer for Meta's answer. */
const PATIENCE = 3_000;

export function templateNames(settings: Settings): { purpose: Purpose; name: string }[] {
  const { WHATSAPP_TEMPLATE_TICKET: ticket, WHATSAPP_TEMPLATE_NEWS: news } = settings;
  return [
    ...(ticket ? [{ purpose: "ticket" as const, name: ticket }] : []),
    ...(news ? [{ purpose: "news" as const, name: news }] : []),
  ];
}

/** Meta's filter also finds longer names. */
export async function fetchTemplateStates(
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
  /** Returns `undefined` while the languages are not known. */
  findApproved(name: string): Promise<string[] | undefined>;
  forget(): void;
};

export const UNKNOWN_TEMPLATES: Templates = { findApproved: async () => undefined, forget() {} };

/** Each process asks Meta again, because Meta reports a change to only one process. */
export function openTemplates(ask: (name: string) => Promise<TemplateState[]>): Templates {
  const known = new Map<string, { until: number; approved: Promise<string[] | undefined> }>();

  function askMeta(name: string): Promise<string[] | undefined> {
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
    findApproved(name) {
      const one = known.get(name);
      const answer = one && one.until > performance.now() ? one.approved : askMeta(name);
      return limitTime(PATIENCE, answer, () => undefined);
    },
    forget: () => known.clear(),
  };
}
