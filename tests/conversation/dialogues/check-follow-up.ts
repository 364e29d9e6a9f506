import { KK, NIK, paid, ready } from "../people.ts";
import { cases, type Dialogue, type Step } from "./cases.ts";
import { toCardMissed, toMissed, toProof } from "./ways.ts";

const toCard: readonly Step[] = [[`cek NIK ${NIK} KK ${KK}`, "check.result"]];
const invalid = (...reasons: ("TIDAK_PADAN" | "MENINGGAL" | "KTP_LAMA" | "GRADUASI")[]) => ({
  recipient: { valid: false, reasons },
});

const each = (said: readonly string[], at: string, ...contains: string[]) =>
  said.map((one) => ({ label: `"${one}"`, steps: [[one, at, ...contains] as Step] }));

/** Citizens write about the result that they have just read. */
export const checkFollowUpDialogues: Dialogue[] = [
  ...cases(
    { known: invalid("TIDAK_PADAN"), from: toCard },
    ...each(
      [
        "artinya apa? trus kemana",
        "artinya apa? trus dia harus kemana",
        "terus saya harus bagaimana",
        "maksudnya apa pak",
        "apa yang harus saya lakukan",
        "lha terus kudu nyang ndi",
        "tegese napa niku",
        "njur kula kedah pripun",
        "what does that mean",
        "what should i do now",
      ],
      "repair.explain",
      "Belum padan",
      "Bandingkan",
      "not:belum kami lihat",
    ),
  ),
  ...cases(
    { known: invalid("MENINGGAL"), from: toCard },
    {
      label: "a question for the meaning of a death leads to the question whether it is true",
      steps: [["artinya apa", "repair.deceased", "Apakah itu benar"]],
    },
    ...each(
      [
        "mbah SUKARMI masih hidup bu",
        "mbah Sukarmi masih hidup bu, cuma sakit stroke tidak bisa ke kantor",
        "orangnya sehat kok bu",
        "loh ini salah, ibu saya ada di rumah",
        "mbah kulo tasih sugeng",
        "she is still alive",
      ],
      "repair.contest",
      "sanggahan",
    ),
    {
      label: "an objection by words can be filed",
      steps: [
        ["mbah SUKARMI masih hidup bu", "repair.contest"],
        ["press:file", "ticket.collect"],
      ],
    },
    {
      label: 'a bare "salah" leads to the question whether the death is true',
      steps: [["salah pak", "repair.deceased", "Apakah itu benar"]],
    },
    {
      label: "a confirmed death leads to the report of the death",
      steps: [["iya memang sudah meninggal bulan lalu", "repair.report"]],
    },
  ),
  ...cases(
    { from: toCard },
    ...each(
      ["terus saya harus bagaimana", "itu artinya apa", "lha terus piye"],
      "check.result",
      "tidak ada yang perlu diurus",
      "Belum ada bantuan yang tercatat",
    ),
    ...each(
      ["lha terus dhuwitku piye", "terus uang saya gimana", "uangnya mana", "lajeng artane pripun"],
      "check.result",
      "belum ada uang yang bisa diambil",
      "not:Data kependudukan",
    ),
    ...each(
      ["itu bukan nama saya", "lho bukan saya", "kok namanya beda", "dudu jenengku", "that is not my name"],
      "check.result",
      "S••• A•••••",
      "Cek orang lain",
    ),
    {
      label: "a lost card without aid in the result needs the programme",
      steps: [["kartunya hilang", "complaint.programme"]],
    },
    {
      label: "a question for a word of the rank leaves the result",
      steps: [["desil itu artinya apa", "ask.show"]],
    },
  ),
  ...cases(
    { known: { aid: [ready] }, from: toCard },
    ...each(["terus saya harus bagaimana", "lha terus duitnya gimana"], "check.result", "Kantor Desa", "Bawa KTP"),
  ),
  ...cases(
    { known: { noAidList: true }, from: toCard },
    ...each(["terus uangnya gimana"], "check.result", "daftar pembayarannya belum ada", "operator desa"),
  ),
  ...cases(
    { known: { recipient: { valid: false, reasons: [], unread: true } }, from: toCard },
    ...each(["artinya apa"], "check.result", "belum menulis dengan jelas", "Tanya petugas"),
  ),
  ...cases(
    { known: { lookUp: "registered" }, from: [...toProof, ["Siti Aminah", "check.registered"]] },
    ...each(
      ["lha terus dhuwitku piye", "terus saya harus bagaimana", "artinya apa"],
      "check.registered",
      "ketik nomor KK",
      "not:ada dalam daftar",
    ),
    {
      label: "after the answer about the money the chat asks for the proof",
      steps: [
        ["terus uangnya gimana", "check.registered"],
        ["kapan cair", "check.proof"],
      ],
    },
  ),
  ...cases(
    { known: { aid: [paid] }, from: toCard },
    ...each(
      [
        "cuma 500 ribu",
        "kok cuma 700 ribu",
        "hanya separuh",
        "cuma 500 ribu bu",
        "kok cuma segini",
        "sudah saya terima tapi uangnya kurang",
        "mung 500rb",
        "only half",
      ],
      "complaint.confirm",
      "Belum cair",
      "PKH",
    ),
    ...each(
      ["yang PKH belum, sembako belum diambil", "sembako sudah tapi pkh belum"],
      "complaint.confirm",
      "Belum cair",
      "PKH",
      "sembako",
    ),
    { label: "another aid than the shown one leads to guesses", steps: [["sembako belum diambil", "menu.suggest"]] },
    ...each(
      ["alhamdulillah sudah", "sudah masuk semua bu", "sampun kula tampi", "yes i got it"],
      "check.result",
      "syukurlah",
      "not:Apakah",
    ),
    {
      label: "aid that is not collected begins a complaint",
      steps: [["belum saya ambil", "complaint.what", "Belum cair"]],
    },
    {
      label: "a kept part of the money begins a complaint with the programme",
      steps: [["sudah tapi dipotong 50rb", "complaint.where", "Dipotong", "not:Bantuan yang mana"]],
    },
    {
      label: "a lost card begins a complaint with programme and village",
      steps: [["kartunya hilang", "complaint.confirm", "Kartu hilang", "PKH", "“kartunya hilang”"]],
    },
    {
      label: "a question what to do is answered before the question about the payment",
      steps: [["terus saya harus bagaimana", "check.result", "tidak ada yang perlu diurus", "menerima semuanya"]],
    },
    ...each(
      ["pkh saya kok berhenti", "kok mandheg pkh kula"],
      "check.result",
      "tidak tercatat berhenti",
      "menerima semuanya",
      "not:Data kependudukan",
    ),
    ...each(
      ["saya takut uangnya dihentikan, anak saya 3 masih sekolah", "kula ajrih bantuane mandheg"],
      "check.result",
      "mengerti",
      "tidak tercatat dihentikan",
    ),
    ...each(
      ["suami saya sudah meninggal apa nanti dicoret?", "apa PKH saya dihentikan kalau suami meninggal"],
      "ask.show",
      "tidak berhenti dengan sendirinya",
    ),
  ),
  ...cases(
    { known: { aid: [paid, { ...paid, programme: "BPNT" }] }, from: toCard },
    {
      label: "a lost card with two kinds of aid takes the programme of the payment in question",
      steps: [["kartunya hilang", "complaint.confirm", "PKH"]],
    },
  ),
  ...cases(
    { known: { aid: [{ ...paid, state: "DIHENTIKAN" }] }, from: toCard },
    ...each(
      ["pkh saya kok berhenti", "kenapa dihentikan"],
      "check.result",
      "PKH tercatat dihentikan",
      "sebabnya tidak tertulis",
    ),
    ...each(["takut bantuannya hilang"], "check.result", "tertulis dihentikan"),
  ),
  ...cases(
    { known: { aid: [{ nik: NIK, programme: "BST", month: "2021-04", state: "DIHENTIKAN" }] }, from: toCard },
    ...each(["kok tidak dapat lagi ya padahal dulu dapat"], "check.result", "sudah berakhir untuk semua orang"),
    ...each(["BST saya kok berhenti"], "check.result", "sudah berakhir untuk semua orang", "not:Data kependudukan"),
    ...each(["pkh saya kok berhenti"], "check.result", "tidak ada PKH"),
  ),
  ...cases(
    { known: { ...invalid("GRADUASI"), aid: [{ ...paid, state: "DIHENTIKAN" }] }, from: toCard },
    ...each(["pkh saya kok berhenti"], "repair.explain", "bisa menjadi sebabnya", "raduasi"),
  ),
  ...cases(
    { known: { lookUp: "no-match" }, from: toCardMissed },
    ...each(
      ["terus gimana", "lha terus piye pak", "artinya apa"],
      "check.card-missed",
      "Minta KK dilengkapi",
      "not:belum paham",
    ),
  ),
  ...cases(
    { known: { lookUp: "no-match" }, from: toMissed },
    ...each(["terus saya harus gimana", "what now"], "check.missed", "Hubungi petugas", "Cara mendaftar"),
  ),
  ...cases(
    { known: invalid("KTP_LAMA"), from: toCard },
    {
      label: "the reason of the result, told by a citizen who cannot come, leads to the details",
      steps: [
        [
          "saya belum punya e ktp karena tidak bisa jalan",
          "repair.details",
          "perekaman di rumah",
          "not:belum kami lihat",
        ],
      ],
    },
    ...each(
      ["saya sakit tidak bisa ke dukcapil gimana", "kula mboten saged mlampah"],
      "repair.details",
      "perekaman di rumah",
    ),
    {
      label: "a reason that the result does not have is called not recorded",
      steps: [["nik saya belum padan", "repair.explain", "tidak tercatat", "not:belum kami lihat"]],
    },
    {
      label: "the reason of the result is explained after the menu too",
      steps: [
        ["menu", "menu.choose"],
        ["saya belum punya e ktp", "repair.explain", "not:belum kami lihat"],
      ],
    },
  ),
];
