import { Command } from "commander";
import { many } from "../many.ts";
import type { Runtime } from "../runtime.ts";
import { AppError } from "../vocabulary/errors.ts";
import { withRuntime } from "./open.ts";
import { printLine } from "./print.ts";
import { timeInWib } from "./times.ts";

export function command(): Command {
  const program = new Command().description("messages that could not be answered");
  program
    .command("list")
    .option("--limit <number>", "at most so many", "100")
    .option("--json", "one JSON object a line")
    .action(({ limit, json }: { limit: string; json?: true }) =>
      withRuntime(async ({ store }) => {
        const letters = await store.deadLetters(Number(limit));
        for (const letter of letters) {
          const { key, channel, reason, at, attempts } = letter;
          const line = `${key}  ${timeInWib(at)}  ${channel}  ${many(attempts, "attempt")}  ${reason}`;
          printLine(json ? JSON.stringify(letter) : line);
        }
        if (!json) process.stdout.write(`${many(letters.length, "dead letter")}\n`);
      }),
    );
  program
    .command("retry")
    .argument("<key>", "from the list, or all")
    .action((key: string) =>
      withRuntime(async ({ store, queue }) => {
        const known = await allKeys(store);
        if (key !== "all" && !known.includes(key)) throw new AppError("NOT_FOUND", `there is no dead letter ${key}`);
        const keys = key === "all" ? known : [key];
        let retried = 0;
        for (const one of keys) {
          const conversation = await store.retryDeadLetter(one);
          if (!conversation) continue;
          await queue.wake("inbound", { conversation });
          retried += 1;
        }
        if (retried === 0) throw new AppError("NOT_FOUND", "nothing that can be read again");
        process.stdout.write(`${retried} put back\n`);
      }),
    );
  program
    .command("drop")
    .description("erase what nobody needs to read again")
    .argument("<key>", "from the list, or all")
    .action((key: string) =>
      withRuntime(async ({ store }) => {
        const keys = key === "all" ? await allKeys(store) : [key];
        let dropped = 0;
        for (const one of keys) if (await store.dropDeadLetter(one)) dropped += 1;
        if (dropped === 0)
          throw new AppError("NOT_FOUND", key === "all" ? "there is none" : `there is no dead letter ${key}`);
        process.stdout.write(`${many(dropped, "dead letter")} erased\n`);
      }),
    );
  return program;
}

const MOST = 10_000;
const allKeys = async (store: Pick<Runtime["store"], "deadLetters">): Promise<string[]> =>
  (await store.deadLetters(MOST)).map(({ key }) => key);
