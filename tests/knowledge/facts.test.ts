import { describe, expect, it } from "vitest";
import { withKnowledge } from "../../src/conversation/understanding/knowledge.ts";
import { understand } from "../../src/conversation/understanding/understand.ts";
import { loadDistricts } from "../../src/districts/index.ts";
import { findPlaces, openPlaceIndex } from "../../src/register/places.ts";
import { DISTRICTS } from "../support/areas.ts";
import { byPhrases, words } from "../support/shipped-words.ts";

type Row = [question: string, ...facts: string[]];

/** A fact may be in `short` or in `details` of the answer. */
const questions: Record<string, Row[]> = {
  lamongan: [
    ["berapa persen nik penerima yang sudah diperbaiki di lamongan", "86 %", "14 %", "tidak ada yang dicoret"],
    ["apa penyebab nik belum valid tahun 2021", "Empat sebab", "KTP lama", "belum aktif", "meninggal", "belum cocok"],
    ["bst itu berapa dan lewat mana", "Rp300.000", "PT Pos", "April 2020", "tahap 13", "April 2021", "disabilitas"],
    ["dulu bst tahap 13 kapan ya", "April 2021"],
    ["apa bst difabel juga dapat", "penyandang disabilitas"],
    ["bakti sosial di jegreg itu apa", "Jegreg", "Modo", "21 Mei 2021", "705 paket", "yatim", "hamil", "452"],
    ["baksos hari jadi lamongan ada apa saja", "buku", "kesehatan", "KB"],
    ["apa itu program yes", "Yakin Semua Sejahtera"],
    ["indikator kinerja dinsos apa saja", "penduduk miskin", "kesalehan sosial", "PPKS", "toleransi"],
    ["angka kemiskinan lamongan berapa", "13,86", "12,53", "12,42", "13,17"],
    ["berapa persen kemiskinan di lamongan 2023", "12,42 %"],
    ["apa itu perintis", "terintegrasi", "gratis"],
    ["laserku itu apa pak", "mengunjungi rumah", "3.000 keluarga", "2024"],
    [
      "pilar sosial di lamongan siapa saja",
      ...["pendamping PKH", "Karang Taruna", "TKSK", "LKSA", "Tagana", "YSS", "difabel", "IPSM", "FLKS"],
    ],
    ["ada berapa tksk di lamongan", "22", "2025"],
    ["puskesos itu apa", "Permensos 15/2018", "2018–2020", "menunggu petunjuk"],
    [
      "puskesos ada di desa mana saja",
      ...[
        "Bluluk",
        "Banjargondang",
        "Banjargondong",
        "Bronjong",
        "Brojong",
        "Cangkring",
        "Songowareng",
        "Sumberbanjar",
      ],
      ...["Primpen", "Talunrejo", "Kuwurejo", "Pucangtelu", "Kalitengah", "Geger", "Turi", "TKSK"],
    ],
  ],
  jombang: [
    ["puskesos di jombang ada dimana", "setiap desa", "operator"],
    ["apa itu satu data jombang", "satu data"],
    ["kenapa keluarga saya ditinjau ulang", "6.000 sampai 7.000"],
    ["stiker rumah itu buat apa", "stiker"],
    ["siapa yang boleh mundur dari bansos", "mampu boleh mundur", "memaksa"],
  ],
  pekalongan: [
    ["dinsos p2kb itu apa", "Pengendalian Penduduk", "Keluarga Berencana"],
    ["apa itu lkks", "2019–2023"],
    ["ada berapa lks di kota pekalongan", "21 LKS", "2022"],
    ["apa lks wajib daftar walau belum berbadan hukum", "wajib mendaftar", "berbadan hukum atau tidak"],
    ["cara daftar lks baru bagaimana", "lewat chat ini", "Permensos 184/2011"],
    ["tingkat lks apa saja", "embrio", "tumbuh", "berkembang", "mandiri"],
    ["kenapa orang meninggal masih terdaftar bansos", "akta kematian", "tercatat menerima"],
  ],
};

describe.each(loadDistricts(DISTRICTS, Object.keys(questions)).map((one) => [one.id, one] as const))(
  "%s",
  (id, pack) => {
    const places = openPlaceIndex(pack.areas, words.places);

    it.each(questions[id] ?? [])("%s", (...[question, ...facts]) => {
      const understood = understand(question, {
        ...byPhrases,
        programmes: pack.programmes,
        findPlaces: (text) => findPlaces(text, places),
      });
      const { intent, extracted } = withKnowledge(understood, question, { knowledge: pack.knowledge, words });
      const answer = pack.knowledge[extracted.answer ?? ""];
      expect({ intent, answered: answer !== undefined }).toEqual({ intent: "ask", answered: true });
      const said = [answer?.title.id, answer?.words.id, answer?.details?.id].join(" | ");
      for (const fact of facts) expect(said).toContain(fact);
    });
  },
);
