import type { Content } from "../../vocabulary/message.ts";
import { lapseTimes, PROOF_LASTS, unlapsed } from "./lapse.ts";
import { maskContent } from "./mask-content.ts";
import type { Session } from "./session.ts";

/** In ms. After this silence, the session loses the numbers of an unsent draft. */
export const MENTIONS_WAIT = 86_400_000;
const NUMBER = /^\d{16}$/;

function withoutNumbers<T>(value: T): T {
  if (Array.isArray(value)) return value.filter((one) => !NUMBER.test(String(one))).map(withoutNumbers) as T;
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([, one]) => !(typeof one === "string" && NUMBER.test(one)));
  return Object.fromEntries(kept.map(([name, one]) => [name, withoutNumbers(one)])) as T;
}

const maskWords = (content: Content): Content => maskContent(content) ?? content;

function withMaskedWords({ gathered, replying }: Session): Pick<Session, "gathered" | "replying"> {
  return {
    ...(gathered ? { gathered: gathered.map(maskWords) } : {}),
    ...(replying
      ? { replying: { ...replying, sent: replying.sent.map((one) => ({ ...one, content: maskWords(one.content) })) } }
      : {}),
  };
}

const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

function holdsNumbers(session: Session): boolean {
  const { data, drafts, gathered, replying } = session;
  if (differs([data, drafts], withoutNumbers([data, drafts]))) return true;
  const words = withMaskedWords(session);
  return differs([gathered, replying], [words.gathered, words.replying]);
}

const silentSince = ({ lastAt, gatheredAt = 0 }: Session): number => Math.max(lastAt, gatheredAt);

/** Returns when a resting session next loses data (ms since 1970), or `undefined`. */
export function stripAt(session: Session): number | undefined {
  const { mentioned, numbersSent } = session;
  const since = silentSince(session);
  const due = [
    ...lapseTimes(session),
    ...(holdsNumbers(session) ? [since + PROOF_LASTS] : []),
    ...(mentioned || numbersSent ? [since + MENTIONS_WAIT] : []),
  ];
  return due.length > 0 ? Math.min(...due) : undefined;
}

export function stripSession(session: Session, now: number): Session {
  const { mentioned, numbersSent, ...rest } = session;
  const since = silentSince(session);
  const isWaiting = now < since + MENTIONS_WAIT;
  const isFresh = now < since + PROOF_LASTS;
  const stripped = {
    ...rest,
    ...(isFresh
      ? {}
      : { data: withoutNumbers(rest.data), drafts: withoutNumbers(rest.drafts), ...withMaskedWords(session) }),
  };
  return {
    ...unlapsed(stripped, now),
    ...(mentioned && isWaiting ? { mentioned } : {}),
    ...(numbersSent && isWaiting ? { numbersSent } : {}),
  };
}
