/**
 * After `WRONG_PROOFS` wrong proofs in a day, a person is locked for that chat. If this happens in `FAILED_SOURCES`
 * chats and networks in a day, the person is locked for all chats that have not proved the person by a family card.
 */
export const WRONG_PROOFS = 3;
export const FAILED_SOURCES = 30;
/**
 * In a day, all web sessions of a network may look a person up so often. Otherwise a guesser could open new sessions.
 */
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
