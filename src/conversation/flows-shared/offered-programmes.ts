import type { Programme } from "../../register/programme.ts";
import { plainWords } from "../../register/status-words.ts";
import type { Facts } from "../engine/facts.ts";

type Offered = Pick<Programme, "code" | "name">;

/** More programmes would leave no room for the question's other choices. */
const MOST = 8;

/** Returns the district's programmes first, then those that only the aid list names. */
export const offeredProgrammes = (
  { district, listed = [] }: Facts,
  isOffered: (programme: Programme) => boolean = () => true,
): Offered[] => [...district.programmes.filter(isOffered), ...listed].slice(0, MOST);

/** The id is short, in ASCII, and the same after the next import. */
export const programmeChoice = ({ code }: Offered): string =>
  plainWords(code)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40);
