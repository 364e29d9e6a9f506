import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerChat } from "../../src/messaging/answer.ts";
import { type Fickle, fickleStores } from "../support/fickle-stores.ts";
import { inbound, someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";
import { publishPeople } from "../support/register.ts";

const NIK = "3524015206799901";
const KK = "3524010201199901";
const person = { nik: NIK, name: "SITI AMINAH", valid: true, reasons: [] };

describe.each(fickleStores)("a register over $name", ({ open }) => {
  let opened: Fickle;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());

  async function heard(...texts: string[]): Promise<string[]> {
    const stage = await stages({ store: opened.store });
    const contact = someone();
    const said: string[] = [];
    for (const text of texts) {
      const before = (await opened.store.history(contact, 50)).length;
      const [recorded] = await opened.store.recordInbound([inbound(contact, text)]);
      await answerChat({ ...stage.messaging, bubblePause: 0 }, recorded?.conversation ?? "");
      const lines = (await opened.store.history(contact, 50)).slice(before);
      said.push(
        lines
          .filter(({ from }) => from !== "citizen")
          .map(({ text, choices }) => [text, ...(choices ?? []).map(({ title }) => title)].join("\n"))
          .join("\n"),
      );
    }
    return said;
  }

  it("without a family card asks no citizen for a card, and a typed card number locks no person", async () => {
    await publishPeople(opened.store, [person]);
    expect(await opened.store.hasFamilyCards("lamongan")).toBe(false);
    const typed = Array.from({ length: 4 }, () => KK);
    const [asked = "", ...others] = await heard(`cek ${NIK}`, ...typed, "siti aminah");
    expect(asked).toContain("berakhiran 01");
    expect(asked).toContain("Ketik nama lengkap sesuai KTP");
    expect(asked).not.toMatch(/ketik nomor KK|Tidak ada nomor KK/);
    const [first, registered] = [others[0], others.at(-1)];
    expect(first).toContain("Nomor KK belum bisa dipakai di sini");
    expect(registered).toContain("Terdaftar.");
    expect(registered).toContain("tanyakan ke petugas");
    expect(registered).not.toMatch(/nomor KK/i);
    expect(others.join()).not.toMatch(/paling atas|isi nomor KK/);
  });

  it("with one family card asks every citizen for the card", async () => {
    await publishPeople(opened.store, [person, { ...person, nik: "3524015206799911", kk: KK }]);
    expect(await opened.store.hasFamilyCards("lamongan")).toBe(true);
    const [asked] = await heard(`cek ${NIK}`);
    expect(asked).toContain("ketik nomor KK");
  });

  it("that is not imported yet asks for the card as usual", async () => {
    expect(await opened.store.hasFamilyCards("lamongan")).toBe(true);
    expect((await heard(`cek ${NIK}`))[0]).toContain("ketik nomor KK");
  });

  it("with an aid list names the programmes that only the list has", async () => {
    const generation = await opened.store.newGeneration("aid", "lamongan", "2026-11-01");
    await generation.publish({ programmes: ["BANTUAN LANSIA"] });
    expect(await heard("apa itu bantuan lansia")).toEqual([
      expect.stringContaining("BANTUAN LANSIA ada di daftar bantuan"),
    ]);
  });
});
