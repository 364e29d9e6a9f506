import { hostname } from "node:os";
import { join } from "node:path";
import { complaints } from "../workers/complaints.ts";
import { inbound } from "../workers/inbound.ts";
import { media } from "../workers/media.ts";
import { outbound } from "../workers/outbound.ts";
import { sweep as startSweeper } from "../workers/sweep.ts";
import { zoneOf } from "./casework/deadline.ts";
import type { Desk } from "./casework/desk/desk.ts";
import { auditKeyFrom } from "./casework/desk/reveal.ts";
import { logStaffGaps } from "./casework/desk/staff-gaps.ts";
import { quietUntil } from "./casework/quiet-hours.ts";
import { serviceOf } from "./channel-service.ts";
import type { Channel, OpenChannel, Route } from "./channels/channel.ts";
import type { Config } from "./config.ts";
import { makeDataFolder } from "./data-folder.ts";
import { defined } from "./defined.ts";
import { listOwnFiles } from "./districts/index.ts";
import { loadWorld } from "./load-world.ts";
import { type NumberPages, openNumberPages } from "./messaging/number-page.ts";
import { openSpool, type Spool } from "./messaging/spool.ts";
import { type Alerts, openAlerts } from "./observability/alerts.ts";
import { openLog } from "./observability/log.ts";
import { type Metrics, openMetrics } from "./observability/metrics.ts";
import { openOutage } from "./observability/outage.ts";
import { openTracing, type Tracing } from "./observability/trace.ts";
import { addAccount, openChannels, TRAITS } from "./open-channels.ts";
import { openQueue } from "./open-queue.ts";
import { ROOT } from "./pack-folders.ts";
import { openVault, type Vault } from "./privacy/vault.ts";
import { closeData, closeToWriters, makePrivateFiles } from "./private-files.ts";
import type { Handlers } from "./queue/jobs.ts";
import { openStages, type Stages } from "./stages.ts";
import { openStore } from "./store/index.ts";
import { contactName } from "./store/record-names.ts";
import { storeName } from "./store/schemes.ts";
import { VERSION } from "./version.ts";
import { AppError } from "./vocabulary/errors.ts";
import type { Contact, Log, Meter, Trace } from "./vocabulary/message.ts";

export { ROOT };

export type Runtime = Desk & {
  config: Config;
  vault: Vault;
  spool: Spool;
  numberPages: NumberPages;
  metrics: Metrics;
  meter: Meter;
  trace: Trace;
  alertRefusal: Alerts["refusedWith"];
  routes: Route[];
  stages: Stages;
  work(names?: readonly WorkName[]): void;
  /** Waits at most `grace` ms for running work, then closes all parts. */
  close(grace?: number): Promise<void>;
};

export const WORK = ["inbound", "outbound", "complaints", "media", "sweep"] as const;
export type WorkName = (typeof WORK)[number];

/** In ms. */
const GRACE = 15_000;

/**
 * - `ownThread`: the store runs in a thread of its own, if it can.
 * - `alone`: opening fails if another process uses the store's file.
 * - `bubblePause`: in ms.
 */
type RuntimeOptions = {
  log?: Log;
  ownThread?: boolean;
  alone?: boolean;
  quietUntil?: Desk["quietUntil"];
  bubblePause?: number;
};

export async function openRuntime(config: Config, options: RuntimeOptions = {}): Promise<Runtime> {
  const alerts = openAlerts(options.log ?? openLog(config.logLevel));
  const { log } = alerts;
  const world = await loadWorld(config);
  const tracing = await openTracing(config.traces, { version: VERSION, instance: `${hostname()}-${process.pid}` });
  const vault = openVault(config.keys);
  prepareFiles(config, log);
  const thread = options.ownThread ? { ownThread: config.keys } : {};
  const alone = options.alone ?? false;
  const { calendar } = world;
  const store = await openStore(config.storeUrl, { vault, calendar, traits: TRAITS, alone, ...thread });
  const spool = await openSpool(join(config.dataDir, "spool"), vault, log);
  const queue = await openQueue(config, { tracing, outage: openOutage("Redis", log) }, (job, error) => {
    log("warn", { job, code: error instanceof AppError ? error.code : "INTERNAL" }, "work put off");
  }).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const metrics = openMetrics({
    on: config.metricsToken !== undefined,
    backlog: () => store.backlog(),
    depth: () => queue.depth(),
    spool,
  });
  const accounts = new Map<string, Channel>();
  const { intents, pageTexts, ...known } = world;
  const desk: Desk = {
    ...known,
    store,
    queue,
    channels: accounts,
    personOf: (nik) => vault.index("nik", nik),
    hashRequest: (given) => vault.index("call", given),
    auditKey: auditKeyFrom(config.keys.index),
    log,
    quietUntil: options.quietUntil ?? ((at, district) => quietUntil(at, zoneOf(district, calendar))),
  };
  const { meter } = metrics;
  const trace = tracing.span;
  const numberPages = openNumberPages(vault, config.publicUrl);
  const chatName = (contact: Contact) => contactName(vault, contact);
  const nextStage = { isInThisProcess: config.redisUrl === undefined };
  const stages = openStages(
    { ...desk, spool },
    {
      numberPages,
      intents,
      chatName,
      networkIndex: (network) => vault.index("network", network),
      live: TRAITS.live,
      auditHeads: config.auditHeads,
      meter,
      trace,
      strangerAfter: config.strangerAfter,
      ...defined({ bubblePause: options.bubblePause, sendRate: config.sendRate, sendRateChat: config.sendRateChat }),
      isInThisProcess: () => nextStage.isInThisProcess,
    },
  );
  const opened = openChannels(
    config,
    serviceOf(config, { ...desk, spool, chatName, pageTexts, receiving: stages.receiving }),
  );
  for (const channel of opened.flatMap((one) => one.accounts)) addAccount(accounts, channel);
  alerts.connect([...accounts.values()]);
  const handlers: Handlers = {
    inbound: inbound(stages.answering),
    outbound: outbound(stages.delivering),
    complaints: complaints(desk),
    media: media(stages.fetching),
  };
  const parts: Parts = { config, desk, spool, tracing, stages, opened, handlers, nextStage, sweeper: undefined };
  return {
    ...desk,
    config,
    vault,
    spool,
    numberPages,
    metrics,
    meter,
    trace,
    alertRefusal: alerts.refusedWith,
    stages,
    routes: opened.flatMap((one) => one.routes),
    work: (names = WORK) => startWork(parts, names),
    close: (grace = GRACE) => closeParts(parts, grace),
  };
}

function prepareFiles(config: Config, log: Log): void {
  makePrivateFiles();
  makeDataFolder(config.dataDir);
  closeData(config.dataDir, config.storeUrl);
  closeToWriters(config.packs.own);
  const own = listOwnFiles(config.packs);
  if (own.length > 0) log("info", { files: own }, "an office's own facts are laid over the packs");
}

type Parts = {
  config: Config;
  desk: Desk;
  spool: Spool;
  tracing: Tracing;
  stages: Stages;
  opened: OpenChannel[];
  handlers: Handlers;
  nextStage: { isInThisProcess: boolean };
  sweeper: ReturnType<typeof startSweeper> | undefined;
};

function startWork(parts: Parts, names: readonly WorkName[]): void {
  const { config, desk, stages, handlers: all, nextStage } = parts;
  const has = new Set<WorkName>(names);
  nextStage.isInThisProcess = has.has("inbound") && has.has("outbound");
  const handlers = Object.fromEntries(Object.entries(all).filter(([name]) => has.has(name as WorkName)));
  desk.queue.work(handlers);
  if (has.has("complaints")) logStaffGaps(desk).catch(() => undefined); // the store may still be unreachable
  parts.sweeper ??= startSweeper(stages.sweeping, {
    wakes: has.has("sweep"),
    outage: openOutage(storeName(config.storeUrl), desk.log),
  });
}

async function closeParts({ sweeper, desk, stages, opened, spool, tracing }: Parts, grace: number): Promise<void> {
  await sweeper?.stop();
  await desk.queue.close(grace);
  await stages.sweeping.activity.flush().catch(() => undefined); // only statistics are lost if the store cannot be reached
  for (const channel of opened) await channel.close();
  await spool.close();
  await desk.store.close();
  await tracing.close();
}
