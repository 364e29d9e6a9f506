const NAMED = 3;

/** Returns the first numbers of these tickets as a text, with dots if there are more. */
export const nameTickets = (tickets: readonly { number: string }[], hasMore = false): string => {
  const numbers = tickets.slice(0, NAMED).map(({ number }) => number);
  return `${numbers.join(", ")}${tickets.length > NAMED || hasMore ? ", ..." : ""}`;
};
