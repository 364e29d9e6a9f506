import { describe, expect, it } from "vitest";
import { loadDistricts } from "../../src/districts/index.ts";
import { ownPacks } from "../support/scratch-packs.ts";
import { chat, locales } from "./dialogue.ts";
import { service } from "./people.ts";

const SHIPPED = "Kusuma Bangsa";
const BRANCH = "upt,dinsos,UPT Dinsos,352401,Jalan Cabang 9,(0322) 9,contoh,2026-11-28,Dinsos";

function districtWith(rows: string) {
  const files = { "lamongan/offices.csv": `id,kind,name,area,address,phone,source,checked_on,owner\n${rows}\n` };
  const [district] = loadDistricts(ownPacks(files), ["lamongan"]);
  if (!district) throw new Error("Lamongan ships");
  return { district };
}

const moved = () => districtWith(`dinsos,,,,Jalan Contoh Nomor 1,(0322) 000001,,,\n${BRANCH}`);
const closed = () => districtWith("dinsos,,,,-,-,,,");

describe.each(locales)('the answer to "is this official?", in %s', (locale) => {
  const ask = (facts: ReturnType<typeof districtWith>, question: string) => {
    const talk = chat(service(), locale, false, facts);
    talk.say("halo");
    return talk.say(question).text;
  };

  it.each(["apakah ini resmi?", "apakah nomor ini resmi", "is this official?"])(
    "names the office's own address and telephone: %s",
    (question) => {
      const said = ask(moved(), question);
      expect(said).toContain("lamongankab.go.id/beranda/dinsos; ");
      expect(said).toContain("Jalan Contoh Nomor 1");
      expect(said).toContain("(0322) 000001");
      expect(said).not.toContain(SHIPPED);
      expect(said, "a branch is not the office").not.toContain("Jalan Cabang");
      expect(said.length).toBeLessThanOrEqual(350);
    },
  );

  it("names no address and telephone that the office has emptied", () => {
    expect(ask(closed(), "apakah ini resmi?")).toMatch(/lamongankab\.go\.id\/beranda\/dinsos\. /);
  });
});
