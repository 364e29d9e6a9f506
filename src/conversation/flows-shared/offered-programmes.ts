import type { Programme } from "../../register/programme.ts";
import { plainWords } from "../../register/status-words.ts";
import type { Facts } from "../engine/facts.ts";

type Offered = Pick<Programme, "code" | "name">;

/** With more programmes, the question's other choices would have no room. */
const MOST = 8;

export const offeredProgrammes = (
  { district, listed = [] }: Facts,
  isOffered: (programme: Programme) => boolean = () => true,
): Offered[] => [...district.programmes.filter(isOffered), ...listed].slice(0, MOST);

/** The id does not change with the next import, so an old button still works. */
export const programmeChoice = ({ code }: Offered): string =>
  plainWords(code)
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40);
