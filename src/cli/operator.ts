import { userInfo } from "node:os";

/** Who works at this machine, as acts are signed that name no officer: `operator:USER` of the operating system. */
export function osOperator(): string {
  try {
    return `operator:${userInfo().username}`;
  } catch {
    return `operator:uid-${process.getuid?.() ?? "unknown"}`; // a container may run as a number without a name
  }
}
