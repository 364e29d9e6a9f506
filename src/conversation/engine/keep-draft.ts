import { type Context, flowOf, type Step } from "./flow.ts";

export function keepDraft(step: Step, { session, flows }: Context): Step {
  const flow = flows.flowNamed(session.at);
  if (!flow.keepsDraft || flowOf(step.to) === flow.name) return step;
  const drafts = { ...session.drafts, [flow.name]: { at: session.at, data: session.data } };
  return { ...step, session: { ...step.session, drafts } };
}
