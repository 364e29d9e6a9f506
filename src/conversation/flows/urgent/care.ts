import { ownOffices } from "../../../register/district.ts";
import type { Text } from "../../../vocabulary/message.ts";
import { plainText } from "../../understanding/normalise.ts";
import type { Here } from "./data.ts";

/** The most particular question comes first. */
const QUESTIONS = [
  "noVehicle",
  "wrongLetter",
  "hasLetter",
  "refused",
  "brings",
  "pays",
  "office",
  "letter",
  "pain",
] as const;

const OF_THE_LETTER: ReadonlySet<string> = new Set(["urgent.care.wrongLetter", "urgent.care.hasLetter"]);

/** Answers a question that names the letter, which is about care in every flow. */
export const letterTexts = (text: string, here: Here): Text[] =>
  careTexts(text, here).filter((one) => "key" in one && OF_THE_LETTER.has(one.key));

export function careTexts(text: string, { data, facts: { words, district } }: Here): Text[] {
  if (!data.dangers.includes("urgent-medical")) return [];
  const plain = plainText(text);
  const asked = QUESTIONS.find((question) => words.care[question].isIn(plain));
  if (asked === undefined) return words.questions.instead.isIn(plain) ? [{ key: "urgent.care.doors" }] : [];
  if (asked !== "office") return [{ key: `urgent.care.${asked}` }];
  const [address = ""] = ownOffices(district).map((one) => one.address);
  const values = { agency: district.agency.name, address };
  return [{ key: `urgent.care.office.${address ? "known" : "unknown"}`, values }, { key: "urgent.care.doors" }];
}
