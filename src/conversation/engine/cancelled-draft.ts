import { plainText } from "../understanding/normalise.ts";
import { type Context, flowOf, type Step } from "./flow.ts";

export function rememberCancelled({ session, facts }: Pick<Context, "session" | "facts">): Step["session"] {
  const { at, data } = session;
  const isReport = flowOf(at) === "complaint" && typeof data.text === "string" && data.text !== "";
  return isReport ? { cancelled: { at, data, since: facts.now } } : {};
}

/** Opens the draft that the citizen left or cancelled: "lapor yang tadi". */
export function resumeReport(text: string, { session, facts }: Context): Step | undefined {
  const { complaint: left, ...drafts } = session.drafts;
  const draft = left && left.at !== "complaint.category" ? left : session.cancelled;
  if (!draft || flowOf(session.at) === "complaint" || !facts.words.report.resumes.isIn(plainText(text)))
    return undefined;
  return { to: draft.at, data: draft.data, session: { drafts, cancelled: undefined } };
}
