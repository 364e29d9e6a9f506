import type { Command } from "commander";
import { vi } from "vitest";
import { AppError } from "../../src/vocabulary/errors.ts";

/** Returns what the command printed, or the code and the words of its refusal. */
export async function runCommand(program: Command, args: readonly string[]): Promise<string> {
  let printed = "";
  const spies = [process.stdout, process.stderr].map((one) =>
    vi.spyOn(one, "write").mockImplementation((text: unknown) => {
      printed += String(text);
      return true;
    }),
  );
  try {
    await program.exitOverride().parseAsync([...args], { from: "user" });
    return printed;
  } catch (thrown) {
    if (thrown instanceof AppError) return `${thrown.code} ${thrown.message}`;
    throw thrown;
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
