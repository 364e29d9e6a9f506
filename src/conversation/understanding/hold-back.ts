import type { Words } from "../../words/words.ts";
import { splitAtWords } from "./clauses.ts";
import { holdsWord, plainText } from "./normalise.ts";

/**
 * - `called-off`: the citizen gives up the draft.
 * - `put-off`: the citizen does not want to send the draft now.
 * - `undone`: the citizen wants a sent report back.
 */
export type HoldBack = "called-off" | "put-off" | "undone";

const CLAUSE_ENDS = /[.,;:!?()\n]+/;
/** A clause with more words tells a story. */
const MOST_WORDS = 12;
const MOST_CLAUSES = 6;

const clausesOf = (text: string, { unsent }: Words): string[] =>
  text
    .split(CLAUSE_ENDS)
    .map(plainText)
    .flatMap((part) => splitAtWords(part.split(" "), (word) => unsent.but.has(word)))
    .map((words) => words.join(" "))
    .filter(Boolean);

const tellsStory = (clause: string): boolean => clause.split(" ").length > MOST_WORDS;

function readClause(clause: string, { unsent }: Words): HoldBack | undefined {
  if (tellsStory(clause)) return undefined;
  if (unsent.putOff.isIn(clause)) return "put-off";
  if (unsent.calledOff.isIn(clause)) return "called-off";
  return unsent.undone.isIn(clause) ? "undone" : undefined;
}

const isEmpty = (clause: string, { unsent, courtesy }: Words): boolean =>
  clause.split(" ").every((word) => unsent.lead.has(word) || courtesy.courteous.has(word));

export const speaksOfSending = (text: string, { unsent }: Words): boolean => holdsWord(plainText(text), unsent.reports);

export function holdBackIn(text: string, words: Words): HoldBack | undefined {
  const clauses = clausesOf(text, words);
  if (clauses.length === 0 || clauses.length > MOST_CLAUSES) return undefined;
  const isBare = clauses.every((clause) => isEmpty(clause, words));
  const read = clauses.map((clause) => (!isBare && isEmpty(clause, words) ? undefined : readClause(clause, words)));
  const said = read.filter((one) => one !== undefined);
  if (said.length === 0) return undefined;
  const isWhole = clauses.every((clause, index) => read[index] !== undefined || isEmpty(clause, words));
  if (isWhole) return said.includes("undone") ? "undone" : said.includes("called-off") ? "called-off" : "put-off";
  const isMeant = clauses.some(
    (clause, index) => read[index] !== undefined && (index === 0 || speaksOfSending(clause, words)),
  );
  return isMeant ? (said.includes("undone") ? "undone" : "put-off") : undefined;
}

export const besideHoldBack = (text: string, words: Words): string =>
  clausesOf(text, words)
    .filter((clause) => readClause(clause, words) === undefined)
    .join(". ");

/** Whether the citizen wants the report withdrawn: "gak jadi, tak cabut aja". */
export function takesReportBack(text: string, words: Words): boolean {
  const said = holdBackIn(text, words);
  const { drops, erases: erasing, takesBack } = words.unsent;
  const plain = plainText(text);
  const isNamed = [drops, erasing, takesBack].some((list) => holdsWord(plain, list));
  return (said === "called-off" || said === "undone") && isNamed;
}

export const refusesToReport = (text: string, words: Words): boolean =>
  holdBackIn(text, words) === "called-off" && speaksOfSending(text, words);

/** Whether the last clause takes a sent report back: "pak RT baik kok, bisa dicabut?" */
export function endsByTakingBack(text: string, words: Words): boolean {
  const clauses = clausesOf(text, words);
  const isShort = clauses.length > 1 && clauses.length <= MOST_CLAUSES && !words.asides.takenAway.isIn(plainText(text));
  return isShort && takesReportBack(clauses.at(-1) ?? "", words);
}

export const onlyFears = (text: string, { unsent }: Words): boolean => unsent.afraid.isIn(plainText(text));

/** Whether the citizen gives up the draft and says nothing else: "gak jadi, nanti saja". */
export const givesUp = (text: string, words: Words): boolean =>
  besideHoldBack(text, words) === "" &&
  clausesOf(text, words).some((clause) => readClause(clause, words) === "called-off");

export const erases = (text: string, words: Words): boolean =>
  holdBackIn(text, words) === "called-off" && holdsWord(plainText(text), words.unsent.erases);

const keepsIn = (clause: string, { unsent }: Words): boolean => !tellsStory(clause) && unsent.notWithdrawn.isIn(clause);

export const forbidsWithdrawal = (text: string, words: Words): boolean =>
  clausesOf(text, words).some((clause) => keepsIn(clause, words));

export const besideKept = (text: string, words: Words): string =>
  clausesOf(text, words)
    .filter((clause) => !keepsIn(clause, words))
    .join(" ");

export const keepsReport = (text: string, words: Words): boolean =>
  forbidsWithdrawal(text, words) ||
  clausesOf(text, words).some((clause) => !tellsStory(clause) && words.unsent.keeps.isIn(clause));

/** "Lanjut" may mean to keep the report or to withdraw it. */
export const goesOnUnclearly = (text: string, words: Words): boolean =>
  clausesOf(text, words).some((clause) => words.unsent.goesOn.isIn(clause));

export const speaksOfWithdrawal = (text: string, { unsent }: Words): boolean => {
  const said = plainText(text).split(" ");
  return said.length > 1 && said.some((word) => unsent.takesBack.has(word) || unsent.drops.has(word));
};
