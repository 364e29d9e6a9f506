import type { Text } from "../../vocabulary/message.ts";
import { rememberCancelled } from "./cancelled-draft.ts";
import { mayHaveSent, sentBefore } from "./filed-report.ts";
import { type Context, flowOf, type Step } from "./flow.ts";
import type { Session } from "./session.ts";
import { withoutStory } from "./told.ts";

/** Keeps a complaint in `cancelled`, because some citizens want it back. */
export function withoutDraft(
  { at, data }: Pick<Session, "at" | "data">,
  { session, facts }: Pick<Context, "session" | "facts">,
): NonNullable<Step["session"]> {
  const { [flowOf(at)]: _, ...drafts } = session.drafts;
  const cancelled = rememberCancelled({ session: { ...session, at, data }, facts });
  return { drafts, told: withoutStory(session.told), ...cancelled };
}

export function droppedTexts(context: Pick<Context, "session" | "facts">, key = "finish.dropped"): Text[] {
  const before = sentBefore(context);
  return before.length > 0 || mayHaveSent(context) ? [{ key: "finish.droppedUnsent" }, ...before] : [{ key }];
}

export const dropDraft = (
  context: Pick<Context, "session" | "facts">,
  draft: Pick<Session, "at" | "data"> = context.session,
): Step => ({
  to: "menu.choose",
  say: droppedTexts(context),
  session: withoutDraft(draft, context),
});
