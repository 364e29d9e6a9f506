import type { Finding, Findings } from "../imports/findings.ts";
import { type FindingCode, SUMMARY_SENTENCES } from "../imports/rows/row-findings.ts";
import { many } from "../many.ts";
import { describeRows } from "../register/row-count.ts";

const MOST_WORDS = 20;
/** So many different unread words mean that the column has other content. */
const OTHER_WORDS = 50;
const OTHER_SHARE = 0.5;

export function describeFindings(findings: Findings, taken: number): string[] {
  return [...SUMMARY_SENTENCES].flatMap(([code, sentence]) => describeFinding(findings[code], code, sentence, taken));
}

function describeFinding(finding: Finding | undefined, code: FindingCode, sentence: string, taken: number): string[] {
  if (!finding) return [];
  const { count, words, further = 0 } = finding;
  const first = `${sentence}: ${many(count, "row")} (${describeRows(finding)})`;
  if (words.length > OTHER_WORDS && count > taken * OTHER_SHARE) {
    return [
      `${first}, ${further > 0 ? "more than " : ""}${many(words.length, "different word")}: does the column hold what its name says?`,
    ];
  }
  const shown = words
    .slice(0, MOST_WORDS)
    .map((word) => `  ${quoteWord(word.text, code)} ${word.count}: ${describeRows(word)}`);
  const others = words.slice(MOST_WORDS);
  const more = others.reduce((sum, word) => sum + word.count, further);
  const least = further > 0 ? "more than " : "";
  return [first, ...shown, ...(others.length > 0 ? [`  ${least}${others.length} more, ${many(more, "row")}`] : [])];
}

const quoteWord = (text: string, code: FindingCode): string =>
  text === "" ? "an empty cell" : code.startsWith("GUESSED") || code === "NAMED_PROGRAMME" ? text : `"${text}"`;
