import { phrases, words } from "./kinds.ts";

/** The topic `secrecy`: who reads a report, and the wish that somebody does not. */
export const SECRECY_LISTS = {
  wish: phrases,
  /** Words such as "cair" or "NIK", which belong to another question. */
  elsewhere: words,
  beside: words,
  /** Words such as "know" or "secret", in the question "who will know of a report?". */
  known: words,
  told: words,
  report: words,
  leaks: phrases,
  asksWho: phrases,
  besideAskWho: words,
  /** Phrases that accuse a person of the Dinas Sosial itself: "oknum dinsos minta uang". */
  ofOurs: phrases,
  accused: phrases,
} as const;
