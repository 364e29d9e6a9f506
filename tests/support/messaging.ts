import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Desk } from "../../src/casework/desk/desk.ts";
import { openDeskPort } from "../../src/casework/desk/port.ts";
import { channelKey } from "../../src/channels/accounts.ts";
import type { Channel, Limits } from "../../src/channels/channel.ts";
import { loadAreaCodes } from "../../src/districts/areas.ts";
import { loadCalendar, loadDistricts } from "../../src/districts/index.ts";
import { openTranslator } from "../../src/i18n.ts";
import { openIntents } from "../../src/intent-model.ts";
import { openCleaner } from "../../src/media/clean-apart.ts";
import { openHolds } from "../../src/messaging/account-holds.ts";
import type { Answering } from "../../src/messaging/answering.ts";
import type { Delivering } from "../../src/messaging/deliver.ts";
import type { FetchingFiles } from "../../src/messaging/fetch-files.ts";
import { openNumberPages } from "../../src/messaging/number-page.ts";
import { openOffChannels } from "../../src/messaging/off-channels.ts";
import { type Receiving, recordEvents } from "../../src/messaging/receive.ts";
import type { Sweeping } from "../../src/messaging/sweep.ts";
import { openTurnOrder } from "../../src/messaging/turn-order.ts";
import { openActivity } from "../../src/observability/activity.ts";
import { openInlineQueue } from "../../src/queue/inline.ts";
import { openSignals } from "../../src/signal-tables.ts";
import type { Store } from "../../src/store/ports/store.ts";
import { contactName } from "../../src/store/record-names.ts";
import { openSqlite } from "../../src/store/sqlite/index.ts";
import type { Meter, OutboundMessage } from "../../src/vocabulary/message.ts";
import { KEYS, TRAITS, testVault } from "./keys.ts";
import type { LogLine } from "./runtime.ts";
import { words } from "./shipped-words.ts";

const root = join(import.meta.dirname, "../../districts");
const intents = openIntents(join(import.meta.dirname, "../../locales"));
const signals = openSignals(join(import.meta.dirname, "../../locales"), intents.rank);
const LIMITS: Limits = {
  text: 4_096,
  textWithChoices: 1_024,
  choices: 10,
  choiceTitle: 24,
  choiceDescription: 72,
  rate: 0,
  chatRate: 0,
  burst: 1,
};

export const METER: Meter = { webhook() {}, received() {}, turn() {}, send() {} };

export type Messaging = Receiving &
  Answering &
  Delivering &
  FetchingFiles &
  Omit<Sweeping, "spool"> &
  Desk & { store: Store };

/** Opens the stages over a store in memory and a channel that the test controls. */
export async function stages(over: Partial<Messaging> & { now?: () => number } = {}) {
  const vault = testVault();
  const calendar = loadCalendar(root);
  const store = over.store ?? (await openSqlite("sqlite::memory:", { vault, calendar, traits: TRAITS }));
  if (!over.store) onTestFinished(() => store.close());
  const lines: LogLine[] = [];
  const sent: OutboundMessage[] = [];
  let outcome: (message: OutboundMessage) => Promise<void> = async () => undefined;
  const channel: Channel = {
    name: "webchat",
    account: "lamongan",
    district: "lamongan",
    limits: LIMITS,
    limitsItself: true,
    async send(message) {
      await outcome(message);
      sent.push(message);
    },
  };
  const { translate, locales } = await openTranslator(join(import.meta.dirname, "../../locales"));
  const log: Messaging["log"] = (level, fields, message) => lines.push({ level, fields, message });
  const elsewhere = { isInThisProcess: () => false, take: () => undefined };
  const parts: Omit<Messaging, "desk" | "record"> = {
    store,
    queue: openInlineQueue(() => {}),
    channels: new Map([[channelKey({ channel: channel.name, account: channel.account }), channel]]),
    districts: new Map(loadDistricts(root, ["lamongan"]).map((one) => [one.id, one])),
    areas: loadAreaCodes(root),
    calendar,
    translate,
    numberPages: openNumberPages(vault, "http://localhost"),
    signals: signals,
    intents,
    words,
    personOf: (nik) => vault.index("nik", nik),
    hashRequest: (given) => vault.index("call", given),
    chatName: (contact) => contactName(vault, contact),
    networkIndex: (network) => vault.index("network", network),
    answering: elsewhere,
    delivering: elsewhere,
    live: TRAITS.live,
    holds: openHolds({ store, log: over.log ?? log, ...(over.now ? { now: over.now } : {}) }),
    offChannels: openOffChannels({ log: over.log ?? log }),
    turnOrder: openTurnOrder(),
    cleanFile: openCleaner(),
    auditKey: KEYS.index,
    locales,
    log,
    meter: METER,
    activity: openActivity(store),
    quietUntil: (at) => at,
    trace: (_name, _attributes, work) => work(),
    ...over,
  };
  const messaging: Messaging = {
    ...parts,
    desk: over.desk ?? openDeskPort(parts),
    record: (events) => recordEvents(messaging, events),
  };
  return {
    messaging,
    lines,
    sent,
    channel,
    sendWith: (next: typeof outcome) => {
      outcome = next;
    },
  };
}
