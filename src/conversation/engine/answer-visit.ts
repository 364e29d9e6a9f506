import { plainText } from "../understanding/normalise.ts";
import { filedLately } from "./filed-report.ts";
import { type Context, type Step, stateHere } from "./flow.ts";

const MOST_WORDS = 20;

/** Advises the citizen when somebody asks "who reported?" or an official visits. */
export function answerVisit(text: string, context: Context): Step | undefined {
  const { session, facts } = context;
  const plain = plainText(text);
  const { askedWho, visited, summoned } = facts.words.asides;
  if (session.at === "complaint.what" || plain.split(" ").length > MOST_WORDS) return undefined;
  const isAfter = filedLately(context) !== undefined && (visited.isIn(plain) || summoned.isIn(plain));
  if (!askedWho.isIn(plain) && !isAfter) return undefined;
  const waits = stateHere(context).brief === undefined;
  return { to: session.at, say: [{ key: "confidential.ifTheyCome" }], ...(waits ? {} : { quiet: true as const }) };
}
