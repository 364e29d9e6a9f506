import { z } from "zod";
import { defined } from "../../../defined.ts";
import type { Context } from "../../engine/flow.ts";
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

/** After a question beside the check, the citizen goes on with the numbers that they typed before it. */
export function withLeftNumbers(context: Context<CheckData>): Context<CheckData> {
  const left: Typed = Typed.safeParse(context.session.drafts.check?.data).data ?? {};
  const nik = context.data.nik ?? left.nik;
  const kept = context.data.kept ?? left.kept;
  return { ...context, data: { ...context.data, ...defined({ nik, kept }) } };
}
