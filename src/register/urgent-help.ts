import { z } from "zod";
import { DANGERS, type Danger } from "../signals/danger.ts";
import { Localised } from "../vocabulary/message.ts";
import { PhoneText } from "./phone-text.ts";
import { Sourced } from "./programme.ts";

export const Helpline = Sourced.extend({
  id: z.string().min(1),
  number: PhoneText.min(3),
  does: Localised,
  signals: z.array(z.enum(DANGERS)).min(1),
});
export type Helpline = z.infer<typeof Helpline>;

export const UrgentText = Sourced.extend({ signal: z.enum(DANGERS), tonight: Localised });
export type UrgentText = z.infer<typeof UrgentText>;

/** The list with the same name in `crisis` contains the citizens' words. */
export const AID_QUESTIONS = [
  "lost",
  "lostWait",
  "gas",
  "gasOff",
  "gasAsked",
  "shock",
  "powerOn",
  "shockCut",
  "well",
  "newbornSilent",
  "headShows",
  "labour",
  "blade",
  "allOut",
  "insideFire",
  "choking",
  "diabetic",
  "sugarAsked",
  "pressHow",
  "placenta",
  "rubAsked",
  "fallHip",
  "fitOver",
  "snakeAsked",
  "snakeBite",
  "fits",
  "breathing",
  "stroke",
  "collapse",
  "cannotRise",
  "mouth",
  "severed",
  "bleeding",
  "coolAsked",
  "scalded",
  "burn",
  "newborn",
  "cold",
  "missing",
  "trapped",
  "electricity",
  "babyFood",
  "feeding",
  "papersLost",
  "rescuers",
  "sleep",
  "hospital",
  "refused",
] as const;

/**
 * - `first`: replaces the usual help if the first message already asks.
 * - `anywhere`: also comes after the chat has left the danger for another matter.
 * - `after`: comes only if the citizen has told of that danger.
 * - `better`: the citizen is better but still needs this help.
 */
export const FirstAid = Sourced.extend({
  question: z.enum(AID_QUESTIONS),
  signals: z.array(z.enum(DANGERS)).min(1),
  first: z.boolean().default(false),
  anywhere: z.boolean().default(false),
  better: z.boolean().default(false),
  after: z.enum(AID_QUESTIONS).optional(),
  words: Localised,
});
export type FirstAid = z.infer<typeof FirstAid>;

/** Citizens see a district's own numbers only after the district's office has signed them. */
export type UrgentHelp = { national: Helpline[]; local: Helpline[]; texts: UrgentText[]; aid: FirstAid[] };

/** A frightened person does not read more numbers. */
const MOST_NUMBERS = 3;

export function helplinesFor(dangers: readonly Danger[], { national, local }: UrgentHelp): Helpline[] {
  const shown = [...local.filter(({ signed_off }) => signed_off), ...national];
  const ordered = dangers.flatMap((danger) => shown.filter(({ signals }) => signals.includes(danger)));
  return [...new Map(ordered.map((line) => [line.number, line])).values()].slice(0, MOST_NUMBERS);
}
