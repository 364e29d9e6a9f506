import { Command } from "commander";
import { CANDIDATES_KEPT, CHANGES_KEPT, DEAD_LETTERS_KEPT, MESSAGES_KEPT, tidyStore } from "../messaging/tidy.ts";
import type { Runtime } from "../runtime.ts";
import { withRuntime } from "./open.ts";
import { printLine } from "./print.ts";
import { timeInWib } from "./times.ts";

const MOST = 10_000;

type Line = { of: string; count: number; oldest?: number };

export function command(): Command {
  const program = new Command().description("what has been kept long enough");
  program
    .command("run")
    .option("--dry-run", "only count, by class, with the oldest of each")
    .option("--json", "one JSON object a line")
    .action(({ dryRun, json }: { dryRun?: true; json?: true }) =>
      withRuntime(async (runtime) => {
        const due = await findDue(runtime);
        if (!dryRun) await tidyStore(runtime.stages.sweeping);
        const done = dryRun ? "would be dropped" : "dropped";
        for (const line of due) printLine(json ? JSON.stringify({ ...line, done }) : describeLine(line, done));
      }),
    );
  return program;
}

async function findDue({ store }: Runtime): Promise<Line[]> {
  const [sessions, tickets, chats] = await Promise.all([
    store.restedSessions(MOST),
    store.ticketsToErase(MOST),
    store.forgottenChats(MOST),
  ]);
  return [
    ...(await store.expiring(MESSAGES_KEPT, DEAD_LETTERS_KEPT, CHANGES_KEPT, CANDIDATES_KEPT)),
    { of: "numbers in resting sessions", count: sessions.length },
    { of: "numbers mentioned in closed tickets", count: tickets.length },
    { of: "chats to be forgotten", count: chats.length },
  ];
}

const describeLine = ({ of, count, oldest }: Line, done: string): string =>
  `${of.padEnd(36)} ${String(count).padStart(8)} ${done}${oldest === undefined ? "" : `, the oldest of ${timeInWib(oldest)}`}`;
