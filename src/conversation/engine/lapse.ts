import type { Session } from "./session.ts";

/** The session keeps a proof for this time (ms). After the same time of silence, the flows' data lose their numbers. */
export const PROOF_LASTS = 15 * 60_000;
/** The session keeps told facts, and a report of danger, for this time (ms) after their newest part. */
export const TOLD_KEPT = 86_400_000;

/** Returns whether a time (ms since 1970) was less than `lasts` ms ago. */
export const isRecent = (at: number | undefined, lasts: number, now: number): boolean =>
  at !== undefined && now - at < lasts;

type Lapsing = Pick<Session, "proof" | "told" | "emergency" | "cancelled">;

const toldUntil = ({ at }: { at: number }): number => at + TOLD_KEPT;

const cancelledUntil = ({ since }: { since: number }): number => since + PROOF_LASTS;

/** Returns when these parts of a session lapse, in ms since 1970. */
export const lapseTimes = ({ proof, told, emergency, cancelled }: Lapsing): number[] => [
  ...(cancelled ? [cancelledUntil(cancelled)] : []),
  ...(proof ? [proof.until] : []),
  ...(told ? [toldUntil(told)] : []),
  ...(emergency ? [toldUntil(emergency)] : []),
];

/** Returns these parts of a session without those that have lapsed. */
export const unlapsed = ({ proof, told, emergency, cancelled }: Lapsing, now: number): Lapsing => ({
  ...(cancelled && now < cancelledUntil(cancelled) ? { cancelled } : {}),
  ...(proof && now < proof.until ? { proof } : {}),
  ...(told && now < toldUntil(told) ? { told } : {}),
  ...(emergency && now < toldUntil(emergency) ? { emergency } : {}),
});
