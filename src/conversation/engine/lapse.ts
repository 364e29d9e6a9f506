import type { Session } from "./session.ts";

/** How long a proof is kept, in ms. After the same time of silence, the flows' data lose their numbers. */
export const PROOF_LASTS = 15 * 60_000;
/**
 * How long the session keeps what a citizen told, and which report of danger the chat has, in ms after the newest part of
 * it.
 */
export const TOLD_KEPT = 86_400_000;

type Lapsing = Pick<Session, "proof" | "told" | "emergency">;

const toldUntil = ({ at }: { at: number }): number => at + TOLD_KEPT;

/** Returns when a session's proof, its told facts and its report of danger lapse, in ms since 1970. */
export const lapseTimes = ({ proof, told, emergency }: Lapsing): number[] => [
  ...(proof ? [proof.until] : []),
  ...(told ? [toldUntil(told)] : []),
  ...(emergency ? [toldUntil(emergency)] : []),
];

/** Returns the proof, the told facts and the report of danger of a session that have not lapsed. */
export const unlapsed = ({ proof, told, emergency }: Lapsing, now: number): Lapsing => ({
  ...(proof && now < proof.until ? { proof } : {}),
  ...(told && now < toldUntil(told) ? { told } : {}),
  ...(emergency && now < toldUntil(emergency) ? { emergency } : {}),
});
