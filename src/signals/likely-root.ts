const ENDINGS = "nipun ipun kan ake nya ane ne ke no an en in ku mu i e".split(" ");
const BEGINNINGS = "dipun meng meny mem men me peng peny pem pen ber ter di ke nge ng ny tak se".split(" ");
const [LEFT_OF_ENDING, LEFT_OF_BEGINNING] = [4, 3];
const SHORTEST = 5;

/**
 * The root need not be a word: "dipotongi" and "dipotonge" have the same root. Indonesian and Javanese write some
 * sounds in two ways ("dh" and "d").
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
