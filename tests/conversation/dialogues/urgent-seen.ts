import { type Case, cases, type Dialogue } from "./cases.ts";

const FIRST: Record<string, { answer: string[]; said: string[] }> = {
  "somebody is missing or taken away": {
    answer: ["112 atau polisi 110 SEKARANG", "tidak perlu menunggu 24 jam", "Tercatat"],
    said: [
      "adik saya umur 5 hilang sejak tadi siang",
      "putuku ilang pak, wiwit esuk durung bali",
      "tolong anak saya hilang",
      "cucu saya pergi main dari pagi belum balik juga",
      "lare kulo ical wiwit wau siyang dereng wangsul",
      "mbahku lali ngalor ngidul lungo ket isuk durung mulih",
      "nenek pikun keluar rumah, semalam tidak pulang",
      "keponakan saya diculik dekat sekolah",
      "ponakan kulo dipun culik tiyang",
      "adik perempuan saya dilarikan kenalan facebook",
      "putuku digowo mlayu pacare, sik umur 15",
    ],
  },
  "it smells of gas": {
    answer: ["Jangan menyalakan api", "regulator", "113", "Tercatat"],
    said: [
      "dapur saya bau gas menyengat, mata perih",
      "tabung elpijiku mbocor ngowos",
      "pawon kulo mambu gas, anak kulo mumet",
      "selang kompor copot, gasnya nyembur",
    ],
  },
  "somebody got an electric shock": {
    answer: ["Jangan disentuh", "MCB", "119 SEKARANG", "Tercatat"],
    said: [
      "bapakku kestrum kabel sanyo",
      "tukang bangunan tersengat listrik di atap",
      "kakang kulo kasetrum teng sawah",
    ],
  },
  "a child is about to be born": {
    answer: ["119 atau bidan SEKARANG", "tali pusat jangan dipotong", "Tercatat"],
    said: [
      "istri saya hamil tua mules terus, bidannya jauh",
      "kawahe wis pecah mas, bojoku dewean",
      "semah kulo mbobot wolung wulan medal rah",
      "mbakku arep lairan saiki, ora ono kendaraan",
      "kenceng kenceng saben limang menit, piye iki",
    ],
  },
  "somebody is about with a blade": {
    answer: ["Menjauh", "110 SEKARANG", "not:tempat teduh", "Tercatat"],
    said: [
      "ada orang ngamuk di pasar bawa parang",
      "ono wong gendeng ngacungno clurit nang dalan",
      "pemuda mabuk bawa golok keliling kampung",
      "wonten tiyang ngamuk mbeto arit wonten ngajeng masjid",
    ],
  },
  "somebody is still inside a fire": {
    answer: ["Jangan masuk lagi", "113", "Tercatat"],
    said: ["rumah tetangga kebakaran, neneknya masih di dalam", "omahe tonggoku kobong, anake kekunci nang njero"],
  },
  "a fire, with letters repeated": {
    answer: ["112", "Tercatat", "not:129"],
    said: ["kebakaraaaan pak rumah sebelah", "kobonggggaaan mas omahe tonggo", "kebakaran rumahnya pak rt"],
  },
};

const BEATEN = [
  "aku digebuki bojo maneh wingi bengi",
  "kulo dipun keplaki semah kulo",
  "mbakku digepukno bojone terus",
  "anakku dijenggut karo dipancali bapake",
  "mbok kulo dipungebugi putrane piyambak",
  "saya dikampleng mertua",
  "bojoku nggepuki aku saben mendem",
  "ibu disiksani anake lanang",
  "ibuku dilecehke oknum pendamping",
  "kulo dipun lecehaken pak kasun",
  "adikku dilecehno guru ngaji",
  "saya digrayangi petugas waktu antri beras",
];

const NEXT: [first: string, said: string, ...contains: string[]][] = [
  ["adik saya umur 5 hilang sejak tadi siang", "kata polisi nunggu 24 jam dulu", "Tidak harus menunggu 24 jam"],
  ["putuku ilang pak, wiwit esuk durung bali", "jare polsek kudu sedino sewengi sek", "Tidak harus menunggu 24 jam"],
  ["lare kulo ical wiwit wau siyang dereng wangsul", "polisine mboten purun nampi", "Tidak harus menunggu 24 jam"],
  ["tolong anak saya hilang", "alhamdulillah sudah ketemu di masjid", "Syukurlah"],
  ["dapur saya bau gas menyengat, mata perih", "boleh nyalain kipas biar hilang?", "Jangan: lampu"],
  ["tabung elpijiku mbocor ngowos", "lampune tak pateni oleh ta", "Jangan: lampu"],
  ["bapakku kestrum kabel sanyo", "wis tak pateni mcb ne", "lihat napasnya"],
  ["tukang bangunan tersengat listrik di atap", "listriknya sudah dicabut", "lihat napasnya"],
  ["bapakku kestrum kabel sanyo", "ambegane ora ono", "tekan kuat dan cepat"],
  ["istri saya hamil tua mules terus, bidannya jauh", "getihe metu akeh", "119 SEKARANG"],
  ["kebakaran rumahnya pak rt", "ada anak kecil didalam", "not:tempat teduh", "112 SEKARANG"],
  ["omahe tonggo kobong", "bayine isih ndek njero", "not:tempat teduh", "112 SEKARANG"],
  ["ada orang ngamuk di pasar bawa parang", "sekarang anak kecil disandera", "Menjauh", "110 SEKARANG"],
];

export const urgentSeenDialogues: Dialogue[] = cases(
  {},
  ...Object.entries(FIRST).flatMap(([kind, { answer, said }]) =>
    said.map((one): Case => ({ label: `${kind}: ${one}`, steps: [[one, "urgent.place", ...answer]] })),
  ),
  ...BEATEN.map((one): Case => ({ label: `beaten or molested: ${one}`, steps: [[one, "urgent.consent", "129"]] })),
  ...NEXT.map(
    ([first, said, ...contains]): Case => ({
      label: `after "${first}": ${said}`,
      steps: [
        [first, "urgent.place"],
        [said, "urgent.place", ...contains],
      ],
    }),
  ),
);
