import type { Vault } from "../privacy/vault.ts";
import { AppError } from "../vocabulary/errors.ts";

/** Without `about`, the sample only shows that its key version is in use. */
export type Sample = { version: number; sealed: Uint8Array; about?: string };

export type KeyRecords = {
  all(): Promise<Record<string, string>>;
  add(name: string, value: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** Returns at least one sample for each key version that sealed a stored value. */
  samples(): Promise<Sample[]>;
  tryIndexKey(): Promise<{ tried: number; found: number }>;
};

const INDEX = "key index";
const SEAL = /^key seal (\d+)$/;
const sealCheck = (version: number): string => `key seal ${version}`;
const SERVED = /^key served (\d+)$/;
const servedKey = (version: number): string => `key served ${version}`;
export const KEY_CHECK = "key ";
const VALUE = "sapa";

const wrong = (version: number) =>
  new AppError(
    "SETTINGS_INVALID",
    `SEAL_KEYS: key ${version} is not the key ${version} that sealed what is stored here; take key ${version} from the paper of the time of this data`,
  );
const missing = (version: number) =>
  new AppError(
    "SETTINGS_INVALID",
    `SEAL_KEYS: key ${version} is missing and values that it sealed are still stored; take it from the paper of that time, put it behind the newest (\`SEAL_KEYS=NEWEST,${version}:...\`) and run \`sapa reseal\``,
  );
const wrongIndex = () =>
  new AppError(
    "SETTINGS_INVALID",
    "INDEX_KEY: this is not the key that the stored data is found by; take it from the paper of the time of this data",
  );

/** Rejects with SETTINGS_INVALID if the stored data needs other keys. */
export async function checkKeys(vault: Vault, records: KeyRecords): Promise<void> {
  const known = await records.all();
  verify(vault, known);
  const stored = Object.keys(known)
    .flatMap((name) => SEAL.exec(name)?.[1] ?? [])
    .map(Number);
  const dropped = stored.filter((version) => !vault.versions.includes(version));
  const fresh = vault.versions.filter((version) => !stored.includes(version));
  if (dropped.length > 0 || stored.length === 0) await openSamples(vault, records);
  if (known[INDEX] === undefined) {
    const { tried, found } = await records.tryIndexKey();
    if (tried > 0 && found === 0) throw wrongIndex();
    await records.add(INDEX, vault.index("check", VALUE));
  }
  for (const version of fresh) {
    const name = sealCheck(version);
    await records.add(name, vault.sealAs(version, VALUE, name).toString("base64"));
  }
  for (const version of dropped) await forgetKey(records, version);
  // Another process with different keys may have written its check values first.
  if (fresh.length > 0 || known[INDEX] === undefined) verify(vault, await records.all());
}

/** Rejects with SETTINGS_INVALID if a key is wrong or missing. */
export async function compareKeys(vault: Vault, known: Readonly<Record<string, string>>): Promise<void> {
  verify(vault, known);
  for (const name of Object.keys(known)) {
    const version = Number(SEAL.exec(name)?.[1] ?? Number.NaN);
    if (!Number.isNaN(version) && !vault.versions.includes(version)) throw missing(version);
  }
}

export const noteServed = (vault: Vault, records: KeyRecords): Promise<void> =>
  records.add(servedKey(vault.version), "started");

/** Returns the key versions that were the newest when a service or worker started. */
export const listServedVersions = (known: Readonly<Record<string, string>>): number[] =>
  Object.keys(known)
    .flatMap((name) => SERVED.exec(name)?.[1] ?? [])
    .map(Number);

/** Rejects with BAD_REQUEST for the newest version. The caller makes sure that no value needs the key. */
export async function retireVersion(vault: Vault, records: KeyRecords, version: number): Promise<void> {
  if (version === vault.version) throw new AppError("BAD_REQUEST", "the newest key seals");
  await forgetKey(records, version);
}

async function forgetKey(records: KeyRecords, version: number): Promise<void> {
  await records.remove(servedKey(version));
  await records.remove(sealCheck(version));
}

function verify(vault: Vault, known: Readonly<Record<string, string>>): void {
  const index = known[INDEX];
  if (index !== undefined && index !== vault.index("check", VALUE)) throw wrongIndex();
  for (const version of vault.versions) {
    const value = known[sealCheck(version)];
    if (value !== undefined && !opens(vault, Buffer.from(value, "base64"), sealCheck(version))) throw wrong(version);
  }
}

async function openSamples(vault: Vault, records: KeyRecords): Promise<void> {
  for (const { version, sealed, about } of await records.samples()) {
    if (!vault.versions.includes(version)) throw missing(version);
    if (about !== undefined && !opens(vault, sealed, about)) throw wrong(version);
  }
}

function opens(vault: Vault, sealed: Uint8Array, about: string): boolean {
  try {
    vault.openBytes(sealed, about);
    return true;
  } catch {
    return false;
  }
}
