import { type Context, flowOf } from "./flow.ts";
import type { Session } from "./session.ts";
import type { StateName } from "./state-names.ts";

/** Returns the drafts without the one that the chat opens again. */
export function draftsAfter(
  back: StateName,
  { session, flows }: Pick<Context, "session" | "flows">,
): Session["drafts"] {
  if (!flows.flowNamed(back).keepsDraft) return session.drafts;
  const { [flowOf(back)]: _, ...drafts } = session.drafts;
  return drafts;
}
