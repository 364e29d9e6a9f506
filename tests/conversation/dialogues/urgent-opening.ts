import { type Case, cases, type Dialogue } from "./cases.ts";

const FIRST: Record<string, { at: string; answer: string[]; said: string[] }> = {
  "a wish to die in soft words": {
    at: "urgent.place",
    answer: ["119, lalu tekan 8", "not:tengah dada", "Tercatat"],
    said: [
      "pengen tidur ga bangun2 lagi",
      "kepingin ora tangi maneh",
      "kepengin turu wae ora tangi-tangi maneh",
      "semoga besok ga bangun lagi",
      "rasanya pengen tidur selamanya",
      "saya pengen ngilang aja",
      "pengin ilang wae saka donya",
    ],
  },
  "somebody who does not wake up": {
    at: "urgent.place",
    answer: ["119 SEKARANG", "tengah dada", "Tercatat"],
    said: ["bapak pingsan, tidak bangun-bangun", "simbahku semaput ora tangi maneh"],
  },
  "a child touched by somebody": {
    at: "urgent.consent",
    answer: ["129", "Desa tidak diberi tahu"],
    said: [
      "guru ngaji megang2 anak saya",
      "anak saya dipegang-pegang om nya",
      "ponakanku digrayangi tonggo",
      "pakdhene nggrepe ponakan kulo",
      "pak guru ndemek-ndemek muridku",
      "tukang kebun sekolah raba-raba anak saya",
    ],
  },
  "somebody locked in": {
    at: "urgent.consent",
    answer: ["Terkurung? Telepon 110", "112 SEKARANG", "129"],
    said: [
      "saya disekap majikan di surabaya ktp ditahan gaji ga dibayar",
      "saya dikurung majikan ga boleh keluar hp disita ini pinjam teman",
      "aku dikunci bojoku nang kamar ora oleh metu",
      "kula dipun kurung juragan mboten angsal medal",
      "majikan ngunci saya dari luar",
    ],
  },
  "a child lured away": {
    at: "urgent.place",
    answer: ["polisi 110 SEKARANG", "129", "Tercatat"],
    said: [
      "anakku dibujuk cowok fb diajak ke jakarta kerja umur 15 udah berangkat tadi sore",
      "anak saya diajak orang kenal di fb ke jakarta, sudah berangkat",
      "putuku mangkat mau esuk dijak kenalan tiktok nang surabaya",
      "ponakan kulo dipunajak tiyang mboten dikenal, sampun bidhal numpak bis",
    ],
  },
  "a stroke": {
    at: "urgent.place",
    answer: ["bisa stroke", "IGD rumah sakit SEKARANG", "119", "Tercatat"],
    said: [
      "wonge tuwa kula ngelu sanget sirahe trus cangkeme pero tangane ora iso obah",
      "bapakku cangkeme mencong tangane ora iso obah",
      "mulut bapak mencong tangan lemas mendadak",
      "bapak saya mendadak pelo wajahnya mencong sebelah",
      "simbah kula ujug-ujug pelo, tangane kiwa mboten saged dipunobahaken",
      "ibu barusan bicaranya pelo tangan kanannya lemas",
    ],
  },
  "a house about to fall": {
    at: "urgent.place",
    answer: ["Keluar dari rumah itu SEKARANG", "112", "Tercatat"],
    said: [
      "rumah saya mau roboh hujan deras anak saya masih di dalam",
      "omahku arep ambruk udan deres, simbah isih neng njero",
      "griya kula badhe ambruk, jawah deres, kula kaliyan anak taksih ing lebet",
      "takut roboh hujan deres gini",
    ],
  },
  "the bite of a beast": {
    at: "urgent.place",
    answer: ["119", "Tercatat", "not:bukan salah korban"],
    said: [
      "anak saya dicokot ulo",
      "bapak dicokot ulo nang sawah",
      "ibu saya dicokot asu, getihe akeh",
      "adikku dicokot tikus, tangane abuh",
      "lare kulo dipun cokot kirik",
    ],
  },
  "the ill after a meal": {
    at: "urgent.place",
    answer: ["IGD", "Tercatat"],
    said: [
      "keracunan sesudah makan beras bansos, muntah semua, anak lemas",
      "diare terus habis makan itu, anak saya lemas tidak mau minum",
      "bar mangan telur bantuan anakku muntah-muntah terus, lemes",
    ],
  },
  "somebody photographed in the bath": {
    at: "urgent.consent",
    answer: ["129", "Desa tidak diberi tahu"],
    said: [
      "pak kasun foto rumah sama kamar mandi pas anak gadis saya mandi",
      "petugas memotret rumah dan kamar mandi, saya lagi mandi telanjang",
      "petugas moto omah karo jedhing pas adikku adus",
    ],
  },
  "a robber with a blade": {
    at: "urgent.place",
    answer: ["110", "not:bukan salah korban"],
    said: ["maling bawa golok masuk rumah saya", "rampok nggowo arit mlebu omahku"],
  },
};

const NEXT: [first: string, at: string, said: string, nextAt: string, ...contains: string[]][] = [
  [
    "guru ngaji megang2 anak saya",
    "urgent.consent",
    "anak saya 10 tahun laki2",
    "urgent.consent",
    "Boleh petugas khusus",
  ],
  [
    "anak saya diajak orang kenal di fb ke jakarta, sudah berangkat",
    "urgent.place",
    "aku kudu piye",
    "urgent.place",
    "110",
  ],
  [
    "bapak saya mendadak pelo wajahnya mencong sebelah",
    "urgent.place",
    "saya harus gimana",
    "urgent.place",
    "IGD",
    "not:RT",
  ],
  ["bapakku cangkeme mencong tangane ora iso obah", "urgent.place", "kudu diapakno", "urgent.place", "IGD", "not:RT"],
  [
    "simbah kula ujug-ujug pelo, tangane kiwa mboten saged dipunobahaken",
    "urgent.place",
    "kedah kula kados pundi",
    "urgent.place",
    "LMG",
  ],
  [
    "rumah saya mau roboh dinding bambu ada bantuan bedah rumah ga",
    "ask.show",
    "takut roboh hujan deres gini",
    "urgent.place",
    "Keluar",
  ],
  ["saya disekap majikan di surabaya", "urgent.consent", "pintu dikunci dari luar", "urgent.consent", "110"],
  ["saya disekap majikan di surabaya", "urgent.consent", "kapan ditolong", "urgent.consent", "110"],
  ["pacar saya nyebar foto telanjang saya", "urgent.consent", "saya pengen ngilang aja", "urgent.consent", "119"],
];

export const urgentOpeningDialogues: Dialogue[] = cases(
  {},
  ...Object.entries(FIRST).flatMap(([kind, { at, answer, said }]) =>
    said.map((one): Case => ({ label: `${kind}: ${one}`, steps: [[one, at, ...answer]] })),
  ),
  ...NEXT.map(
    ([first, at, said, nextAt, ...contains]): Case => ({
      label: `after "${first}": ${said}`,
      steps: [
        [first, at],
        [said, nextAt, ...contains],
      ],
    }),
  ),
);
