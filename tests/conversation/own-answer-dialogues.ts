import type { Dialogue } from "./dialogue-table.ts";
import { KK, NIK } from "./people.ts";

type Step = Dialogue["steps"][number];
const toWhere: Step[] = [
  ["halo", "menu.choose"],
  ["3", "complaint.category"],
  ["beras yang dibagikan busuk dan berkutu", "complaint.where"],
];
const notAsked = (said: string): Dialogue => ({
  label: `where it happened is not "${said}"`,
  steps: [
    ...toWhere,
    [said, "complaint.where"],
    ["desa Jegreg", "complaint.confirm", `waktu: Jegreg, Kec. Modo (“desa Jegreg”)`],
  ],
});
const isAsked = (said: string, ...shown: string[]): Dialogue => ({
  label: `where it happened: "${said}"`,
  steps: [...toWhere, [said, "complaint.confirm", ...shown]],
});
const opensNothing = (said: string): Dialogue => ({
  label: `"${said}" at an officer opens no ticket; said again it is filed as a call back`,
  steps: [
    ["halo", "menu.choose"],
    ["7", "officer.ask"],
    [said, "officer.ask", "mau ditanyakan apa"],
    ["halo", "ticket.collect", "menelepon"],
    ["081234567890", "ticket.filed"],
  ],
});

/** Every question takes its own kind of answer and no other. */
export const ownAnswerDialogues: Dialogue[] = [
  ...["PKH", "halo", "ok", "apakah pak kades akan tahu?", "iya", "12345"].map(notAsked),
  isAsked("desa Jegreg", "Jegreg, Kec. Modo"),
  isAsked("bulan lalu di balai desa", "balai desa"),
  isAsked("di rumah saya", "rumah saya"),
  isAsked("dukuh Ngablak RT 2", "Ngablak"),
  isAsked("Ngablak", "Ngablak"),
  isAsked("tidak tahu", "not:tidak tahu"),
  isAsked("mboten ngertos"),
  {
    label: "batal where a place is asked drops it with a word",
    steps: [...toWhere, ["batal", "menu.choose", "Tidak ada yang dikirim"]],
  },
  {
    label: "who reads it is told where a place is asked",
    steps: [...toWhere, ["apakah pak kades akan tahu?", "complaint.where", "petugas Dinas Sosial yang ditunjuk"]],
  },
  {
    label: "more of the story where a place is asked goes with the story",
    steps: [
      ...toWhere,
      ["anak anak jadi sakit perut semua makan itu", "complaint.where", "ceritanya"],
      ["desa Jegreg", "complaint.confirm", "sakit perut", "berkutu"],
    ],
  },
  {
    label: "a village typed at the confirmation corrects the place",
    steps: [
      ...toWhere,
      ["desa Jegreg", "complaint.confirm", "Jegreg"],
      ["desa Plosowahyu", "complaint.confirm", "Plosowahyu", "not:Jegreg"],
      ["desa Sukorejo", "complaint.kecamatan"],
      ["Sukorejo", "complaint.kecamatan"],
      ["desa Plosowahyu", "complaint.confirm", "Plosowahyu"],
      ["ya", "ticket.filed"],
    ],
  },
  ...["halo", "p", "ok", "iya pak mau tanya", "assalamualaikum pak", NIK].map(opensNothing),
  {
    label: "a question after a greeting is the question, and the number typed before goes along",
    steps: [
      ["7", "officer.ask"],
      [`NIK saya ${NIK}`, "officer.ask", "mau ditanyakan apa"],
      ["kenapa bansos saya belum cair pak", "ticket.filed", "NIK berakhiran 01"],
    ],
  },
  {
    label: "who cannot write is called back",
    steps: [
      ["halo", "menu.choose"],
      ["telepon saya, saya tidak bisa baca tulis", "ticket.collect", "menelepon"],
      ["Siti jam 9", "ticket.collect", "Nomor telepon"],
      ["0812 3456 7890", "ticket.filed"],
    ],
  },
  {
    label: "with the number in the same words at once",
    steps: [["telepon saya di 081234567890, saya tidak bisa baca tulis", "ticket.filed"]],
  },
  {
    label: "a name is asked, and what is none is not looked up",
    steps: [
      ["1", "check.number"],
      ["press:none", "check.no-number"],
      ["press:card", "check.card"],
      [KK, "check.card-name"],
      ["ok", "check.card-name"],
      ["tidak tahu", "check.card-name"],
      ["Siti Aminah", "check.repairable"],
    ],
  },
  {
    label: "what an officer should know is no greeting",
    steps: [
      ["2", "repair.choose"],
      ["1", "repair.explain"],
      ["press:done", "ticket.collect"],
      ["halo", "ticket.collect"],
      ["Siti desa Jegreg, sudah rekam kemarin", "ticket.filed"],
    ],
  },
];
