import { describe, expect, it } from "vitest";
import { understoodOnce } from "../../src/conversation/understanding/understood-once.ts";
import { loadDistricts } from "../../src/districts/index.ts";
import { findPlaces, openPlaceIndex } from "../../src/register/places.ts";
import { factsAt, NOW } from "../conversation/dialogue.ts";
import { DISTRICTS } from "../support/areas.ts";
import { words } from "../support/shipped-words.ts";

/** `fragment` is a part of the expected answer. */
type Asked = [fact: string, fragment: string, ...questions: string[]];

const NATION: Asked[] = [
  ["what BLT is", "musyawarah desa", "BLT itu apa", "apa itu blt dana desa pak", "blt iku opo to"],
  [
    "DTSEN replaced DTKS",
    "menggantikan DTKS",
    "dtsen itu apa",
    "apa bedanya dtsen sama dtks",
    "dtks sudah diganti apa pak",
  ],
  ["who may change a desil", "operator desa", "desil itu apa", "kok desil saya naik pak", "piye carane ngubah desil"],
  [
    "KTP-el is valid for life",
    "seumur hidup",
    "ktp saya masa berlakunya habis gimana",
    "apa ktp harus diperpanjang",
    "e-ktp berlaku sampai kapan",
  ],
  [
    "the app and its errors",
    "Cek Bansos",
    "aplikasi cek bansos error terus",
    "cek bansos gagal login pak",
    "akun cek bansos saya ditolak kenapa",
  ],
  ["SP4N-LAPOR", "lapor.go.id", "jalan rusak lapor kemana", "sp4n lapor itu apa", "lampu jalan mati lapor dimana"],
  [
    "the Ombudsman",
    "Ombudsman",
    "ombudsman itu apa",
    "mau lapor ke ombudsman gimana",
    "kalau kantor tidak melayani bisa ke ombudsman?",
  ],
  [
    "the Ministry's telephone",
    "171",
    "call center kemensos berapa",
    "nomor telepon kemensos",
    "telepon kemensos berapa ya",
  ],
  [
    "PBI-JK before treatment",
    "hari itu juga",
    "kis mati mau berobat gimana",
    "mau tanya bu. sy buruh batik di Buaran, KIS anak saya kok gak aktif pas periksa di puskesmas tadi",
    "reaktivasi pbi jk syaratnya apa",
  ],
  [
    "the chat on this phone",
    "tekan Keluar",
    "kok chatnya masih kelihatan ya",
    "chat saya masih terlihat gimana",
    "cara keluar dari chat ini",
  ],
  [
    "an emergency without a telephone call",
    "puskesmas",
    "kalau darurat saya harus gimana tidak bisa telepon",
    "saya tuli, kalau darurat tidak bisa telepon gimana",
    "kalau darurat tapi gak bisa telpon gimana",
  ],
  [
    "free BPJS that was turned off",
    "hari itu juga",
    "tapi kenapa kok dimatikan? saya kan masih miskin",
    "bpjs saya dimatikan kenapa",
    "kenapa kis anak saya dimatikan",
  ],
  [
    "erasure leaves the aid",
    "tidak menghentikan bansos",
    "bansos saya nanti ikut hilang gak?",
    "apa bantuan saya ikut hilang",
    "apa bansosnya ikut terhapus?",
  ],
  [
    "nowhere to live",
    "tempat sementara",
    "apa ada rumah singgah?",
    "shelter dimana pak",
    "saya tidak punya tempat tidur",
  ],
  ["KIP Kuliah", "kampus", "kip kuliah daftarnya dimana", "mau daftar kip kuliah gimana", "kip kuliah syaratnya apa"],
  [
    "farms and ponds",
    "dinas perikanan",
    "mas tambak saya kebanjiran bulan kemarin, ikan bandeng habis semua. ada bantuan apa gak dari dinas?",
    "sawah saya gagal panen ada bantuan apa?",
    "terus tambaknya gimana",
  ],
  [
    "aid after a death",
    "tidak berhenti dengan sendirinya",
    "suami saya sudah meninggal apa nanti dicoret?",
    "suami meninggal apa nanti PKH saya dihentikan",
    "apa PKH saya dihentikan kalau suami meninggal",
  ],
  ["Perlinsos Digital", "IKD", "perlinsos itu apa", "bisa daftar bansos lewat hp?", "apa itu bansos digital"],
];

const BY_DISTRICT: Record<string, Asked[]> = {
  lamongan: [
    ...NATION,
    [
      "86 % of NIKs repaired",
      "86 %",
      "berapa persen nik yang sudah diperbaiki",
      "nik sudah diperbaiki berapa persen di lamongan",
      "yang 14 persen nik belum itu kenapa",
    ],
    [
      "four causes",
      "Empat sebab",
      "apa penyebab nik belum valid tahun 2021",
      "tahun 2021 itu penyebab nik belum valid apa saja pak",
      "sebab nik belum padan 2021 apa",
    ],
    [
      "four causes, in few words",
      "Empat sebab",
      "penyebab nik tidak valid",
      "penyebab nik apa saja",
      "sebab nik belum padan",
    ],
    [
      "BST of Rp300.000 through PT Pos",
      "Rp300.000",
      "bst itu berapa",
      "bst dulu berapa ya pak",
      "bst lewat kantor pos berapa rupiah",
    ],
    ["BST stage 13", "tahap 13", "bst tahap 13 kapan", "bst sampai kapan dulu", "tahap 13 bst bulan apa"],
    [
      "BST for people with disabilities",
      "penyandang disabilitas",
      "apa bst difabel juga dapat",
      "bst untuk disabilitas ada?",
      "bst difabel gimana",
    ],
    [
      "the charity in Jegreg",
      "705 paket",
      "bakti sosial di jegreg itu apa",
      "baksos hari jadi lamongan ada apa saja",
      "bhakti sosial 2021 dapat apa",
    ],
    [
      "YES",
      "Yakin Semua Sejahtera",
      "program yes itu apa",
      "apa itu yes lamongan",
      "yakin semua sejahtera itu program apa",
    ],
    [
      "indicators of the agency",
      "kesalehan sosial",
      "indikator kinerja dinsos apa saja",
      "apa target dinsos lamongan",
      "kesalehan sosial itu apa",
    ],
    [
      "poverty",
      "12,42",
      "angka kemiskinan lamongan berapa",
      "berapa persen penduduk miskin lamongan",
      "kemiskinan lamongan 2023 berapa persen",
    ],
    ["Perintis", "beasiswa", "perintis itu apa", "beasiswa perintis syaratnya apa", "apa itu perintis pak"],
    ["Laserku", "3.000 keluarga", "laserku itu apa", "kunjungan rumah laserku untuk siapa", "apa itu laserku"],
    ["the pillars", "Karang Taruna", "pilar sosial itu siapa saja", "karang taruna termasuk apa", "tagana itu apa"],
    ["22 TKSK", "22", "ada berapa tksk di lamongan", "jumlah tksk berapa", "tksk itu siapa"],
    [
      "Puskesos and where they were",
      "Geger",
      "puskesos itu apa",
      "puskesos ada di desa mana saja",
      "puskesos masih ada tidak",
    ],
    [
      "Puskesos wait for instructions",
      "menunggu petunjuk",
      "kapan puskesos aktif lagi",
      "puskesos kok tutup",
      "puskesos jalan lagi kapan",
    ],
  ],
  jombang: [
    [
      "Puskesos and operator in every village",
      "setiap desa",
      "puskesos itu apa",
      "puskesos di jombang ada dimana",
      "apa desa saya punya puskesos",
    ],
    ["one data", "satu data", "satu data jombang itu apa", "apa itu satu data", "data tunggal jombang maksudnya apa"],
    [
      "households to be looked at again",
      "6.000 sampai 7.000",
      "kenapa keluarga saya ditinjau ulang",
      "peninjauan ulang itu apa",
      "didata ulang kenapa ya pak",
    ],
    ["stickers", "stiker", "stiker rumah itu buat apa", "kenapa rumah ditempeli stiker", "apa stiker boleh dilepas"],
    [
      "who may resign",
      "mundur",
      "siapa yang boleh mundur dari bansos",
      "mau mundur dari pkh gimana",
      "mengundurkan diri dari bansos caranya",
    ],
  ],
  pekalongan: [
    ["Dinsos-P2KB", "Keluarga Berencana", "dinsos p2kb itu apa", "p2kb singkatan apa", "apa itu dinsos p2kb"],
    ["LKKS", "2019–2023", "apa itu lkks", "lkks pekalongan itu apa", "lkks tahun berapa"],
    ["21 LKS", "21 LKS", "ada berapa lks di kota pekalongan", "lks di pekalongan ada berapa", "berapa lks tahun 2022"],
    ["21 LKS, in few words", "21 LKS", "jumlah lks berapa", "lks ada berapa", "berapa jumlah lks"],
    [
      "all must register",
      "berbadan hukum atau tidak",
      "apa lks wajib daftar walau belum berbadan hukum",
      "lembaga sosial harus daftar tidak",
      "panti asuhan wajib daftar?",
    ],
    ["grades", "embrio", "tingkat lks apa saja", "embrio tumbuh berkembang itu apa", "tingkat lembaga sosial apa saja"],
    [
      "registering a new one",
      "lewat chat ini",
      "cara daftar lks baru",
      "mau daftar yayasan baru gimana",
      "daftarkan lembaga sosial baru caranya",
    ],
    [
      "the dead who still receive",
      "tercatat menerima",
      "kenapa orang meninggal masih terdaftar",
      "kenapa orang meninggal masih terdaftar bansos",
      "kok orang mati masih terima bantuan",
    ],
  ],
};

const districts = loadDistricts(DISTRICTS, Object.keys(BY_DISTRICT));

describe.each(districts.map((district) => [district.id, district] as const))("%s", (id, district) => {
  const places = openPlaceIndex(district.areas, words.places);
  const facts = { ...factsAt(NOW), district, findPlaces: (text: string) => findPlaces(text, places) };
  const rows = (BY_DISTRICT[id] ?? []).flatMap(([fact, fragment, ...questions]) =>
    questions.map((question) => [fact, question, fragment] as const),
  );

  it.each(rows)("%s: %s", (_, question, fragment) => {
    const { intent, extracted } = understoodOnce({ type: "text", text: question }, facts);
    const answer = district.knowledge[extracted.answer ?? ""];
    const said = [answer?.title.id, answer?.words.id, answer?.details?.id].join(" | ");
    expect({ intent, said }).toEqual({ intent: "ask", said: expect.stringContaining(fragment) });
    expect(answer?.source).not.toBe("");
  });

  it("every fact is asked in three ways", () => {
    for (const [fact, , ...questions] of BY_DISTRICT[id] ?? []) expect([fact, questions.length]).toEqual([fact, 3]);
  });
});
