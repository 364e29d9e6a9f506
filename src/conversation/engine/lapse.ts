import type { Session } from "./session.ts";

/** How long a proof is kept, in ms. After the same time of silence, the flows' data lose their numbers. */
export const PROOF_LASTS = 15 * 60_000;
/**
 * How long the session keeps what a citizen told, and which report of danger the chat has, in ms after the newest part of
 * it.
 */
export const TOLD_KEPT = 86_400_000;

/** Whether a moment that the session holds (ms since 1970) was less than `lasts` ms ago. */
export const isRecent = (at: number | undefined, lasts: number, now: number): boolean =>
  at !== undefined && now - at < lasts;

type Lapsing = Pick<Session, "proof" | "told" | "emergency" | "cancelled">;

const toldUntil = ({ at }: { at: number }): number => at + TOLD_KEPT;

const cancelledUntil = ({ since }: { since: number }): number => since + PROOF_LASTS;

/** Returns when a session's proof, told facts, report of danger and cancelled draft lapse, in ms since 1970. */
export const lapseTimes = ({ proof, told, emergency, cancelled }: Lapsing): number[] => [
  ...(cancelled ? [cancelledUntil(cancelled)] : []),
  ...(proof ? [proof.until] : []),
  ...(told ? [toldUntil(told)] : []),
  ...(emergency ? [toldUntil(emergency)] : []),
];

/** Returns the proof, the told facts, the report of danger and the cancelled draft of a session that have not lapsed. */
export const unlapsed = ({ proof, told, emergency, cancelled }: Lapsing, now: number): Lapsing => ({
  ...(cancelled && now < cancelledUntil(cancelled) ? { cancelled } : {}),
  ...(proof && now < proof.until ? { proof } : {}),
  ...(told && now < toldUntil(told) ? { told } : {}),
  ...(emergency && now < toldUntil(emergency) ? { emergency } : {}),
});
