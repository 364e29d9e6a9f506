import { z } from "zod";
import { defined } from "../../../defined.ts";
import type { Context, Step } from "../../engine/flow.ts";
import { namesPerson } from "./another.ts";
import type { CheckData } from "./data.ts";

/** A NIK that waits for its proof, and a family card's number that waits for its NIK. */
const Typed = z.object({ nik: z.string().optional(), kept: z.string().optional() });
type Typed = z.infer<typeof Typed>;

/** Returns `undefined` without such a number: a proved NIK stands in the session's proof. */
export function numbersTyped(data: Context["data"]): Record<string, unknown> | undefined {
  const typed = Typed.safeParse(data).data;
  const isWaiting = typed !== undefined && data.found === undefined && (typed.nik ?? typed.kept) !== undefined;
  return isWaiting ? defined({ nik: typed.nik, kept: typed.kept }) : undefined;
}

/**
 * After a question beside the check, the citizen goes on with the numbers that they typed before it. A text that names
 * another person has nothing to do with these numbers.
 */
export function withLeftNumbers(text: string, context: Context<CheckData>): Context<CheckData> {
  if (namesPerson(text, context.facts)) return context;
  const left: Typed = Typed.safeParse(context.session.drafts.check?.data).data ?? {};
  const nik = context.data.nik ?? left.nik;
  const kept = context.data.kept ?? left.kept;
  return { ...context, data: { ...context.data, ...defined({ nik, kept }) } };
}

/** After a look-up or at another person's check, numbers from before a question must not enter a check. */
export function withoutLeftNumbers(step: Step<CheckData>, { session }: Context): Step<CheckData> {
  const { check: _, ...drafts } = session.drafts;
  return { ...step, session: { ...step.session, drafts } };
}
