import type { Runtime } from "../runtime.ts";
import type { Finding } from "./check.ts";
import { countVerdicts, examineAll } from "./examine.ts";
import { openOwnScene } from "./scene.ts";

export type SelfExamination = { status: "fine" | "warnings" | "faults"; at: string; findings: Finding[] };

/** In ms. An examination calls every platform, so callers share its answer. */
const KEPT_FOR = 30_000;

export function openSelfExamination(runtime: Runtime): () => Promise<SelfExamination> {
  let last: { at: number; answer: Promise<SelfExamination> } | undefined;
  return () => {
    const now = performance.now();
    if (!last || now - last.at > KEPT_FOR) last = { at: now, answer: examineSelf(runtime) };
    return last.answer;
  };
}

async function examineSelf(runtime: Runtime): Promise<SelfExamination> {
  const findings = await examineAll(await openOwnScene(runtime));
  return { status: statusOf(findings), at: new Date().toISOString(), findings };
}

export function statusOf(findings: readonly Finding[]): SelfExamination["status"] {
  const { fault, warning } = countVerdicts(findings);
  if (fault > 0) return "faults";
  return warning > 0 ? "warnings" : "fine";
}
