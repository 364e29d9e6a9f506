import { describe, expect, it } from "vitest";
import { roleIn } from "../../src/conversation/flows/urgent/writer-role.ts";
import { factsAt, NOW } from "./dialogue.ts";

type Role = ReturnType<typeof roleIn>;
const facts = factsAt(NOW);

const FIRST: readonly [said: string, role: Role][] = [
  ["saya murid, dipukul guru ngaji", "victim"],
  ["saya santri, dicabuli ustadz", "victim"],
  ["kulo niki santri dipun cabuli ustadz", "victim"],
  ["aku mbak, dipukuli bojoku", "victim"],
  ["mbak saya dipukul suami", "victim"],
  ["saya siswa SMP dilecehkan guru", "victim"],
  ["saya masih anak kos, di pukul bapak kos", "victim"],
  ["adik saya dan saya dipukul bapak", "victim"],
  ["saya, adik sama ibu dipukul bapak", "victim"],
  ["saya sama ponakan dipukuli paman", "victim"],
  ["aku karo adikku digebuki bapak", "victim"],
  ["kulo kaliyan rayi kulo dipun antemi bapak", "victim"],
  ["saya dipukuli kakak, adik saya juga nangis", "victim"],
  ["kakak saya diperkosa tetangga, saya juga diancam", "victim"],
  ["adik saya dipukul bapak, saya juga", "victim"],
  ["adikku digebuki bapak, aku yo kadang", "victim"],
  ["anak tetangga memukul saya", "victim"],
  ["anake tonggo ngantemi aku", "victim"],
  ["tetangga mau bunuh saya", "victim"],
  ["kakakku arep mateni aku", "victim"],
  ["bapak mukul adik dan saya", "victim"],
  ["teman saya memegang paha saya", "victim"],
  ["rambutku dijambak kakak", "victim"],
  ["saya mau dipukul sama teman", "victim"],
  ["saya ikut kakak, dipukuli terus", "victim"],
  ["saya dimarahi kakak, ditampar juga", "victim"],
  ["bukan saya saja yang dipukul, adik saya juga dipukul", "victim"],
  ["di rumah saya dipukul kakak", "victim"],
  ["saya lari ke rumah tetangga, dipukul suami sampai luka", "victim"],
  ["aku ngungsi nang omahe tonggo, digebuki bojo", "victim"],
  ["kulo digebuki bojo kulo", "victim"],
  ["digebuki bojoku", "victim"],
  ["saya lihat adik ditendang, lalu saya ditampar bapak", "victim"],
  ["saya dipukul kakak, saya sembunyi di kamar", "captive"],
  ["kami dikunci di kamar sama kakak", "captive"],
  ["kakak saya ngunci saya di kamar, adik dipukul", "captive"],
  ["aku dikurung juragan, ora oleh metu", "captive"],
  ["kulo dipun kunci, mboten angsal medal", "captive"],
  ["adikku digebuki, aku ndelik ning kamar", "captive"],
  ["anak tetangga umur 5 tahun disundut rokok sama neneknya", "bystander"],
  ["saya guru, murid saya dipukul bapaknya", "bystander"],
  ["saya lihat anak tetangga dipukul bapaknya", "bystander"],
  ["saya tetangganya, anak itu dipukuli ibunya", "bystander"],
  ["saya mau lapor anak tetangga saya, dipukuli terus bapaknya", "bystander"],
  ["anak tetangga belakang rumah saya dipukul bapaknya", "bystander"],
  ["mbak saya dipukuli suaminya", "bystander"],
  ["bocah sebelah omah saben bengi diantemi bapake", "bystander"],
  ["muridku digebuki bapake", "bystander"],
  ["ponakan kulo dipunantemi bapakipun, kulo mireng digebuki saben dalu", "bystander"],
  ["anak tetangga dikurung bapaknya, tidak boleh keluar", "bystander"],
  ["bukan saya, tetangga saya", "bystander"],
  ["sing digebuki dudu aku, anake tonggo", "bystander"],
  ["anak saya dipukul tetangga", undefined],
  ["sing digebuki dudu aku, anakku", undefined],
];

const LATER: readonly [before: Role, said: string, role: Role][] = [
  ["bystander", "saya juga dipukul", "victim"],
  ["bystander", "aku dioyak wonge", "victim"],
  ["bystander", "kulo ugi", "victim"],
  ["bystander", "saya di kamar dikunci", "captive"],
  ["bystander", "saya sembunyi di kamar, tidak bisa telepon", "captive"],
  ["bystander", "dipukuli terus tiap malam", "bystander"],
  ["bystander", "anaknya sembunyi di rumah saya", "bystander"],
  ["bystander", "dia tidak boleh keluar rumah", "bystander"],
  ["victim", "adik saya dipukul juga", "victim"],
  ["victim", "anak saya juga dipukul tetangga sebelah rumah", "victim"],
  ["victim", "bukan saya yang mulai", "victim"],
  ["victim", "anak saya ada yang jaga", "victim"],
  ["victim", "bukan saya yang dipukul, tapi anak saya", "victim"],
  ["victim", "ono sing jogo ning ngarep lawang", "captive"],
  ["victim", "bukan saya yang dipukul, tapi tetangga saya", "bystander"],
  ["victim", "aku dikunci nang kamar", "captive"],
  ["captive", "saya dipukul tadi", "captive"],
  ["captive", "anak tetangga juga dipukul", "captive"],
  ["captive", "bukan saya, anak tetangga saya", "bystander"],
];

describe("who writes after violence", () => {
  it.each(FIRST)("%s: %s", (said, role) => expect(roleIn(said, undefined, facts)).toBe(role));

  it.each(LATER)("after %s, %s: %s", (before, said, role) => expect(roleIn(said, before, facts)).toBe(role));
});
