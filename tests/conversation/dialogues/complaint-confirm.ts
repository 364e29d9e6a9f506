import { OTHER_NIK, ticket } from "../people.ts";
import { cases, type Dialogue, type Step } from "./cases.ts";
import { toCategory, toCutWhere, toResult, toWhere, toWhereGreeted } from "./ways.ts";

const SENDS = [
  "iyo bener nak",
  "iya bener nak",
  "oke kirim",
  "kirim saja bu",
  "kirim aja",
  "iya tolong dikirim",
  "monggo dikirim",
  "langsung kirim saja pak",
  "nggih dikintun mawon",
  "yes please send it",
  "laporkan",
  "yo wis laporno wae",
];
const PUTS_OFF = [
  "jangan dulu",
  "aja dikirim",
  "ojo dilaporno",
  "jangan dikirim dulu bu",
  "jangan kirim",
  "hmm nanti dulu saya pikir2 dulu ya bu, takut",
  "sek to",
  "tak pikir dhisik",
];
const HIDES_PLACE = [
  "saya tidak mau sebut desanya dulu",
  "apa saya harus nulis desa? desanya kecil nanti ketahuan saya yang lapor",
  "apa saya harus nulis desa? nanti ketahuan",
  "mboten purun nyebat desane",
  "lewati",
];

/** The citizen reads the summary of a complaint, corrects it, and sends it. */
export const complaintConfirmDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "a draft that was secret stays secret when its accusing words are replaced",
      steps: [
        ["beras yang dibagikan busuk dan berkutu", "complaint.where"],
        ["perangkat desa minta uang 20rb, desa Jegreg", "complaint.confirm", "Dirahasiakan"],
        ["press:change", "complaint.what"],
        ["berasnya busuk sekali", "complaint.confirm", "Dirahasiakan"],
        ["press:place", "complaint.where"],
        ["desa Jegreg", "complaint.confirm", "Dirahasiakan"],
      ],
    },
    {
      label: "a complaint begins with the citizen's words, and the summary takes corrections",
      steps: [
        ["bantuan saya belum cair dari bulan lalu", "complaint.programme"],
        ["press:unknown", "complaint.where"],
        ["desa Jegreg, kemarin", "complaint.confirm", "Belum cair", "belum cair dari bulan lalu"],
        ["press:change", "complaint.what"],
        ["dua bulan belum cair", "complaint.confirm", "desa Jegreg, kemarin"],
        ["desa Jegreg", "complaint.confirm", "“dua bulan belum cair”"],
      ],
    },
    {
      label: "after a story with programme and blame, the chat asks only for the place",
      steps: [
        ["lapor uang pkh saya dipotong kepala dusun 100rb", "complaint.where", "petugas Dinas Sosial yang ditunjuk"],
        ["desa Jegreg, kemarin", "complaint.confirm", "Dipotong", "PKH", "dipotong kepala dusun 100rb"],
        ["press:send", "ticket.filed"],
      ],
    },
    {
      label: "an accusation with fear gets the sentence on readers, then one question",
      steps: [
        ["pak kades minta uang 100 ribu, saya takut", "complaint.programme", "petugas Dinas Sosial yang ditunjuk"],
      ],
    },
    {
      label: '"nggih pak" confirms a complaint, and "iya" adds it to the open ticket',
      known: { same: ticket },
      steps: [
        [
          "lapor uang pkh saya dipotong kepala dusun 100rb",
          "complaint.where",
          "diminta uang. Ceritanya sudah kami catat",
        ],
        ["desa Jegreg, kemarin", "complaint.confirm"],
        ["nggih pak", "ticket.same"],
        ["iya", "ticket.added"],
      ],
    },
    {
      label: "a complaint about a neighbour after a check is filed",
      from: toResult,
      steps: [
        ["mau lapor tetangga saya kaya punya mobil tapi dapat bantuan", "complaint.where"],
        ["desa Jegreg", "complaint.confirm", "punya mobil"],
        ["press:send", "ticket.filed"],
      ],
    },
    {
      label: "an accusation in a draft gets the sentence on its readers",
      from: toWhere,
      steps: [
        [
          "pak kades minta uang 100 ribu tiap kali beras dibagi",
          "complaint.where",
          "petugas Dinas Sosial yang ditunjuk",
        ],
      ],
    },
    {
      label: "a village typed at the confirmation corrects the place",
      from: toWhereGreeted,
      steps: [
        ["desa Jegreg", "complaint.confirm", "Jegreg"],
        ["desa Plosowahyu", "complaint.confirm", "Plosowahyu", "not:Jegreg"],
        ["desa Sukorejo", "complaint.kecamatan"],
        ["Sukorejo", "complaint.kecamatan"],
        ["desa Plosowahyu", "complaint.confirm", "Plosowahyu"],
        ["ya", "ticket.filed"],
      ],
    },
  ),
  ...cases(
    { from: toCategory },
    {
      label: "the citizen can keep a mentioned number from the officer",
      steps: [
        ["press:wrong-recipient", "complaint.what"],
        [`tetangga saya kaya tapi dapat, NIK ${OTHER_NIK}`, "complaint.where"],
        ["desa Jegreg", "complaint.confirm", "NIK berakhiran 02 ikut dikirim"],
        ["press:withhold", "complaint.confirm", "tidak dikirim", "not:ikut dikirim"],
        ["press:send", "ticket.filed", "not:ikut dikirim"],
      ],
    },
    {
      label: '"sudah saya ceritakan tadi" is no story, and a change of mind leaves the report',
      steps: [
        ["press:data-wrong", "complaint.what"],
        ["sudah saya ceritakan tadi", "complaint.what", "belum ada pada kami"],
        ["eh tidak jadi, mau cek bansos dulu saja", "check.number", "dibatalkan"],
      ],
    },
    {
      label: '"mboten gadah kartu" is the story of a complaint about a card',
      steps: [
        ["press:card", "complaint.programme"],
        ["press:pkh", "complaint.what"],
        ["mboten gadah kartu", "complaint.where", "not:kapan"],
        ["desa Jegreg", "complaint.confirm", "mboten gadah kartu"],
        ["press:place", "complaint.where"],
        ["desa Pucangtelu", "complaint.confirm", "Pucangtelu", "not:Jegreg"],
      ],
    },
  ),
  ...cases(
    { from: toCutWhere },
    ...HIDES_PLACE.map((said) => ({
      label: `the village is left out: ${said}`,
      steps: [
        [said, "complaint.confirm", "belum disebut", ...(said === "lewati" ? [] : ["Tidak apa-apa"])],
        ["press:send", "ticket.filed"],
      ] satisfies Step[],
    })),
    ...SENDS.map((said) => ({
      label: `sent by the words: ${said}`,
      steps: [
        ["desa Jegreg, kemarin", "complaint.confirm"],
        [said, "ticket.filed"],
      ] satisfies Step[],
    })),
    ...PUTS_OFF.map((said) => ({
      label: `put off, and nothing is sent: ${said}`,
      steps: [
        ["desa Jegreg, kemarin", "complaint.confirm"],
        [said, "complaint.confirm", "Tidak apa-apa", "BELUM terkirim", "not:belum paham", "not:Laporan yang akan"],
        ["ya", "ticket.filed"],
      ] satisfies Step[],
    })),
    {
      label: "thanks and a question at the summary get the answer that nothing is sent yet",
      steps: [
        ["desa Jegreg, kemarin", "complaint.confirm"],
        ["suwun nak", "complaint.confirm", "BELUM terkirim", "“Ya, kirim”", "not:Laporan yang akan"],
        ["trus kapan uange datang", "complaint.confirm", "BELUM terkirim", "not:Laporan yang akan"],
        ["press:send", "ticket.filed"],
      ],
    },
    ...[
      "gak jadi lapor. takut",
      "saya berubah pikiran mas, gak jadi lapor. takut",
      "nggak jadi lah",
      "aku ora sido nglapor, wedi",
    ].map((said) => ({
      label: `called off out of fear: ${said}`,
      steps: [
        ["desa Jegreg, kemarin", "complaint.confirm"],
        [said, "menu.choose", "dibatalkan", "not:belum paham"],
      ] satisfies Step[],
    })),
    ...["salah iki", "ora nak, mbah ora kelangan kertu. salah iki", "lho salah ini pak"].map((said) => ({
      label: `the wrong matter leads to what it is about: ${said}`,
      steps: [
        ["desa Jegreg, kemarin", "complaint.confirm"],
        [said, "complaint.category", "Masalahnya tentang apa"],
      ] satisfies Step[],
    })),
    {
      label: "the summary answers questions of a citizen in fear, and the report stays",
      steps: [
        ["desa Jegreg, kemarin", "complaint.confirm"],
        [
          "petugas yang baca itu siapa? pendamping saya adiknya kades",
          "complaint.confirm",
          "Hanya petugas Dinas Sosial",
        ],
        ["kalau dipanggil ke balai desa gara gara ini gimana", "complaint.confirm", "110 (polisi)"],
        ["bisa gak pakai nama samaran", "complaint.confirm", "Nama tidak perlu ditulis", "not:belum paham"],
        ["nama saya jangan ditulis", "complaint.confirm", "tanpa nama", "not:ditambahkan"],
        ["nama saya jangan disebut ya", "complaint.confirm", "tanpa nama"],
        ["PKH ibu saya 2 tahap belum masuk", "complaint.confirm", "2 tahap belum masuk"],
        ["gak tau nik ibu saya", "complaint.confirm", "NIK tidak perlu"],
        ["ya", "ticket.filed"],
      ],
    },
    {
      label: '"ora usah lapor polisi" does not cancel the report',
      steps: [
        ["desa Jegreg, kemarin", "complaint.confirm"],
        ["ora usah lapor polisi iso ta", "complaint.confirm", "not:dibatalkan"],
        ["gak usah lapor aja deh", "menu.choose", "dibatalkan"],
      ],
    },
    {
      label: '"gajadi" cancels the report',
      steps: [
        ["desa Jegreg, kemarin", "complaint.confirm"],
        ["gajadi", "menu.choose", "dibatalkan"],
      ],
    },
    {
      label: '"kirim", a part of the title, sends the complaint',
      steps: [
        ["desa Jegreg, kemarin", "complaint.confirm"],
        ["kirim", "ticket.filed"],
      ],
    },
    {
      label: "a citizen writes the story again, and then cancels the report",
      steps: [
        ["desa Jegreg, kemarin", "complaint.confirm"],
        ["salah pak", "complaint.what"],
        ["200 ribu", "complaint.confirm", "“200 ribu”", "Jegreg"],
        ["gak jadi", "menu.choose", "dibatalkan"],
      ],
    },
  ),
];
