import type { ListedProgramme } from "../../../src/register/listed-programmes.ts";
import type { service } from "../people.ts";

/**
 * What a citizen says, where the chat rests then, and what is read there (with `not:` what is not).
 * `press:` presses a button by the end of its id, `button:` one of a message from outside the talk; `entered:NIK+KK` is sent
 * from the number page, `image:CAPTION` (`voice:`, `sticker:`, `document:`) is a file, `phone:` a number that is shared.
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

/** What the register, the aid list and the tickets hold. */
type Known = NonNullable<Parameters<typeof service>[0]>;

/** What the cases of one table share. */
export type Base = {
  /** A channel whose numbers are entered on our own page. */
  page?: true;
  /** The register holds ranks. */
  desils?: true;
  /** The programmes that only the aid list names. */
  listed?: readonly ListedProgramme[];
  known?: Known;
  /** The way to the state in which a case begins. */
  from?: readonly Step[];
};

/** What one case does; where it names a part of the base itself, its own holds. */
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
