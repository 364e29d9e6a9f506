import type { Programme } from "../../register/programme.ts";
import { plainWords } from "../../register/status-words.ts";
import type { Facts } from "../engine/facts.ts";

type Offered = Pick<Programme, "code" | "name">;

/** The most programmes that a question offers, so that its other choices fit under it. */
const MOST = 8;

/**
 * Returns the programmes that a question offers: those of the district first, then those that only its aid list names.
 */
export const offeredProgrammes = (
  { district, listed = [] }: Facts,
  isOffered: (programme: Programme) => boolean = () => true,
): Offered[] => [...district.programmes.filter(isOffered), ...listed].slice(0, MOST);

/** Returns the id of a programme's choice: short, in ASCII, and the same after the next import. */
export const programmeChoice = ({ code }: Offered): string =>
  plainWords(code)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40);
