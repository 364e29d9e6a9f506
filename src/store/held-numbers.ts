import { z } from "zod";
import type { Vault } from "../privacy/vault.ts";
import type { HeldNumbers } from "./ports/held-numbers.ts";

const Value = z.object({
  code: z.string(),
  numbers: z.object({ nik: z.string().optional(), kk: z.string().optional() }),
});

const about = (page: string): string => `held ${page}`;

export const codeIndex = (vault: Vault, code: string): string => vault.index("page code", code);

export const sealHeld = (vault: Vault, { page, code, numbers }: HeldNumbers): Buffer =>
  vault.seal({ code, numbers: { ...numbers } }, about(page));

export const openSealed = (vault: Vault, page: string, sealed: Uint8Array) =>
  Value.parse(vault.open(sealed, about(page)));

export const isSame = (a: HeldNumbers["numbers"], b: HeldNumbers["numbers"]): boolean =>
  a.nik === b.nik && a.kk === b.kk;
