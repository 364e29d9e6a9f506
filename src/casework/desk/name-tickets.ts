const NAMED = 3;

export const nameTickets = (tickets: readonly { number: string }[], hasMore = false): string => {
  const numbers = tickets.slice(0, NAMED).map(({ number }) => number);
  return `${numbers.join(", ")}${tickets.length > NAMED || hasMore ? ", ..." : ""}`;
};
