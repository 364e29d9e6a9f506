import { chat } from "./dialogue.ts";
import { urgentDialogues } from "./dialogues-urgent.ts";
import { KK, NIK, OTHER_NIK, paid, ready, service, ticket } from "./people.ts";

type Step = [said: string, at: string, ...contains: string[]];
/** `page`: a channel whose numbers are entered on our own page. */
export type Dialogue = { label: string; page?: true; known?: Parameters<typeof service>[0]; steps: Step[] };

/** What two offices have of the same ticket: one has done it, one works on it. */
const PARTS = [
  {
    office: "dinsos",
    since: Date.UTC(2026, 10, 21, 3),
    dueAt: Date.UTC(2026, 11, 1, 9),
    endedAt: Date.UTC(2026, 10, 22, 3),
  },
  { office: "disdukcapil", since: Date.UTC(2026, 10, 23, 3), dueAt: Date.UTC(2026, 11, 2, 9) },
] as const;

const checked = (kk = KK): Step[] => [
  ["1", "check.number"],
  [NIK, "check.proof", "berakhiran 01", "12 Juni 1979", "perempuan"],
  [kk, "check.result"],
];

/** What a citizen says (`press:` a button by the end of its id, `entered:NIK+KK` on the number page, `image:CAPTION` a photo), and where the chat rests then; what is read there, and with `not:` what is not. */
/** The same ticket, closed so many days ago. */
const closed = (days: number) => ({
  ...ticket,
  state: "closed" as const,
  closedAt: Date.UTC(2026, 10, 23, 3) - days * 86_400_000,
});

export const dialogues: Dialogue[] = [
  {
    label: "a greeting brings welcome, notice and menu",
    steps: [["halo", "menu.choose", "layanan resmi", "OTP", "PRIVASI", "Apa yang ingin"]],
  },
  {
    label: "a question comes first: notice, and the question goes on",
    steps: [["apakah saya dapat bansos?", "check.number", "OTP", "Ketik NIK"]],
  },
  { label: "a NIK comes first", steps: [[`apa saya terdaftar? ${NIK}`, "check.proof", "berakhiran 01"]] },
  {
    label: "a NIK and a KK in one message are enough",
    steps: [[`cek NIK ${NIK} KK ${KK}`, "check.result", "per 1 November 2026"]],
  },
  {
    label: "a NIK and a KK at the first question",
    steps: [
      ["1", "check.number"],
      [`${NIK}\n${KK}`, "check.result"],
    ],
  },
  {
    label: "a number among the words of a complaint is kept here where its writer says so",
    steps: [
      ["3", "complaint.category"],
      ["press:wrong-recipient", "complaint.what"],
      [`tetangga saya kaya tapi dapat, NIK ${OTHER_NIK}`, "complaint.where"],
      ["desa Jegreg", "complaint.confirm", "NIK berakhiran 02 ikut dikirim"],
      ["press:withhold", "complaint.confirm", "tidak dikirim", "not:ikut dikirim"],
      ["press:send", "ticket.filed", "not:ikut dikirim"],
    ],
  },
  { label: "valid and nothing recorded", steps: [...checked(), ["press:complaint", "complaint.category"]] },
  {
    label: "paid: did you get all of it? yes",
    known: { aid: [paid, ready] },
    steps: [...checked(), ["press:received", "check.result", "Terima kasih"], ["cek orang lain", "check.number"]],
  },
  {
    label: "paid: no opens a complaint already filled in",
    known: { aid: [paid] },
    steps: [
      ...checked(),
      ["press:not-received", "complaint.what", "Belum cair"],
      ["cuma dapat separuh", "complaint.confirm", "cuma dapat separuh", "Oktober 2026"],
      ["press:send", "ticket.filed", "LMG-26-000123-7"],
    ],
  },
  {
    label: "check: a status in words that nobody has mapped judges nobody",
    known: { recipient: { valid: false, reasons: [], unread: true } },
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      [KK, "check.result", "belum bisa kami baca", "not:tetap tercatat", "not:perlu diperbaiki"],
      ["press:officer", "officer.ask"],
    ],
  },
  {
    label: "not valid: how to repair it",
    known: { recipient: { valid: false, reasons: ["TIDAK_PADAN", "KTP_LAMA"] } },
    steps: [
      ...checked(),
      ["press:repair", "repair.explain", "Belum padan"],
      ["press:next", "repair.explain", "e-KTP"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "the second problem is a death",
    known: { recipient: { valid: false, reasons: ["TIDAK_PADAN", "MENINGGAL"] } },
    steps: [
      ...checked(),
      ["press:repair", "repair.explain"],
      ["press:next", "repair.deceased"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "listed as deceased: asks first",
    known: { recipient: { valid: false, reasons: ["MENINGGAL"] } },
    steps: [
      ...checked(),
      ["press:repair", "repair.deceased", "Apakah itu benar"],
      ["press:no", "repair.contest", "hari kerja berikutnya"],
      ["press:file", "ticket.collect"],
      ["press:send", "ticket.filed"],
    ],
  },
  { label: "back to the menu from a result", steps: [...checked(), ["press:menu", "menu.choose"]] },
  {
    label: "retype the NIK",
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      ["press:retype", "check.number"],
    ],
  },
  {
    label: "name instead of KK, registered, then KK",
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      ["press:no-card", "check.name"],
      ["Siti Aminah", "check.registered", "Terdaftar", "belum berarti"],
      ["press:card", "check.proof"],
      ["Siti Aminah", "check.registered"],
      [KK, "check.result"],
    ],
  },
  {
    label: "registered, then a wrong KK",
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      ["Siti Aminah", "check.registered"],
      ["35240102011999", "check.proof", "16 angka"],
    ],
  },
  {
    label: "registered, then a complaint",
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      ["Siti Aminah", "check.registered"],
      ["press:complaint", "complaint.category"],
    ],
  },
  {
    label: "registered, then somebody else",
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      ["Siti Aminah", "check.registered"],
      ["press:other", "check.number"],
      [OTHER_NIK, "check.for-whom"],
      ["press:self", "check.proof"],
    ],
  },
  {
    label: "registered, then the menu",
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      ["Siti Aminah", "check.registered"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "a second person: for whom? family",
    steps: [
      ...checked(),
      ["press:other", "check.number"],
      [OTHER_NIK, "check.for-whom"],
      ["press:family", "check.proof", "20 Maret 1985"],
    ],
  },
  {
    label: "a second person: for whom? helped",
    steps: [
      ...checked(),
      ["press:other", "check.number"],
      [OTHER_NIK, "check.for-whom"],
      ["press:helped", "check.proof"],
    ],
  },
  {
    label: "a wrong KK at the name's question",
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      ["press:no-card", "check.name"],
      ["352401020119", "check.name"],
      ["35240102011999", "check.proof"],
    ],
  },
  {
    label: "a 15-digit NIK is named as such",
    steps: [
      ["1", "check.number"],
      ["352401520679990", "check.number", "15 angka, kurang 1"],
    ],
  },
  {
    label: "the NIK again instead of the KK",
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      [NIK, "check.proof", "NIK yang tadi"],
    ],
  },
  {
    label: "a crowded network: the name is not enough, the KK is",
    known: { lookUp: "card-needed" },
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      ["Siti Aminah", "check.card-only", "belum kami cek", "Ketik nomor KK"],
      ["Siti Aminah", "check.card-only"],
      ["123456789012345", "check.proof", "kurang 1"],
      ["Siti Aminah", "check.card-only"],
      [KK, "check.result"],
    ],
  },
  ...(["officer", "menu"] as const).map(
    (way): Dialogue => ({
      label: `a crowded network and no KK: ${way}`,
      known: { lookUp: "card-needed" },
      steps: [
        ["1", "check.number"],
        [NIK, "check.proof"],
        ["Siti Aminah", "check.card-only"],
        [`press:${way}`, way === "menu" ? "menu.choose" : "officer.ask"],
      ],
    }),
  ),
  {
    label: "not found by name: try the KK",
    known: { lookUp: "no-match" },
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      ["Siti Aminah", "check.missed", "tidak kami temukan", "1 November 2026"],
      ["press:card", "check.proof"],
      ["Siti Aminah", "check.missed"],
      ["press:again", "check.number"],
    ],
  },
  {
    label: "not found: how to apply",
    known: { lookUp: "no-match" },
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      ["Siti Aminah", "check.missed"],
      ["press:apply", "programmes.apply", "gratis"],
    ],
  },
  {
    label: "not found: officer",
    known: { lookUp: "no-match" },
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      ["Siti Aminah", "check.missed"],
      ["press:officer", "officer.ask"],
    ],
  },
  {
    label: "not found: menu",
    known: { lookUp: "no-match" },
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      ["Siti Aminah", "check.missed"],
      ["press:menu", "menu.choose"],
    ],
  },
  ...(["death", "marriage", "divorce", "move"] as const).map(
    (change): Dialogue => ({
      label: `the KK has changed: ${change}`,
      known: { lookUp: "no-match" },
      steps: [
        ["1", "check.number"],
        [NIK, "check.proof"],
        [KK, "check.card-missed", "not:tidak kami temukan", "berganti"],
        [`press:${change}`, "check.old-card"],
        ["3524010201189902", "check.card-missed"],
      ],
    }),
  ),
  {
    label: "the old KK is unknown: an officer looks",
    known: { lookUp: "no-match" },
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      [KK, "check.card-missed"],
      ["press:move", "check.old-card"],
      ["12345678901234", "check.old-card"],
      ["press:request", "ticket.collect"],
      ["dulu di Babat", "ticket.filed"],
    ],
  },
  {
    label: "old KK: officer",
    known: { lookUp: "no-match" },
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      [KK, "check.card-missed"],
      ["press:death", "check.old-card"],
      ["press:officer", "officer.ask"],
    ],
  },
  {
    label: "KK missed: NIK again",
    known: { lookUp: "no-match" },
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      [KK, "check.card-missed"],
      ["press:again", "check.number"],
    ],
  },
  {
    label: "KK missed: with the name",
    known: { lookUp: "no-match" },
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      [KK, "check.card-missed"],
      ["press:name", "check.name"],
      ["Siti Aminah", "check.missed"],
    ],
  },
  {
    label: "KK missed: officer",
    known: { lookUp: "no-match" },
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof"],
      [KK, "check.card-missed"],
      ["press:officer", "officer.ask"],
    ],
  },
  ...(["limited", "locked", "unavailable"] as const).map(
    (lookUp): Dialogue => ({
      label: `held: ${lookUp}`,
      known: { lookUp },
      steps: [
        ["1", "check.number"],
        [NIK, "check.proof"],
        [KK, "check.held"],
        [lookUp === "locked" ? "press:officer" : "press:menu", lookUp === "locked" ? "officer.ask" : "menu.choose"],
      ],
    }),
  ),
  {
    label: "no NIK: KK and name, repairable",
    steps: [
      ["1", "check.number"],
      ["press:none", "check.no-number"],
      ["press:card", "check.card"],
      [KK, "check.card-name"],
      ["Siti Aminah", "check.repairable", "perlu diperbaiki"],
      ["press:request", "ticket.collect"],
      ["Desa Jegreg", "ticket.filed"],
    ],
  },
  {
    label: "no NIK: repairable, which office",
    steps: [
      ["1", "check.number"],
      ["press:none", "check.no-number"],
      ["press:card", "check.card"],
      ["3524", "check.card"],
      [KK.slice(1), "check.card", "15 angka"],
      [KK, "check.card-name"],
      ["Siti Aminah", "check.repairable"],
      ["press:offices", "offices.show"],
    ],
  },
  {
    label: "no NIK: repairable, menu",
    steps: [
      ["1", "check.number"],
      ["press:none", "check.no-number"],
      ["press:card", "check.card"],
      [KK, "check.card-name"],
      ["Siti Aminah", "check.repairable"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "no NIK: nothing found",
    known: { damaged: "no-match" },
    steps: [
      ["1", "check.number"],
      ["press:none", "check.no-number"],
      ["press:card", "check.card"],
      [KK, "check.card-name"],
      ["Siti Aminah", "check.no-damaged"],
      ["press:officer", "officer.ask"],
    ],
  },
  {
    label: "no NIK: held",
    known: { damaged: "limited" },
    steps: [
      ["1", "check.number"],
      ["press:none", "check.no-number"],
      ["press:card", "check.card"],
      [KK, "check.card-name"],
      ["Siti Aminah", "check.held"],
    ],
  },
  {
    label: "no NIK: found it after all",
    steps: [
      ["1", "check.number"],
      ["press:none", "check.no-number"],
      ["press:have", "check.number"],
    ],
  },
  {
    label: "no NIK: officer",
    steps: [
      ["1", "check.number"],
      ["press:none", "check.no-number"],
      ["press:officer", "officer.ask"],
    ],
  },
  {
    label: "no NIK, no KK: officer",
    steps: [
      ["1", "check.number"],
      ["press:none", "check.no-number"],
      ["press:card", "check.card"],
      ["press:officer", "officer.ask"],
    ],
  },

  {
    label: "repair: each seed reason",
    steps: [
      ["2", "repair.choose"],
      ["press:ktp_lama", "repair.explain", "Rekam"],
      ["kembali", "repair.choose"],
      ["press:meninggal", "repair.deceased"],
      ["kembali", "repair.choose"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "repair: unknown reason, check first",
    steps: [
      ["2", "repair.choose"],
      ["press:unknown", "check.number"],
    ],
  },
  {
    label: "repair: done",
    steps: [
      ["2", "repair.choose"],
      ["press:tidak_padan", "repair.explain"],
      ["press:done", "ticket.collect", "diperbarui"],
      ["Siti Aminah, desa Jegreg", "ticket.filed", "LMG-26-000123-7", "Jawaban pertama"],
    ],
  },
  {
    label: "repair: offices",
    steps: [
      ["2", "repair.choose"],
      ["press:tidak_padan", "repair.explain"],
      ["press:offices", "offices.show"],
    ],
  },
  {
    label: "repair: officer",
    steps: [
      ["2", "repair.choose"],
      ["press:tidak_padan", "repair.explain"],
      ["press:officer", "officer.ask"],
    ],
  },
  {
    label: "a death is reported and changes nothing yet",
    steps: [
      ["bapak saya sudah meninggal", "repair.report", "turut berduka", "sebelum ada yang berubah", "not:tercatat"],
      ["press:file", "ticket.collect"],
      ["almarhum Slamet desa Jegreg", "ticket.filed"],
    ],
  },
  {
    label: "a KTP that is valid for life is no word of who lives",
    steps: [["ktp saya masih yang lama seumur hidup", "repair.explain", "Belum e-KTP"]],
  },
  {
    label: "a thumb is a yes, folded hands are thanks and delete nothing",
    steps: [
      ["HAPUS", "privacy.confirm"],
      ["🙏", "privacy.confirm", "Sama-sama"],
      ["👍🏽", "ticket.filed"],
    ],
  },
  {
    label: "a question that is an officer's is not written twice",
    steps: [
      ["kursi roda untuk ibu saya", "officer.ask", "tidak perlu ditulis lagi"],
      ["press:send", "ticket.filed"],
    ],
  },
  {
    label: "a question that is an officer's: sent by a word",
    steps: [
      ["mau tanya petugas kenapa bantuan anak saya tidak jadi ditambah", "officer.ask", "sudah kami catat"],
      ["kirim", "ticket.filed"],
    ],
  },
  {
    label: "whoever asks only for a person is asked what for",
    steps: [["mau ngomong sama petugas aja", "officer.ask", "Tulis pertanyaan"]],
  },
  {
    label: "a number that is not on offer",
    steps: [
      ["menu", "menu.choose"],
      ["99", "menu.choose", "angka 1 sampai 9"],
    ],
  },
  {
    label: "a place that is an everyday word too",
    steps: [
      ["6", "offices.show"],
      ["turi", "offices.area", "Kecamatan Turi"],
      ["di babat", "offices.area", "Kecamatan Babat"],
    ],
  },
  {
    label: "where it happened, by an everyday word",
    steps: [
      ["beras bantuan bau dan berkutu semua", "complaint.where"],
      ["di Deket", "complaint.confirm", "di Deket"],
    ],
  },
  {
    label: "what a repair costs, and who may go",
    steps: [
      ["2", "repair.choose"],
      ["press:tidak_padan", "repair.explain"],
      ["harus bayar gak", "repair.explain", "gratis"],
      ["bisa diwakilkan gak", "repair.explain", "Keluarga boleh mewakili"],
    ],
  },
  {
    label: "the summary names the place that was understood",
    steps: [
      ["lapor uang pkh saya dipotong kepala dusun 100rb", "complaint.where"],
      ["KEC MODO DS JEGREG, kemarin", "complaint.confirm", "Jegreg, Kec. Modo", "kemarin"],
    ],
  },
  {
    label: "a village of everyday words with its kecamatan",
    steps: [
      ["lapor uang pkh saya dipotong kepala dusun 100rb", "complaint.where"],
      ["karang sekaran", "complaint.confirm", "Karang, Kec. Sekaran"],
    ],
  },
  {
    label: "a village that does not lie in the kecamatan that is named with it is asked",
    steps: [
      ["lapor uang pkh saya dipotong kepala dusun 100rb", "complaint.where"],
      ["jegreg kec babat", "complaint.kecamatan"],
      ["1", "complaint.confirm", "Jegreg, Kec. Modo"],
    ],
  },
  {
    label: "called off in one word",
    steps: [
      ["lapor uang pkh saya dipotong kepala dusun 100rb", "complaint.where"],
      ["desa Jegreg, kemarin", "complaint.confirm"],
      ["gajadi", "menu.choose", "dibatalkan"],
    ],
  },
  {
    label: "death: officer",
    steps: [
      ["2", "repair.choose"],
      ["press:meninggal", "repair.deceased"],
      ["press:officer", "officer.ask"],
    ],
  },
  {
    label: "death report: officer",
    steps: [
      ["bapak saya sudah meninggal", "repair.report"],
      ["press:officer", "officer.ask"],
    ],
  },
  {
    label: "death report: menu",
    steps: [
      ["bapak saya sudah meninggal", "repair.report"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "who is dead to the office and does not say whether it is so is asked, and not told what nobody looked up",
    steps: [
      ["kok suami saya ditulis meninggal", "repair.deceased", "Apakah orang yang dimaksud"],
      ["masih hidup pak", "repair.contest"],
    ],
  },
  {
    label: "the wrong road of the two is left at once",
    steps: [
      ["kok suami saya ditulis meninggal", "repair.deceased"],
      ["masih hidup pak", "repair.contest"],
      ["press:dead", "repair.report"],
    ],
  },
  {
    label: "contest: officer",
    steps: [
      ["saya dibilang meninggal padahal masih hidup", "repair.contest", "Mohon maaf"],
      ["press:officer", "officer.ask"],
    ],
  },
  {
    label: "contest: menu",
    steps: [
      ["saya dibilang meninggal padahal masih hidup", "repair.contest", "Mohon maaf"],
      ["press:menu", "menu.choose"],
    ],
  },

  {
    label: "complaint from menu to number",
    steps: [
      ["3", "complaint.category"],
      ["press:cut", "complaint.programme"],
      ["press:pkh", "complaint.what", "petugas Dinas Sosial yang ditunjuk"],
      ["dipotong 50 ribu", "complaint.where"],
      ["desa Jegreg, kemarin", "complaint.confirm", "dipotong 50 ribu", "PKH"],
      ["press:send", "ticket.filed"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "complaint by its words",
    steps: [
      ["bantuan saya belum cair dari bulan lalu", "complaint.programme"],
      ["press:unknown", "complaint.where"],
      ["desa Jegreg, kemarin", "complaint.confirm", "Belum cair", "belum cair dari bulan lalu"],
      ["press:change", "complaint.what"],
      ["dua bulan belum cair", "complaint.where"],
      ["desa Jegreg", "complaint.confirm", "“dua bulan belum cair”"],
    ],
  },
  {
    label: "who says what, of which programme and who did it is asked where",
    steps: [
      ["lapor uang pkh saya dipotong kepala dusun 100rb", "complaint.where", "petugas Dinas Sosial yang ditunjuk"],
      ["desa Jegreg, kemarin", "complaint.confirm", "Dipotong", "PKH", "dipotong kepala dusun 100rb"],
      ["press:send", "ticket.filed"],
    ],
  },
  {
    label: "a complaint that is confirmed, and its duplicate added to, by a word",
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
    label: "a complaint that is sent by a part of a title",
    steps: [
      ["lapor uang pkh saya dipotong kepala dusun 100rb", "complaint.where"],
      ["desa Jegreg, kemarin", "complaint.confirm"],
      ["kirim", "ticket.filed"],
    ],
  },
  {
    label: "a complaint that is written again, and then called off",
    steps: [
      ["lapor uang pkh saya dipotong kepala dusun 100rb", "complaint.where"],
      ["desa Jegreg, kemarin", "complaint.confirm"],
      ["salah pak", "complaint.what"],
      ["200 ribu", "complaint.where"],
      ["desa Jegreg", "complaint.confirm", "“200 ribu”"],
      ["gak jadi", "menu.choose", "dibatalkan"],
    ],
  },
  {
    label: "paid: no by a word",
    known: { aid: [paid] },
    steps: [...checked(), ["ok", "check.result"], ["belum pak", "complaint.what", "Belum cair"]],
  },
  {
    label: "paid: no in their own words, which are not asked for again",
    known: { aid: [paid] },
    steps: [
      ...checked(),
      [
        "belum masuk sampai sekarang pak, atm kosong",
        "complaint.confirm",
        "“belum masuk sampai sekarang pak, atm kosong”",
      ],
    ],
  },
  {
    label: "paid: yes by a word",
    known: { aid: [paid] },
    steps: [...checked(), ["sudah pak", "check.result", "Terima kasih"]],
  },
  ...["ya", "benar bu", "sudah meninggal"].map(
    (said): Dialogue => ({
      label: `listed as deceased, and it is so: ${said}`,
      steps: [
        ["perbaiki data", "repair.choose"],
        ["press:meninggal", "repair.deceased"],
        [said, "repair.report"],
      ],
    }),
  ),
  ...["tidak", "salah pak", "masih hidup"].map(
    (said): Dialogue => ({
      label: `listed as deceased, and it is not so: ${said}`,
      steps: [
        ["perbaiki data", "repair.choose"],
        ["press:meninggal", "repair.deceased"],
        [said, "repair.contest"],
      ],
    }),
  ),
  {
    label: "thanks, and words that mean nothing, do not bring a long answer again",
    steps: [
      ["ktp saya belum jadi", "repair.explain", "Yang memperbaiki"],
      ["makasih pak", "repair.explain", "Sama-sama. Semoga membantu.\nPilih di bawah ini"],
      ["xyzzy", "repair.explain", "belum paham maksud Bapak/Ibu.\nPilih di bawah ini"],
      ["english", "repair.explain", "All right, we speak English.\nWe have not looked"],
    ],
  },
  ...["sudah saya urus ke capil kemarin", "sudah pak", "ktp saya sudah jadi", "sampun kulo urus pak"].map(
    (said): Dialogue => ({
      label: `a repair reported as done: ${said}`,
      steps: [
        ["ktp saya belum jadi", "repair.explain"],
        [said, "ticket.collect", "memeriksanya"],
      ],
    }),
  ),
  {
    label: "a repair that is not done",
    steps: [
      ["ktp saya belum jadi", "repair.explain"],
      ["sudah saya urus tapi belum aktif", "repair.explain"],
    ],
  },
  {
    label: "thanks after an answer bring its question, not all of it",
    known: { aid: [paid] },
    steps: [
      ...checked(),
      ["makasih pak", "check.result", "Sama-sama. Semoga membantu.\nPKH tercatat sudah dibayarkan"],
    ],
  },
  {
    label: "a death in the family with aid still coming is asked about first",
    steps: [["bapak saya meninggal bulan lalu tapi uangnya masih masuk, gimana ya", "repair.report", "turut berduka"]],
  },
  {
    label: "a chain letter is no story",
    steps: [
      ["3", "complaint.category"],
      [
        "Klik link ini untuk daftar bantuan Rp600.000: https://bansos-cair.xyz/daftar",
        "complaint.category",
        "penipuan",
      ],
    ],
  },
  {
    label: "no KTP, no family card, no idea which programme: in words",
    steps: [
      ["1", "check.number"],
      ["kulo mboten gadhah KTP", "check.no-number"],
      ["menu", "menu.choose"],
      [NIK, "check.proof"],
      ["kk nya hilang pak", "check.name"],
      ["menu", "menu.choose"],
      ["bantuan saya belum cair dari bulan lalu", "complaint.programme"],
      ["mboten ngertos", "complaint.where"],
    ],
  },
  {
    label: "what is asked right behind an answer is about the same person",
    steps: [
      ...checked(),
      ["kapan cairnya pak", "check.result", "Data kependudukan cocok"],
      ["terus ambil dimana", "check.result", "Data kependudukan cocok"],
      ["apa ibu saya dapat pkh", "check.number"],
    ],
  },
  {
    label: "who must look for their card first is waited for",
    steps: [
      [NIK, "check.proof"],
      ["nanti ya pak, saya cari kk nya dulu", "check.proof", "kami tunggu"],
      ["kapan pkh cair", "check.proof", "NIK berakhiran"],
      ["kk nya dibawa suami ke malaysia", "check.name"],
      ["Siti Aminah", "check.registered"],
      ["kapan pkh cair", "check.proof"],
      [KK, "check.result"],
    ],
  },
  {
    label: "what is asked of a repair is answered from it",
    steps: [
      ["ktp saya masih yang lama belum elektronik", "repair.explain"],
      ["berapa lama jadinya", "repair.explain", "Lamanya: ", "not:Lama: Gratis"],
      ["bawa apa saja pak", "repair.explain", "Fotokopi KK"],
      ["saya sakit gak bisa ke capil", "repair.explain", "Tidak bisa datang? "],
      ["bayar berapa", "repair.explain", "Gratis"],
      ["sudah saya rekam kemarin", "ticket.collect"],
    ],
  },
  {
    label: "a place by itself finds its office",
    steps: [["Plosowahyu", "offices.area"]],
  },
  {
    label: "a bare yes is no story and no place",
    steps: [
      ["kartu kks saya dibawa ketua kelompok", "complaint.programme"],
      ["tidak tahu", "complaint.where"],
      ["ya", "complaint.where"],
      ["nggih pak", "complaint.where"],
      ["desa Plosowahyu, sudah 3 bulan", "complaint.confirm"],
    ],
  },
  {
    label: "neither KTP nor family card: a person looks after them",
    steps: [
      ["1", "check.number"],
      ["I don't have his KTP", "check.no-number"],
      ["gak punya kk juga pak", "officer.ask"],
    ],
  },
  {
    label: "an office by its place, from anywhere",
    steps: [["alamat kantor kecamatan babat", "offices.area", "Babat"]],
  },
  {
    label: "a guess is offered beside an answer too",
    steps: [
      ["alamat dinsos dimana", "offices.show"],
      ["lapor", "menu.suggest"],
    ],
  },
  {
    label: "words that only name what it is about",
    steps: [
      ["mau lapor potongan pkh", "complaint.what", "Dipotong"],
      ["100 ribu tiap tahap", "complaint.where"],
    ],
  },
  {
    label: "a story where a programme is asked",
    steps: [
      ["3", "complaint.category"],
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
      ["3", "complaint.category"],
      ["press:cut", "complaint.programme"],
      ["hmm", "complaint.programme", "belum paham"],
      ["kapan pkh cair pak", "check.number"],
      ["mau lapor", "complaint.category"],
      ["press:draft", "complaint.programme"],
      ["yang pkh pak", "complaint.what"],
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
    label: "a story where its kind is asked",
    steps: [
      ["3", "complaint.category"],
      ["tadi pagi waktu di balai desa semua disuruh pulang", "complaint.category", "sudah kami catat"],
      ["press:more", "complaint.more"],
      ["press:other", "complaint.where"],
    ],
  },
  {
    label: "a story after a check, without what the check knew",
    steps: [
      ...checked(),
      ["mau lapor tetangga saya kaya punya mobil tapi dapat bantuan", "complaint.where"],
      ["desa Jegreg", "complaint.confirm", "punya mobil"],
      ["press:send", "ticket.filed"],
    ],
  },
  {
    label: "a category without a programme",
    steps: [
      ["3", "complaint.category"],
      ["press:not-listed", "complaint.what"],
      ["tetangga dapat saya tidak", "complaint.where"],
    ],
  },
  {
    label: "the second page of categories",
    steps: [
      ["3", "complaint.category"],
      ["press:more", "complaint.more"],
      ["press:officer-conduct", "complaint.what"],
      ["kembali", "complaint.more"],
      ["press:back", "complaint.category"],
    ],
  },
  {
    label: "listed dead goes to its own road",
    steps: [
      ["3", "complaint.category"],
      ["press:listed-dead", "repair.contest"],
    ],
  },
  {
    label: "a village whose name several share",
    steps: [
      ["3", "complaint.category"],
      ["press:quality", "complaint.programme"],
      ["press:bpnt", "complaint.what"],
      ["berasnya kutuan", "complaint.where"],
      ["desa Sukorejo minggu lalu", "complaint.kecamatan"],
      ["1", "complaint.confirm", "Sukorejo"],
      ["press:change", "complaint.what"],
    ],
  },
  {
    label: "none of those villages",
    steps: [
      ["3", "complaint.category"],
      ["press:data-wrong", "complaint.what"],
      ["alamat salah", "complaint.where"],
      ["desa Sukorejo", "complaint.kecamatan"],
      ["press:unknown", "complaint.confirm"],
      ["press:cancel", "menu.choose", "dibatalkan"],
    ],
  },
  {
    label: "a draft is kept and goes on where it was",
    steps: [
      ["3", "complaint.category"],
      ["press:wrong-recipient", "complaint.what"],
      ["orang kaya dapat", "complaint.where"],
      ["menu", "menu.choose"],
      ["3", "complaint.category"],
      ["press:draft", "complaint.where"],
    ],
  },
  {
    label: "a draft at what happened",
    steps: [
      ["3", "complaint.category"],
      ["press:wrong-recipient", "complaint.what"],
      ["berhenti", "menu.choose", "berhenti di sini"],
      ["3", "complaint.category"],
      ["press:draft", "complaint.what"],
    ],
  },
  {
    label: "a draft at the programme",
    steps: [
      ["3", "complaint.category"],
      ["press:card", "complaint.programme"],
      ["menu", "menu.choose"],
      ["3", "complaint.category"],
      ["press:draft", "complaint.programme"],
    ],
  },
  {
    label: "a draft on the second page",
    steps: [
      ["3", "complaint.category"],
      ["press:more", "complaint.more"],
      ["menu", "menu.choose"],
      ["3", "complaint.category"],
      ["press:draft", "complaint.more"],
      ["press:pbi-jk", "complaint.what"],
    ],
  },
  {
    label: "a draft at the confirmation",
    steps: [
      ["3", "complaint.category"],
      ["press:data-wrong", "complaint.what"],
      ["alamat salah", "complaint.where"],
      ["desa Jegreg", "complaint.confirm"],
      ["menu", "menu.choose"],
      ["3", "complaint.category"],
      ["press:draft", "complaint.confirm"],
    ],
  },
  {
    label: "a draft at the choice of a kecamatan",
    steps: [
      ["3", "complaint.category"],
      ["press:data-wrong", "complaint.what"],
      ["alamat salah", "complaint.where"],
      ["desa Sukorejo", "complaint.kecamatan"],
      ["menu", "menu.choose"],
      ["3", "complaint.category"],
      ["press:draft", "complaint.kecamatan"],
    ],
  },
  {
    label: "the same complaint is there already: add",
    known: { same: ticket },
    steps: [
      ["3", "complaint.category"],
      ["press:data-wrong", "complaint.what"],
      ["alamat salah", "complaint.where"],
      ["desa Jegreg", "complaint.confirm"],
      ["press:send", "ticket.same", "LMG-26-000001-7"],
      ["press:add", "ticket.added"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "the same complaint is there already: a new one",
    known: { same: ticket },
    steps: [
      ["7", "officer.ask"],
      ["kapan jam buka loket desa Jegreg", "ticket.same"],
      ["press:new", "ticket.filed"],
    ],
  },
  {
    label: "the same complaint is there already: menu",
    known: { same: ticket },
    steps: [
      ["7", "officer.ask"],
      ["mohon dijelaskan syarat pkh lansia", "ticket.same"],
      ["press:menu", "menu.choose"],
    ],
  },

  {
    label: "own tickets, one of them, an addition",
    known: { tickets: [ticket] },
    steps: [
      ["4", "track.choose"],
      [`press:${ticket.number}`, "track.view", "kami cek"],
      ["press:add", "track.add"],
      ["press:back", "track.view"],
      ["press:add", "track.add"],
      ["sampai sekarang belum", "track.view", "ditambahkan"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "a report says which offices it was passed on to, and until when each has time",
    known: { tickets: [{ ...ticket, parts: [...PARTS] }] },
    steps: [
      ["4", "track.choose"],
      [
        `press:${ticket.number}`,
        "track.view",
        "Dinas Kependudukan (Dukcapil): diteruskan Senin, 23 November 2026, paling lambat Rabu, 2 Desember 2026.",
        "Dinas Sosial: diteruskan Sabtu, 21 November 2026, selesai Minggu, 22 November 2026.",
      ],
    ],
  },
  {
    label: "a closed report that is not solved opens again, from its button and from the list",
    known: { byNumber: closed(1), tickets: [closed(1)] },
    steps: [
      ["button:>track.unsolved:LMG-26-000001-7", "track.dispute", "Apa yang belum beres"],
      ["press:back", "track.view"],
      ["press:unsolved", "track.dispute"],
      ["uangnya belum masuk", "track.view", "dibuka lagi"],
    ],
  },
  {
    label: "a report that was closed long ago goes on in a new one",
    known: { byNumber: closed(31) },
    steps: [
      ["button:>track.unsolved:LMG-26-000001-7", "track.dispute"],
      ["uangnya belum masuk", "track.choose", "laporan baru: LMG-26-000123-7"],
    ],
  },
  {
    label: "a report that is open has no such question, one without a number is chosen first",
    known: { byNumber: ticket, tickets: [ticket] },
    steps: [
      ["button:>track.unsolved:LMG-26-000001-7", "track.view"],
      ["button:>track.unsolved", "track.choose"],
    ],
  },
  {
    label: "no tickets yet",
    steps: [
      ["4", "track.choose", "Belum ada laporan"],
      ["LMG-26-000123-4", "track.choose", "tidak benar"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "a ticket by its number",
    known: { byNumber: ticket },
    steps: [
      ["LMG-26-000001-7", "track.view", "LMG-26-000001-7"],
      ["LMG-26-000001-7", "track.view"],
      ["LMG-26-000001-8", "track.view", "tidak benar"],
    ],
  },
  {
    label: "a number typed at the list",
    known: { byNumber: ticket },
    steps: [
      ["4", "track.choose"],
      ["lmg 26 000001 7", "track.view"],
    ],
  },
  { label: "somebody else's number", steps: [["LMG-26-000001-7", "track.choose", "tidak bisa dilihat"]] },
  {
    label: "too many numbers",
    known: { byNumber: "limited" },
    steps: [["LMG-26-000001-7", "track.choose", "Terlalu banyak"]],
  },

  {
    label: "programmes: one, all, how to apply",
    steps: [
      ["5", "programmes.list"],
      ["press:bst", "programmes.show", "berakhir", "not:Sumber:"],
      ["press:collect", "programmes.show", "Rp300.000"],
      ["press:source", "programmes.show", "Sumber:"],
      ["press:all", "programmes.list"],
      ["press:apply", "programmes.apply", "not:Sumber:"],
      ["press:source", "programmes.apply", "Sumber:"],
      ["press:offices", "offices.show"],
    ],
  },
  {
    label: "programmes: menu",
    steps: [
      ["5", "programmes.list"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "programme: complaint",
    steps: [
      ["apa itu pkh", "programmes.show", "Keluarga Harapan"],
      ["press:complaint", "complaint.category"],
    ],
  },
  {
    label: "programme: menu",
    steps: [
      ["apa itu pkh", "programmes.show"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "programme: check",
    steps: [
      ["apa itu pkh", "programmes.show"],
      ["1", "check.number"],
    ],
  },
  {
    label: "how to apply: menu",
    steps: [
      ["bagaimana cara daftar bansos", "programmes.apply"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "how to apply: check",
    steps: [
      ["bagaimana cara daftar bansos", "programmes.apply"],
      ["press:>check.number", "check.number"],
    ],
  },
  {
    label: "offices and the nearest",
    steps: [
      ["6", "offices.show", "gratis"],
      ["Kecamatan Babat", "offices.area", "Babat"],
      ["Jegreg", "offices.area", "Modo"],
      ["desa Sukorejo", "offices.area", "beberapa kecamatan"],
      ["desa Sukorejo", "offices.area"],
      ["Jegreg", "offices.area"],
      ["press:all", "offices.show"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "nearest: officer",
    steps: [
      ["6", "offices.show"],
      ["Jegreg", "offices.area"],
      ["press:officer", "officer.ask"],
      ["press:offices", "offices.show"],
    ],
  },
  {
    label: "nearest: menu",
    steps: [
      ["6", "offices.show"],
      ["Jegreg", "offices.area"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "officer: a question gets a number",
    steps: [
      ["7", "officer.ask"],
      ["apakah besok buka, desa Jegreg", "ticket.filed", "LMG-26-000123-7"],
      ["press:>track.show", "track.choose"],
    ],
  },
  {
    label: "officer: menu",
    steps: [
      ["7", "officer.ask"],
      ["press:menu", "menu.choose"],
    ],
  },

  {
    label: "privacy: what is stored, rights",
    steps: [
      ["8", "privacy.choose"],
      ["press:stored", "privacy.stored", "tersandi"],
      ["press:rights", "privacy.choose"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "privacy: stored, menu",
    steps: [
      ["8", "privacy.choose"],
      ["press:stored", "privacy.stored"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "DATA SAYA",
    steps: [
      ["DATA SAYA", "privacy.confirm", "72 jam"],
      ["press:yes", "ticket.filed", "72 jam"],
    ],
  },
  {
    label: "HAPUS ends neither aid nor a ticket",
    steps: [
      ["HAPUS", "privacy.confirm", "tidak menghentikan bantuan", "tidak menutup laporan"],
      ["press:no", "privacy.choose"],
    ],
  },
  {
    label: "PERBAIKI asks what",
    steps: [
      ["PERBAIKI", "privacy.confirm"],
      ["press:yes", "ticket.collect"],
      ["nama saya salah tulis", "ticket.filed"],
    ],
  },
  {
    label: "BATAL SETUJU",
    steps: [
      ["BATAL SETUJU", "privacy.confirm"],
      ["press:yes", "ticket.filed"],
    ],
  },
  {
    label: "privacy from the list",
    steps: [
      ["8", "privacy.choose"],
      ["press:data-copy", "privacy.confirm"],
    ],
  },

  {
    label: "language repeats the question in the new one",
    steps: [
      ["1", "check.number"],
      ["bahasa", "language.choose"],
      ["press:en", "check.number", "All right", "Type the NIK"],
      ["bahasa indonesia", "check.number", "Baik", "Ketik NIK"],
    ],
  },
  {
    label: "language from the menu",
    steps: [
      ["9", "language.choose"],
      ["English", "menu.choose", "What would you like"],
      ["Cek penerima bansos", "check.number", "Type the NIK"],
    ],
  },
  {
    label: "under the margin: the best guesses",
    steps: [
      ["bantuan uang", "menu.suggest", "Maksud"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "a guess that is chosen knows what was written",
    steps: [
      ["kata orang lapangan saya dinilai mampu, padahal kerja serabutan, bagaimana ini", "menu.suggest", "Maksud"],
      ["1", "complaint.category"],
      ["press:not-listed", "complaint.where", "sudah kami catat"],
    ],
  },
  {
    label: "what is not understood can go to an officer as it is",
    steps: [
      [
        "pompa sawah macet lagi tiap sore",
        "menu.suggest",
        "belum paham",
        "Tidak perlu ditulis lagi",
        "not:Apa yang ingin",
      ],
      ["hubungi petugas", "officer.ask", "sudah kami catat"],
      ["kirim", "ticket.filed"],
    ],
  },
  {
    label: "what is not understood goes to an officer by a yes, or not by a no",
    steps: [
      ["pompa sawah macet lagi tiap sore", "menu.suggest"],
      ["gak usah", "menu.choose"],
      ["pompa sawah macet lagi tiap sore", "menu.suggest"],
      ["ya pak", "officer.ask", "sudah kami catat"],
    ],
  },
  {
    label: "what is not understood and is hardly a sentence",
    steps: [["gimana sih", "menu.choose", "belum paham", "Apa yang ingin"]],
  },
  {
    label: "on a channel whose numbers are entered on our page: both at once",
    page: true,
    steps: [
      ["apakah saya dapat bansos?", "check.number", "OTP", "https://bansos.example/n/nik", "10 menit"],
      [`entered:${NIK}+${KK}`, "check.result", "per 1 November 2026"],
    ],
  },
  {
    label: "on the page: the number, then the card",
    page: true,
    steps: [
      ["1", "check.number"],
      ["nomor", "check.number", "https://bansos.example/n/nik"],
      [`entered:${NIK}`, "check.proof", "berakhiran 01", "https://bansos.example/n/kk"],
      ["Link", "check.proof", "https://bansos.example/n/kk"],
      [`entered:+${KK}`, "check.result", "per 1 November 2026"],
    ],
  },
  {
    label: "on the page: a card that does not match gets a new page",
    page: true,
    known: { lookUp: "no-match" },
    steps: [
      ["1", "check.number"],
      [`entered:${NIK}+${KK}`, "check.card-missed"],
      ["press:move", "check.old-card", "https://bansos.example/n/kk"],
      ["entered:+3524010201189902", "check.card-missed"],
    ],
  },
  {
    label: "a number typed although there is a page is taken, with a word of caution",
    page: true,
    steps: [
      ["1", "check.number"],
      [NIK, "check.proof", "hapus pesan tadi", "berakhiran 01"],
    ],
  },
  {
    label: "a page that is sent when the chat has gone on begins its check all the same",
    page: true,
    steps: [
      ["1", "check.number"],
      ["petugas", "officer.ask"],
      [`entered:${NIK}+${KK}`, "check.result"],
    ],
  },
  {
    label: "a card alone that nobody asks for any more is said to be old",
    page: true,
    steps: [
      ["menu", "menu.choose"],
      [`entered:+${KK}`, "menu.choose", "pertanyaan"],
    ],
  },
  {
    label: "whoever cannot open the page is called back",
    page: true,
    steps: [
      ["1", "check.number"],
      ["press:cannot-open", "check.cannot-open", "menelepon"],
      ["press:call", "ticket.collect", "nomor telepon"],
      ["Siti, 0812 3456 7890, sore", "ticket.filed", "Nomor laporan"],
    ],
  },
  {
    label: "or comes to the counter, or tries again",
    page: true,
    steps: [
      ["1", "check.number"],
      ["press:cannot-open", "check.cannot-open"],
      ["press:again", "check.number", "https://bansos.example/n/nik"],
      ["press:cannot-open", "check.cannot-open"],
      ["press:offices", "offices.show"],
    ],
  },
  {
    label: "the page of a card, and who cannot open that",
    page: true,
    steps: [
      ["1", "check.number"],
      ["press:none", "check.no-number"],
      ["press:card", "check.card", "https://bansos.example/n/kk"],
      ["press:cannot-open", "check.cannot-open"],
      ["press:again", "check.number"],
      [`entered:${NIK}`, "check.proof"],
      ["press:cannot-open", "check.cannot-open"],
    ],
  },
  {
    label: "photos in a complaint wait for a word, and go with it",
    steps: [
      ["3", "complaint.category"],
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
      ["3", "complaint.category"],
      ["press:wrong-recipient", "complaint.what"],
      ["voice:", "complaint.where", "1 berkas"],
    ],
  },
  {
    label: "a voice anywhere goes to an officer",
    steps: [
      ["halo", "menu.choose"],
      ["voice:", "officer.ask", "Pesan suara kami terima"],
      ["image:", "officer.ask", "1 berkas"],
      ["press:send", "ticket.filed"],
    ],
  },
  {
    label: "a voice, and then who speaks",
    steps: [
      ["voice:", "officer.ask", "Pesan suara kami terima"],
      ["Siti, desa Jegreg", "ticket.filed"],
    ],
  },
  {
    label: "a photo that no report needs is not kept, and a sticker is none",
    steps: [
      ["halo", "menu.choose"],
      ["image:ini ktp saya", "menu.choose", "tidak kami simpan"],
    ],
  },
  {
    label: "papers for a repair",
    steps: [
      ["2", "repair.choose"],
      ["press:meninggal", "repair.deceased"],
      ["press:no", "repair.contest"],
      ["press:file", "ticket.collect"],
      ["image:", "ticket.collect", "1 berkas"],
      ["press:send", "ticket.filed"],
    ],
  },
  {
    label: "a call back to the number that is shared",
    page: true,
    steps: [
      ["1", "check.number"],
      ["press:cannot-open", "check.cannot-open"],
      ["press:call", "ticket.collect", "nomor telepon"],
      ["phone:+6281234567890", "ticket.filed"],
    ],
  },
  {
    label: "a number shared where nobody asks for one",
    steps: [
      ["halo", "menu.choose"],
      ["phone:+6281234567890", "menu.choose", "belum bisa"],
    ],
  },
  ...urgentDialogues,
];

type Answer = ReturnType<ReturnType<typeof chat>["say"]>;
type Said = { said: string; at: string; contains: string[]; offered: string[]; pressed: boolean; found: boolean };

const heard = new Map<Dialogue, [Answer, Said][]>();

/** Holds a dialogue; `check` sees every answer. The engine is pure: every file of a process reads what one walk brought. */
export function held(dialogue: Dialogue, check: (answer: Answer, step: Said) => void): void {
  const answers = heard.get(dialogue) ?? walked(dialogue);
  heard.set(dialogue, answers);
  for (const [answer, step] of answers) check(answer, step);
}

function walked({ known, steps, page }: Dialogue): [Answer, Said][] {
  const { say, press, send } = chat(service(known), "id", page);
  let offered: string[] = [];
  return steps.map(([said, at, ...contains]) => {
    const wanted = said.startsWith("press:") ? said.slice("press:".length) : undefined;
    const id = wanted === undefined ? undefined : offered.find((one) => one === wanted || one.endsWith(`:${wanted}`));
    const [, kind, caption] = /^(image|voice|sticker|document):(.*)$/.exec(said) ?? [];
    const [, number] = /^phone:(\S+)$/.exec(said) ?? [];
    const [, nik, kk] = /^entered:(\d*)\+?(\d*)$/.exec(said) ?? [];
    const entered = { type: "numbers" as const, ...(nik ? { nik } : {}), ...(kk ? { kk } : {}) };
    const media = { type: "media" as const, kind: kind as "image", file: said, ...(caption ? { caption } : {}) };
    const [, button] = /^button:(.+)$/.exec(said) ?? [];
    const answer = button
      ? press(button) // of a message from outside the talk
      : number
        ? send({ type: "phone", number, own: true })
        : kind
          ? send(media)
          : nik || kk
            ? send(entered)
            : id === undefined
              ? say(said)
              : press(id);
    const step = { said, at, contains, offered, pressed: wanted !== undefined, found: id !== undefined };
    offered = answer.choices;
    return [answer, step];
  });
}
