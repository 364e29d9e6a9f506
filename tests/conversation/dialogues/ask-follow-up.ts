import { ticket } from "../people.ts";
import { type Case, cases, type Dialogue, type Step } from "./cases.ts";
import { greeted, toApply, toCategory, toCutWhere, toDeceased, toNumber, toUnmatched } from "./ways.ts";

const toDukcapil: readonly Step[] = [["cara bikin ktp gimana", "ask.show"]];
const toCollect: readonly Step[] = [["cara ambil bantuan gimana", "ask.show"]];
const toFiled: readonly Step[] = [...toCutWhere, ["desa Jegreg, kemarin", "complaint.confirm"], ["ya", "ticket.filed"]];

const HOW_LONG = [
  "kira-kira berapa lama pak",
  "prosesnya lama gak ya",
  "niku pinten dinten nggih",
  "piro suwene mas",
  "kapan beresnya?",
];
const INSTEAD = [
  "kalau diwakilkan bisa tidak",
  "boleh cucu saya saja yang ngurus?",
  "anak kulo mawon sing ngurus saget?",
  "mantuku ae sing ngurus oleh ora",
  "saya tidak kuat jalan, boleh ibu saya yang datang?",
  "kulo mboten saged mlampah, saged putu kulo?",
];

const MATTERS: readonly (readonly [way: readonly Step[], at: string, howLong: string, instead: string])[] = [
  [toDukcapil, "ask.show", "Disdukcapil tidak tercatat", "rekam"],
  [toCollect, "ask.show", "Kapan uangnya cair", "anggota satu KK"],
  [toApply, "programmes.apply", "diperiksa berurutan", "operator desa"],
  [toDeceased, "repair.deceased", "tidak tercatat pada kami", "boleh mewakili"],
  [toCutWhere, "complaint.where", "hari kerja", "boleh melapor"],
  [toCategory, "complaint.category", "tertulis begitu laporan terkirim", "boleh melapor"],
  [toNumber, "check.number", "Kapan uangnya cair", "anggota satu KK"],
  [toFiled, "ticket.filed", "hari kerja", "boleh melapor"],
];

export const askFollowUpDialogues: Dialogue[] = [
  ...cases(
    { known: { byNumber: ticket } },
    ...MATTERS.flatMap(([from, at, howLong, instead]) => [
      ...HOW_LONG.map((said): Case => ({ label: `${at}: ${said}`, from, steps: [[said, at, howLong]] })),
      ...INSTEAD.map((said): Case => ({ label: `${at}: ${said}`, from, steps: [[said, at, instead]] })),
    ]),
    {
      label: "the explanation of a repair answers from its own facts",
      from: toUnmatched,
      steps: [
        ["berapa hari jadinya", "repair.explain", "Lamanya: "],
        ["mertua saya saja yang ngurus bisa?", "repair.explain", "Keluarga boleh mewakili"],
      ],
    },
    {
      label: "who fetches money is answered in the draft of a report, and the draft stays",
      from: toCutWhere,
      steps: [["nek bojoku sing njupuk oleh ora", "complaint.where", "anggota satu KK"]],
    },
    {
      label: "two such questions in one message are both answered",
      from: toDukcapil,
      steps: [["berapa lama jadinya? boleh istri saya yang urus?", "ask.show", "tidak tercatat", "mewakili"]],
    },
    {
      label: "a report that is not sent yet names the days as if it were sent",
      from: toCutWhere,
      steps: [["berapa hari selesainya", "complaint.where", "Kalau dikirim hari ini"]],
    },
    ...[
      "mbah putri sudah tidak bisa jalan, ambil bantuan di kantor pos apa boleh anaknya yang ambil?",
      "njupuk bantuan pkh iso diwakilno anakku gak",
    ].map(
      (said): Case => ({
        label: `at the menu the matter is the one that the message names: ${said}`,
        from: greeted,
        steps: [[said, "ask.show", "anggota satu KK"]],
      }),
    ),
  ),
];
