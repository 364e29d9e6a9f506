import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { calendarOf, officeOpensAt, zoneOf } from "../../src/casework/deadline.ts";
import { textsOf } from "../../src/casework/desk/chat-copy-words.ts";
import { alarmValues } from "../../src/casework/desk/urgent-alarm.ts";
import { quietUntil } from "../../src/casework/quiet-hours.ts";
import { nextReminder } from "../../src/casework/reminder.ts";
import { newTicket, type TicketDraft } from "../../src/casework/ticket.ts";
import { checkDistrict, loadCalendar, loadDistricts } from "../../src/districts/index.ts";
import { whereAnswered } from "../../src/http/answer-place.ts";
import { openTranslator } from "../../src/i18n.ts";
import { dateIn, zoneName } from "../../src/time.ts";
import { ownPacks } from "../support/scratch-packs.ts";

const sourced = { source: "contoh", checked_on: "2026-11-28", owner: "Dinas Sosial Contoh" };
const MAKASSAR = {
  ...{ id: "makassar", code: "7371", name: "Kota Makassar", prefix: "MKS", notice: "1", timezone: "Asia/Makassar" },
  agency: { name: "Dinas Sosial", official: ["kantor"], ...sourced },
};
const VILLAGES = {
  "makassar/offices.csv":
    "id,kind,name,area,address,phone,source,checked_on,owner\ndinsos,dinsos,Dinas Sosial,7371,Jalan Contoh 1,,contoh,2026-11-28,Dinas Sosial\n",
  "areas/desa_kelurahan.csv": "kode10,nama,jenis\n7371011001,Contoh,kelurahan\n",
};
function scene() {
  const packs = ownPacks({ ...VILLAGES, "makassar/district.json": MAKASSAR });
  const districts = loadDistricts(packs, ["makassar", "lamongan"]);
  return { districts, calendar: loadCalendar(packs, districts) };
}
const zone = "Asia/Makassar";
const at = (text: string, offset = "+08:00") => Date.parse(`${text}${offset}`);
const draft = (district: string): TicketDraft => ({
  number: "MKS-26-000001-0",
  district,
  category: "not-paid",
  openedAt: at("2026-11-24T00:30"),
  text: "belum cair",
  person: {},
  conversation: "c",
  locale: "id",
});

describe("a district in another time zone", () => {
  it("has the zone of its pack, or else Jakarta's", () => {
    const { districts } = scene();
    expect(districts.map(({ timezone }) => timezone)).toEqual(["Asia/Makassar", "Asia/Jakarta"]);
    const [without] = loadDistricts(
      ownPacks({ ...VILLAGES, "makassar/district.json": { ...MAKASSAR, timezone: undefined } }),
      ["makassar"],
    );
    expect(without?.timezone).toBe("Asia/Jakarta");
    const wrong = ownPacks({ ...VILLAGES, "makassar/district.json": { ...MAKASSAR, timezone: "Asia/Ujungpandang" } });
    expect(checkDistrict(wrong, "makassar").problems.join("\n")).toMatch(/timezone/);
  });

  it("counts its days from its own midnight, and to its own closing time", () => {
    const { calendar } = scene();
    // It is half past midnight on Tuesday there, and still Monday in Jakarta.
    const there = newTicket(draft("makassar"), calendar);
    const here = newTicket(draft("lamongan"), calendar);
    expect(new Date(there.firstAnswerBy + 8 * 3_600_000).toISOString()).toMatch(/T16:00:00/);
    expect(new Date(here.firstAnswerBy + 7 * 3_600_000).toISOString()).toMatch(/T16:00:00/);
    expect(there.firstAnswerBy - here.firstAnswerBy).toBe(23 * 3_600_000);
    const closing = (ms: number | undefined) => new Date((ms ?? 0) + 8 * 3_600_000).toISOString().slice(11, 16);
    expect(closing(nextReminder(there, calendar)?.at)).toBe("16:00");
  });

  it("opens and sleeps by its own clock", () => {
    const { calendar } = scene();
    expect(officeOpensAt(at("2026-11-24T07:59"), calendarOf("makassar", calendar))).toBe(at("2026-11-24T08:00"));
    expect(quietUntil(at("2026-11-24T21:00"), zone)).toBe(at("2026-11-25T06:00"));
    expect(quietUntil(at("2026-11-24T20:59"), zone)).toBe(at("2026-11-24T20:59"));
    expect(quietUntil(at("2026-11-24T21:00"), "Asia/Jakarta")).toBe(at("2026-11-24T21:00")); // eight in the evening in Jakarta
  });

  it("shows its own date", async () => {
    const { translate } = await openTranslator(join(import.meta.dirname, "../../locales"));
    const midnight = at("2026-11-24T00:30");
    const shown = (text: { time: number; zone: "Asia/Makassar" | "Asia/Jakarta" }) =>
      translate("id", { key: "track.answer", values: { at: text, text: "" } });
    expect([dateIn(midnight, zone), dateIn(midnight, "Asia/Jakarta")]).toEqual(["2026-11-24", "2026-11-23"]);
    expect(shown({ time: midnight, zone: "Asia/Makassar" })).toContain("24 November 2026");
    expect(shown({ time: midnight, zone: "Asia/Jakarta" })).toContain("23 November 2026");
    expect([zoneName(zone), zoneName("Asia/Jakarta"), zoneName("Asia/Jayapura")]).toEqual(["WITA", "WIB", "WIT"]);
  });

  it("shows its own time in the copy of a chat, in an alarm and on the number page", async () => {
    const { districts, calendar } = scene();
    const { translate } = await openTranslator(join(import.meta.dirname, "../../locales"));
    const midnight = at("2026-11-24T00:30");
    const ticket = newTicket(draft("makassar"), calendar);
    const copy = textsOf(
      {
        contact: undefined,
        said: [],
        answered: [{ id: "a", at: midnight, text: "halo" }],
        missed: [],
        tickets: [ticket],
      },
      zoneOf("makassar", calendar),
    );
    const alarm = alarmValues({ districts: new Map(districts.map((one) => [one.id, one])), calendar }, ticket).due;
    const asked = whereAnswered(
      undefined,
      { channel: "telegram", account: "a", address: "x" },
      { time: midnight, zone },
    );
    expect(alarm).toEqual({ moment: ticket.firstAnswerBy, zone });
    const shown = [...copy, asked].map((text) => translate("id", text));
    expect(shown.join("\n")).not.toContain("23 November");
    expect(shown.filter((text) => text.includes("24 November"))).toHaveLength(3);
  });
});
