/** Wrong proofs of one person from one chat; chats and networks that have failed so before the person is locked for all. */
export const WRONG_PROOFS = 3;
export const FAILED_SOURCES = 30;
/** Look-ups of one person a day by all the web sessions of one network: a session costs nothing, so its own three are no limit. */
export const PER_NETWORK_DAY = 30;

/** What locks a person, by the beginning of its keys. */
export const lockKeys = (person: string): string[] => [
  `proof:${person}:*`,
  `network-day:${person}:*`,
  `locked:${person}`,
  `alarm:locked:${person}`,
];

/** The counts that hold this person up: in a chat, in a network of web sessions, or everywhere. */
export const lockLimits = (person: string): { key: string; limit: number }[] => [
  { key: `proof:${person}:*`, limit: WRONG_PROOFS },
  { key: `network-day:${person}:*`, limit: PER_NETWORK_DAY },
  { key: `locked:${person}`, limit: FAILED_SOURCES },
];
