import { doubtsIt } from "../understanding/moods.ts";
import { plainText } from "../understanding/normalise.ts";
import { asksSomething } from "../understanding/question-words.ts";
import { isAboutAid, saysMore, wishesSecrecy } from "../understanding/secret-wish.ts";
import { keptWords } from "./content.ts";
import { type Context, flowOf, type Step, stateHere } from "./flow.ts";
import { ticketAsked } from "./replying.ts";
import { keptSecret } from "./secrecy.ts";

/** Short messages that ask or wish one thing about the service itself. */
const MOST_WORDS = 16;
const LONGEST = 140;

const KNOWS =
  /\b(?:tahu|tau|ngerti|ngertos|weruh|baca|bacanya|membaca|dibaca|moco|maos|lihat|melihat|dilihat|ketahuan|konangan|bocor|rahasia|dirahasiakan|aman|know|read|reads|see|sees|secret|safe|told)\b/;
const ABOUT_IT =
  /\b(?:lapor|laporan|laporanku|ngelapor|melapor|nglapor|dilaporkan|aduan|pengaduan|ngadu|mengadu|wadul|chat|chatnya|pesan|pesanku|cerita|ceritaku|identitas|nama|namaku|report|message|messages|complain|complaint)\b/;
const ASKS = /\b(?:apa|apakah|opo|nopo|punapa|siapa|sopo|sinten|who|will|can|does)\b/;

const COST = /\b(?:bayar|mbayar|membayar|dibayar|biaya|biayanya|ongkos|ongkosnya|gratis|tarif|free|pay|cost)\b/;
const COST_BESIDE = new Set(
  "apa apakah opo nopo ini itu lapor laporan melapor harus perlu wajib kudu mesti bayar mbayar membayar dibayar biaya biayanya ongkos ongkosnya gratis tarif pak bu ya mas mbak min kak to kok saya sy aku kulo untuk buat daftar mendaftar urus ngurus mengurus ngecek cek layanan pakai berapa piro pinten tidak tdk ga gak nggak ndak enggak ora mboten ada enten di lewat sini kesini chat nih sih kah kan is it free do i have to pay how much does cost this".split(
    " ",
  ),
);

const WITHDRAWS =
  /\b(?:hapus|hapuskan|batalkan|batalin|cabut|tarik|busek|dihapus|dibatalkan|dicabut|cancel|delete|withdraw|remove)\b(?: \S+){0,3}? (?:laporan|laporanku|laporannya|aduan|aduanku|pengaduan|report|complaint)\b/;
const MOST_TO_WITHDRAW = 9;

const NOT_THE_REPORT = /\b(?:data|bantuan|nik|apa|kenapa|kok)\b/;
/** What is done wrong: then the question stands in a story. */
const TAKES =
  /\d|\b(?:minta|mintain|njaluk|nyuwun|ambil|mengambil|jupuk|potong|dipotong|motong|nyunat|sunat|uang|duit|pungli|bayar|korupsi|ancam|mengancam|pukul|marah|dicoret|nyoret|paksa|dipaksa|tilep|ditilep|jual|dijual)\b/;

/** What is asked or wished about the service itself: it is answered where the chat rests, and is no report. */
export type Aside = "secret" | "who-reads" | "cost" | "withdraw";

export function asideIn(text: string, { facts }: Pick<Context, "facts">): Aside | undefined {
  if (text.length > LONGEST) return undefined;
  const plain = plainText(text);
  const words = plain.split(" ");
  if (words.length > MOST_WORDS) return undefined;
  const asks = asksSomething(text) || ASKS.test(plain);
  if (
    COST.test(plain) &&
    words.every((word) => COST_BESIDE.has(word)) &&
    (asks || /berapa|piro|gratis|biaya|free|cost/.test(plain))
  )
    return "cost";
  const tells = facts.signals(text).includes("accusation");
  if (asks && KNOWS.test(plain) && ABOUT_IT.test(plain) && !isAboutAid(plain) && !(tells && TAKES.test(plain)))
    return "who-reads";
  if (tells) return undefined;
  if (words.length <= MOST_TO_WITHDRAW && WITHDRAWS.test(plain) && !NOT_THE_REPORT.test(plain)) return "withdraw";
  return wishesSecrecy(text) ? "secret" : undefined;
}

/** The answer to it, in every state but those that ask just that. */
export function asideAnswered(text: string, context: Context): Step | undefined {
  const { session } = context;
  if (session.at === "urgent.consent" || session.at === "urgent.safely") return undefined;
  if (doubtsIt(text) && hasJustRead(context)) return { to: session.at, say: [{ key: "common.isTrue" }] };
  switch (asideIn(text, context)) {
    case "cost":
      return { to: session.at, say: [{ key: "answers.cost" }] };
    case "secret":
      // Beside an answer to an officer it goes along with that answer.
      return ticketAsked(context) !== undefined && saysMore(text) ? undefined : keptSecret(context);
    case "who-reads":
      return { to: session.at, say: [{ key: "confidential.whoReads" }], session: { offersSecrecy: true } };
    case "withdraw":
      return withdrawing(text, context);
    default:
      return undefined;
  }
}

/** Whether an answer of ours is the last thing that stands there. */
const hasJustRead = (context: Context): boolean =>
  ["check", "repair", "programmes", "offices"].includes(flowOf(context.session.at)) &&
  stateHere(context).brief !== undefined &&
  ticketAsked(context) === undefined;

/** A draft is dropped by its own words; a report that was sent is found first. */
function withdrawing(text: string, { session }: Context): Step | undefined {
  if (["complaint", "finish"].includes(flowOf(session.at))) return undefined;
  return { to: "track.listing", data: { withdraws: true, words: keptWords(text) }, lookUp: { find: "own-tickets" } };
}
