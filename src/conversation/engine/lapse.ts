import type { Session } from "./session.ts";

/** A proof lasts this time (ms); after the same silence, the flows' data lose their numbers. */
export const PROOF_LASTS = 15 * 60_000;
/** For this time (ms) after their newest part, the session keeps told facts and a report of danger. */
export const TOLD_KEPT = 86_400_000;

/** Whether a time (ms since 1970) was less than `lasts` ms ago. */
export const isRecent = (at: number | undefined, lasts: number, now: number): boolean =>
  at !== undefined && now - at < lasts;

type Lapsing = Pick<Session, "proof" | "told" | "emergency" | "cancelled">;

const toldUntil = ({ at }: { at: number }): number => at + TOLD_KEPT;

const cancelledUntil = ({ since }: { since: number }): number => since + PROOF_LASTS;

/** In ms since 1970. */
export const lapseTimes = ({ proof, told, emergency, cancelled }: Lapsing): number[] => [
  ...(cancelled ? [cancelledUntil(cancelled)] : []),
  ...(proof ? [proof.until] : []),
  ...(told ? [toldUntil(told)] : []),
  ...(emergency ? [toldUntil(emergency)] : []),
];

export const unlapsed = ({ proof, told, emergency, cancelled }: Lapsing, now: number): Lapsing => ({
  ...(cancelled && now < cancelledUntil(cancelled) ? { cancelled } : {}),
  ...(proof && now < proof.until ? { proof } : {}),
  ...(told && now < toldUntil(told) ? { told } : {}),
  ...(emergency && now < toldUntil(emergency) ? { emergency } : {}),
});
