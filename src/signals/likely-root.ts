/** Endings and beginnings that are cut off a word: the first of a list that fits is cut. */
const ENDINGS = "nipun ipun kan ake nya ane ne ke no an en in ku mu i e".split(" ");
const BEGINNINGS = "dipun meng meny mem men me peng peny pem pen ber ter di ke nge ng ny tak se".split(" ");
/** The fewest letters that must remain when an ending is cut off, and when a beginning is. */
const [LEFT_OF_ENDING, LEFT_OF_BEGINNING] = [4, 3];
/** Shorter words are left as they are. */
const SHORTEST = 5;

/**
 * The likely root of a word, in one spelling where Indonesian and Javanese write a sound in two ways ("dh" and "d", "o"
 * and "a"). The result need not be a real word: "dipotongi" and "dipotonge" give the same one, "motong" does not.
 */
export function likelyRoot(word: string): string {
  if (word.length < SHORTEST) return oneSound(word);
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= LEFT_OF_ENDING);
  const stem = ending ? word.slice(0, -ending.length) : word;
  const beginning = BEGINNINGS.find((one) => stem.startsWith(one) && stem.length - one.length >= LEFT_OF_BEGINNING);
  return oneSound(beginning ? stem.slice(beginning.length) : stem);
}

const oneSound = (root: string): string =>
  root.replaceAll("dh", "d").replaceAll("th", "t").replaceAll("kh", "k").replaceAll("o", "a").replace(/(.)\1/g, "$1");
