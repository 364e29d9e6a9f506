import { PROOF_LASTS } from "./opening.ts";
import type { Session } from "./session.ts";

/** Ms that numbers typed among the words of a draft wait for it to be sent. */
export const MENTIONS_WAIT = 86_400_000;
const NUMBER = /^\d{16}$/;

/** Plain data without the numbers in it. */
function withoutNumbers<T>(value: T): T {
  if (Array.isArray(value)) return value.filter((one) => !NUMBER.test(String(one))).map(withoutNumbers) as T;
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([, one]) => !(typeof one === "string" && NUMBER.test(one)));
  return Object.fromEntries(kept.map(([name, one]) => [name, withoutNumbers(one)])) as T;
}

const holdsNumbers = (value: unknown): boolean => JSON.stringify(value) !== JSON.stringify(withoutNumbers(value));

/** When a session that rests is next to lose a number, in ms; `undefined` where it holds none. */
export function stripAt({ proof, data, drafts, mentioned, numbersSent, lastAt }: Session): number | undefined {
  const due = [
    ...(proof ? [proof.until] : []),
    ...(holdsNumbers([data, drafts]) ? [lastAt + PROOF_LASTS] : []),
    ...(mentioned || numbersSent ? [lastAt + MENTIONS_WAIT] : []),
  ];
  return due.length > 0 ? Math.min(...due) : undefined;
}

/** A rested session without the numbers whose time is over; the words of its drafts stay. */
export function stripped(session: Session, now: number): Session {
  const { proof, mentioned, numbersSent, ...rest } = session;
  const isWaiting = now < rest.lastAt + MENTIONS_WAIT;
  const isFresh = now < rest.lastAt + PROOF_LASTS;
  return {
    ...rest,
    ...(isFresh ? {} : { data: withoutNumbers(rest.data), drafts: withoutNumbers(rest.drafts) }),
    ...(proof && now < proof.until ? { proof } : {}),
    ...(mentioned && isWaiting ? { mentioned } : {}),
    ...(numbersSent && isWaiting ? { numbersSent } : {}),
  };
}
