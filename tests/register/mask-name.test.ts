import { expect, it } from "vitest";
import { maskName } from "../../src/register/mask-name.ts";

it.each([
  ["Siti Aminah", "S••• A•••••"],
  [" SITI  AMINAH ", "S••• A•••••"],
  ["A", "A"],
  ["KUSUMANINGRUMWATI", "K•••••••"],
  ["ANI PURWATI (ALM)", "A•• P•••••• (A••)"],
  ["SLAMET (SUDAH MENINGGAL)", "S••••• (S•••• M•••••••)"],
  ["SLAMET [ALM.]", "S••••• [A•••]"],
  ["SLAMET ( ALM )", "S••••• ( A•• )"],
  ["H. SLAMET, S.Pd", "H• S•••••• S•••"],
  ["", ""],
])("%j is shown as %j", (name, masked) => expect(maskName(name)).toBe(masked));
