import type { Text } from "../../../vocabulary/message.ts";
import { type Facts, onlyPlace } from "../../engine/facts.ts";
import { plainText } from "../../understanding/normalise.ts";
import { categoryOf, type Here, reportValues } from "./data.ts";
import { asks } from "./questions.ts";

const MOST_WORDS = 14;
/** A place without a word for it ("desa", "jalan") is an address only in a short text, or after a place taken back. */
const MOST_BARE = 4;

/** Leaves out a place that the citizen takes back: "bukan Bendan, di Tirto". */
export function withoutTakenBack(text: string, { words: { report } }: Facts): string {
  const words = plainText(text).split(" ");
  const from = words.findIndex((word) => report.takesBack.has(word));
  if (from < 0) return text;
  const parts = text.split(/[,.;\n]/).filter((part) => !holdsOne(part, report.takesBack));
  if (parts.some((part) => part.trim() !== "")) return parts.join(",");
  const instead = words.findIndex((word, index) => index > from && report.instead.has(word));
  return (instead > 0 ? words.slice(instead) : words.slice(0, from)).join(" ");
}

const holdsOne = (text: string, list: ReadonlySet<string>): boolean =>
  plainText(text)
    .split(" ")
    .some((word) => list.has(word));

export const takesPlaceBack = (text: string, { words: { report } }: Facts): boolean => holdsOne(text, report.takesBack);

/** Confirms an address; no text for words that tell or ask of anything else. */
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
