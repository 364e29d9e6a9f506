import { createInterface } from "node:readline";

/** Yields the argument, or for `-` each line of standard input that is not empty. */
export async function* readArgumentOrLines(argument: string): AsyncGenerator<string> {
  if (argument !== "-") {
    yield argument;
    return;
  }
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== "") yield line;
  }
}

const BLOCK = 64 * 1_024;

export function lineWriter(): { write(line: string): Promise<void>; end(): Promise<void> } {
  let block = "";
  const flush = async () => {
    if (block === "") return;
    const text = block;
    block = "";
    if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once("drain", resolve));
  };
  return {
    async write(line) {
      block += `${line}\n`;
      if (block.length >= BLOCK) await flush();
    },
    end: flush,
  };
}
