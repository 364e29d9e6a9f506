import { plainText } from "./normalise.ts";

export type Command =
  | { command: "menu" | "back" | "help" | "stop" | "done" | "officer" | "aid-or-help" }
  | { command: "right"; target: keyof typeof RIGHTS }
  | { command: "language"; target?: string };

/** Whole messages and nothing else: "bansos saya berhenti" is a complaint, not stop. */
const COMMANDS: Record<Exclude<Command["command"], "language" | "right">, string> = {
  menu: "menu|menu utama|ke menu|kembali ke menu|menu awal|beranda|main menu|home|menune|balik menu",
  back: "kembali|balik|mundur|sebelumnya|back|go back|previous|bali|wangsul|mbalik",
  help: "tolong|help|help me|cara pakai|panduan|petunjuk|bantu|tulung|nyuwun tulung|bantuan penggunaan",
  stop: "stop|berhenti|unsubscribe|berhenti berlangganan|stop berlangganan|mandeg|mandheg|leren",
  done: "selesai|rampung|keluar|done|finish|finished|quit|end|exit",
  officer:
    "petugas|hubungi petugas|bicara dengan petugas|operator|cs|admin|officer|human|contact an officer|talk to an officer|ngomong karo petugas|matur petugas",
  "aid-or-help": "bantuan",
};

/** Rights over one's own data, in the words that the privacy page gives: no draft takes them for its own words. */
const RIGHTS = {
  "data-copy": "data saya|salinan data saya",
  "data-delete": "hapus|hapus data|hapus data saya|hapus data chat",
  "consent-withdraw": "batal setuju|cabut persetujuan",
} as const;

const LANGUAGES: Record<string, string> = {
  id: "indonesia|bahasa indonesia|indonesian|bahasa",
  en: "inggris|bahasa inggris|english|inggeris|boso inggris|basa inggris",
  jv: "jawa|bahasa jawa|javanese|boso jowo|basa jawa|jowo|boso jawa",
};

const SLASHED: Record<string, Command> = {
  menu: { command: "menu" },
  kembali: { command: "back" },
  back: { command: "back" },
  help: { command: "help" },
  bantuan: { command: "help" },
  stop: { command: "stop" },
  berhenti: { command: "stop" },
  selesai: { command: "done" },
  petugas: { command: "officer" },
  officer: { command: "officer" },
  bahasa: { command: "language" },
  language: { command: "language" },
};

const byText = new Map<string, Command>(
  Object.entries(COMMANDS).flatMap(([command, texts]) =>
    texts.split("|").map((text) => [text, { command: command as "menu" }] as const),
  ),
);
for (const [target, texts] of Object.entries(RIGHTS)) {
  for (const text of texts.split("|")) byText.set(text, { command: "right", target: target as keyof typeof RIGHTS });
}
for (const [target, texts] of Object.entries(LANGUAGES)) {
  for (const text of texts.split("|")) {
    const bare: Command = text === "bahasa" ? { command: "language" } : { command: "language", target };
    for (const form of [
      text,
      `ganti ${text}`,
      `pakai ${text}`,
      `ubah ${text}`,
      `ganti ke ${text}`,
      `change to ${text}`,
      `switch to ${text}`,
    ]) {
      byText.set(form, bare);
    }
  }
}
for (const text of [
  "language",
  "change language",
  "ganti bahasa",
  "ubah bahasa",
  "pilih bahasa",
  "bahasa language",
  "boso",
  "basa",
]) {
  byText.set(text, { command: "language" });
}

const LONGEST = 60;
/** Politeness around a command changes nothing. */
const POLITE =
  /^(?:(?:pak|bu|mas|mbak|min|kak|mohon|please|tolong) )+(?=\S)|(?: (?:pak|bu|mas|mbak|min|kak|ya|dong|please|nggih))+$/g;

/** The command that a whole message is; `undefined` for every message that says anything else. */
export function globalCommand(text: string): Command | undefined {
  if (text.length > LONGEST) return undefined;
  const slashed = /^\s*\/([a-z]+)\s*$/i.exec(text)?.[1];
  if (slashed) return Object.hasOwn(SLASHED, slashed.toLowerCase()) ? SLASHED[slashed.toLowerCase()] : undefined;
  const plain = plainText(text);
  return byText.get(plain) ?? byText.get(plain.replace(POLITE, ""));
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const WAITING = words("nanti ntar sebentar bentar tunggu sek sik mangke mengko sekedap rumiyin wait later moment");
/** What is waited for, and nothing that asks or tells. */
const FOR = words(
  "ya yo nggih pak bu mas mbak bapak ibu saya sy aku kulo tak dulu dl riyin cari carikan ambil ambilkan lihat liat tanya tanyakan goleki jupuk kk ktp nik nya kknya ktpnya niknya kartu keluarga kartunya nomor nomornya nomer suami istri anak di rumah pulang lagi masih ok oke baik i will look for my card number the it please one a find get let me",
);
const LONGEST_WAIT = 12;

/** "Nanti ya pak, saya cari KK-nya dulu": nothing to answer, and nothing that was not understood. */
export function asksToWait(text: string): boolean {
  if (text.length > 2 * LONGEST) return false;
  const said = plainText(text).split(" ");
  const rest = said.filter((word) => !WAITING.has(word));
  return said.length <= LONGEST_WAIT && rest.length < said.length && rest.every((word) => FOR.has(word));
}

const NUMERALS: readonly string[] = [
  "satu|siji|setunggal|one|pertama|kesatu|first|kapisan",
  "dua|loro|kalih|two|kedua|second",
  "tiga|telu|tigo|three|ketiga|third",
  "empat|papat|sekawan|four|keempat|fourth",
  "lima|limo|gangsal|five|kelima|fifth",
  "enam|nem|enem|six|keenam|sixth",
  "tujuh|pitu|seven|ketujuh|seventh",
  "delapan|wolu|eight|kedelapan|eighth",
  "sembilan|songo|sanga|nine|kesembilan|ninth",
  "sepuluh|ten|kesepuluh|tenth",
];
const byNumeral = new Map(NUMERALS.flatMap((forms, index) => forms.split("|").map((form) => [form, index] as const)));
const BEFORE_NUMBER = /^(?:(?:yang|sing|nomor|nomer|nmr|no|pilihan|pilih|number|option|angka|the|opsi) )+/;

/** The index of a choice typed as its number, in digits or words; `undefined` when that is not all the message says. */
export function choiceTyped(text: string, count: number): number | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = plainText(text).replace(BEFORE_NUMBER, "");
  const index = /^\d{1,2}$/.test(plain) ? Number(plain) - 1 : byNumeral.get(plain);
  return index !== undefined && index >= 0 && index < count ? index : undefined;
}

/** The index of the one choice whose title was typed, in any language; with `slips` one is forgiven in six letters or more. */
export function titleTyped(text: string, titles: readonly (readonly string[])[], slips: boolean): number | undefined {
  if (text.length > 2 * LONGEST) return undefined;
  const typed = plainText(text);
  if (typed === "") return undefined;
  const plain = titles.map((forms) => forms.map(plainTitle));
  const exact = plain.flatMap((forms, index) => (forms.includes(typed) ? [index] : []));
  if (exact.length > 0 || !slips) return exact.length === 1 ? exact[0] : undefined;
  const near = plain.flatMap((forms, index) =>
    forms.some((form) => form.length >= 6 && isOneSlip(typed, form)) ? [index] : [],
  );
  return near.length === 1 ? near[0] : undefined;
}

const plainTitles = new Map<string, string>();
const MOST_TITLES = 5_000;

/** Titles come again with every message; their plain form is worth keeping. */
function plainTitle(title: string): string {
  const known = plainTitles.get(title);
  if (known !== undefined) return known;
  if (plainTitles.size >= MOST_TITLES) plainTitles.clear();
  const plain = plainText(title);
  plainTitles.set(title, plain);
  return plain;
}

/** One letter other, missing or too many. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [x, y] = [a.slice(at), b.slice(at)];
  return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1);
}
