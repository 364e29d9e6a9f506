import { type Case, cases, type Dialogue } from "./cases.ts";
import { toConsent } from "./ways.ts";

const NUMBER = "LMG-26-000123-7";
const CONSENT = "urgent.consent";
const AGAIN = "Boleh petugas khusus";

export const urgentConsentDialogues: Dialogue[] = cases(
  { from: toConsent },
  ...["saya hubungi", "iya saya", "hubungi lewat wa. eh jangan", "hubungi lewat chat ini ya. tapi saya belum siap"].map(
    (said): Case => ({ label: `no consent: ${said}`, steps: [[said, CONSENT]] }),
  ),
  { label: "consent in other words", steps: [["hubungi lewat chat tolong", "urgent.open", NUMBER]] },
  ...(
    [
      ["iya hubungi aja tapi pagi, jangan ditelpon ya", "jangan menelepon"],
      ["boleh dihubungi lewat chat saja, ojo telpon", "jangan menelepon"],
      ["nggih kenging dipunhubungi, nanging ampun ditelpon", "jangan menelepon"],
      ["oke jam 9 pagi pas suami ke sawah", "Waktu dan cara"],
      ["ya tapi kalau malam jangan, suami di rumah", "Waktu dan cara"],
      ["silakan telpon saya besok siang di 0813 4444 5555", "Waktu dan cara"],
      ["oleh dichat, awan wae nek bojoku kerjo", "Waktu dan cara"],
    ] as const
  ).map(
    ([said, contains]): Case => ({
      label: `consent with a condition: ${said}`,
      steps: [
        [said, "urgent.open", NUMBER, contains, `not:${AGAIN}`, "not:aman dihubungi", "not:petugas menelepon"],
        ["terus saya tinggal nunggu apa?", "urgent.open", "129", "not:nomor telepon"],
        ["ojo pisan pisan nelpon, hp dicekel bojoku", "urgent.open", "jangan menelepon", "not:tambahkan"],
        ["aku lagi diantemi iki", "urgent.open", "110 (polisi)"],
        ["kartu bansosnya dirampas dia, gimana", "urgent.open", "Keselamatan dulu", "not:Ceritanya"],
      ],
    }),
  ),
  ...["boleh dihubungi saja", "iya silakan hubungi saya"].map(
    (said): Case => ({
      label: `consent without a condition is asked for the hour: ${said}`,
      steps: [[said, "urgent.safely", NUMBER, "aman dihubungi"]],
    }),
  ),
  ...[
    "saya belum berani dihubungi",
    "boleh saya telpon 129 malam ini",
    "ya suami saya yang mau telpon polisi",
    "ora gelem ditelpon",
    "kalau boleh dihubungi, yang hubungi siapa?",
  ].map(
    (said): Case => ({
      label: `no consent: ${said}`,
      steps: [[said, CONSENT, AGAIN, "not:LMG-"]],
    }),
  ),
  ...(
    [
      ["biaya visum piro bu", "Siapa yang membayar visum"],
      ["visume mbayar nopo mboten", "Siapa yang membayar visum"],
      ["nek aku minggat, bansosku dicabut gak? kertune digowo bojo", "Keselamatan dulu"],
      ["kks e dicekel bojoku", "Keselamatan dulu"],
      ["kalau cerai PKH nya pindah ke siapa, atas nama dia soalnya", "Keselamatan dulu"],
      [
        "biaya visum berapa, terus bpnt saya putus tidak kalau pergi dari rumah",
        "Siapa yang membayar visum",
        "Keselamatan dulu",
      ],
      ["lha aku takon soal bojoku ngantem kok", "percaya"],
      ["uang sekolah anak saya nanti siapa yang nanggung", "129"],
      ["kapan bansos cair kalau saya sudah pindah desa", "Keselamatan dulu"],
    ] as const
  ).map(
    ([said, ...contains]): Case => ({
      label: `a practical question stays in the case: ${said}`,
      steps: [[said, CONSENT, ...contains, "not:Ceritanya sudah kami catat", "not:LMG-", "not:NIK yang"]],
    }),
  ),
  {
    label: "a report of another matter leads out of the case",
    steps: [["mau lapor beras bpnt busuk semua", "complaint.where"]],
  },
);
