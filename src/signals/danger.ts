/** The gravest first: the first danger of a message decides the first sentence of the answer. */
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

export const dangersIn = (signals: readonly string[]): Danger[] => DANGERS.filter((danger) => signals.includes(danger));
