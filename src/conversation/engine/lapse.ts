import type { Session } from "./session.ts";

/** In ms. A proof of identity lasts this long. */
export const PROOF_LASTS = 15 * 60_000;
/** In ms. */
export const TOLD_KEPT = 86_400_000;
/** In ms. */
export const FILED_KEPT = 7 * 86_400_000;

export const isRecent = (at: number | undefined, lasts: number, now: number): boolean =>
  at !== undefined && now - at < lasts;

/** Returns when each part lapses, in ms since 1970. */
const ENDS = {
  proof: ({ until }) => until,
  cancelled: ({ since }) => since + PROOF_LASTS,
  told: ({ at }) => at + TOLD_KEPT,
  emergency: ({ at }) => at + TOLD_KEPT,
  urgentAt: (at) => at + TOLD_KEPT,
  fraudAt: (at) => at + TOLD_KEPT,
  mournedAt: (at) => at + TOLD_KEPT,
  confidentialAt: (at) => at + TOLD_KEPT,
  filed: ({ at }) => at + FILED_KEPT,
  withdrawing: ({ at }) => at + TOLD_KEPT,
  withdrawn: ({ at }) => at + FILED_KEPT,
} satisfies { [Part in keyof Session]?: (part: NonNullable<Session[Part]>) => number };

type Part = keyof typeof ENDS;
type Lapsing = Partial<Pick<Session, Part | "replying">>;

const PARTS = Object.keys(ENDS) as Part[];

function endOf(part: Part, session: Lapsing): number | undefined {
  const end: (kept: never) => number = ENDS[part];
  return session[part] === undefined ? undefined : end(session[part] as never);
}

export const lapseTimes = (session: Lapsing): number[] => [
  ...PARTS.flatMap((part) => endOf(part, session) ?? []),
  ...(session.replying?.sent ?? []).map(({ at }) => at + FILED_KEPT),
];

export function unlapsed<S extends Lapsing>(session: S, now: number): S {
  const kept = { ...session };
  for (const part of PARTS) if ((endOf(part, session) ?? Number.POSITIVE_INFINITY) <= now) delete kept[part];
  const { replying } = session;
  if (!replying) return kept;
  return { ...kept, replying: { ...replying, sent: replying.sent.filter(({ at }) => now < at + FILED_KEPT) } };
}
