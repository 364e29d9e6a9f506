/**
 * Signals that a person is in danger, the gravest first. If a message gives several, the first decides the first
 * sentence of the answer.
 */
export const DANGERS = [
  "violence",
  "sexual-coercion",
  "self-harm",
  "urgent-medical",
  "disaster",
  "hunger",
  "neglected",
] as const;
export type Danger = (typeof DANGERS)[number];

/** Returns the dangers among these signals, the gravest first. */
export const dangersIn = (signals: readonly string[]): Danger[] => DANGERS.filter((danger) => signals.includes(danger));
