import { type Case, cases, type Dialogue, type Step } from "./cases.ts";

const told: readonly Step[] = [
  ["uang pkh istri saya dipotong 100rb sama ketua kelompok", "complaint.where"],
  ["desa Jegreg kecamatan Modo", "complaint.confirm", "Dirahasiakan dari desa"],
];

/** The citizen cancels a report out of fear, and then wants to continue. */
export const complaintAgainDialogues: Dialogue[] = cases(
  { from: told },
  ...[
    ["saya berubah pikiran mas, gak jadi lapor. takut", "ya wes lapor aja deh"],
    ["batal", "yaudah lapor aja"],
    ["press:cancel", "tetep mau lapor yg tadi pak"],
    ["nggak jadi lah", "lanjut lapor sing mau"],
  ].map(
    ([off = "", on = ""]): Case => ({
      label: `a cancelled report is offered again, with its story and its secrecy: ${off} / ${on}`,
      steps: [
        [off, "menu.choose"],
        ["boleh gak sih ketua pegang kartu", "ask.show"],
        [on, "complaint.confirm", "dipotong 100rb sama ketua kelompok", "Jegreg", "Dirahasiakan dari desa"],
      ],
    }),
  ),
  {
    label: "a report that was cancelled and then sent is not offered again",
    steps: [
      ["batal", "menu.choose"],
      ["yaudah lapor aja", "complaint.confirm"],
      ["ya kirim", "ticket.filed"],
      ["press:menu", "menu.choose"],
      ["yaudah lapor aja", "complaint.category", "not:dipotong"],
    ],
  },
  ...[
    "nanti kalo ketahuan istri saya dicoret gimana",
    "apa bantuan saya dicabut kalau saya lapor",
    "wedi nek konangan lapor mengko dicoret piye",
  ].map(
    (said): Case => ({
      label: `the fear of losing aid is answered, and the report stays: ${said}`,
      steps: [[said, "complaint.confirm", "bukan alasan bantuan dihentikan", "not:NIK"]],
    }),
  ),
  {
    label: "further blame at the summary is added to the report",
    steps: [
      [
        "eh itu kurang lengkap, kami mau didaftarkan. ketuanya minta 200rb juga",
        "complaint.confirm",
        "minta 200rb",
        "not:musyawarah",
      ],
    ],
  },
  {
    label: "another matter leaves the report, and says that it is not sent",
    steps: [["cara daftar bpnt gimana pak", "programmes.apply", "belum terkirim"]],
  },
  {
    label: '"batal" outside of the report drops it',
    steps: [
      ["cara daftar bpnt gimana pak", "programmes.apply"],
      ["yaudah gajadi pak, batal aja", "menu.choose", "Tidak ada yang dikirim"],
    ],
  },
);
