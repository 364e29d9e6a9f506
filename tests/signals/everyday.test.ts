import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openIntents } from "../../src/intent-model.ts";
import { openSignals } from "../../src/signal-tables.ts";
import { dangersIn } from "../../src/signals/danger.ts";
import { openSignalReader } from "../../src/signals/reader.ts";
import { parseShared, parseTable } from "../../src/signals/table.ts";
import { parseWeights, writeWeights } from "../../src/signals/weights.ts";

const locales = join(import.meta.dirname, "../../locales");
const reader = openSignals(locales, openIntents(locales).rank);

describe("an everyday wish is no danger", () => {
  it.each([
    "saya mau ditelpon",
    "tidak mau nulis, mau ditelpon saja",
    "saya tidak bisa nulis, mau ditelepon",
    "ga mau ngetik, mau ditelpon aja",
    "saya tidak mau mengetik, saya mau bicara lewat telepon",
    "tidak usah nulis, saya minta ditelpon",
    "males nulis, saya mau ditelpon petugas",
    "gak mau chat, saya mau ditelpon",
    "emoh nulis, aku pengen ditelpon",
    "mboten purun nyerat, kulo badhe dipuntelpon",
    "saya mau daftar diri sendiri",
    "saya mau usul diri sendiri ke bansos",
    "saya mau mengusulkan diri sendiri",
    "mau usulkan diri sendiri lewat aplikasi tapi gak bisa",
    "saya mau daftarkan diri sendiri pak rt tidak mau",
    "saya ngurus diri sendiri, pak rt gak mau bantu",
    "saya mau ngurus sendiri ktp",
    "mau usul diri sendiri, pak lurah gak mau tanda tangan",
    "aku pengen ndaftar dewe, pak rt ora gelem tandatangan",
    "saya mau mendaftarkan diri sendiri pkh",
    "mau lapor diri sendiri ke dukcapil",
    "saya mau cek diri sendiri",
    "saya mau usul bansos buat diri sendiri",
    "bisa usul untuk diri sendiri tidak?",
    "saya mau bayar sendiri",
    "pak rt gak mau tanda tangan surat saya",
    "saya hidup sendiri, mau usul diri sendiri",
    "gak mau nulis, saya mau ditelpon",
    "saya mau usul diri sendiri tapi pak rt ga mau tanda tangan",
    "suami ibu saya yang merawat saya sekarang, nik saya 3517012003859902",
    "suami ibu saya, bapak, sekarang yang ngurus saya. tapi balik ke saya, nik saya 3517012003859902",
    "bapak tiri saya yang ngurus saya, saya mau cek nik",
    "itu tadi saya tidak dipukuli siapa siapa, saya cuma mau cek nik",
    "itu tadi saya tidak dipukuli siapa siapa pak, saya cuma mau cek nik",
    "saya tidak dipukuli suami kok",
    "saya tidak diapa-apakan, cuma tanya nik",
    "aku ora diantemi sopo sopo",
    "rumah saya tidak dilempar batu",
    "anak anak main bola, jendela rumah kena lempar batu",
    "kami diancam dicoret kalau lapor",
    "petugas datang ke rumah bawa orang untuk survei",
    "pak rt bawa sabit mau kerja bakti di depan rumah saya",
  ])("%s", (text) => expect(dangersIn(reader.hear(text))).toEqual([]));
});

describe("words that only sound like a loss, gas, power, a birth or a blow are no danger", () => {
  it.each([
    "kartu kks saya hilang",
    "nama anak saya hilang dari daftar",
    "anak hilang NIK-nya",
    "kucing saya hilang dari kemarin",
    "neneknya hilang dari aplikasi cek bansos",
    "uang anak saya dibawa kabur orang",
    "suami belum pulang dari malaysia",
    "anak saya hilang 3 tahun lalu masih ada di kk",
    "bapak saya hilang kontak dengan saudara",
    "tarif listrik naik terus",
    "gas 3 kg langka di desa",
    "gas melon mahal pak",
    "bapak saya pernah kesetrum tahun lalu, tangannya cacat, dapat bantuan?",
    "istri mau melahirkan dapat bantuan apa",
    "bantuan ibu hamil dan melahirkan apa saja",
    "suami bawa arit ke sawah",
    "aku ora digepuki sopo sopo",
    "kenapa pas sanggah minta foto rumah orang? ketahuan motret rumah saya bisa digebukin",
    "bantuan dipukul rata",
  ])("%s", (text) => expect(dangersIn(reader.hear(text))).toEqual([]));
});

describe("words that only sound like a wish to vanish, a touch, a captive, a lured child, a stroke or a falling house are no danger", () => {
  it.each([
    "pengen nama saya hilang dari grup",
    "mau ngilang dari grup wa gimana",
    "pengen bangun rumah lagi",
    "kks anak saya dipegang2 pendamping",
    "guru megang kartu KIP anak saya",
    "siapa yang pegang data anak saya",
    "suami saya dikurung di penjara dapat bantuan apa",
    "rumah dikunci majikan jadi bansos ga bisa diambil",
    "kks dikunci ketua kelompok",
    "bos saya ga boleh pulang cepat",
    "anak saya sudah berangkat kerja ke jakarta, kk nya gimana",
    "saya daftar online sudah berangkat ke kantor tapi tutup",
    "anak sudah pergi sekolah sama teman yang kenal dari kecil",
    "bapak saya stroke sudah 2 tahun mulut mencong tangan lemas dapat bantuan apa",
    "bapak stroke lama, pelo, tangan ora iso obah, entuk bansos ta",
    "anak saya pelo dari lahir bisa dapat bantuan disabilitas",
    "rumah saya mau roboh dinding bambu ada bantuan bedah rumah ga",
    "rumah mau roboh",
    "omahku meh ambruk njaluk bantuan bedah rumah",
    "rumah bocor kalau hujan deras, hampir roboh, bantuan apa",
  ])("%s", (text) => expect(dangersIn(reader.hear(text))).toEqual([]));
});

describe("a danger in a message with an everyday wish is heard", () => {
  it.each([
    ["self-harm", "gak mau nulis, saya mau mati saja"],
    ["self-harm", "saya hidup sendiri, rasanya mau mati saja"],
    ["self-harm", "saya mau ditelpon, sudah tidak sanggup hidup"],
    ["self-harm", "mau usul diri sendiri ditolak, saya mau gantung diri"],
    ["self-harm", "saya mau menyakiti diri sendiri"],
    ["violence", "suami yang ngurus saya tapi saya dipukuli"],
    ["violence", "bapak tiri yang ngurus saya suka pukul saya"],
    ["violence", "hari ini saya tidak dipukuli tapi kemarin dicekik suami"],
    ["violence", "saya tidak tahan dipukuli suami"],
  ])("%s: %s", (signal, text) => expect(reader.hear(text)).toContain(signal));
});

describe("a threat at the house is violence", () => {
  it.each([
    "rumah saya barusan dilempar batu sama orangnya kades!!",
    "kaca rumah saya pecah dilempar batu orangnya pak kades",
    "rumah saya dilempari batu semalam",
    "omahku dibalangi watu mau bengi",
    "pak lurah tadi kesini bawa orang-orang, marah-marah ngancam saya",
    "pak lurah nya tadi kesini bawa orang orang, marah marah ngancam saya",
    "wau pak lurah teko nang omahku karo wong akeh, ngancem aku",
    "barusan rumah saya digeruduk orang banyak, saya diancam",
    "orang orangnya kades nggedor rumah, ngancam anak saya",
    "kepala dusun nunggu di rumah bawa parang",
  ])("%s", (text) => expect(reader.hear(text)).toContain("violence"));
});

describe("rows of a table", () => {
  const shared = parseShared("concept\tNOT\ttidak");
  const weights = parseWeights(
    writeWeights(
      ["w sendiri", "w sepi"],
      [{ signal: "self-harm", least: 1, lean: 0, veto: 1, weights: Float64Array.from([9, 9, -1]) }],
    ),
  );
  const readerOf = (...rows: string[]) =>
    openSignalReader(
      new Map([["self-harm", [parseTable(["phrase\tx", "must\tx", "must-not\ty", ...rows].join("\n"), shared)]]]),
      shared,
      weights,
    );
  it("`calm` hides the words of a phrase from the weights", () => {
    expect(readerOf().read("daftar sendiri")).toEqual(["self-harm"]);
    const calm = readerOf("calm\tdaftar sendiri");
    expect(calm.read("daftar sendiri")).toEqual([]);
    expect(calm.read("daftar sendiri, sepi")).toEqual(["self-harm"]);
  });
});
