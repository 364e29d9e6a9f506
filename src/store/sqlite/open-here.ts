import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { makeFolder } from "../../make-folder.ts";
import { checkKeys, compareKeys } from "../key-checks.ts";
import type { StoreOptions } from "../options.ts";
import type { Store } from "../ports/store.ts";
import { sqliteAccounts } from "./accounts.ts";
import { type AuditSteps, sqliteAudit } from "./audit.ts";
import { CANDIDATE_SCHEMA, sqliteCandidates } from "./candidates.ts";
import { CHANGE_SCHEMA, sqliteChanges } from "./changes.ts";
import { sqliteChatData } from "./chat-data.ts";
import { forgetEarlierBoot, type WorkLock, workAlone, workLock } from "./clock.ts";
import { sqliteContacts } from "./contacts.ts";
import { sqliteDeadLetters } from "./dead-letters.ts";
import { sqliteFiles } from "./files.ts";
import { HELD_SCHEMA, sqliteHeld } from "./held-numbers.ts";
import { sqliteHistory } from "./history.ts";
import { sqliteInbox } from "./inbox.ts";
import { sqliteKeyRecords } from "./key-records.ts";
import { openAllLeases } from "./leases.ts";
import { sqliteLimits } from "./limits.ts";
import { CLOCK_SCHEMA, LISTED_SCHEMA } from "./listed-tickets.ts";
import { sqliteOutbox } from "./outbox.ts";
import { PART_SCHEMA } from "./parts.ts";
import { sqliteReceipts } from "./receipts.ts";
import {
  COUNTED_SCHEMA,
  DESIL_SCHEMA,
  PAYMENTS_SCHEMA,
  PROGRAMMES_SCHEMA,
  REFUSED_SCHEMA,
  REGISTER_SCHEMA,
  sqliteRegister,
  UNREAD_SCHEMA,
} from "./register.ts";
import {
  CHAT_DATA_SCHEMA,
  ERASE_SCHEMA,
  LISTS_SCHEMA,
  QUESTION_SCHEMA,
  REMIND_SCHEMA,
  REST_SCHEMA,
  SCHEMA,
  STAFF_SCHEMA,
  WINDOW_SCHEMA,
} from "./schema.ts";
import { sealedRegisters } from "./sealed-registers.ts";
import { fileSamples, sqliteSealing } from "./sealing.ts";
import { beginNotes, sqliteSerials } from "./serials.ts";
import { openSharedCommit } from "./shared-commit.ts";
import { sqliteStaff } from "./staff.ts";
import { ENTRY_KEY_SCHEMA, migrateTickets, TERMS_SCHEMA, THREAD_SCHEMA } from "./ticket-record.ts";
import { sqliteTickets } from "./tickets.ts";
import { sqliteTurns } from "./turns.ts";
import { sqliteUpkeep } from "./upkeep.ts";

/** A file's form is the number of steps that were applied to it. */
export const FORMS = [
  SCHEMA + REGISTER_SCHEMA,
  STAFF_SCHEMA,
  REMIND_SCHEMA,
  WINDOW_SCHEMA,
  ERASE_SCHEMA,
  QUESTION_SCHEMA,
  LISTS_SCHEMA,
  CHAT_DATA_SCHEMA,
  HELD_SCHEMA,
  COUNTED_SCHEMA,
  UNREAD_SCHEMA,
  LISTED_SCHEMA,
  THREAD_SCHEMA,
  CHANGE_SCHEMA,
  TERMS_SCHEMA,
  CLOCK_SCHEMA,
  PART_SCHEMA,
  DESIL_SCHEMA,
  REST_SCHEMA,
  CANDIDATE_SCHEMA,
  ENTRY_KEY_SCHEMA,
  REFUSED_SCHEMA,
  PROGRAMMES_SCHEMA,
  PAYMENTS_SCHEMA,
];

const NO_LOCK: WorkLock = { holdsFile: () => false, lastFailure: () => undefined, close() {} };

export type SqliteStore = Store & AuditSteps;

export async function openHere(url: string, options: StoreOptions): Promise<SqliteStore> {
  const { vault } = options;
  const path = url.slice("sqlite:".length);
  const isInMemory = path === ":memory:";
  const directory = isInMemory ? mkdtempSync(join(tmpdir(), "sapa-")) : join(dirname(path), "register");
  const readOnly = options.readOnly === true;
  if (!readOnly) makeFolder(directory);
  const lock = readOnly ? NO_LOCK : workLock(path);
  if (options.alone) await workAlone(lock, path);
  const shared = openSharedCommit(path, FORMS, readOnly);
  const leases = openAllLeases(lock.holdsFile);
  if (!readOnly) await shared.write(forgetEarlierBoot);
  const filesIn = isInMemory ? join(directory, "files") : join(dirname(path), "files");
  const files = sqliteFiles(filesIn, vault);
  const registers = sealedRegisters(shared, directory, vault);
  const keys = sqliteKeyRecords(shared, vault, registers, () => fileSamples(filesIn));
  await (readOnly ? compareKeys(vault, await keys.all()) : checkKeys(vault, keys)).catch(async (error: unknown) => {
    await shared.close();
    lock.close();
    throw error;
  });
  if (!readOnly) await migrateTickets(shared, options);
  const isNew = readOnly || (await beginNotes(shared));
  const { close: closeFiles, ...register } = sqliteRegister(shared, directory, vault);
  const closeRegister = async (): Promise<void> => {
    await closeFiles();
    if (isInMemory) rmSync(directory, { recursive: true, force: true });
  };
  return {
    ...sqliteInbox(shared, options, leases),
    ...sqliteAccounts(shared, leases),
    ...sqliteDeadLetters(shared, vault, leases.turns),
    ...sqliteReceipts(shared, options.traits, leases.sends),
    ...sqliteContacts(shared, vault),
    ...sqliteTurns(shared, options, leases),
    ...sqliteOutbox(shared, options, leases),
    ...sqliteHistory(shared, vault),
    ...sqliteTickets(shared, options, leases),
    ...sqliteSerials(shared, options.alone === true && !isNew),
    ...sqliteChanges(shared),
    ...sqliteStaff(shared, vault),
    ...files,
    ...register,
    ...sqliteChatData(shared, vault),
    ...sqliteLimits(shared),
    ...sqliteHeld(shared, vault),
    ...sqliteCandidates(shared, vault),
    ...sqliteAudit(shared),
    ...sqliteSealing({ shared, vault, registers, files, directory: filesIn, keys }),
    ...sqliteUpkeep({ shared, lock, closeRegister }),
  };
}
