import { isOnlyForMarked } from "../../casework/category.ts";
import { type Caller, mayRead } from "../../casework/desk/caller.ts";
import { readThread } from "../../casework/desk/thread-page.ts";
import { endingOf } from "../../casework/mentioned-numbers.ts";
import { isOverdue, type Ticket, type WithoutThread } from "../../casework/ticket.ts";
import type { Runtime } from "../../runtime.ts";
import type { Text } from "../../vocabulary/message.ts";
import { printLine as print } from "../print.ts";
import { rowOf } from "./ticket-lines.ts";

/** Leaves out full NIK and KK numbers, which only `--reveal` shows. */
export const withoutPerson = <T extends WithoutThread>({ person, mentioned, past: _, ...ticket }: T) => ({
  ...ticket,
  mentioned: mentioned.map((one) => ({ entry: one.entry, label: one.label, ending: endingOf(one) })),
  person: { hasNik: person.nik !== undefined, hasKk: person.kk !== undefined, name: person.name ?? null },
});

/** The fields for an operator who may not read the ticket. */
const headOf = (ticket: WithoutThread) => {
  const { number, version, district, kind, category, sensitive, state, area, officer, beside, openedBy } = ticket;
  const { openedAt, firstAnswerBy, resolveBy, closedAt } = ticket;
  const head = { number, version, district, kind, category, sensitive, state, area, officer, beside, openedBy };
  return { ...head, openedAt, firstAnswerBy, resolveBy, closedAt };
};

export function printRow(
  runtime: Pick<Runtime, "districts">,
  caller: Pick<Caller, "officer">,
  ticket: WithoutThread,
  json?: true,
): void {
  const isRead = mayRead(runtime, caller, ticket);
  const now = Date.now();
  const { number } = ticket;
  if (isOnlyForMarked(ticket.category) && !isRead)
    print(json ? JSON.stringify({ number }) : `${number}  marked officers only`);
  else if (!json) print(rowOf(ticket, now));
  else print(JSON.stringify({ ...(isRead ? withoutPerson(ticket) : headOf(ticket)), overdue: isOverdue(ticket, now) }));
}

export async function printChanged(
  runtime: Pick<Runtime, "districts" | "store">,
  caller: Pick<Caller, "officer">,
  ticket: Ticket,
  json?: true,
): Promise<void> {
  const showsThread = json && mayRead(runtime, caller, ticket);
  printRow(runtime, caller, showsThread ? await readThread(runtime, ticket) : ticket, json);
}

export function warnIfNowConfidential(
  before: Pick<Ticket, "sensitive"> | undefined,
  { number, sensitive }: Ticket,
): void {
  if (sensitive && before?.sensitive === false)
    process.stderr.write(`${number} is confidential now: these words accuse somebody or tell of fear\n`);
}

export const printNotice = ({ translate }: Pick<Runtime, "translate">, number: string, said: Text): void => {
  process.stderr.write(`${number}: ${translate("en", said)}\n`);
};
