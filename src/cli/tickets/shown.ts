import { type Caller, isOnlyMarked, mayRead } from "../../casework/desk/caller.ts";
import { endingOf } from "../../casework/mentioned.ts";
import { isOverdue, type Ticket, type WithoutThread } from "../../casework/ticket.ts";
import type { Runtime } from "../../runtime.ts";
import type { Text } from "../../vocabulary/message.ts";
import { printLine as print } from "../print.ts";
import { rowOf } from "./lines.ts";

/** Numbers of people leave only by `--reveal`. */
export const withoutPerson = <T extends WithoutThread>({ person, mentioned, ...ticket }: T) => ({
  ...ticket,
  mentioned: mentioned.map((one) => ({ entry: one.entry, label: one.label, ending: endingOf(one) })),
  person: { hasNik: person.nik !== undefined, hasKk: person.kk !== undefined, name: person.name ?? null },
});

/** What an operator who may not read a ticket is told of it. */
const headOf = (ticket: WithoutThread) => {
  const { number, version, district, kind, category, sensitive, state, area, officer, beside, openedBy } = ticket;
  const { openedAt, firstAnswerBy, resolveBy, closedAt } = ticket;
  const head = { number, version, district, kind, category, sensitive, state, area, officer, beside, openedBy };
  return { ...head, openedAt, firstAnswerBy, resolveBy, closedAt };
};

/** A ticket in one line or as JSON, as far as its reader may see it. */
export function printRow(
  runtime: Pick<Runtime, "districts">,
  caller: Pick<Caller, "officer">,
  ticket: WithoutThread,
  json?: true,
): void {
  const isRead = mayRead(runtime, caller, ticket);
  const now = Date.now();
  const { number } = ticket;
  if (isOnlyMarked(ticket) && !isRead) print(json ? JSON.stringify({ number }) : `${number}  marked officers only`);
  else if (!json) print(rowOf(ticket, now));
  else print(JSON.stringify({ ...(isRead ? withoutPerson(ticket) : headOf(ticket)), overdue: isOverdue(ticket, now) }));
}

/** Says on standard error what an act's own words have done to who reads its ticket. */
export function tellRaised(before: Ticket | undefined, { number, sensitive }: Ticket): void {
  if (sensitive && before?.sensitive === false)
    process.stderr.write(`${number} is confidential now: these words accuse somebody or tell of fear\n`);
}

/** Says on standard error, beside a command's output, what the API says in its `notice`. */
export const printNotice = ({ translate }: Pick<Runtime, "translate">, number: string, said: Text): void => {
  process.stderr.write(`${number}: ${translate("en", said)}\n`);
};
