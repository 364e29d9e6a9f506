import { writtenNumber } from "../casework/number.ts";

export const NUMBER = "a ticket's number, in any case and with or without its dashes";

/** The ticket that a command's argument names, in any case and with spaces. */
export const ticketNamed = (given: string): string => writtenNumber(given);
