import type { Desk } from "./casework/desk/desk.ts";
import { openDeskPort } from "./casework/desk/port.ts";
import { openCleaner } from "./media/clean-apart.ts";
import { openHolds } from "./messaging/account-holds.ts";
import { answerOpenTurn } from "./messaging/answer.ts";
import type { Answering } from "./messaging/answering.ts";
import { type Delivering, deliverOpenSend } from "./messaging/deliver.ts";
import type { FetchingFiles } from "./messaging/fetch-files.ts";
import { openOffChannels } from "./messaging/off-channels.ts";
import { type Receiving, recordEvents } from "./messaging/receive.ts";
import type { Spool } from "./messaging/spool.ts";
import type { Sweeping } from "./messaging/sweep.ts";
import { openTurnOrder } from "./messaging/turn-order.ts";
import { openActivity } from "./observability/activity.ts";
import type { Store } from "./store/ports/store.ts";

export type Stages = {
  receiving: Receiving;
  answering: Answering;
  delivering: Delivering;
  fetching: FetchingFiles;
  sweeping: Sweeping;
};

type Shared = Desk & { store: Store; spool: Spool };
type Settings = Pick<
  Answering,
  "networkIndex" | "intents" | "numberPages" | "live" | "trace" | "strangerAfter" | "bubblePause"
> &
  Pick<Delivering, "sendRate" | "sendRateChat" | "chatName"> &
  Pick<Sweeping, "auditHeads"> & {
    meter: Receiving["meter"] & Answering["meter"] & Delivering["meter"];
    /** True if this process both answers and sends. */
    isInThisProcess(): boolean;
  };

export function openStages(desk: Shared, settings: Settings): Stages {
  const { store, queue, spool, log } = desk;
  const { isInThisProcess, ...rest } = settings;
  const holds = openHolds({ store, log });
  const activity = openActivity(store);
  const offChannels = openOffChannels({ log });
  const shared = { ...desk, ...rest, desk: openDeskPort(desk), holds, activity, offChannels };
  const delivering: Delivering = shared;
  const answering: Answering = {
    ...shared,
    turnOrder: openTurnOrder(),
    delivering: { isInThisProcess, take: (send) => queue.run("outbound", () => deliverOpenSend(delivering, send)) },
  };
  const receiving: Receiving = {
    ...shared,
    answering: { isInThisProcess, take: (turn) => queue.run("inbound", () => answerOpenTurn(answering, turn)) },
  };
  const sweeping: Sweeping = { ...shared, spool, record: (events) => recordEvents(receiving, events) };
  return { receiving, answering, delivering, sweeping, fetching: { ...shared, cleanFile: openCleaner() } };
}
