import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openIntents } from "../../src/intent-model.ts";
import { openSignals } from "../../src/signal-tables.ts";

const LOCALES = join(import.meta.dirname, "../../locales");
const { hear } = openSignals(LOCALES, openIntents(LOCALES).rank);

const HEARD: Record<string, string[]> = {
  disaster: [
    "onok wong semaput nang njero sumur",
    "tukange kelenger ning septitank",
    "suamiku miyang wis telung dina durung mulih",
    "kapal bapak dari laut belum balik juga",
    "gas melon mambu banget sak omah",
    "lemah mburi omah ambles pas udan",
  ],
  "urgent-medical": [
    "bapak tiba soko payon sikile ora krasa",
    "tabrakan parah depan pasar korbannya kejepit",
    "getihe ora mandeg mandeg soko wentis",
    "tangan kiri bapak lemes ngomonge pelo",
    "adik keliru ngombe minyak tanah",
    "anakku kloloden kelereng",
    "putuku setep panas saiki",
  ],
  violence: ["kulo dikunci saka njaba kamar mess"],
  "sexual-coercion": ["vidioku arep disebar mantanku"],
  "self-harm": ["aku wedi karo pikiranku dewe yen bayiku nangis"],
};

const CALM = [
  "dulu saya jatuh dari pohon, sekarang kaki palsu, ada bantuan kursi roda?",
  "bapak gak kerja lagi habis jatuh dari pohon jambu, minta didata",
  "nonton film tabrakan parah",
  "bapak nelayan belum dapat bantuan, pulang melaut gak dapat ikan",
  "tanah saya di belakang rumah retak sertifikatnya",
  "mancing belum pulang modal pak",
  "fotonya mau dikirim ke mana ya min",
  "tabung gas elpiji 3 kg langka di desa",
  "takut salah pencet aplikasinya",
  "sumur bor desa kapan dibangun",
  "supaya ibu saya tidak repot ke kantor, bisa diurus online sampai selesai?",
  "takut vaksinnya nyakiti anak",
  "bapak jatuh dari pohon kelapa, sekarang tidak bisa kerja, dapat PKH?",
  "suami nelayan, KTP-nya belum balik dari pak RT",
  "foto KTP saya mau disebar pinjol",
  "foto penyaluran akan disebar di grup",
];

describe("dangers told in side-words", () => {
  it.each(Object.entries(HEARD).flatMap(([danger, all]) => all.map((said) => [danger, said])))(
    "%s is heard in: %s",
    (danger, said) => expect(hear(said ?? "")).toContain(danger),
  );

  it("poison by mistake is no wish to die", () =>
    expect(hear("adik keliru ngombe minyak tanah")).not.toContain("self-harm"));

  it.each(CALM)("calm: %s", (said) => expect(hear(said)).toEqual([]));
});
