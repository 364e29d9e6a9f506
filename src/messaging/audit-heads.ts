import { appendFile, open, readFile } from "node:fs/promises";
import { z } from "zod";
import type { AuditEntry } from "../privacy/audit.ts";
import type { Audit } from "../store/ports/audit.ts";
import { DEFAULT_ZONE, dateIn } from "../time.ts";
import type { Log } from "../vocabulary/message.ts";

const Head = z.object({ day: z.string(), serial: z.number().int().positive(), mac: z.string() });
export type Head = z.infer<typeof Head>;

/** Appends the head of the audit chain to the file once a day, and logs it. */
export async function noteAuditHead(
  { store, log }: { store: Pick<Audit, "auditHead">; log: Log },
  path: string,
  now: number,
): Promise<void> {
  const day = dateIn(now, DEFAULT_ZONE);
  const last = (await readHeads(path)).at(-1);
  if (last && last.day >= day) return;
  const head = await store.auditHead();
  if (!head) return;
  const { serial, mac } = head;
  await appendFile(path, `${JSON.stringify({ day, serial, mac })}\n`, { mode: 0o600 });
  const file = await open(path, "r");
  await file.sync().finally(() => file.close());
  log("info", { day, serial, head: mac }, "head of the audit chain");
}

export async function readHeads(path: string): Promise<Head[]> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return text.split("\n").flatMap((line) => {
    try {
      return [Head.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
}

export const brokenHead = (
  heads: readonly Head[],
  entries: ReadonlyMap<number, Pick<AuditEntry, "mac">>,
): Head | undefined => heads.find(({ serial, mac }) => entries.get(serial)?.mac !== mac);
