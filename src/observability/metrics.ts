import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Meter } from "../vocabulary/message.ts";

export type Metrics = { meter: Meter; text(): Promise<string>; contentType: string };

type Sources = {
  on: boolean;
  backlog(): Promise<{ inbound: number; outbound: number; oldest: number; dead: number }>;
  depth(): Promise<Record<string, number>>;
  spool: { readonly holding: boolean };
};

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const nothing: Meter = { webhook() {}, received() {}, turn() {}, send() {} };

export function openMetrics({ on, backlog, depth, spool }: Sources): Metrics {
  const registry = new Registry();
  const { contentType } = registry;
  if (!on) return { meter: nothing, text: async () => "", contentType };
  collectDefaultMetrics({ register: registry });
  registerGauges(registry, { backlog, depth, spool });
  return { meter: registerMeter(registry), text: () => registry.metrics(), contentType };
}

function registerMeter(registry: Registry): Meter {
  const histogram = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Histogram({ name, help, labelNames, buckets: SECONDS, registers: [registry] });
  const webhooks = histogram("sapa_webhook_seconds", "From a request to its answer.", ["path", "status"]);
  const turns = histogram("sapa_turn_seconds", "From an opened message to its committed answer.", ["outcome"]);
  const sends = histogram("sapa_send_seconds", "A call of a platform, by what became of it.", ["channel", "result"]);
  const accepted = new Counter({
    name: "sapa_messages_accepted_total",
    help: "Messages kept for the first time.",
    labelNames: ["channel"],
    registers: [registry],
  });
  const duplicate = new Counter({
    name: "sapa_messages_duplicate_total",
    help: "Messages delivered again.",
    labelNames: ["channel"],
    registers: [registry],
  });
  return {
    webhook: (path, status, ms) => webhooks.observe({ path, status }, ms / 1_000),
    received: (channel, fresh) => (fresh ? accepted : duplicate).inc({ channel }),
    turn: (outcome, ms) => turns.observe({ outcome }, ms / 1_000),
    send: (channel, result, ms) => sends.observe({ channel, result }, ms / 1_000),
  };
}

/** Each read of the metrics asks the store, the queue and the spool. */
function registerGauges(registry: Registry, { backlog, depth, spool }: Omit<Sources, "on">): void {
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [registry] });
  const inbound = gauge("sapa_inbound_pending", "Messages that wait for their answer.");
  const outbound = gauge("sapa_outbox_pending", "Replies that wait to be sent.");
  const oldest = gauge("sapa_outbox_oldest_seconds", "Age of the oldest reply that waits to be sent.");
  const dead = gauge("sapa_dead_letters", "Messages that could not be read or answered.");
  const wakeUps = new Gauge({
    name: "sapa_queue_depth",
    help: "Wake-ups that wait or are being answered.",
    labelNames: ["queue"],
    registers: [registry],
  });
  new Gauge({
    name: "sapa_spool_holding",
    help: "1 while messages wait on disk for the store.",
    registers: [registry],
    async collect() {
      this.set(spool.holding ? 1 : 0);
      for (const [queue, count] of Object.entries(await depth().catch(() => ({}))))
        wakeUps.set({ queue }, Number(count));
      const waiting = await backlog().catch(() => undefined);
      inbound.set(waiting?.inbound ?? Number.NaN);
      outbound.set(waiting?.outbound ?? Number.NaN);
      oldest.set(waiting ? waiting.oldest / 1_000 : Number.NaN);
      dead.set(waiting?.dead ?? Number.NaN);
    },
  });
}
