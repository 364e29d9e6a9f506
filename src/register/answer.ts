import { z } from "zod";
import { Localised } from "../vocabulary/message.ts";
import { Sourced } from "./programme.ts";

/** A text that an office edits. The name of its file is also its name in the code: `how-to-register`, `news` ... */
export const OfficeAnswer = Sourced.extend({ words: Localised });
export type OfficeAnswer = z.infer<typeof OfficeAnswer>;

/**
 * In characters of one language. A first answer is read on a small screen; the details follow only if a citizen wants
 * them.
 */
const MOST_SHORT = 350;
const MOST_DETAILS = 700;
/** A title stands on a button, and WhatsApp's buttons hold 20 characters. */
const MOST_TITLE = 20;
const MOST_NEXT = 4;

const upTo = (most: number) =>
  Localised.superRefine((words, context) => {
    for (const [language, text] of Object.entries(words))
      if (text !== undefined && text.length > most)
        context.addIssue({
          code: "custom",
          path: [language],
          message: `has ${text.length} characters, and must have ${most} at most`,
        });
  });

/** Topics of the service itself to which an answer can lead, besides other answers. */
export const DOORS = [
  "check",
  "repair",
  "complaint",
  "track",
  "programmes",
  "apply",
  "offices",
  "officer",
  "privacy",
] as const;
export type Door = (typeof DOORS)[number];
export const isDoor = (name: string): name is Door => (DOORS as readonly string[]).includes(name);

/**
 * The answer about one topic: the nation's `answers/NAME.json`, with the district's own file laid over it. `words` is
 * the short answer, `next` names doors and other answers, `phrases` are words of a question that lead to this answer.
 */
export const Answer = OfficeAnswer.extend({
  title: upTo(MOST_TITLE),
  words: upTo(MOST_SHORT),
  details: upTo(MOST_DETAILS).optional(),
  next: z.array(z.string().min(1)).max(MOST_NEXT).default([]),
  phrases: z.array(z.string().min(3)).min(1),
});
export type Answer = z.infer<typeof Answer>;

/** The answers of a district by their names. */
export type Knowledge = Readonly<Record<string, Answer>>;
