import { ownOffices } from "../../../register/district.ts";
import type { Text } from "../../../vocabulary/message.ts";
import { plainText } from "../../understanding/normalise.ts";
import type { Here } from "./data.ts";

/** The most particular question comes first. */
const QUESTIONS = [
  "mayWait",
  "noVehicle",
  "byCar",
  "arrears",
  "cannotPay",
  "wrongLetter",
  "hasLetter",
  "refused",
  "brings",
  "pays",
  "office",
  "letter",
  "pain",
] as const;

const OF_THE_LETTER: readonly string[] = ["wrongLetter", "hasLetter"];
const OF_THE_CARE: readonly string[] = [
  ...OF_THE_LETTER,
  "mayWait",
  "noVehicle",
  "byCar",
  "arrears",
  "cannotPay",
  "refused",
  "pain",
];

/**
 * Answers outside of the danger a question that names the letter, which is about care in every flow. With `isFree`, no
 * question of ours waits, so the other questions that can only be about the care get their answer, too.
 */
export function careTextsOutside(text: string, isFree: boolean, here: Here): Text[] {
  const plain = plainText(text);
  const asked = QUESTIONS.find((question) => here.facts.words.care[question].isIn(plain));
  return asked !== undefined && (isFree ? OF_THE_CARE : OF_THE_LETTER).includes(asked) ? careTexts(text, here) : [];
}

export function careTexts(text: string, { data, facts: { words, district } }: Here): Text[] {
  if (!data.dangers.includes("urgent-medical")) return [];
  const plain = plainText(text);
  const asked = QUESTIONS.find((question) => words.care[question].isIn(plain));
  if (asked === undefined) return words.questions.instead.isIn(plain) ? [{ key: "urgent.care.doors" }] : [];
  if (asked === "cannotPay") return [{ key: "urgent.care.pays" }];
  if (asked !== "office") return [{ key: `urgent.care.${asked}` }];
  const [address = ""] = ownOffices(district).map((one) => one.address);
  const values = { agency: district.agency.name, address };
  return [{ key: `urgent.care.office.${address ? "known" : "unknown"}`, values }, { key: "urgent.care.doors" }];
}
