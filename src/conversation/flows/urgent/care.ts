import { ownOffices } from "../../../register/district.ts";
import type { Text } from "../../../vocabulary/message.ts";
import { plainText } from "../../understanding/normalise.ts";
import type { Here } from "./data.ts";

/** More specific questions come first. */
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
type Question = (typeof QUESTIONS)[number];

const OF_THE_LETTER: readonly Question[] = ["wrongLetter", "hasLetter"];
const OF_THE_CARE: readonly Question[] = [
  ...OF_THE_LETTER,
  "mayWait",
  "noVehicle",
  "byCar",
  "arrears",
  "cannotPay",
  "refused",
  "pain",
];

/** Answers a question about care after the chat has left this flow. */
export function careTextsOutside(text: string, isFree: boolean, here: Here): Text[] {
  const asked = isOfCare(here) ? questionIn(plainText(text), here) : undefined;
  return asked !== undefined && (isFree ? OF_THE_CARE : OF_THE_LETTER).includes(asked) ? answerTo(asked, here) : [];
}

export function careTexts(text: string, here: Here): Text[] {
  if (!isOfCare(here)) return [];
  const plain = plainText(text);
  const asked = questionIn(plain, here);
  if (asked !== undefined) return answerTo(asked, here);
  return here.facts.words.questions.instead.isIn(plain) ? [{ key: "urgent.care.doors" }] : [];
}

const isOfCare = ({ data }: Here): boolean => data.dangers.includes("urgent-medical");

const questionIn = (plain: string, { facts: { words } }: Here): Question | undefined =>
  QUESTIONS.find((question) => words.care[question].isIn(plain));

function answerTo(question: Question, { facts: { district } }: Here): Text[] {
  if (question === "cannotPay") return [{ key: "urgent.care.pays" }];
  if (question !== "office") return [{ key: `urgent.care.${question}` }];
  const [address = ""] = ownOffices(district).map((one) => one.address);
  const values = { agency: district.agency.name, address };
  return [{ key: `urgent.care.office.${address ? "known" : "unknown"}`, values }, { key: "urgent.care.doors" }];
}
