import { type Case, cases, type Dialogue } from "./cases.ts";
import { greeted, toRepair, toUnmatched } from "./ways.ts";

export const repairDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: '"seumur hidup" of a KTP does not speak of a living person',
      steps: [["ktp saya masih yang lama seumur hidup", "repair.explain", "Belum e-KTP"]],
    },
    ...["sudah saya urus ke capil kemarin", "sudah pak", "ktp saya sudah jadi", "sampun kulo urus pak"].map(
      (said): Case => ({
        label: `a repair reported as done: ${said}`,
        steps: [
          ["ktp saya belum jadi", "repair.explain"],
          [said, "ticket.collect", "memeriksanya"],
        ],
      }),
    ),
    {
      label: '"sudah saya urus tapi belum aktif" does not report a repair',
      steps: [
        ["ktp saya belum jadi", "repair.explain"],
        ["sudah saya urus tapi belum aktif", "repair.explain"],
      ],
    },
    {
      label: "questions for time, papers and price of a repair are answered",
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
      label: "the second question for a repair gets a short answer",
      steps: [
        ["KK nya harus diubah kemana", "repair.explain", "Nomor KK", "Yang memperbaiki"],
        ["terus KK nya harus diubah kemana pak", "repair.explain", "Tempat:", "not:Yang memperbaiki"],
      ],
    },
  ),
  ...cases(
    { from: toRepair },
    {
      label: "the first list leads to its reasons",
      steps: [
        ["press:ktp_lama", "repair.explain", "Rekam"],
        ["kembali", "repair.choose"],
        ["press:meninggal", "repair.deceased"],
        ["kembali", "repair.choose"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "the kinds of reasons lead to a further reason",
      steps: [
        ["press:others", "repair.kinds", "tentang apa"],
        ["press:unsure", "repair.of-kind"],
        ["press:back", "repair.kinds"],
        ["press:barred", "repair.of-kind"],
        ["press:keluarga_dikecualikan", "repair.explain", "anggota satu KK", "belum kami lihat", "not:Tercatat"],
        ["press:check", "check.number"],
      ],
    },
    {
      label: "the lists of reasons lead to an officer and the menu",
      steps: [
        ["press:others", "repair.kinds"],
        ["press:officer", "officer.ask"],
        ["menu", "menu.choose"],
        ["2", "repair.choose"],
        ["press:others", "repair.kinds"],
        ["press:menu", "menu.choose"],
        ["2", "repair.choose"],
        ["press:others", "repair.kinds"],
        ["press:out", "repair.of-kind"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "the reason TERINDIKASI_TRANSAKSI gets no details, and an objection is filed",
      steps: [
        ["press:others", "repair.kinds"],
        ["press:unsure", "repair.of-kind"],
        ["press:terindikasi_transaksi", "repair.explain", "Ini bukan tuduhan", "not:judol", "not:Sudah saya perbaiki"],
        ["press:object", "ticket.collect", "tidak ada yang berubah sebelum itu"],
        ["Siti, desa Jegreg. Saya tidak pernah main begituan", "ticket.filed"],
      ],
    },
    { label: "an unknown reason leads to a check", steps: [["press:unknown", "check.number"]] },
    {
      label: "a photo is enough for an objection",
      steps: [
        ["press:meninggal", "repair.deceased"],
        ["press:no", "repair.contest"],
        ["press:file", "ticket.collect"],
        ["image:", "ticket.collect", "1 berkas"],
        ["press:send", "ticket.filed"],
      ],
    },
    ...(["done", "offices", "officer", "menu"] as const).map(
      (way): Case => ({
        label: `a repair's papers and place: ${way}`,
        steps: [
          ["press:ktp_lama", "repair.explain", "belum kami lihat"],
          ["press:details", "repair.details", "Bawa:", "Lamanya:"],
          ["press:source", "repair.details", "Sumber:"],
          [
            `press:${way}`,
            { done: "ticket.collect", offices: "offices.show", officer: "officer.ask", menu: "menu.choose" }[way],
          ],
        ],
      }),
    ),
  ),
  ...cases(
    { from: toUnmatched },
    {
      label: "a repaired reason is filed",
      steps: [
        ["press:done", "ticket.collect", "diperbarui"],
        ["Siti Aminah, desa Jegreg", "ticket.filed", "LMG-26-000123-7", "Jawaban pertama"],
      ],
    },
    { label: "a reason leads to the offices", steps: [["press:offices", "offices.show"]] },
    { label: "a reason leads to an officer", steps: [["press:officer", "officer.ask"]] },
    {
      label: "questions for price and deputy of a repair are answered",
      steps: [
        ["harus bayar gak", "repair.explain", "gratis"],
        ["bisa diwakilkan gak", "repair.explain", "Keluarga boleh mewakili"],
      ],
    },
  ),
  ...cases(
    { from: greeted },
    {
      label: "a reason without a look-up says that the chat has not looked",
      steps: [["nomor kk saya beda dengan data bansos, terus bagaimana", "repair.explain", "belum kami lihat"]],
    },
    {
      label: 'an objection does not say "forwarded" before it is filed',
      steps: [
        ["nama saya dicatat meninggal padahal masih hidup", "repair.contest", "not:Kami teruskan"],
        ["press:file", "ticket.collect", "not:Kami teruskan"],
        ["Siti desa Jegreg", "ticket.filed"],
      ],
    },
  ),
];
