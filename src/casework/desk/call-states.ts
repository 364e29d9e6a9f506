import type { OutboundState } from "../../vocabulary/lists.ts";
import type { Notice } from "../notice.ts";
import type { Desk } from "./desk.ts";

/** If the service has not sent a call within this time (ms), the call counts as missed. */
export const PATIENCE = 15_000;

const SENT: ReadonlySet<OutboundState> = new Set(["sent", "delivered", "read"] as const);

/** Whether a message has reached the officer's platform. */
export const isSent = (states: readonly OutboundState[]): boolean => states.some((state) => SENT.has(state));

/** Returns the states of a call's messages. */
export const findStates = async (
  { store }: Pick<Desk, "store">,
  { calls = [] }: Pick<Notice, "calls">,
): Promise<OutboundState[]> => Object.values(await store.outboundStates(calls)).map(({ state }) => state);
