import type { Session } from "./session.ts";

/** In ms: a proof is kept so long, and after so much silence the flows' data lose their numbers. */
export const PROOF_LASTS = 15 * 60_000;
/** In ms: what a citizen told is kept so long after its newest part. */
export const TOLD_KEPT = 86_400_000;

type Lapsing = Pick<Session, "proof" | "told">;

const toldUntil = ({ at }: NonNullable<Session["told"]>): number => at + TOLD_KEPT;

/** Returns when a session's proof and told facts lapse, in ms since 1970. */
export const lapseTimes = ({ proof, told }: Lapsing): number[] => [
  ...(proof ? [proof.until] : []),
  ...(told ? [toldUntil(told)] : []),
];

/** Returns the proof and the told facts of a session that have not lapsed. */
export const unlapsed = ({ proof, told }: Lapsing, now: number): Lapsing => ({
  ...(proof && now < proof.until ? { proof } : {}),
  ...(told && now < toldUntil(told) ? { told } : {}),
});
