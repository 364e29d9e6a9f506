import { ticket } from "../people.ts";
import { type Case, cases, type Dialogue, type Step } from "./cases.ts";
import { toConsent } from "./ways.ts";

const held = { ...ticket, number: "LMG-26-000123-7", category: "violence" as const };
const known = { tickets: [held], byNumber: held };
const toSafely: readonly Step[] = [...toConsent, ["ya", "urgent.safely"]];
const toOpen: readonly Step[] = [...toSafely, ["malam saja", "urgent.open"]];

const IS_BACK = ["suami datang", "bapake mulih maneh", "dia didepan", "ayahnya balik lagi", "bojoku muleh"];
const CHILD_IS_THERE = [
  "lare kulo taksih wonten griya",
  "anak-anak masih di rumah sama dia",
  "adikku dijupuk bapake",
  "bayi saya diambil mertua",
];
const THREATENS = ["nek crita mengko dipateni", "katanya kalau lapor nanti diusir", "awas lek ngomong arep digebuki"];

/** If the violence gets worse, the answer first names 110 and 112. */
export const urgentWorseDialogues: Dialogue[] = [
  ...cases(
    { from: toConsent },
    ...[...IS_BACK, "gak dibolehin keluar rumah", "aku ora oleh metu"].map(
      (said): Case => ({
        label: `before the consent, who threatens is back: ${said}`,
        steps: [[said, "urgent.consent", "110", "112 SEKARANG", "not:tidak masuk ke laporan"]],
      }),
    ),
    ...CHILD_IS_THERE.map(
      (said): Case => ({
        label: `before the consent, a child is there: ${said}`,
        steps: [[said, "urgent.consent", "110 atau 112 SEKARANG", "Jangan kembali sendirian"]],
      }),
    ),
    ...THREATENS.map(
      (said): Case => ({
        label: `before the consent, a threat: ${said}`,
        steps: [[said, "urgent.consent", "Bahaya: 110 atau 112", "129"]],
      }),
    ),
    ...["mau kabur ke rumah ibu", "arep minggat nang omahe mbakku", "badhe kesah dhateng griyane sedherek"].map(
      (said): Case => ({
        label: `who wants to leave reads how: ${said}`,
        steps: [[said, "urgent.consent", "pergi ke keluarga", "110"]],
      }),
    ),
    ...["kula ajrih", "anakku wedi", "takut banget mbak"].map(
      (said): Case => ({
        label: `fear is comforted, with a step: ${said}`,
        steps: [[said, "urgent.consent", "Takut itu wajar", "110 atau 112", "not:tidak masuk ke laporan"]],
      }),
    ),
    ...["aku kudu menyang endi", "saya harus ke mana bu", "kedah dhateng pundi"].map(
      (said): Case => ({
        label: `who asks where to go reads it: ${said}`,
        steps: [[said, "urgent.consent", "Tempat aman", "129", "not:belum bisa kami jawab"]],
      }),
    ),
    ...["yang baca ini temennya dia gak?", "sing moco kancane wonge dudu", "dia bakal tahu gak"].map(
      (said): Case => ({
        label: `who reads it is said, with a way outside of the agency: ${said}`,
        steps: [[said, "urgent.consent", "Pelakunya orang Dinas Sosial?", "129", "110"]],
      }),
    ),
    {
      label: "thanks before the consent are no story",
      steps: [["suwun mbak", "urgent.consent", "Kami tetap di sini", "not:tidak masuk ke laporan"]],
    },
    {
      label: "an unclear word brings the numbers, too",
      steps: [
        ["hp ini pinjam", "urgent.consent", "110 atau 112"],
        ["saya di dapur", "urgent.consent", "110 atau 112"],
      ],
    },
    ...[
      "nggih, dipun hubungi mawon",
      "iyo hubungono ae",
      "oke hubungi",
      "monggo dipunkontak mawon",
      "hubungono aku",
    ].map(
      (said): Case => ({
        label: `consent in other words: ${said}`,
        steps: [[said, "urgent.safely", "LMG-26-000123-7"]],
      }),
    ),
    ...["ojo hubungono", "sampun dipunhubungi", "boleh saya hubungi polisi?", "hubungi polisi"].map(
      (said): Case => ({
        label: `no consent: ${said}`,
        steps: [[said, "urgent.consent", "not:LMG-26-000123-7"]],
      }),
    ),
    ...["cabut saja mbak takut", "hapusen kabeh", "batalkan semua takut"].map(
      (said): Case => ({
        label: `before the consent nothing was sent: ${said}`,
        steps: [[said, "urgent.consent", "tidak ada yang kami teruskan"]],
      }),
    ),
  ),
  ...cases(
    { from: toSafely },
    {
      label: "who threatens is back while the chat asks how to reach the citizen",
      steps: [["suami datang", "urgent.safely", "110", "112 SEKARANG"]],
    },
    ...["sudah dilihat belum ya", "wis dipunwaos dereng"].map(
      (said): Case => ({
        label: `a question about the report is no way to reach the citizen: ${said}`,
        known,
        steps: [[said, "urgent.safely", "sudah dibaca", "not:sudah kami catat"]],
      }),
    ),
    {
      label: "a husband who is away is no danger",
      steps: [["suami saya pulang kampung", "urgent.open", "not:SEKARANG"]],
    },
  ),
  ...cases(
    { from: toOpen },
    ...IS_BACK.map(
      (said): Case => ({
        label: `after the consent, who threatens is back: ${said}`,
        steps: [[said, "urgent.open", "110", "112 SEKARANG"]],
      }),
    ),
    ...CHILD_IS_THERE.map(
      (said): Case => ({
        label: `after the consent, a child is there: ${said}`,
        steps: [[said, "urgent.open", "110 atau 112 SEKARANG"]],
      }),
    ),
    {
      label: "an addition after violence is confirmed with a number to call",
      steps: [["kejadiannya di dapur", "urgent.open", "Sudah kami tambahkan", "110 atau 112"]],
    },
    ...[
      "tak cabut wae mbak",
      "boten saestu, dipunbatalaken mawon",
      "batalin semua deh takut",
      "tolong hapus semuanya",
    ].map(
      (said): Case => ({
        label: `who takes the report back is asked whether to withdraw it: ${said}`,
        known,
        steps: [
          [said, "track.withdraw", "LMG-26-000123-7 mau dibatalkan?"],
          ["dia pulang", "track.withdraw", "110", "112 SEKARANG"],
          ["press:yes", "menu.choose", "sudah kami beri tahu"],
        ],
      }),
    ),
    {
      label: "at the menu, too, who is back brings the police",
      steps: [
        ["menu", "menu.choose"],
        ["suami pulang", "menu.choose", "110", "112 SEKARANG"],
      ],
    },
    {
      label: "a long story about somebody who came home is a story",
      steps: [
        ["menu", "menu.choose"],
        [
          "bapak saya sudah pulang dari malaysia tapi bansosnya kok tidak keluar",
          "complaint.programme",
          "not:112 SEKARANG",
        ],
      ],
    },
  ),
];
