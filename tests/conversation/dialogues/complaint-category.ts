import { type Case, cases, type Dialogue } from "./cases.ts";
import { toCategory, toWhere } from "./ways.ts";

export const complaintCategoryDialogues: Dialogue[] = [
  ...cases(
    {},
    ...["bisa diwakilkan anak saya?", "boleh diwakilkan", "saged diwakili lare kulo mboten"].map(
      (said): Case => ({
        label: `who may go for a lost card, the bank says: ${said}`,
        steps: [
          ["mau lapor kartu KKS BPNT hilang", "complaint.where"],
          [said, "complaint.where", "Bank yang menentukan", "not:Tidak perlu datang"],
        ],
      }),
    ),
    {
      label: "words that only name the category lead to the question for the story",
      steps: [
        ["mau lapor potongan pkh", "complaint.what", "Dipotong"],
        ["100 ribu tiap tahap", "complaint.where"],
      ],
    },
    ...[
      "dulu dapat, sekarang tidak dapat lagi",
      "dulu dapat sembako tiap bulan tahun ini kok enggak dapat lagi ya bu padahal tetangga dapat",
      "bantuan saya kok berhenti, dulu dapat",
      "PKH saya dulu dapat, sekarang tidak dapat lagi",
    ].map(
      (said): Case => ({
        label: `whose aid came before is checked first, and the report has its drawer: ${said}`,
        steps: [
          [said, "check.number", "berhenti karena beberapa sebab"],
          ["press:none", "check.no-number"],
          [
            "press:>complaint.category",
            said.includes("sembako") || said.includes("PKH") ? "complaint.where" : "complaint.programme",
          ],
        ],
      }),
    ),
    ...[
      "saya mau lapor 2 hal: PKH saya belum cair bulan ini sama kartu KIS anak saya mati",
      "PKH belum cair sama KIS anak mati",
    ].map(
      (said): Case => ({
        label: `of two aids in one message the second is kept, and offered after the first: ${said}`,
        steps: [
          [said, "complaint.where", "Belum cair", "Soal PBI-JK (BPJS) kita urus sesudah ini"],
          ["desa jegreg modo", "complaint.confirm", "PKH", "belum cair", "not:KIS"],
          ["ya", "ticket.filed", "Tadi juga disebut", "KIS anak"],
          ["press:second", "complaint.confirm", "BPJS gratis", "KIS anak", "Jegreg", "not:PKH"],
          ["ya", "ticket.filed", "not:Tadi juga"],
        ],
      }),
    ),
    {
      label: "one complaint about two aids is one report",
      steps: [["PKH dan sembako saya belum cair, mau lapor", "complaint.programme", "not:sesudah ini"]],
    },
    {
      label: "an official who asks for money gives the report its category",
      steps: [
        ["perangkat desa minta bayaran urus bansos", "complaint.programme", "Hanya petugas Dinas Sosial yang ditunjuk"],
        ["tidak tahu", "complaint.where", "Dipotong / diminta uang"],
      ],
    },
    {
      label: "each question answers a citizen who fears a visit or wants to think first",
      steps: [
        ["perangkat desa minta bayaran 200 ribu urus bansos", "complaint.programme", "not:BST", "not:HKSN"],
        ["hmm nanti dulu saya pikir2 dulu ya bu, takut", "complaint.programme", "belum ada yang membacanya"],
        [
          "kalau pak kades datang ke rumah saya marah2 gimana",
          "complaint.programme",
          "110 (polisi)",
          "not:belum paham",
        ],
        ["tidak tahu", "complaint.where"],
        ["nanti dulu", "complaint.where", "belum ada yang membacanya"],
        ["desa kandangrejo kemarin", "complaint.confirm", "minta bayaran 200 ribu", "not:takut"],
        ["kalau pak kades datang ke rumah saya marah2 gimana", "complaint.confirm", "110 (polisi)", "BELUM terkirim"],
      ],
    },
    {
      label: '"mau lapor" begins a report',
      steps: [["mau lapor pkh belum cair", "complaint.where"]],
    },
    {
      label: '"mau lapor" at the question for the NIK begins a report with the rest of the message',
      steps: [
        ["1", "check.number"],
        ["mau lapor pkh belum cair di jegreg", "complaint.confirm", "Belum cair", "Jegreg"],
      ],
    },
    {
      label: "a citizen without a NIK who wants to report gets no further question for it",
      steps: [
        ["1", "check.number"],
        ["gak punya nik, lapor aja deh", "complaint.category", "not:belum paham"],
      ],
    },
    {
      label: "the help for citizens without a NIK has a button to a report",
      steps: [
        ["1", "check.number"],
        ["press:none", "check.no-number"],
        ["press:>complaint.category", "complaint.category"],
      ],
    },
    {
      label: "the question for the NIK has a button to a report",
      steps: [
        ["1", "check.number"],
        ["press:>complaint.category", "complaint.category"],
      ],
    },
    {
      label: "a second part of the story brings the programme",
      steps: [
        ["bantuan saya belum cair dari bulan lalu", "complaint.programme"],
        ["padahal pkh tetangga saya sudah cair semua", "complaint.where"],
        ["desa Jegreg", "complaint.confirm", "dari bulan lalu\npadahal pkh", ", PKH"],
      ],
    },
    {
      label: "a chosen guess keeps the citizen's words as the story",
      steps: [
        ["kata orang lapangan saya dinilai mampu, bagaimana ini", "menu.suggest", "Maksud"],
        ["1", "complaint.category"],
        ["press:not-listed", "complaint.where", "sudah kami catat"],
      ],
    },
    {
      label: "a report that mentions the rank stays a report",
      steps: [["pak kades minta uang katanya buat urus desil", "complaint.programme", "not:BPS"]],
    },
    {
      label: "a question in a report is answered",
      from: toWhere,
      steps: [
        ["desil itu apa?", "complaint.where", "BPS"],
        ["menu", "menu.choose"],
      ],
    },
  ),
  ...cases(
    { from: toCategory },
    {
      label: "a complaint goes from the menu to its number",
      steps: [
        ["press:cut", "complaint.programme"],
        ["press:pkh", "complaint.what", "petugas Dinas Sosial yang ditunjuk"],
        ["dipotong 50 ribu", "complaint.where"],
        ["desa Jegreg, kemarin", "complaint.confirm", "dipotong 50 ribu", "PKH"],
        ["press:send", "ticket.filed"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "a chain letter is no story",
      steps: [
        [
          "Klik link ini untuk daftar bantuan Rp600.000: https://bansos-cair.xyz/daftar",
          "complaint.category",
          "penipuan",
        ],
      ],
    },
    {
      label: "the question for the programme takes a story",
      steps: [
        ["press:cut", "complaint.programme"],
        [
          "bulan oktober di balai desa, pak kasun minta 100 ribu tiap keluarga",
          "complaint.where",
          "petugas Dinas Sosial yang ditunjuk",
        ],
        ["desa Jegreg", "complaint.confirm", "pak kasun minta 100 ribu"],
      ],
    },
    {
      label: "the question for the programme takes a sentence with a programme",
      steps: [
        ["press:cut", "complaint.programme"],
        ["hmm", "complaint.programme", "belum paham"],
        ["kapan pkh cair pak", "check.number"],
        ["mau lapor", "complaint.category"],
        ["press:draft", "complaint.programme"],
        ["yang pkh pak", "complaint.what"],
      ],
    },
    {
      label: "the question for the category takes a story",
      steps: [
        ["tadi pagi waktu di balai desa semua disuruh pulang", "complaint.category", "sudah kami catat"],
        ["press:more", "complaint.more"],
        ["press:other", "complaint.where"],
      ],
    },
    {
      label: "a category without a programme",
      steps: [
        ["press:not-listed", "complaint.what"],
        ["tetangga dapat saya tidak", "complaint.where"],
      ],
    },
    {
      label: "the second page of categories leads on and back",
      steps: [
        ["press:more", "complaint.more"],
        ["press:officer-conduct", "complaint.what"],
        ["kembali", "complaint.more"],
        ["press:back", "complaint.category"],
      ],
    },
    {
      label: "a named problem gives the report its category: not received",
      steps: [["PKH oktober belum saya terima", "complaint.where", "Belum cair", "not:Masalahnya"]],
    },
    {
      label: "a named problem gives the report its category: aid of the rich",
      steps: [["saya mau lapor bantuan orang kaya", "complaint.where", "Salah sasaran", "not:Masalahnya"]],
    },
    {
      label: "a named problem gives the report its category: a card that another person holds",
      steps: [
        ["mas kartu pkh sing nyekel bu ketua, aku njaluk ora dikekno", "complaint.where", "ditahan", "not:Masalahnya"],
      ],
    },
    {
      label: "a second unclear story goes on without a category",
      steps: [
        ["tadi pagi waktu di balai desa semua disuruh pulang", "complaint.category", "Masalahnya tentang apa"],
        ["besoknya semua disuruh datang lagi pagi pagi", "complaint.where", "Lain-lain", "not:Masalahnya"],
        ["desa Jegreg", "complaint.confirm", "semua disuruh pulang\nbesoknya semua disuruh"],
      ],
    },
    {
      label: "an unclear story can be sent without a category",
      steps: [
        ["tadi pagi waktu di balai desa semua disuruh pulang", "complaint.category", "Masalahnya tentang apa"],
        ["kirim aja", "complaint.where", "sudah kami catat"],
      ],
    },
    ...["aku ora pengen nglaporke, mung takon", "aku ora pengen nglaporke tonggoku lho, mung takon"].map(
      (said): Case => ({
        label: `who only asks leaves the report: ${said}`,
        steps: [
          ["tadi pagi waktu di balai desa semua disuruh pulang", "complaint.category"],
          [said, "menu.choose", "dibatalkan"],
        ],
      }),
    ),
    { label: 'the category "listed dead" leads to an objection', steps: [["press:listed-dead", "repair.contest"]] },
    {
      label: "photos in a complaint wait for words, and are filed with them",
      steps: [
        ["press:wrong-recipient", "complaint.what"],
        ["image:", "complaint.what", "1 berkas kami terima"],
        ["image:tetangga saya kaya", "complaint.where", "1 berkas"],
        ["desa Jegreg", "complaint.confirm", "2 berkas kami terima"],
        ["press:send", "ticket.filed"],
      ],
    },
    {
      label: "a voice message needs no words",
      steps: [
        ["press:wrong-recipient", "complaint.what"],
        ["voice:", "complaint.where", "1 berkas"],
      ],
    },
    {
      label: "the summary names the programme of the category pbi-jk once",
      steps: [
        ["press:more", "complaint.more"],
        ["press:pbi-jk", "complaint.what"],
        ["bpjs gratis saya mati sejak bulan lalu", "complaint.where"],
        ["desa Jegreg", "complaint.confirm", "BPJS gratis (PBI-JK)", "not:(PBI-JK (BPJS))", "not:, PBI-JK"],
      ],
    },
  ),
];
