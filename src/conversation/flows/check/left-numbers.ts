import { z } from "zod";
import { defined } from "../../../defined.ts";
import type { Context, Step } from "../../engine/flow.ts";
import { namesPerson } from "./another.ts";
import type { CheckData } from "./data.ts";

/** A NIK that waits for its proof, and a family card's number that waits for its NIK. */
const Typed = z.object({ nik: z.string().optional(), kept: z.string().optional() });
type Typed = z.infer<typeof Typed>;

/** Returns `undefined` after a result, because the session's proof then holds the NIK. */
export function numbersTyped(data: Context["data"]): Record<string, unknown> | undefined {
  const typed = Typed.safeParse(data).data;
  const isWaiting = typed !== undefined && data.found === undefined && (typed.nik ?? typed.kept) !== undefined;
  return isWaiting ? defined({ nik: typed.nik, kept: typed.kept }) : undefined;
}

/** The text continues the same check unless it names another person. */
export function withLeftNumbers(text: string, context: Context<CheckData>): Context<CheckData> {
  if (namesPerson(text, context.facts)) return context;
  const left: Typed = Typed.safeParse(context.session.drafts.check?.data).data ?? {};
  const nik = context.data.nik ?? left.nik;
  const kept = context.data.kept ?? left.kept;
  return { ...context, data: { ...context.data, ...defined({ nik, kept }) } };
}

export function withoutLeftNumbers(step: Step<CheckData>, { session }: Context): Step<CheckData> {
  const { check: _, ...drafts } = session.drafts;
  return { ...step, session: { ...step.session, drafts } };
}
