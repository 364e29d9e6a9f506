import { type Context, flowOf, type Step } from "./flow.ts";

export function keepDraft(step: Step, { session, flows }: Context): Step {
  const flow = flows.flowNamed(session.at);
  const data = flow.keepsDraft ? session.data : flow.kept?.(session.data);
  if (data === undefined || flowOf(step.to) === flow.name) return step;
  const drafts = { ...session.drafts, ...step.session?.drafts, [flow.name]: { at: session.at, data } };
  return { ...step, session: { ...step.session, drafts } };
}
