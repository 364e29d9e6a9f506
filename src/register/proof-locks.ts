/**
 * WRONG_PROOFS: how many wrong proofs for one person lock a chat for that person. FAILED_SOURCES: how many chats and
 * networks with wrong proofs lock the person for every chat.
 */
export const WRONG_PROOFS = 3;
export const FAILED_SOURCES = 30;
/**
 * Most look-ups of one person in a day from all web sessions of one network. A new session costs nothing, so the limit
 * of a session alone would stop nobody.
 */
export const PER_NETWORK_DAY = 30;

/** Returns the keys that lock a person; `*` stands for any ending. */
export const lockKeys = (person: string): string[] => [
  `proof:${person}:*`,
  `network-day:${person}:*`,
  `locked:${person}`,
  `alarm:locked:${person}`,
];

/**
 * Returns the counters that lock this person, each with its limit: in a chat, in a network of web sessions, or
 * everywhere.
 */
export const lockLimits = (person: string): { key: string; limit: number }[] => [
  { key: `proof:${person}:*`, limit: WRONG_PROOFS },
  { key: `network-day:${person}:*`, limit: PER_NETWORK_DAY },
  { key: `locked:${person}`, limit: FAILED_SOURCES },
];
