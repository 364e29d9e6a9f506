import { type Case, cases, type Dialogue } from "./cases.ts";
import { toCategory, toWhere } from "./ways.ts";

/** The chat asks for the category and the programme of a complaint. Some citizens tell the story before. */
export const complaintCategoryDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "words that only name what it is about",
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
      label: "two aids of one complaint are one report",
      steps: [["PKH dan sembako saya belum cair, mau lapor", "complaint.programme", "not:sesudah ini"]],
    },
    {
      label: "money that an official asks for begins a report without a question of what it is about",
      steps: [
        ["perangkat desa minta bayaran urus bansos", "complaint.programme", "Hanya petugas Dinas Sosial yang ditunjuk"],
        ["tidak tahu", "complaint.where", "Dipotong / diminta uang"],
      ],
    },
    {
      label: "who fears a visit, or wants to think first, is answered at each question",
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
      label: "who says that they want to report begins a report",
      steps: [["mau lapor pkh belum cair", "complaint.where"]],
    },
    {
      label: "who says so where a NIK is asked begins a report with what it tells",
      steps: [
        ["1", "check.number"],
        ["mau lapor pkh belum cair di jegreg", "complaint.confirm", "Belum cair", "Jegreg"],
      ],
    },
    {
      label: "who has no NIK and wants to report is not asked for it again",
      steps: [
        ["1", "check.number"],
        ["gak punya nik, lapor aja deh", "complaint.category", "not:belum paham"],
      ],
    },
    {
      label: "without a NIK a report is one button away",
      steps: [
        ["1", "check.number"],
        ["press:none", "check.no-number"],
        ["press:>complaint.category", "complaint.category"],
      ],
    },
    {
      label: "where a NIK is asked a report is one button away",
      steps: [
        ["1", "check.number"],
        ["press:>complaint.category", "complaint.category"],
      ],
    },
    {
      label: "a story in two parts, and a programme in the second",
      steps: [
        ["bantuan saya belum cair dari bulan lalu", "complaint.programme"],
        ["padahal pkh tetangga saya sudah cair semua", "complaint.where"],
        ["desa Jegreg", "complaint.confirm", "dari bulan lalu\npadahal pkh", ", PKH"],
      ],
    },
    {
      label: "a guess that is chosen knows what was written",
      steps: [
        ["kata orang lapangan saya dinilai mampu, bagaimana ini", "menu.suggest", "Maksud"],
        ["1", "complaint.category"],
        ["press:not-listed", "complaint.where", "sudah kami catat"],
      ],
    },
    {
      label: "what is reported stays a report, whatever stands in it",
      steps: [["pak kades minta uang katanya buat urus desil", "complaint.programme", "not:BPS"]],
    },
    {
      label: "a question in the middle of a report is answered, and the report is kept",
      from: toWhere,
      steps: [
        ["desil itu apa?", "ask.show", "BPS"],
        ["menu", "menu.choose"],
      ],
    },
  ),
  ...cases(
    { from: toCategory },
    {
      label: "complaint from menu to number",
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
      label: "a story where a programme is asked",
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
      label: "a programme in a sentence",
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
      label: "a story where its kind is asked",
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
      label: "the second page of categories",
      steps: [
        ["press:more", "complaint.more"],
        ["press:officer-conduct", "complaint.what"],
        ["kembali", "complaint.more"],
        ["press:back", "complaint.category"],
      ],
    },
    {
      label: "a problem that is named chooses its kind: not received",
      steps: [["PKH oktober belum saya terima", "complaint.where", "Belum cair", "not:Masalahnya"]],
    },
    {
      label: "a problem that is named chooses its kind: aid of the rich",
      steps: [["saya mau lapor bantuan orang kaya", "complaint.where", "Salah sasaran", "not:Masalahnya"]],
    },
    {
      label: "a problem that is named chooses its kind: a card that somebody else holds",
      steps: [
        ["mas kartu pkh sing nyekel bu ketua, aku njaluk ora dikekno", "complaint.where", "ditahan", "not:Masalahnya"],
      ],
    },
    {
      label: "what is not understood twice gets a shorter question, an officer first, and may be sent as it is",
      steps: [
        ["tadi pagi waktu di balai desa semua disuruh pulang", "complaint.category", "Masalahnya tentang apa"],
        ["besoknya semua disuruh datang lagi pagi pagi", "complaint.category", "Tidak apa-apa", "not:Masalahnya"],
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
    { label: "listed dead goes to its own road", steps: [["press:listed-dead", "repair.contest"]] },
    {
      label: "photos in a complaint wait for a word, and go with it",
      steps: [
        ["press:wrong-recipient", "complaint.what"],
        ["image:", "complaint.what", "1 berkas kami terima"],
        ["image:tetangga saya kaya", "complaint.where", "1 berkas"],
        ["desa Jegreg", "complaint.confirm", "2 berkas kami terima"],
        ["press:send", "ticket.filed"],
      ],
    },
    {
      label: "a complaint that is spoken needs no word",
      steps: [
        ["press:wrong-recipient", "complaint.what"],
        ["voice:", "complaint.where", "1 berkas"],
      ],
    },
    {
      label: "a programme whose category says its name is named once",
      steps: [
        ["press:more", "complaint.more"],
        ["press:pbi-jk", "complaint.what"],
        ["bpjs gratis saya mati sejak bulan lalu", "complaint.where"],
        ["desa Jegreg", "complaint.confirm", "BPJS gratis (PBI-JK)", "not:(PBI-JK (BPJS))", "not:, PBI-JK"],
      ],
    },
  ),
];
