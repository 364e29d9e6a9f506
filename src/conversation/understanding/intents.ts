/**
 * All matters of a free message. `ask` is a question that the district's knowledge answers. `urgent`: somebody is in
 * danger.
 */
export const INTENTS = [
  "check",
  "payment",
  "repair",
  "complaint",
  "death-report",
  "listed-dead",
  "sanction",
  "track",
  "programmes",
  "apply",
  "offices",
  "officer",
  "subscribe",
  "unsubscribe",
  "official",
  "hoax",
  "privacy",
  "data-copy",
  "data-correct",
  "data-delete",
  "consent-withdraw",
  "language",
  "help",
  "menu",
  "stop",
  "greeting",
  "thanks",
  "insult",
  "ask",
  "urgent",
  "unknown",
] as const;
export type Intent = (typeof INTENTS)[number];
export const isIntent = (name: string): name is Intent => (INTENTS as readonly string[]).includes(name);
