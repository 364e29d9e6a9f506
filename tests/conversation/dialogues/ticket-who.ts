import { cases, type Dialogue } from "./cases.ts";

const COLLECT = "ticket.collect";
const FILED = "ticket.filed";
const WHO = "siapa orangnya, dan di desa mana?";

/** An objection of a citizen whom the list calls dead goes to an officer with a name or a village. */
export const whoDialogues: Dialogue[] = cases(
  {
    from: [
      ["saya tercatat meninggal padahal masih hidup", "repair.contest"],
      ["Ajukan sanggahan", COLLECT],
    ],
  },
  {
    label: "words that name nobody are kept, the button's words are no details, and the name is asked for once",
    steps: [
      ["saya yang chat ini orangnya masih hidup", COLLECT, WHO, "not:Nomor laporan"],
      ["Ajukan sanggahan", COLLECT, "not:Nomor laporan"],
      ["nama Kastiah, saya bisa datang kapan saja", FILED, "Nomor laporan"],
    ],
  },
  {
    label: "a number of a KK names nobody; a name that follows the report is added to it",
    steps: [
      ["KK nya 3524019999999999", COLLECT, WHO],
      ["saya masih hidup pak tolong", FILED, "Nomor laporan"],
      ["nama saya Sukarmi desa Plosowahyu", FILED, "Sudah ditambahkan"],
    ],
  },
  { label: "a village is enough", steps: [["Sukarmi, desa Plosowahyu, umur 82", FILED, "Nomor laporan"]] },
  { label: "a bare name is enough", steps: [["Siti Aminah", FILED, "Nomor laporan"]] },
);

/** A report of a death needs the name or the NIK of the dead. A report without a place takes the place afterwards. */
export const deadDialogues: Dialogue[] = cases(
  {
    from: [
      ["bapak saya sudah meninggal", "repair.report"],
      ["Laporkan kematian", COLLECT],
    ],
  },
  {
    label: "a village alone is no name: the name of the dead is asked for once",
    steps: [
      ["Sukorejo", COLLECT, "siapa nama lengkap yang meninggal?", "not:Nomor laporan"],
      ["Slamet", FILED, "Nomor laporan"],
    ],
  },
  { label: "a name beside a village is enough", steps: [["Slamet, desa Sukorejo", FILED]] },
  {
    label: "NIK and KK alone say who the dead is",
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
      label: "a place that follows a report without one is added to it",
      steps: [["Jegreg", FILED, "Sudah ditambahkan"]],
    },
  ),
);

/** A citizen asks how a report stands that is not sent yet. */
export const unsentDialogues: Dialogue[] = cases(
  {},
  {
    label: "a report that is not sent is not looked for: the chat says so and offers to go on",
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
