import type { Runtime } from "../runtime.ts";
import type { Finding } from "./check.ts";
import { countsOf, examine } from "./examine.ts";
import { sceneOf } from "./scene.ts";

export type Answer = { status: "fine" | "warnings" | "faults"; at: string; findings: Finding[] };

/** Ms in which the same answer is given again: a look calls every platform. */
const KEPT = 30_000;

/** A service's look at itself, at most one at a time and one in half a minute. */
export function openSelfLook(runtime: Runtime): () => Promise<Answer> {
  let last: { at: number; answer: Promise<Answer> } | undefined;
  return () => {
    const now = performance.now();
    if (!last || now - last.at > KEPT) last = { at: now, answer: look(runtime) };
    return last.answer;
  };
}

async function look(runtime: Runtime): Promise<Answer> {
  const findings = await examine(await sceneOf(runtime));
  return { status: statusOf(findings), at: new Date().toISOString(), findings };
}

export function statusOf(findings: readonly Finding[]): Answer["status"] {
  const { fault, warning } = countsOf(findings);
  if (fault > 0) return "faults";
  return warning > 0 ? "warnings" : "fine";
}
