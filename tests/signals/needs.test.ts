import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openIntents } from "../../src/intent-model.ts";
import { openSignals } from "../../src/signal-tables.ts";
import { dangersIn } from "../../src/signals/danger.ts";

const locales = join(import.meta.dirname, "../../locales");
const reader = openSignals(locales, openIntents(locales).rank);

describe("hunger today, in a child's words, is heard", () => {
  it.each([
    "aku lapar",
    "aku laper kak",
    "laperr kak",
    "lapaaar",
    "aku lapeer",
    "kita laper semua",
    "ngelih pak",
    "kulo luwe",
    "aku luwe mas",
    "adikku nangis luwe",
    "adekku nangis laper",
    "nenek sakit, di rumah gak ada beras",
    "ibu belum pulang, kami belum makan",
    "ibuk durung mulih, aku karo adik durung mangan",
    "mama pergi ga pulang, aku sama adek laper",
    "bapak ibuk lungo, aku ngelih",
    "aku karo adikku luwe, ibuk kerjo durung mulih",
    "kakek saya lapar",
    "simbah kulo ngelih, mboten wonten sekul",
    "saya sama anak lapar",
    "di rumah tidak ada nasi",
    "ora ono sego nang omah",
  ])("%s", (text) => expect(reader.hear(text)).toContain("hunger"));

  it.each([
    "lapar mata lihat baju diskon",
    "keburu lapar antri di kantor desa",
    "nasi padang enak",
    "laper nih nunggu antrian",
    "lagi laper pengen bakso",
    "aku laper, mau makan dulu ya nanti lanjut",
    "saya makan dulu ya bu, lapar",
    "pejabat lapar uang",
    "lapar duit pak kades",
    "aku ora luwe",
    "kulo mboten luwe",
    "saya sudah makan kok tidak lapar",
    "program makan bergizi gratis biar anak tidak lapar",
    "adik nangis minta dibelikan seragam",
    "bapak belum pulang, ktp nya dibawa",
    "kok gak ada berasnya bulan ini",
    "kucing saya lapar",
  ])("not: %s", (text) => expect(reader.hear(text)).not.toContain("hunger"));
});

describe("a child's high fever is an emergency of health", () => {
  it.each([
    "anak saya panas 40",
    "anakku panas 40 derajat",
    "anak saya panasnya 39,8",
    "suhu anak saya 40",
    "adik demam tinggi kejang",
    "anakku step bu",
    "anak kulo stuip",
    "anak panas tinggi sudah 3 hari gak turun",
    "demam 40 derajat kok gak turun turun",
    "panasnya anakku gak mudun mudun wis telung dino",
    "lare kulo panas inggil sanget",
    "cucu saya demam tinggi sampai mengigau",
  ])("%s", (text) => expect(reader.hear(text)).toContain("urgent-medical"));

  it.each([
    "anak saya pilek",
    "anak saya batuk pilek, posyandu buka kapan",
    "anakku watuk",
    "cuaca panas sekali hari ini",
    "panas banget antri di balai desa",
    "anak saya demam ringan kemarin sudah sembuh",
    "anak saya agak panas habis imunisasi",
    "step by step caranya bagaimana",
    "langkah step nya apa saja",
    "dulu waktu bayi anak saya pernah step",
    "tetangga panas lihat saya dapat pkh",
    "operasi pasar murah besok dimana",
  ])("not: %s", (text) => expect(dangersIn(reader.hear(text))).toEqual([]));
});

describe("treatment or birth within days, without a card that works, is an emergency of health", () => {
  it.each([
    "harus transfusi lusa, kartunya mati",
    "anakku kudu transfusi sesuk, kise mati",
    "besok jadwal cuci darah tapi kartu sehat bapak gak bisa dipakai",
    "minggu depan kemo, bpjs nya kok mati",
    "bojoku arep lairan, kise ora aktif",
    "bojoku meteng tuwo tinggal ngenteni dino, kise mati",
    "mbenjing ibu kulo kemo, kertunipun pejah",
    "sesuk kulo cuci darah, kertune mboten saged",
    "sudah waktunya melahirkan, kartunya gak kepake",
    "istri tinggal nunggu lahiran, KIS nya dicabut",
    "istri saya lahiran tanggal 7 ini, kok kis nya mati",
    "bojoku lairan minggu iki, bpjse ora aktif",
    "operasi tinggal 3 hari, BPJS diblokir",
    "arep sesar minggu iki kartune gak iso digawe",
    "hari jumat saya harus tambah darah, kartu kis saya gak bisa",
  ])("%s", (text) => expect(reader.hear(text)).toContain("urgent-medical"));

  it.each([
    "kartu kis saya mati bagaimana mengaktifkan",
    "kartu KKS saya mati",
    "dulu operasi sudah sembuh, sekarang kis mati",
    "jadwal donor darah besok dimana",
    "atm saya mati, besok harus ke bank",
    "kis anak saya mati, mau ngurus minggu depan",
    "lahiran masih lama, kis mau diurus",
    "bpjs bisa buat melahirkan gak",
    "minta tablet tambah darah di puskesmas",
  ])("not: %s", (text) => expect(dangersIn(reader.hear(text))).toEqual([]));
});

describe("a question whether anything was sent is no danger", () => {
  it.each([
    "saestu mboten wonten sing dikintun?",
    "saestu mboten wonten ingkang dipunkintun?",
    "leres mboten wonten sing dipun kintun",
    "mboten wonten ingkang dikintun",
    "saestu mboten wonten sing dikandhani?",
    "saestu mboten wonten sing semerap?",
    "tenan ora ono sing dikirim?",
    "temenan gak ana sing dikirim ta",
    "beneran gak ada yang dikirim?",
    "yakin gak ada yang terkirim",
  ])("%s", (text) => expect(dangersIn(reader.hear(text))).toEqual([]));
});
