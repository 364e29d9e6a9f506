import { ticket } from "../people.ts";
import { type Case, cases, type Dialogue, type Step } from "./cases.ts";
import { toConsent, toCutWhere } from "./ways.ts";

const holder = { name: "Marta", rung: "dinsos" as const };
const fresh = { ...ticket, number: "LMG-26-000123-7", state: "new" as const, answers: [] };
const held = { ...fresh, holder };
const danger = { ...held, number: "LMG-26-000200-3", category: "urgent" as const };
const toFiled: readonly Step[] = [...toCutWhere, ["desa Jegreg, kemarin", "complaint.confirm"], ["ya", "ticket.filed"]];
const toDanger: readonly Step[] = [["anak saya kejang dan sesak napas sekarang", "urgent.place"]];

/** The citizen asks whether an officer has read the report, or who works on it. */
const ASKS_READ = [
  "apa petugasnya sudah membaca?",
  "pesan saya sudah dibaca belum ya pak",
  "wis diwoco opo durung",
  "sampun dipunwaos dereng nggih",
  "sing nyekel laporanku sopo",
  "siapa yang menangani laporan saya",
];

const STATES = [
  ["nobody holds the new report", fresh, ["belum ada petugas yang memegangnya", "not:Marta"]],
  ["an officer holds the new report", held, ["dipegang Marta (Dinas Sosial)", "kami tidak tahu", "not:belum dibaca"]],
  ["an officer works on the report", { ...held, state: "working" }, ["sudah dibaca", "Marta"]],
  ["an officer has asked", { ...held, state: "waiting" }, ["menunggu jawaban"]],
  ["an officer has closed the report", { ...held, state: "closed", closedAt: ticket.openedAt }, ["diselesaikan"]],
] as const;

export const readYetDialogues: Dialogue[] = [
  ...ASKS_READ.flatMap((said) =>
    cases(
      { known: { tickets: [held], byNumber: held } },
      {
        label: `"was it read" after a report is answered there: ${said}`,
        from: toFiled,
        steps: [[said, "ticket.filed", "dipegang Marta", "not:belum paham"]],
      },
      { label: `"was it read" at the menu: ${said}`, steps: [[said, "menu.choose", "dipegang Marta"]] },
      {
        label: `"was it read" in the list of reports: ${said}`,
        from: [["lihat laporan saya", "track.choose", "not:belum dibaca"]],
        steps: [[said, "track.choose", "dipegang Marta"]],
      },
      {
        label: `nobody reads what is not sent: ${said}`,
        from: toCutWhere,
        steps: [[said, "complaint.where", "belum dikirim"]],
      },
    ),
  ),
  ...ASKS_READ.flatMap((said) =>
    cases(
      { known: { tickets: [danger], byNumber: danger } },
      {
        label: `"was it read" in a danger keeps the report and its numbers: ${said}`,
        from: toDanger,
        steps: [[said, "urgent.place", "dipegang Marta", "112"]],
      },
    ),
  ),
  ...cases(
    {},
    ...(["violence", "urgent-private"] as const).map((category): Case => {
      const known = { tickets: [held, { ...danger, category }], byNumber: held };
      return {
        label: `"was it read" at the menu names no newer report of ${category}`,
        known,
        steps: [["wis diwoco durung", "menu.choose", held.number, `not:${danger.number}`]],
      };
    }),
    {
      label: `"was it read" at the menu says nothing of the only report, which tells of violence`,
      known: { tickets: [{ ...danger, category: "violence" as const }], byNumber: danger },
      steps: [
        ["pesan saya sudah dibaca belum", "menu.choose", "daftar laporan", `not:${danger.number}`, "not:Belum ada"],
        ["LIHAT LAPORAN SAYA", "track.choose"],
      ],
    },
    { label: "without a report nothing was read", steps: [["sudah dibaca belum", "menu.choose", "Belum ada laporan"]] },
    ...STATES.map(([label, view, says]): Case => {
      const known = { tickets: [view], byNumber: view };
      return { label: `"was it read": ${label}`, known, steps: [["sudah dibaca belum?", "menu.choose", ...says]] };
    }),
  ),
];

const ASKS_BEFORE_SENDING = [
  "nanti jawabannya lewat mana ya",
  "makasih, oh ya apakah anak saya boleh ikut baca jawabannya",
  "yen nomerku ganti piye",
  "kalau hp saya rusak bagaimana",
];
const WHO_READS = ["eh ini nanti dibaca siapa ya", "sopo wae sing iso moco iki", "pertanyaanku dibaca kelurahan gak"];

/** After a question, the chat sends, drops and withdraws nothing. */
export const keptByQuestionDialogues: Dialogue[] = cases(
  {},
  ...ASKS_BEFORE_SENDING.map(
    (said): Case => ({
      label: `a question is no yes to sending: ${said}`,
      from: [["mau tanya petugas soal beasiswa kuliah anak saya", "officer.ask"]],
      steps: [
        [said, "officer.ask", "belum ada yang dikirim"],
        ["press:send", "ticket.filed"],
      ],
    }),
  ),
  ...WHO_READS.map(
    (said): Case => ({
      label: `who reads is answered before the question is sent: ${said}`,
      from: [["mau tanya petugas soal beasiswa kuliah anak saya", "officer.ask"]],
      steps: [
        [said, "officer.ask", "dibaca petugas", "not:Nomor laporan"],
        ["press:send", "ticket.filed"],
      ],
    }),
  ),
  ...["nanti kalau nomor wa saya ganti jawabannya ke mana", "lek wis dikirim aku kudu nang endi"].map(
    (said): Case => ({
      label: `a question leaves a finished report as it is: ${said}`,
      from: [...toCutWhere, ["desa Jegreg, kemarin", "complaint.confirm"]],
      steps: [
        [said, "complaint.confirm"],
        ["ya kirim", "ticket.filed"],
      ],
    }),
  ),
  {
    label: "what is dropped beside a report of danger is not all",
    from: [...toDanger, ["mau lapor beras bantuan dipotong pak kasun", "complaint.where"]],
    steps: [["ra sido wae, batalno", "menu.choose", "sudah terkirim", "not:idak ada yang dikirim"]],
  },
  {
    label: "after violence the chat names no report, and does not say that none was sent",
    from: [
      ...toConsent,
      ["ya", "urgent.safely"],
      ["malam saja", "urgent.open"],
      ["menu", "menu.choose"],
      ...toCutWhere,
    ],
    steps: [["tidak jadi, batalkan saja", "menu.choose", "yang belum dikirim", "not:idak ada yang dikirim"]],
  },
  ...["laporanku batalno ae", "laporannya ditutup saja", "saya nggak jadi dihubungi", "laporane tarik wae"].map(
    (said): Case => ({
      label: `the one open report is withdrawn in one step: ${said}`,
      known: { tickets: [held], byNumber: held },
      steps: [[said, "track.withdraw", "LMG-26-000123-7 mau dibatalkan?"]],
    }),
  ),
  ...["eh jangan, terusno ae", "jangan deh", "ojo, lanjut wae"].map(
    (said): Case => ({
      label: `the report stays: ${said}`,
      known: { tickets: [held], byNumber: held },
      from: [["batalkan laporan saya", "track.withdraw"]],
      steps: [[said, "menu.choose", "tidak dibatalkan"]],
    }),
  ),
  ...["lanjut", "lanjutkan pak", "terusno wae", "nggih terusaken mawon"].map(
    (said): Case => ({
      label: `"go on" may mean either, so the chat asks again whether to withdraw: ${said}`,
      known: { tickets: [held], byNumber: held },
      from: [["batalkan laporan saya", "track.withdraw"]],
      steps: [[said, "track.withdraw", "belum dibatalkan", "Mau dibatalkan?"]],
    }),
  ),
  {
    label: "who goes on with the report keeps it",
    known: { tickets: [held], byNumber: held },
    from: [["batalkan laporan saya", "track.withdraw"]],
    steps: [["lanjutkan laporannya pak", "menu.choose", "tidak dibatalkan"]],
  },
  {
    label: "a wish for secrecy leaves the question whether to withdraw",
    known: { tickets: [held], byNumber: held },
    from: [["batalkan laporan saya", "track.withdraw"]],
    steps: [
      ["jangan sampai bapaknya anak-anak tahu", "track.withdraw"],
      ["press:yes", "menu.choose", "sudah kami beri tahu"],
    ],
  },
  {
    label: 'right after it was sent, "not yet" takes the report back',
    known: { tickets: [held], byNumber: held },
    from: toFiled,
    steps: [["ojo sik deh", "track.withdraw", "mau dibatalkan?"]],
  },
  {
    label: 'a question that begins with "eh" takes nothing back',
    known: { tickets: [held], byNumber: held },
    from: toFiled,
    steps: [
      ["eh tapi laporan ini nanti sampai ke desa nggak", "ticket.filed", "desa/kelurahan, pendamping, dan TKSK tidak"],
    ],
  },
  ...["yo ngajokno sanggahan wae", "ajukan sanggahan"].map(
    (said): Case => ({
      label: `the objection is filed by its typed title after another answer: ${said}`,
      from: [
        ["ibu saya masih sehat kok di daftar ditulis meninggal", "repair.contest"],
        ["desil itu apa", "ask.show"],
      ],
      steps: [
        [said, "ticket.collect", "not:Maksud Bapak/Ibu"],
        ["Sumiati desa Jegreg", "ticket.filed"],
      ],
    }),
  ),
  {
    label: "the objection by its title alone explains first",
    steps: [["ajukan sanggahan", "repair.contest", "Mohon maaf"]],
  },
  ...["lho laporan potongan mau endi", "laporno wae", "lanjut lapor"].map(
    (said): Case => ({
      label: `the left draft goes on: ${said}`,
      from: [...toCutWhere, ["menu", "menu.choose"]],
      steps: [[said, "complaint.where"]],
    }),
  ),
  ...["aku kan durung ngongkon ngirim to", "lho saya belum minta dikirim lho pak"].map(
    (said): Case => ({
      label: `what was sent without a word is taken back: ${said}`,
      known: { tickets: [held], byNumber: held },
      from: toFiled,
      steps: [[said, "track.withdraw", "mau dibatalkan?"]],
    }),
  ),
  ...["lha sing moco wong kelurahan, ojo pak", "yang baca orang kelurahan? jangan pak"].map(
    (said): Case => ({
      label: `a refusal of the village is a wish for secrecy, and no new report: ${said}`,
      known: { tickets: [held], byNumber: held },
      from: toFiled,
      steps: [[said, "ticket.filed", "not:Masalahnya tentang apa"]],
    }),
  ),
  ...["ora usah nganggo jeneng yo", "tidak perlu pakai nama ya bu"].map(
    (said): Case => ({
      label: `a report needs no name: ${said}`,
      from: toCutWhere,
      steps: [[said, "complaint.where", "Nama tidak perlu ditulis", "not:tambahkan ke ceritanya"]],
    }),
  ),
);

export const whoReadsDialogues: Dialogue[] = cases(
  {},
  ...["sopo ae sing iso moco laporanku", "siapa saja yang bisa lihat laporan saya"].flatMap((said): Case[] => [
    {
      label: `a report of danger kept from the village stays so: ${said}`,
      from: [...toDanger, ["tapi ojo sampek jenengku metu, rahasiakan dari desa", "urgent.place"]],
      steps: [[said, "urgent.place", "desa/kelurahan, pendamping, dan TKSK tidak", "not:Mau selalu begitu"]],
    },
    {
      label: `who reads after violence: ${said}`,
      from: [...toConsent, ["ya", "urgent.safely"], ["malam saja", "urgent.open"]],
      steps: [[said, "urgent.open", "petugas khusus", "keluarga tidak kami beri tahu"]],
    },
    {
      label: `who reads the words of somebody weary of life: ${said}`,
      from: [["saya ingin mengakhiri hidup saya", "urgent.place"]],
      steps: [[said, "urgent.place", "petugas Dinas Sosial yang ditunjuk"]],
    },
  ]),
);
