import { cases, type Dialogue } from "./cases.ts";

const COLLECT = "ticket.collect";
const FILED = "ticket.filed";
const WHO = "siapa orangnya, dan di desa/kelurahan mana?";

/** An objection to a recorded death needs a name or a village. */
export const whoDialogues: Dialogue[] = cases(
  {
    from: [
      ["saya tercatat meninggal padahal masih hidup", "repair.contest"],
      ["Ajukan sanggahan", COLLECT],
    ],
  },
  {
    label: "words that name no person get the question for the name",
    steps: [
      ["saya yang chat ini orangnya masih hidup", COLLECT, WHO, "not:Nomor laporan"],
      ["Ajukan sanggahan", COLLECT, "not:Nomor laporan"],
      ["nama Kastiah, saya bisa datang kapan saja", FILED, "Nomor laporan"],
    ],
  },
  {
    label: "a KK names no person, and a later name is added",
    steps: [
      ["KK nya 3524019999999999", COLLECT, WHO],
      ["saya masih hidup pak tolong", FILED, "Nomor laporan"],
      ["nama saya Sukarmi desa Plosowahyu", FILED, "Sudah ditambahkan"],
    ],
  },
  {
    label: "an objection with a village is filed",
    steps: [["Sukarmi, desa Plosowahyu, umur 82", FILED, "Nomor laporan"]],
  },
  { label: "an objection with a bare name is filed", steps: [["Siti Aminah", FILED, "Nomor laporan"]] },
);

/** A report of a death needs the name or the NIK of the dead. */
export const deadDialogues: Dialogue[] = cases(
  {
    from: [
      ["bapak saya sudah meninggal", "repair.report"],
      ["Laporkan kematian", COLLECT],
    ],
  },
  {
    label: "a death with only a village gets the question for the name",
    steps: [
      ["Sukorejo", COLLECT, "siapa nama lengkap yang meninggal?", "not:Nomor laporan"],
      ["Slamet", FILED, "Nomor laporan"],
    ],
  },
  { label: "a death with a name and a village is filed", steps: [["Slamet, desa Sukorejo", FILED]] },
  {
    label: "a death with NIK and KK is filed",
    steps: [["3524015206799901 3524010201199901", FILED, "berakhiran 01 ikut dikirim"]],
  },
).concat(
  cases(
    {
      from: [
        ["ketua kelompok motong uang pkh saya 50 ribu tiap cair", "complaint.where"],
        ["tidak tahu", "complaint.confirm"],
        ["kirim", FILED],
      ],
    },
    {
      label: "a later place is added to a report without a place",
      steps: [["Jegreg", FILED, "Sudah ditambahkan"]],
    },
  ),
);

export const unsentDialogues: Dialogue[] = cases(
  {},
  {
    label: "a question for a report that is not sent gets the draft",
    steps: [
      ["ketua kelompok motong uang pkh saya 50 ribu tiap cair", "complaint.where"],
      ["menu", "menu.choose"],
      [
        "permisi, laporan saya yang tadi pagi sudah sampai mana",
        "track.choose",
        "belum dikirim",
        "not:Belum ada laporan",
      ],
      ["press:draft", "complaint.where"],
    ],
  },
);
