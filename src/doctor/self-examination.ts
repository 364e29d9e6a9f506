import type { Runtime } from "../runtime.ts";
import type { Finding } from "./check.ts";
import { countVerdicts, examineAll } from "./examine.ts";
import { openOwnScene } from "./scene.ts";

export type Answer = { status: "fine" | "warnings" | "faults"; at: string; findings: Finding[] };

/** In ms: within this time the same answer is given again, since an examination calls every platform. */
const KEPT = 30_000;

/** Opens a service's examination of itself: at most one at a time and one in half a minute. */
export function openSelfLook(runtime: Runtime): () => Promise<Answer> {
  let last: { at: number; answer: Promise<Answer> } | undefined;
  return () => {
    const now = performance.now();
    if (!last || now - last.at > KEPT) last = { at: now, answer: examineSelf(runtime) };
    return last.answer;
  };
}

async function examineSelf(runtime: Runtime): Promise<Answer> {
  const findings = await examineAll(await openOwnScene(runtime));
  return { status: statusOf(findings), at: new Date().toISOString(), findings };
}

export function statusOf(findings: readonly Finding[]): Answer["status"] {
  const { fault, warning } = countVerdicts(findings);
  if (fault > 0) return "faults";
  return warning > 0 ? "warnings" : "fine";
}
