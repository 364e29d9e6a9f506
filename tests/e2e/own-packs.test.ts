import { chmodSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { startWithTelegram } from "../support/runtime.ts";
import { ownPacks } from "../support/scratch-packs.ts";

const OFFICE = "id,address,phone,hours_id\ndinsos,Jalan Contoh Nomor 1,(0322) 000001,Senin–Kamis 07.30–15.30\n";
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

async function toldOffice(settings: Record<string, string>): Promise<string> {
  const { telegram, close } = await startWithTelegram(settings, { sample: false, clock: 0.01 });
  try {
    await telegram.say(7_001, "di mana alamat kantor dinas sosial?");
    const [answer] = await telegram.waitFor(7_001, 1);
    return answer?.text ?? "";
  } finally {
    await close();
  }
}

it("tells in the chat the address, telephone and hours that the office has written itself", {
  timeout: 60_000,
}, async () => {
  expect(await toldOffice({})).toMatch(/Kusuma Bangsa/);
  const { own } = ownPacks({ "lamongan/offices.csv": OFFICE });
  chmodSync(join(own, "lamongan/offices.csv"), 0o666);
  const said = await toldOffice({ DISTRICTS_DIR: own });
  for (const part of ["Jalan Contoh Nomor 1", "(0322) 000001", "07.30"]) expect(said).toContain(part);
  expect(said).not.toMatch(/Kusuma Bangsa/);
  expect(modeOf(join(own, "lamongan/offices.csv")), "nobody else may write it").toBe("644");
});

it("finds the office's own folder in the data folder, and keeps it to its owner", { timeout: 60_000 }, async () => {
  const { own: data } = ownPacks();
  mkdirSync(join(data, "districts/lamongan"), { recursive: true });
  writeFileSync(join(data, "districts/lamongan/offices.csv"), OFFICE);
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  expect(await toldOffice({ DATA_DIR: data })).toContain("Jalan Contoh Nomor 1");
  expect(modeOf(join(data, "districts/lamongan/offices.csv"))).toBe("600");
});
