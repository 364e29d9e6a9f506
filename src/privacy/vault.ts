import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomFillSync,
} from "node:crypto";
import { AppError } from "../vocabulary/errors.ts";

/** `seal`: keys of 32 bytes by version; the first key seals. */
export type Keys = { seal: ReadonlyMap<number, Buffer>; index: Buffer };

export type Vault = {
  /** Seals the JSON of the value with AES-256-GCM. The value opens only under the same `about`. */
  seal(value: unknown, about: string): Buffer;
  sealBytes(bytes: Uint8Array, about: string): Buffer;
  openBytes(sealed: Uint8Array, about: string): Buffer;
  /** Throws SEAL_BROKEN if the bytes were changed, if `about` is another record, or if the key is missing. */
  open(sealed: Uint8Array, about: string): unknown;
  versionOf(sealed: Uint8Array): number;
  version: number;
  versions: readonly number[];
  /** Only for the check values of keys. */
  sealAs(version: number, value: unknown, about: string): Buffer;
  /** Seals the value again with the current key. Throws SEAL_BROKEN as `open` does. */
  reseal(sealed: Uint8Array, about: string): Buffer;
  /** Returns a blind index: 128 bits of HMAC-SHA-256 as base64url, 22 characters. */
  index(kind: string, value: string): string;
};

const VERSION = 1;
const NONCE = 12;
const TAG = 16;

export function openVault(keys: Keys): Vault {
  const sealing = new Map<number, KeyObject>();
  for (const [version, key] of keys.seal) sealing.set(version, createSecretKey(key));
  const indexing = createSecretKey(keys.index);
  const [current] = sealing.keys();
  const currentKey = current === undefined ? undefined : sealing.get(current);
  if (current === undefined || !currentKey) throw new AppError("SETTINGS_INVALID", "no sealing key");
  const nonce = noncePool();

  function sealValue(value: string | Uint8Array, about: string, version = current as number, key = currentKey): Buffer {
    const iv = nonce();
    const cipher = createCipheriv("aes-256-gcm", key as KeyObject, iv);
    cipher.setAAD(Buffer.from(about));
    const text = typeof value === "string" ? cipher.update(value, "utf8") : cipher.update(value);
    cipher.final();
    const bytes = Buffer.allocUnsafe(VERSION + NONCE + text.length + TAG);
    bytes[0] = version;
    bytes.set(iv, VERSION);
    bytes.set(text, VERSION + NONCE);
    bytes.set(cipher.getAuthTag(), VERSION + NONCE + text.length);
    return bytes;
  }

  function openSealed(given: Uint8Array, about: string): Buffer {
    const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
    const key = sealing.get(bytes[0] ?? 0);
    if (!key || bytes.length < VERSION + NONCE + TAG) throw new AppError("SEAL_BROKEN", `no key ${bytes[0]}`);
    try {
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(VERSION, VERSION + NONCE));
      decipher.setAAD(Buffer.from(about));
      decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
      return Buffer.concat([decipher.update(bytes.subarray(VERSION + NONCE, bytes.length - TAG)), decipher.final()]);
    } catch (cause) {
      throw new AppError("SEAL_BROKEN", `cannot open ${about.split(" ")[0]}`, { cause });
    }
  }

  return {
    version: current,
    versions: [...sealing.keys()],
    sealAs(version, value, about) {
      const key = sealing.get(version);
      if (!key) throw new AppError("SEAL_BROKEN", `no key ${version}`);
      return sealValue(JSON.stringify(value), about, version, key);
    },
    reseal: (bytes, about) => sealValue(openSealed(bytes, about), about),
    seal: (value, about) => sealValue(JSON.stringify(value), about),
    open(bytes, about) {
      const text = openSealed(bytes, about).toString("utf8");
      try {
        return JSON.parse(text);
      } catch (cause) {
        throw new AppError("SEAL_BROKEN", `cannot read ${about.split(" ")[0]}`, { cause });
      }
    },
    sealBytes: (bytes, about) => sealValue(bytes, about),
    openBytes: openSealed,
    versionOf: (sealed) => sealed[0] ?? 0,
    index: (kind, value) =>
      createHmac("sha256", indexing).update(`${kind}\0${value}`).digest().toString("base64url", 0, 16),
  };
}

function noncePool(): () => Buffer {
  const pool = Buffer.alloc(NONCE * 512);
  let used = pool.length;
  return () => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    used += NONCE;
    return pool.subarray(used - NONCE, used);
  };
}
