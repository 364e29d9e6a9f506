import type { OutboundState } from "../../vocabulary/lists.ts";
import type { Notice } from "../notice.ts";
import type { Desk } from "./desk.ts";

/** A call that is not sent within this time (ms) counts as missed. */
export const PATIENCE = 15_000;

const SENT: ReadonlySet<OutboundState> = new Set(["sent", "delivered", "read"] as const);

export const isSent = (states: readonly OutboundState[]): boolean => states.some((state) => SENT.has(state));

export const findStates = async (
  { store }: Pick<Desk, "store">,
  { calls = [] }: Pick<Notice, "calls">,
): Promise<OutboundState[]> => Object.values(await store.outboundStates(calls)).map(({ state }) => state);
