import { plainText } from "../understanding/normalise.ts";
import { isAboutAid } from "../understanding/secret-wish.ts";
import { type Context, flowOf, type Step, stateHere } from "./flow.ts";
import type { StateName } from "./state-names.ts";
import { isDraft } from "./take-command.ts";

const MOST_WORDS = 14;
const OTHER_MATTERS: ReadonlySet<string> = new Set(["urgent", "reply", "check", "ticket"]);

/** Whether the chat, after an answer beside the draft, does not repeat the state's question. */
export const restsIn = (at: StateName): boolean => flowOf(at) === "complaint" && at !== "complaint.confirm";

/** Answers "beneran gak ada yang kekirim?": says that the draft is unsent, or shows the chat's reports. */
export function answerSent(text: string, context: Context): Step | undefined {
  const { session, facts, flows } = context;
  const plain = plainText(text);
  if (!facts.words.unsent.asksSent.isIn(plain) || plain.split(" ").length > MOST_WORDS) return undefined;
  if (isAboutAid(plain, facts.words) || OTHER_MATTERS.has(flowOf(session.at))) return undefined;
  if (isDraft(context)) {
    const key = stateHere(context).send?.(context) ? "finish.isUnsent" : "finish.nothing";
    const rests = restsIn(session.at);
    return {
      to: session.at,
      say: [{ key }, ...(rests ? [{ key: "finish.toGoOn" }] : [])],
      ...(rests ? { quiet: true } : {}),
    };
  }
  const { cancelled, withdrawn } = session;
  if (cancelled && !withdrawn) return { to: session.at, say: [{ key: "complaint.wasCancelled" }] };
  return flows.stateAt("track.show").enter?.(undefined, context) ?? { to: "track.show" };
}
