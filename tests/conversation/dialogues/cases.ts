import type { ListedProgramme } from "../../../src/register/listed-programmes.ts";
import type { service } from "../people.ts";

/**
 * `at` is the state in which the chat then rests. The answer must not have the words after `not:`.
 * - `press:` presses an offered button by its id or the end of its id.
 * - `button:` presses any button by its whole id.
 * - `entered:NIK+KK` comes from the number page.
 * - `image:CAPTION`, `voice:`, `sticker:` and `document:` are files.
 * - `phone:` is a shared phone number.
 */
export type Step = [said: string, at: string, ...contains: string[]];
export type Dialogue = {
  label: string;
  page?: true;
  desils?: true;
  listed?: readonly ListedProgramme[];
  known?: Known;
  steps: readonly Step[];
};

type Known = NonNullable<Parameters<typeof service>[0]>;

export type Base = {
  /** The channel's citizens type their numbers on our own page. */
  page?: true;
  desils?: true;
  /** The programmes that only the aid list names. */
  listed?: readonly ListedProgramme[];
  known?: Known;
  from?: readonly Step[];
};

/** The case's own values replace those of the base. */
export type Case = Base & { label: string; steps: readonly Step[] };

export function cases(base: Base, ...all: readonly Case[]): Dialogue[] {
  return all.map((one) => {
    const { label, page, desils, listed, known, from = [], steps } = { ...base, ...one };
    return {
      label,
      ...(page && { page }),
      ...(desils && { desils }),
      ...(listed && { listed }),
      ...(known && { known }),
      steps: [...from, ...steps],
    };
  });
}
