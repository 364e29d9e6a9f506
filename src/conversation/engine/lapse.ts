import type { Session } from "./session.ts";

/** How long a proof is kept, in ms. After the same time of silence, the flows' data lose their numbers. */
export const PROOF_LASTS = 15 * 60_000;
/** How long the service keeps what a citizen told, in ms after the newest part of it. */
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
