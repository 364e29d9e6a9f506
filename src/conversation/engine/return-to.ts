import { type Context, flowOf } from "./flow.ts";
import type { Session } from "./session.ts";
import type { StateName } from "./state-names.ts";

/** Returns the drafts of a chat that goes back to the state `back`, without the draft that is open again. */
export function draftsAfter(
  back: StateName,
  { session, flows }: Pick<Context, "session" | "flows">,
): Session["drafts"] {
  if (!flows.flowNamed(back).keepsDraft) return session.drafts;
  const { [flowOf(back)]: _, ...drafts } = session.drafts;
  return drafts;
}
