import type { Service } from "./channels/channel.ts";
import type { Config } from "./config.ts";
import { openEndedSessions } from "./messaging/ended-sessions.ts";
import { openWatch } from "./messaging/history-watch.ts";
import { type Receiving, receiveEvents } from "./messaging/receive.ts";
import type { Spool } from "./messaging/spool.ts";
import type { Queue } from "./queue/jobs.ts";
import type { District } from "./register/district.ts";
import type { Store } from "./store/ports/store.ts";
import type { Contact, Log } from "./vocabulary/message.ts";

type Served = {
  store: Store;
  queue: Queue;
  districts: ReadonlyMap<string, District>;
  log: Log;
  spool: Spool;
  receiving: Receiving;
  chatName(contact: Contact): string;
  pageTexts: Service["pageTexts"];
};

export function serviceOf({ publicUrl }: Config, served: Served): Service {
  const { store, districts, log, spool, receiving, pageTexts } = served;
  const sessions = openEndedSessions(served);
  return {
    receive: async (events) => {
      await receiveEvents(receiving, spool, events);
    },
    history: (contact) => store.history(contact, 50),
    watch: openWatch(served),
    endSession: sessions.end,
    hasEnded: sessions.hasEnded,
    log,
    publicUrl,
    pageTexts,
    districtName: (id) => districts.get(id)?.name ?? id,
  };
}
