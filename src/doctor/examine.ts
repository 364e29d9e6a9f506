import { limitTime } from "../time-limit.ts";
import { appError } from "../vocabulary/errors.ts";
import type { Verdict } from "../vocabulary/lists.ts";
import { type Check, type Finding, type Scene, unknown } from "./check.ts";
import { auditCheck } from "./checks/audit.ts";
import { backupCheck } from "./checks/backup.ts";
import { channelChecks, noChannelCheck } from "./checks/channels.ts";
import { clockCheck } from "./checks/clock.ts";
import { filesCheck } from "./checks/files.ts";
import { officersCheck } from "./checks/officers.ts";
import { operatorsCheck } from "./checks/operators.ts";
import { programCheck } from "./checks/program.ts";
import { publicUrlCheck } from "./checks/public-url.ts";
import { queueCheck } from "./checks/queue.ts";
import { redisCheck } from "./checks/redis.ts";
import { registerCheck } from "./checks/register.ts";
import { retentionCheck } from "./checks/retention.ts";
import { roomCheck } from "./checks/room.ts";
import { serviceCheck } from "./checks/service.ts";
import { spoolCheck } from "./checks/spool.ts";
import { storeCheck } from "./checks/store.ts";
import { textsCheck } from "./checks/texts.ts";

const PATIENCE = 5_000;

const CHECKS: readonly Check[] = [
  programCheck,
  storeCheck,
  registerCheck,
  textsCheck,
  officersCheck,
  roomCheck,
  filesCheck,
  spoolCheck,
  backupCheck,
  clockCheck,
  serviceCheck,
  publicUrlCheck,
  noChannelCheck,
  operatorsCheck,
  redisCheck,
  queueCheck,
  retentionCheck,
  auditCheck,
];

export async function examineAll(scene: Scene, patience = PATIENCE): Promise<Finding[]> {
  const checks = [...CHECKS, ...channelChecks(scene)];
  const found = await Promise.all(
    checks.map(async ({ name, examine }) => {
      const all = await limitCheck(patience, examine(scene));
      return all.map((one): Finding => ({ check: name, ...one }));
    }),
  );
  return found.flat();
}

async function limitCheck(ms: number, work: ReturnType<Check["examine"]>): ReturnType<Check["examine"]> {
  const late = () => [unknown(`no answer within ${Math.round(ms / 1_000)} seconds`)];
  try {
    return await limitTime(ms, work, late);
  } catch (thrown) {
    return [unknown(`could not be looked at (${appError(thrown).code})`)];
  }
}

export const countVerdicts = (findings: readonly Finding[]): Record<Verdict, number> => {
  const counts = { ok: 0, warning: 0, fault: 0, unknown: 0 };
  for (const { verdict } of findings) counts[verdict] += 1;
  return counts;
};
