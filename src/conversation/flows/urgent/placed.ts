import type { Text } from "../../../vocabulary/message.ts";
import { type Facts, onlyPlace } from "../../engine/facts.ts";
import { plainText } from "../../understanding/normalise.ts";
import { categoryOf, type Here, reportValues } from "./data.ts";
import { asks } from "./questions.ts";

const MOST_WORDS = 14;
/** A place without a word for it ("desa", "jalan") is an address only in a short text, or after a place taken back. */
const MOST_BARE = 4;

/** Leaves out a place that the citizen takes back: "bukan Bendan, di Tirto". */
export function withoutTakenBack(text: string, facts: Facts): string {
  const { report } = facts.words;
  const words = plainText(text).split(" ");
  const from = takenBackAt(words, facts);
  if (from < 0) return text;
  const parts = text.split(/[,.;\n]/).filter((part) => takenBackAt(plainText(part).split(" "), facts) < 0);
  if (parts.some((part) => part.trim() !== "")) return parts.join(",");
  const instead = words.findIndex((word, index) => index > from && report.instead.has(word));
  return (instead > 0 ? words.slice(instead) : words.slice(0, from)).join(" ");
}

/** Returns the index of the word that takes a place back, or -1: "bukan banjir biasa" takes none back. */
function takenBackAt(words: readonly string[], { words: { report, places }, findPlaces }: Facts): number {
  const isOfPlace = (word: string): boolean => report.at.has(word) || places.kinds.has(word);
  return words.findIndex((word, index) => {
    if (!report.takesBack.has(word)) return false;
    const after = words.slice(index + 1, index + 1 + MOST_BARE);
    if (after.slice(0, -1).some((one) => report.notOnly.has(one))) return false;
    const [first = "", second = ""] = after.slice(after.findIndex((one) => !isOfPlace(one)));
    return (
      findPlaces(first).length > 0 || (findPlaces(`${first} ${second}`).length > 0 && findPlaces(second).length === 0)
    );
  });
}

export const takesPlaceBack = (text: string, facts: Facts): boolean =>
  takenBackAt(plainText(text).split(" "), facts) >= 0;

export function placedTexts(text: string, here: Here): Text[] {
  const { facts, data } = here;
  const plain = plainText(text);
  const said = plain.split(" ").length;
  if (said > MOST_WORDS || asks(text, here)) return [];
  const named = withoutTakenBack(text, facts);
  const isAddress =
    facts.placesNamed(named).length > 0 ||
    facts.words.crisis.address.isIn(plain) ||
    ((said <= MOST_BARE || named !== text) && facts.findPlaces(named).length > 0);
  if (!isAddress) return [];
  const values = reportValues(here);
  if (data.isTaken) return [{ key: "urgent.placed.taken", values }];
  if (categoryOf(data.dangers) === "urgent-private") return [{ key: "urgent.placed.private", values }];
  const code = onlyPlace(named, facts);
  const place = facts.findPlaces(named).find((one) => one.code === code)?.name;
  return [
    place ? { key: "urgent.placed.known", values: { ...values, place } } : { key: "urgent.placed.unknown", values },
  ];
}
