import { type Context, flowOf } from "./flow.ts";
import type { Session } from "./session.ts";
import type { StateName } from "./state-names.ts";

/**
 * Returns the drafts of a chat that comes back to the state `back` after a question: this draft is open again. What a
 * flow with `kept` has laid aside stays there.
 */
export function draftsAfter(
  back: StateName,
  { session, flows }: Pick<Context, "session" | "flows">,
): Session["drafts"] {
  if (!flows.flowNamed(back).keepsDraft) return session.drafts;
  const { [flowOf(back)]: _, ...drafts } = session.drafts;
  return drafts;
}
