import { randomUUID } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ChannelEvent } from "../channels/channel.ts";
import type { Vault } from "../privacy/vault.ts";
import type { Log } from "../vocabulary/message.ts";
import { batches, framed, records } from "./spool-records.ts";

export const ABOUT = "spool";

/** If `Take` rejects, the batch stays in the spool. */
export type Take = (events: ChannelEvent[]) => Promise<unknown>;

type Reading = { directory: string; vault: Vault; log: Log };

/** Puts a record that no key opens into an `.unreadable` file for operators. */
export async function replayFile({ directory, vault, log }: Reading, name: string, take: Take): Promise<void> {
  const bytes = await unlessGone(readFile(name));
  if (!bytes) return;
  const aside: Buffer[] = [];
  const read = records(bytes).map((sealed) => openOrSetAside(vault, sealed, aside));
  for (const batch of batches(read)) await take(batch);
  if (aside.length > 0) {
    log("error", { records: aside.length }, "spool records that no key opens, put aside");
    await writeFile(join(directory, `${randomUUID()}.unreadable`), Buffer.concat(aside.map(framed)), { mode: 0o600 });
  }
  await rm(name, { force: true });
}

function openOrSetAside(vault: Vault, sealed: Buffer, aside: Buffer[]): ChannelEvent[] {
  try {
    return vault.open(sealed, ABOUT) as ChannelEvent[];
  } catch {
    aside.push(sealed);
    return [];
  }
}

const unlessGone = <T>(work: Promise<T>): Promise<T | undefined> =>
  work.catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
