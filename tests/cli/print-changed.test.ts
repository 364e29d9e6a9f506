import { expect, it, onTestFinished, vi } from "vitest";
import { newTicket, type Ticket } from "../../src/casework/ticket.ts";
import { printChanged } from "../../src/cli/tickets/print-ticket.ts";
import type { Runtime } from "../../src/runtime.ts";

const calendar = { holidays: new Set<string>(), zone: "Asia/Jakarta" as const };
const ticketOf = (category: Ticket["category"]): Ticket => ({
  ...newTicket(
    { number: "LMG-26-000123-7", district: "lamongan", category, text: "x", person: {}, locale: "id", openedAt: 1 },
    calendar,
  ),
  unread: 3,
});

it.each([
  ["quality", ["thread"]],
  ["officer-conduct", []],
  ["violence", []],
] as const)("printChanged on a ticket of category %s opens %j", async (category, expected) => {
  const opened: string[] = [];
  const thread = async () => {
    opened.push("thread");
    return { entries: [] };
  };
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  onTestFinished(() => written.mockRestore());
  const runtime = { districts: new Map(), store: { thread } } as unknown as Runtime;
  await printChanged(runtime, {}, ticketOf(category), true);
  expect(opened).toEqual(expected);
});
