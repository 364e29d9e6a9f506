import { type Case, cases, type Dialogue, type Step } from "./cases.ts";

type First = "despair" | "shock" | "gas" | "beaten";
const FIRST: Record<First, Step> = {
  despair: ["saya mau mati saja", "urgent.place"],
  shock: ["anak saya kesetrum", "urgent.place"],
  gas: ["bau gas di dapur, elpiji bocor", "urgent.place"],
  beaten: ["saya dipukuli suami", "urgent.consent"],
};

const NEWS: [kind: string, first: First, answer: string[], said: string[]][] = [
  [
    "the thing is kept or prepared",
    "despair",
    ["jauhkan itu dari jangkauan SEKARANG", "not:langkah yang berani"],
    [
      "sudah saya simpan pisaunya di bawah bantal",
      "wis tak simpen pisone ning ngisor bantal",
      "silet sudah disimpan buat nanti",
      "silet sudah diambil tadi",
      "obatnya sudah saya simpan banyak",
      "tampare wis tak cepakne",
      "racune wis tak tuku",
      "obatnya belum saya buang",
      "sudah saya buang sebagian obatnya",
    ],
  ],
  [
    "the thing is away",
    "despair",
    ["langkah yang berani"],
    [
      "pisaunya sudah disimpan ibu",
      "silete wis dijupuk ibuku",
      "pisaunya sudah dikunci di lemari oleh ibu",
      "obatnya sudah saya kasihkan ke tetangga",
      "racune wis tak guwak",
      "pisone wis tak wenehno mbakku",
    ],
  ],
  [
    "no thing is there",
    "despair",
    ["not:jauhkan itu", "not:langkah yang berani"],
    ["saya sudah tidak pegang pisau", "saya tidak punya pisau", "aku ora nyekel lading"],
  ],
  [
    "somebody has come",
    "despair",
    ["Syukurlah ada yang menemani", "not:129"],
    [
      "adik saya sudah datang nemani",
      "kakak saya sudah datang menemani",
      "adikku wis teko ngancani",
      "mbakku wis rawuh ngancani aku",
    ],
  ],
  [
    "the power may be on",
    "shock",
    ["jangan disentuh", "MCB", "not:Bagus"],
    [
      "lampunya sudah mati tapi anak masih nempel",
      "MCB sudah saya matikan tapi masih nyetrum",
      "sudah coba matikan listrik tidak bisa",
      "apa listriknya sudah mati ya",
      "listriknya sudah mati?",
      "listriknya sudah mau dimatikan",
      "lampu sudah mati",
      "listrike durung dipateni",
      "mcb ne wis dipateni nanging isih nyetrum",
    ],
  ],
  [
    "the power is off",
    "shock",
    ["Bagus", "lihat napasnya"],
    [
      "listriknya sudah saya matikan",
      "wis tak pateni mcb ne",
      "listriknya sudah mati, terus gimana?",
      "listrike wis dipateni",
    ],
  ],
  [
    "no switch beside gas",
    "gas",
    ["Jangan: lampu", "not:matikan MCB"],
    ["listrik sudah padam", "saya cabut colokan kulkas ya", "lampune mati dewe", "mcb ne tak pateni wae"],
  ],
  [
    "the gas is off",
    "gas",
    ["Bagus. Tetap di luar", "not:berduka"],
    ["gasnya sudah dimatikan", "elpijine wis tak pateni", "tabungnya sudah dibawa keluar"],
  ],
  [
    "the other fetches the child, or comes with friends",
    "beaten",
    ["110", "112 SEKARANG"],
    [
      "dia datang jemput anak saya",
      "mantan datang mau jemput anak",
      "suami datang nganter anak",
      "bapaknya sudah datang jemput anak",
      "bapake teko arep njupuk anakku",
      "dia pulang sama polisi temannya",
      "bojoku mulih karo kancane polisi",
    ],
  ],
  [
    "a helper comes",
    "beaten",
    ["Syukurlah", "not:112 SEKARANG"],
    ["ibu saya sudah datang jemput", "kakak sudah datang nemani saya"],
  ],
];

export const urgentNewsDialogues: Dialogue[] = [
  ...NEWS.flatMap(([kind, first, answer, said]) =>
    cases(
      { from: [FIRST[first]] },
      ...said.map((one): Case => ({ label: `${kind}: ${one}`, steps: [[one, FIRST[first][1], ...answer]] })),
    ),
  ),
  ...cases(
    {},
    ...["adik saya sudah datang nemani", "kakak saya sudah datang menemani"].map(
      (said): Case => ({ label: `company alone is no violence: ${said}`, steps: [[said, "menu.suggest", "not:129"]] }),
    ),
  ),
  ...cases(
    { from: [FIRST.despair] },
    {
      label: "who has come and strikes is violence",
      steps: [["adik saya sudah datang tapi marah marah mukul saya", "urgent.consent", "129"]],
    },
  ),
];
