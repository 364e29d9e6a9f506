import { describe, expect, it } from "vitest";
import { checkDistrict, listDistrictIds } from "../../src/districts/index.ts";
import { DISTRICTS } from "../support/areas.ts";
import { ownPacks } from "../support/scratch-packs.ts";

const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const office = "id,kind,name,area,address,phone,source,checked_on,owner\n";

describe("an unsigned text is too old after 90 days", () => {
  const rows = `${office}baru,mpp,MPP,3524,Jalan Contoh 1,,contoh,2026-11-28,Dinsos\n`;
  const stale = (
    date: string,
    root: Parameters<typeof checkDistrict>[0] = ownPacks({ "lamongan/offices.csv": rows }),
  ) => checkDistrict(root, "lamongan", at(date)).stale.filter(({ text }) => text === "office/baru");

  it.each([
    ["2027-02-26", []],
    ["2027-02-27", [expect.objectContaining({ why: "looked at on 2026-11-28, 91 days ago, and signed by nobody" })]],
  ])("on %s", (date, found) => expect(stale(date)).toEqual(found));
});

describe("an office that shows its name alone", () => {
  const unplaced = (row: string) =>
    checkDistrict(ownPacks({ "lamongan/offices.csv": office + row }), "lamongan").unplaced.map(({ text }) => text);
  const rest = "contoh,2026-11-28,Dinsos\n";

  it.each<[string, string, string[]]>([
    ["of the office's own", `baru,puskesos,Puskesos,3524012001,,(0322) 1,${rest}`, ["office/baru"]],
    ["that has none, and says so", `baru,puskesos,Puskesos,3524012001,-,(0322) 1,${rest}`, []],
    ["that has one", `baru,puskesos,Puskesos,3524012001,Balai Desa,,${rest}`, []],
    ["that ships so", `kec-352401,,,,,(0322) 1,${rest}`, []],
  ])("%s", (_, row, found) => expect(unplaced(row)).toEqual(found));
});

it.each(listDistrictIds(DISTRICTS))(
  "%s ships with no text that is too old and no office that fails for an address",
  (id) => {
    const { problems, stale, unplaced, unknown } = checkDistrict(DISTRICTS, id, at("2026-11-29"));
    expect({ problems, stale, unplaced }).toEqual({ problems: [], stale: [], unplaced: [] });
    expect(unknown.some(({ why }) => why.startsWith("address"))).toBe(true);
  },
);
