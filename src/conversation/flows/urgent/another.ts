import type { Danger } from "../../../signals/danger.ts";
import type { Text } from "../../../vocabulary/message.ts";
import type { Words } from "../../../words/words.ts";
import { plainText } from "../../understanding/normalise.ts";
import { type Here, isSurvivors, reportValues, type UrgentData } from "./data.ts";
import { heardOfWriter } from "./who-suffers.ts";

/** In words. */
const REACH = 9;

/** Whether another person wants to die, and not the citizen: "temanku mau loncat". */
function tellsOfAnother(plain: string, { crisis }: Words): boolean {
  const said = plain.split(" ");
  return said.some((word, at) => {
    if (!crisis.others.isIn(word) || crisis.objects.isIn(said[at - 1] ?? "")) return false;
    const isOwned = crisis.self.has(said[at + 1] ?? "");
    const behind = said.slice(at + (isOwned ? 2 : 1), at + REACH);
    const self = behind.findIndex((one) => crisis.self.has(one));
    const reached = behind.slice(0, self < 0 ? REACH : self);
    const broken = reached.findIndex((one) => crisis.breaks.has(one));
    const act = reached.findIndex((_, from) => crisis.acts.at(reached.slice(from).join(" ")) === 0);
    return act >= 0 && (broken < 0 || act <= broken);
  });
}

/** In words. */
const REACH_OF_ALSO = 3;

/** Whether the citizen wants to die, too ("temanku mau bunuh diri, aku juga mau mati"). */
function tellsOfSelfToo(plain: string, { crisis, urgent }: Words): boolean {
  const said = plain.split(" ");
  return said.some((word, at) => {
    if (!crisis.self.has(word) || !urgent.also.has(said[at + 1] ?? "")) return false;
    const starts = [...said.keys()].slice(at + 2, at + 2 + REACH_OF_ALSO);
    return starts.some((from) => crisis.acts.at(said.slice(from).join(" ")) === 0);
  });
}

export function isOfAnother(words: string, told: readonly Danger[], known: UrgentData, lists: Words): boolean {
  if (!told.includes("self-harm")) return known.isOfAnother;
  const plain = plainText(words);
  if (tellsOfSelfToo(plain, lists)) return false;
  if (tellsOfAnother(plain, lists)) return true;
  return known.isOfAnother && !plain.split(" ").some((word) => lists.crisis.self.has(word));
}

/** The most pressing question stands first. */
const QUESTIONS = [
  "otherTakesAll",
  "otherArmed",
  "otherLocked",
  "otherSilent",
  "otherTell",
  "otherSafe",
  "otherSteps",
] as const;
type Question = (typeof QUESTIONS)[number];

function questionIn(text: string, questions: readonly Question[], { words }: Here["facts"]): Question | undefined {
  const plain = plainText(text);
  return questions.find((question) => words.crisis[question].isIn(plain));
}

/** Answers a citizen who helps a person who wants to die. */
export function anotherTexts(words: string, here: Here): Text[] {
  const { data, facts } = here;
  if (!isForHelper(data)) return [];
  const asked = questionIn(words, mustFlee(words, here) ? ["otherTakesAll"] : QUESTIONS, facts);
  if (!asked) return [];
  const staysAway = takesAll(data, facts.words) && asked !== "otherTakesAll";
  return [{ key: staysAway ? "urgent.otherTakesAllAgain" : `urgent.${asked}`, values: reportValues(here) }];
}

/** Whether the other person wants to die together with the family. */
export const takesAll = ({ text }: UrgentData, { crisis }: Words): boolean =>
  crisis.otherTakesAll.isIn(plainText(text));

export const isForHelper = ({ dangers, isOfAnother, role }: UrgentData): boolean =>
  isOfAnother && dangers.includes("self-harm") && !(isSurvivors(dangers) && SUFFERING.has(role));

const SUFFERING: ReadonlySet<string | undefined> = new Set(["victim", "captive"]);

/** The service never sends a victim back to a violent person who threatens suicide. */
export const mustFlee = (words: string, { data, facts }: Pick<Here, "data" | "facts">): boolean =>
  data.isOfAnother &&
  isSurvivors(data.dangers) &&
  (SUFFERING.has(data.role) || SUFFERING.has(heardOfWriter(words, facts.words)));

export function helperTexts(words: string, { data, facts }: Pick<Here, "data" | "facts">): Text[] {
  if (!isForHelper(data)) return [];
  if (mustFlee(words, { data, facts }) && !questionIn(words, ["otherTakesAll"], facts)) return [];
  const asked = questionIn(words, ["otherTakesAll", "otherArmed", "otherLocked"], facts);
  return [{ key: `urgent.${asked ?? "otherFirst"}` }];
}
