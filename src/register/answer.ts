import { z } from "zod";
import { Localised } from "../vocabulary/message.ts";
import { Sourced } from "./programme.ts";

export const OfficeAnswer = Sourced.extend({ words: Localised });
export type OfficeAnswer = z.infer<typeof OfficeAnswer>;

/** The most characters in one language, because citizens read answers on a small screen. */
const MOST_SHORT = 350;
const MOST_DETAILS = 700;
/** A button of WhatsApp shows this many characters. */
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
 * The answer about one topic: the district's file overrides the nation's `answers/NAME.json`.
 * - `instead`: whether another person may handle the matter.
 * - `report`: whom the citizen has to tell.
 * - `next`: names of doors and of other answers.
 * - `phrases`: citizens' questions that lead to this answer.
 */
export const Answer = OfficeAnswer.extend({
  title: upTo(MOST_TITLE),
  words: upTo(MOST_SHORT),
  details: upTo(MOST_DETAILS).optional(),
  howLong: upTo(MOST_SHORT).optional(),
  instead: upTo(MOST_SHORT).optional(),
  bring: upTo(MOST_SHORT).optional(),
  where: upTo(MOST_SHORT).optional(),
  report: upTo(MOST_SHORT).optional(),
  how: upTo(MOST_SHORT).optional(),
  next: z.array(z.string().min(1)).max(MOST_NEXT).default([]),
  phrases: z.array(z.string().min(3)).min(1),
});
export type Answer = z.infer<typeof Answer>;

export type Knowledge = Readonly<Record<string, Answer>>;
