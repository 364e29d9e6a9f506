import type { Dialogue } from "./dialogue-table.ts";
import { ticket } from "./people.ts";

const help = ["119, lalu tekan 8", "tidak sendirian"];

/** Somebody in danger, step by step. */
export const urgentDialogues: Dialogue[] = [
  {
    label: "hunger: help, a number, the place, and more of it later",
    steps: [
      ["anak tidak makan 2 hari", "urgent.place", "LMG-26-000123-7", "Sekarang di desa mana"],
      ["desa Jegreg kecamatan Modo", "urgent.open", "tambahkan ke laporan LMG-26-000123-7"],
      ["adiknya masih bayi", "urgent.open", "tambahkan"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "a fire with its place: nothing is asked",
    steps: [["rumah kebakaran di desa Jegreg kecamatan Modo", "urgent.open", "112", "not:di desa atau"]],
  },
  {
    label: "the menu from the question for the place",
    steps: [
      ["rumah saya roboh tadi malam", "urgent.place"],
      ["press:menu", "menu.choose"],
    ],
  },
  {
    label: "whoever wants to die is answered before anything else, in a complaint too",
    steps: [
      ["3", "complaint.category"],
      ["kulo bosen gesang, pengin mati mawon", "urgent.place", ...help, "not:Masalahnya tentang"],
      ["saya capek hidup pak", "urgent.place", "tetap di sini", "not:tidak sendirian"],
    ],
  },
  {
    label: "another word goes to the ticket that is open: the place is not known yet",
    known: { same: ticket },
    steps: [["pengin mati", "urgent.place", ...help, `tambahkan ke laporan ${ticket.number}`]],
  },
  {
    label: "another word goes to the ticket that is open, with its place",
    known: { same: ticket },
    steps: [["banjir sekarang di desa Jegreg kecamatan Modo", "urgent.open", ticket.number]],
  },
  {
    label: "violence: help, consent, how to be reached",
    steps: [
      ["saya dipukuli suami", "urgent.consent", "129", "bukan salah korban", "not:LMG-"],
      ["dia mabuk", "urgent.consent", "tidak perlu ditulis"],
      ["ya", "urgent.safely", "LMG-26-000123-7", "hapus chat ini"],
      ["siang saja, jangan telepon", "urgent.open", "sudah kami catat"],
    ],
  },
  {
    label: "violence: no consent",
    steps: [
      ["my husband beats me", "urgent.consent"],
      ["press:no", "menu.choose", "not:LMG-"],
    ],
  },
  {
    label: "violence: asked for once already",
    known: { same: ticket },
    steps: [
      ["anak saya dicabuli", "urgent.consent", "129"],
      ["press:yes", "urgent.safely", ticket.number],
      ["press:here", "urgent.open"],
    ],
  },
  {
    label: "poison taken already: the emergency room before any talk",
    steps: [
      ["saya mau bunuh diri, sudah minum racun", "urgent.place", "Ke IGD", "119"],
      ["pak kapan datang?", "urgent.place", "belum tahu jamnya", "119"],
    ],
  },
  {
    label: "pills taken in an open report",
    steps: [
      ["pengin mati", "urgent.place", "not:Ke IGD"],
      ["sudah saya minum obatnya semua", "urgent.place", "Ke IGD"],
    ],
  },
  {
    label: "violence: whoever threatens is there, and the police stand first",
    steps: [
      ["suami saya mau bunuh saya sekarang", "urgent.consent", "110 (polisi) atau 112"],
      ["dia di depan pintu", "urgent.consent", "110 (polisi) atau 112", "not:tidak perlu ditulis"],
      ["ya", "urgent.safely"],
      ["siang saja", "urgent.open"],
      ["dia bawa parang", "urgent.open", "110 (polisi) atau 112"],
    ],
  },
  {
    label: "violence: each wish before consent has its own answer",
    steps: [
      ["saya dipukuli suami", "urgent.consent"],
      ["jangan telepon ke hp ini", "urgent.consent", "kami tidak menelepon", "tekan Keluar"],
      ["jangan bilang desa", "urgent.consent", "Desa, pendamping, dan keluarga tidak", "not:tidak menelepon"],
      ["desa Jegreg", "urgent.consent", "Tempatnya belum kami teruskan"],
      ["dia mabuk", "urgent.consent", "Laporan tidak memuat ceritanya", "tekan Keluar"],
      ["sering sekali", "urgent.consent", "tidak masuk ke laporan"],
      ["selesai", "menu.choose", "129", "not:Apa yang ingin"],
    ],
  },
  {
    label: "the same cry again has the numbers in a line, a joke is noted",
    steps: [
      ["rumah saya kebanjiran sekarang", "urgent.place"],
      ["airnya naik terus tolong", "urgent.place", "Telepon sekarang: 112"],
      ["tolong cepat", "urgent.place", "Telepon sekarang: 112"],
      ["tolong", "urgent.place", "Telepon sekarang: 112", "not:layanan resmi"],
      ["maaf cuma bercanda", "urgent.place", "syukurlah", "LMG-26-000123-7"],
      ["batal", "urgent.place", "syukurlah"],
    ],
  },
];
