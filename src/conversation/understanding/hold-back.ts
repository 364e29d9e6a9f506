import type { Words } from "../../words/words.ts";
import { holdsWord, plainText } from "./normalise.ts";

/**
 * What a citizen says who does not want what they wrote to be sent. `called-off`: they give it up, and say nothing
 * else. `put-off`: nothing may be sent now, but they do not give it up, or they tell something beside. `undone`: they
 * did not want what was sent.
 */
export type HoldBack = "called-off" | "put-off" | "undone";

const CLAUSE_ENDS = /[.,;:!?()\n]+/;
/** A clause with more words tells something. */
const MOST_WORDS = 12;
/** A message with more clauses is a story. */
const MOST_CLAUSES = 6;

/** Returns the clauses of a text, each in plain form. A word such as "but" begins a new clause. */
const clausesOf = (text: string, { unsent }: Words): string[] =>
  text
    .split(CLAUSE_ENDS)
    .map(plainText)
    .flatMap((part) => {
      const clauses: string[][] = [[]];
      for (const word of part.split(" ")) {
        if (unsent.but.has(word)) clauses.push([]);
        else clauses.at(-1)?.push(word);
      }
      return clauses.map((words) => words.join(" "));
    })
    .filter(Boolean);

function readClause(clause: string, { unsent }: Words): HoldBack | undefined {
  if (clause.split(" ").length > MOST_WORDS) return undefined;
  if (unsent.calledOff.isIn(clause)) return "called-off";
  if (unsent.putOff.isIn(clause)) return "put-off";
  return unsent.undone.isIn(clause) ? "undone" : undefined;
}

/** Whether a clause says nothing by itself: "ok", "pak", "lho". */
const isEmpty = (clause: string, { unsent, courtesy }: Words): boolean =>
  clause.split(" ").every((word) => unsent.lead.has(word) || courtesy.courteous.has(word));

/** Whether a text speaks of sending or reporting. In a story, "ga jadi" alone may be about the aid. */
export const speaksOfSending = (text: string, { unsent }: Words): boolean => holdsWord(plainText(text), unsent.reports);

/** Reads whether a message holds back what the citizen wrote, or takes back what was sent. */
export function holdBackIn(text: string, words: Words): HoldBack | undefined {
  const clauses = clausesOf(text, words);
  if (clauses.length === 0 || clauses.length > MOST_CLAUSES) return undefined;
  const read = clauses.map((clause) => readClause(clause, words));
  const said = read.filter((one) => one !== undefined);
  if (said.length === 0) return undefined;
  const isWhole = clauses.every((clause, index) => read[index] !== undefined || isEmpty(clause, words));
  if (isWhole) return said.includes("undone") ? "undone" : said.includes("called-off") ? "called-off" : "put-off";
  const isMeant = clauses.some(
    (clause, index) => read[index] !== undefined && (index === 0 || speaksOfSending(clause, words)),
  );
  return isMeant ? (said.includes("undone") ? "undone" : "put-off") : undefined;
}

/** Returns what a message says beside the clauses that hold something back. */
export const besideHoldBack = (text: string, words: Words): string =>
  clausesOf(text, words)
    .filter((clause) => readClause(clause, words) === undefined)
    .join(". ");

/** Whether a citizen, asked whether to withdraw a report, wants to keep it: "mboten sios dibatalaken". */
export const keepsReport = (text: string, words: Words): boolean =>
  clausesOf(text, words).some((clause) => words.unsent.keeps.isIn(clause));

/** Whether a text of more than a bare yes or no speaks of the withdrawal: "kalau dicabut terus bagaimana". */
export const speaksOfWithdrawal = (text: string, { unsent }: Words): boolean => {
  const said = plainText(text).split(" ");
  return said.length > 1 && said.some((word) => unsent.takesBack.has(word) || unsent.drops.has(word));
};
