import { userInfo } from "node:os";
import type { Caller } from "../casework/desk/caller.ts";
import type { Runtime } from "../runtime.ts";
import { AppError } from "../vocabulary/errors.ts";

export function osOperator(): string {
  try {
    return `operator:${userInfo().username}`;
  } catch {
    return `operator:uid-${process.getuid?.() ?? "unknown"}`; // in a container the user may have only a number
  }
}

/** Rejects with BAD_REQUEST for an unknown name, and with FORBIDDEN for an inactive officer. */
export async function requireCaller({ store }: Pick<Runtime, "store">, by: string): Promise<Caller> {
  if (by === osOperator()) return { by, officer: undefined };
  const officer = (await store.officers()).find(({ id }) => id === by);
  if (!officer) throw new AppError("BAD_REQUEST", `there is no officer ${by}; without a name it is ${osOperator()}`);
  if (!officer.active) throw new AppError("FORBIDDEN", `${by} is off`);
  return { by, officer };
}
