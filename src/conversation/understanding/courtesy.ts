import { meaningOf } from "./bare-answer.ts";
import { plainText } from "./normalise.ts";
import { FILLERS } from "./words.ts";

/** Words that greet, thank or nod: alone they ask nothing, tell nothing and answer nothing. */
const COURTEOUS = new Set(
  "halo hallo hai hi hello helo hey hei p ping tes test testing salam permisi punten misi kulonuwun assalamualaikum asalamualaikum assalamu alaikum aslm ass samlekum waalaikumsalam wr wb selamat ok oke okay okey sip siap baik baiklah terima kasih terimakasih makasih mksh suwun nuwun trims thanks thank you".split(
    " ",
  ),
);
/** After "selamat" they greet; alone they may say when. */
const TIMES = new Set(["pagi", "siang", "sore", "malam"]);

/** Whether a message holds nothing but courtesy. "Ya" alone is more than that, "ok" is not. */
export function isCourtesy(text: string): boolean {
  const words = plainText(text).split(" ");
  const greets = words.includes("selamat");
  return (
    words.some((word) => COURTEOUS.has(word)) &&
    words.every((word) => COURTEOUS.has(word) || FILLERS.has(word) || (greets && TIMES.has(word)))
  );
}

/** Whether a message tells anything of its own: more than courtesy, a bare answer or a number of a list. */
export const tellsSomething = (text: string): boolean =>
  !isCourtesy(text) && meaningOf(text) === undefined && /\p{L}{2}/u.test(text);
