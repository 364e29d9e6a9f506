/**
 * After `WRONG_PROOFS` wrong proofs in a day, a person is locked for that chat. After `FAILED_SOURCES` such chats and
 * networks, the person is locked for almost all chats.
 */
export const WRONG_PROOFS = 3;
export const FAILED_SOURCES = 30;
/** A guesser could open new web sessions, so the network has a limit too. */
export const PER_NETWORK_DAY = 30;

export const lockKeys = (person: string): string[] => [
  `proof:${person}:*`,
  `network-day:${person}:*`,
  `locked:${person}`,
  `alarm:locked:${person}`,
];

export const lockLimits = (person: string): { key: string; limit: number }[] => [
  { key: `proof:${person}:*`, limit: WRONG_PROOFS },
  { key: `network-day:${person}:*`, limit: PER_NETWORK_DAY },
  { key: `locked:${person}`, limit: FAILED_SOURCES },
];
