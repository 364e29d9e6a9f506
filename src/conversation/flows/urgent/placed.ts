import { defined } from "../../../defined.ts";
import type { Text } from "../../../vocabulary/message.ts";
import { type Facts, onlyPlace } from "../../engine/facts.ts";
import { meaningOf } from "../../understanding/bare-answer.ts";
import { plainText } from "../../understanding/normalise.ts";
import { categoryOf, type Here, reportValues, type UrgentData } from "./data.ts";
import { asks } from "./questions.ts";

const MOST_WORDS = 14;
/** In words. In a longer text, a name without "desa" or "jalan" is no address. */
const MOST_BARE = 4;

/** `rest` leaves out a place that the citizen corrects: "bukan Bendan, di Tirto". */
function readTakenBack(text: string, facts: Facts): { rest: string; isTakenBack: boolean } {
  const words = plainText(text).split(" ");
  const from = takenBackAt(words, facts);
  return from < 0
    ? { rest: text, isTakenBack: false }
    : { rest: restAfter(text, words, from, facts), isTakenBack: true };
}

function restAfter(text: string, words: readonly string[], from: number, facts: Facts): string {
  const { report } = facts.words;
  const parts = text.split(/[,.;\n]/).filter((part) => takenBackAt(plainText(part).split(" "), facts) < 0);
  if (parts.some((part) => part.trim() !== "")) return parts.join(",");
  const instead = words.findIndex((word, index) => index > from && report.instead.has(word));
  return (instead > 0 ? words.slice(instead) : words.slice(0, from)).join(" ");
}

function takenBackAt(words: readonly string[], { words: { report, places }, findPlaces }: Facts): number {
  const isOfPlace = (word: string): boolean =>
    report.at.has(word) || places.kinds.has(word) || report.ofAPlace.has(word) || /^\d+$/.test(word);
  return words.findIndex((word, index) => {
    if (!report.takesBack.has(word)) return false;
    const named = words.slice(index + 1).findIndex((one) => !isOfPlace(one));
    const after = words.slice(index + 1 + Math.max(named, 0)).slice(0, MOST_BARE);
    if (after.slice(0, -1).some((one) => report.notOnly.has(one))) return false;
    const [first = "", second = ""] = after;
    return (
      findPlaces(first).length > 0 || (findPlaces(`${first} ${second}`).length > 0 && findPlaces(second).length === 0)
    );
  });
}

/** With `moves`, the place replaces the report's place. */
type SaidPlace = { area?: string; moves?: true; isOnlyTakenBack: boolean; known: Partial<UrgentData> };

export function placeIn(text: string, data: UrgentData, facts: Facts): SaidPlace {
  const { report, places } = facts.words;
  const { rest: named, isTakenBack } = readTakenBack(text, facts);
  const area = onlyPlace(named, facts);
  const isNamed = facts.placesNamed(named).length > 0;
  const plain = plainText(text);
  const said = plain.split(" ");
  const corrects = report.corrects.isIn(plain) || said.some((word) => report.ought.has(word));
  const moves =
    area !== undefined && (isTakenBack || (corrects && (data.isPlaced || data.area !== undefined)))
      ? (true as const)
      : undefined;
  const isOnlyTakenBack = isTakenBack && area === undefined && !isNamed;
  const isVague = area === undefined && said.some((word) => places.kinds.get(word) === "village");
  const isPlaced = area !== undefined || isNamed || meaningOf(text, facts.words) === "unknown";
  const known = isOnlyTakenBack
    ? { area: undefined, isPlaced: false, isVague: false, placeAsked: Math.min(data.placeAsked, 1) }
    : { isPlaced: data.isPlaced || isPlaced, isVague, ...defined({ area }) };
  return { isOnlyTakenBack, known, ...defined({ area, moves }) };
}

export function placedTexts(text: string, here: Here): Text[] {
  const { facts, data } = here;
  const plain = plainText(text);
  const said = plain.split(" ").length;
  if (said > MOST_WORDS || asks(text, here)) return [];
  const { rest: named } = readTakenBack(text, facts);
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
