import { userInfo } from "node:os";
import type { Caller } from "../casework/desk/caller.ts";
import type { Runtime } from "../runtime.ts";
import { AppError } from "../vocabulary/errors.ts";

/** Who works at this machine, as acts are signed that name no officer: `operator:USER` of the operating system. */
export function osOperator(): string {
  try {
    return `operator:${userInfo().username}`;
  } catch {
    return `operator:uid-${process.getuid?.() ?? "unknown"}`; // a container may run as a number without a name
  }
}

/** Who acts: the officer of this id, with their rights, or the machine's user. Any other name is nobody's. */
export async function callerNamed({ store }: Pick<Runtime, "store">, by: string): Promise<Caller> {
  if (by === osOperator()) return { by, officer: undefined };
  const officer = (await store.officers()).find(({ id }) => id === by);
  if (!officer) throw new AppError("BAD_REQUEST", `there is no officer ${by}; without a name it is ${osOperator()}`);
  if (!officer.active) throw new AppError("FORBIDDEN", `${by} is off`);
  return { by, officer };
}
