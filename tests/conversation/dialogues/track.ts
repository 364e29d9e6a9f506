import { closedFor, ticket } from "../people.ts";
import { type Case, cases, type Dialogue } from "./cases.ts";
import { endOf, toAnywhere, toTickets } from "./ways.ts";

const second = { ...ticket, number: "LMG-26-000002-5" };

/** Two offices have a part of the same ticket: one part has ended, one is open. */
const PARTS = [
  {
    office: "dinsos",
    since: Date.UTC(2026, 10, 21, 3),
    dueAt: Date.UTC(2026, 11, 1, 9),
    endedAt: Date.UTC(2026, 10, 22, 3),
  },
  { office: "disdukcapil", since: Date.UTC(2026, 10, 23, 3), dueAt: Date.UTC(2026, 11, 2, 9) },
] as const;

export const trackDialogues: Dialogue[] = [
  ...cases(
    {},
    {
      label: "a citizen without reports reads so",
      steps: [
        ["4", "track.choose", "Belum ada laporan"],
        ["LMG-26-000123-4", "track.choose", "tidak benar"],
        ["press:menu", "menu.choose"],
      ],
    },
    ...["laporan saya dulu nomornya lupa", "mau lihat laporan tapi lupa nomernya"].map((said) => ({
      label: `a lost number: "${said}"`,
      steps: [
        [said, "track.choose", "Nomornya lupa?"],
        ["lupa nomornya", "check.number", "tampil di hasil cek", "NIK"],
      ] as Dialogue["steps"],
    })),
    {
      label: "a lost number leads to a check",
      steps: [
        ["4", "track.choose"],
        ["press:find", "check.number"],
      ],
    },
    {
      label: "a lost number leads to an officer",
      steps: [
        ["4", "track.choose"],
        ["press:officer", "officer.ask"],
      ],
    },
    {
      label: "the number of another person's report shows nothing",
      steps: [
        ["LMG-26-000001-7", "track.choose", "bukan laporan dari sini", "tanyakan ke petugas", "not:silakan ketik"],
      ],
    },
    {
      label: "a wish to withdraw without a report shows that there is none",
      steps: [["hapus laporan saya pak", "track.choose", "not:mana yang mau"]],
    },
    {
      label: "a citizen opens one of the reports and adds to it",
      known: { tickets: [ticket] },
      from: toTickets,
      steps: [
        [`press:${ticket.number}`, "track.view", "kami cek"],
        ["press:add", "track.add"],
        ["press:back", "track.view"],
        ["press:add", "track.add"],
        ["sampai sekarang belum", "track.view", "ditambahkan"],
        ["press:menu", "menu.choose"],
      ],
    },
    {
      label: "a report shows the offices of its parts, with their times",
      known: { tickets: [{ ...ticket, parts: [...PARTS] }] },
      from: toTickets,
      steps: [
        [
          `press:${ticket.number}`,
          "track.view",
          "Dinas Kependudukan (Dukcapil): diteruskan Senin, 23 November 2026, paling lambat Rabu, 2 Desember 2026.",
          "Dinas Sosial: diteruskan Sabtu, 21 November 2026, selesai Minggu, 22 November 2026.",
        ],
      ],
    },
    {
      label: "a part that was taken back is not called done",
      known: { tickets: [{ ...ticket, parts: [{ ...PARTS[0], takenBack: true }] }] },
      from: toTickets,
      steps: [
        [`press:${ticket.number}`, "track.view", "ditarik kembali Minggu, 22 November 2026", "not:selesai Minggu"],
      ],
    },
    {
      label: "a dispute opens a closed report again",
      known: { byNumber: closedFor(1), tickets: [closedFor(1)] },
      steps: [
        ["button:>track.unsolved:LMG-26-000001-7", "track.dispute", "Apa yang belum beres"],
        ["press:back", "track.view"],
        ["press:unsolved", "track.dispute"],
        ["uangnya belum masuk", "track.view", "dibuka lagi"],
      ],
    },
    {
      label: "a late dispute opens a new report",
      known: { byNumber: closedFor(31) },
      steps: [
        ["button:>track.unsolved:LMG-26-000001-7", "track.dispute"],
        ["uangnya belum masuk", "track.choose", "laporan baru: LMG-26-000123-7"],
      ],
    },
    {
      label: 'the button "unsolved" shows an open report, or the list',
      known: { byNumber: ticket, tickets: [ticket] },
      steps: [
        ["button:>track.unsolved:LMG-26-000001-7", "track.view"],
        ["button:>track.unsolved", "track.choose"],
      ],
    },
    {
      label: "a number shows its report",
      known: { byNumber: ticket },
      steps: [
        ["LMG-26-000001-7", "track.view", "LMG-26-000001-7"],
        ["LMG-26-000001-7", "track.view"],
        ["LMG-26-000001-8", "track.view", "tidak benar"],
      ],
    },
    {
      label: "a number typed at the list shows its report",
      known: { byNumber: ticket },
      from: toTickets,
      steps: [["lmg 26 000001 7", "track.view"]],
    },
    {
      label: "too many numbers get a refusal",
      known: { byNumber: "limited" },
      steps: [["LMG-26-000001-7", "track.choose", "Terlalu banyak"]],
    },
    {
      label: "a citizen with one report withdraws it",
      known: { tickets: [ticket] },
      steps: [
        ["hapus saja laporan saya", "track.withdraw", ticket.number],
        ["ya", "menu.choose", "sudah kami beri tahu"],
      ],
    },
    {
      label: "a citizen with two reports chooses one, and keeps it",
      known: { tickets: [ticket, second] },
      steps: [
        ["batalkan laporan saya", "track.choose", "Laporan mana"],
        ["1", "track.withdraw"],
        ["tidak", "menu.choose"],
      ],
    },
  ),
  ...cases(
    { known: { tickets: [ticket] } },
    ...toAnywhere.flatMap((from) =>
      ["laporan saya", "Lihat laporan saya", "Kapan dijawab?", "kapan diwales nggih"].map(
        (asks): Case => ({
          label: `one's reports at ${endOf(from)}: ${asks}`,
          from,
          steps: [[asks, "track.choose", "Laporan Bapak/Ibu"]],
        }),
      ),
    ),
  ),
];
