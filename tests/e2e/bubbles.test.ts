import { describe, expect, it } from "vitest";
import { startWithTelegram } from "../support/runtime.ts";
import { serviceShapes } from "../support/service-shapes.ts";
import { ticketsIn } from "../support/tickets.ts";

describe.each(serviceShapes)("several bubbles over $name", ({ open }) => {
  it("get one answer, and a command after them gets its answer at once", { timeout: 60_000 }, async () => {
    const { settings, drop } = await open();
    const { telegram, service, close } = await startWithTelegram(settings, { bubblePause: 2_000 });
    const [asking, complaining, changing, slow] = [71_001, 71_002, 71_003, 71_004];
    const say = async (chat: number, ...words: string[]) => {
      for (const text of words) await telegram.say(chat, text);
    };
    try {
      for (const chat of [asking, complaining, changing, slow]) await say(chat, "halo");
      for (const chat of [asking, complaining, changing, slow]) await telegram.waitFor(chat, 1);

      await say(asking, "pak", "mau nanya dong", "apakah saya dapat bansos");
      expect((await telegram.waitFor(asking, 2))[1]?.text).toContain("Ketik NIK");
      await say(asking, "3524 0152", "0679 9901");
      expect((await telegram.waitFor(asking, 3))[2]?.text).toContain("berakhiran 01");

      await say(complaining, "petugas");
      await telegram.waitFor(complaining, 2);
      await say(complaining, "saya mau lapor pak", "beras saya bau", "sudah tiga bulan");
      expect((await telegram.waitFor(complaining, 3))[2]?.text).toContain("Nomor laporan");
      const [ticket] = await ticketsIn(service.runtime.store);
      expect(ticket?.text).toBe("saya mau lapor pak\nberas saya bau\nsudah tiga bulan");

      await say(changing, "petugas");
      await telegram.waitFor(changing, 2);
      await say(changing, "beras bulan ini belum datang", "menu");
      expect((await telegram.waitFor(changing, 3))[2]?.text).toContain("Nomor laporan");
      await telegram.waitFor(changing, 4);
      expect(telegram.sent(changing).at(-1)?.text).toContain("Apa yang ingin");

      await say(slow, "xyzzy");
      expect((await telegram.waitFor(slow, 2))[1]?.text).toBeTruthy();
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect([asking, complaining, slow].map((chat) => telegram.sent(chat).length)).toEqual([3, 3, 2]);
    } finally {
      await close();
      await drop();
    }
  });
});
