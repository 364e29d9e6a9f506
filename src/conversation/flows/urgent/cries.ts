import { plainText } from "../../understanding/normalise.ts";
import type { UrgentData } from "./data.ts";

const DRUNK =
  "minum|diminum|minumnya|meminum|ngombe|diombe|ngunjuk|nelan|menelan|telan|ditelan|nenggak|tenggak|makan|drank|drunk|swallowed|taken|took";
const POISON =
  "racun|potas|potasium|baygon|autan|endrin|pestisida|sianida|domestos|wipol|porstex|bayclin|obat nyamuk|obat tikus|racun tikus|obat serangga|poison|bleach";
const DONE =
  "sudah|sdh|udah|udh|dah|telah|wis|wes|uwis|sampun|pun|telanjur|terlanjur|kadung|barusan|habis|baru|tadi|already|just|have|has";
/** What is not done, or only thought of. */
const NOT_DONE =
  /\b(?:belum|blm|durung|dereng|tidak|tdk|gak|ga|nggak|ndak|ora|mboten|hampir|meh|kepikiran|terpikir|mau|pengen|pengin|ingin|kepingin|pingin|pgn|arep|bade|badhe|want|not|almost)\b/;

const clausesOf = (text: string): string[] => text.split(/[.,;!?\n]+/).map(plainText);
const says = (text: string, pattern: RegExp): boolean => clausesOf(text).some((one) => pattern.test(one));

const TAKEN_POISON = new RegExp(`\\b(?:${DRUNK})\\b(?: \\S+){0,3}? (?:${POISON})\\b`);
const POISONED = /\b(?:keracunan|overdosis|overdose|od obat)\b/;
const TAKEN = new RegExp(
  `\\b(?:${DONE})\\b(?: \\S+){0,3}? (?:${DRUNK})\\b|\\b(?:${DRUNK})\\b(?: \\S+){0,3}? (?:${DONE}|semua|kabeh|sedoyo|banyak|all)\\b`,
);
const MEDICINE = /\b(?:obat|obatnya|obate|pil|pilnya|pile|tablet|kapsul|pills?|tablets|medicine)\b/;
const CUT = new RegExp(
  `\\b(?:${DONE})\\b(?: \\S+){0,2}? (?:iris|ngiris|mengiris|silet|nyilet|sayat|nyayat|potong|cut)\\b(?: \\S+){0,2}? (?:nadi|urat|tangan|pergelangan|wrists?)\\b`,
);

/** Whether poison or pills are taken already: then nothing comes before the emergency room. */
export function isTaken(text: string, { dangers }: Pick<UrgentData, "dangers">): boolean {
  return clausesOf(text).some((clause) => {
    const before = (pattern: RegExp): boolean => {
      const at = clause.search(pattern);
      const [last = ""] =
        clause
          .slice(Math.max(0, clause.lastIndexOf(" dan ", at)), Math.max(0, at))
          .slice(-24)
          .match(/.*/) ?? [];
      return at >= 0 && !NOT_DONE.test(last);
    };
    if (before(TAKEN_POISON) || before(CUT) || POISONED.test(clause)) return true;
    return dangers.includes("self-harm") && MEDICINE.test(clause) && before(TAKEN);
  });
}

const THREAT_NOW =
  /\b(?:sekarang|skrg|skrang|saiki|sakniki|saat ini|detik ini|barusan datang|lagi ngamuk|sedang ngamuk|ngamuk|mengamuk|right now)\b|\b(?:di|ning|nang|neng|ndek|at|outside) (?:depan|ngarep|luar|njobo|balik|the|my) ?(?:pintu|rumah|kamar|lawang|omah|door|house)\b|\bdi (?:luar|depan|pintu)\b|\b(?:dobrak|mendobrak|ndobrak|gedor|menggedor|nggedor|gedor gedor)\b|\b(?:bawa|membawa|pegang|gowo|nggowo|mbeto|has|holding) (?:a )?(?:pisau|golok|parang|celurit|clurit|arit|sabit|pedang|linggis|senjata|senjata tajam|sajam|peso|pistol|knife|gun|machete)\b|\b(?:mengejar|dikejar|ngejar|dioyak|ngoyak)\b|\b(?:mau|akan|arep|bade|going to|wants to) (?:bunuh|membunuh|mateni|kill) (?:saya|aku|kami|anak|ibu|me)\b|\b(?:sembunyi|ngumpet|ndelik|hiding|terkunci|dikunci|disekap)\b/;
const NOT_NOW = /\b(?:tidak|tdk|gak|ga|nggak|belum|sudah tidak|not) (?:\S+ )?(?:sekarang|saiki|di luar|di rumah|now)\b/;

/** Whether whoever threatens is there: then the police come before everything else. */
export const isThreatNow = (text: string): boolean => says(text, THREAT_NOW) && !says(text, NOT_NOW);

const CALLS =
  /\b(?:tolong|tolongin|tulung|tulungi|bantu|bantuin|help|cepat|cepet|cepetan|segera|ndang|hurry|gawat|darurat|urgent)\b/;
const ONLY_CALLS =
  /^(?:(?:pak|bu|mas|mbak|min|kak|ya|allah|gusti|duh|aduh|please|mohon|kami|saya|aku|kulo|me|us|sekarang|saiki|dong|to|lah|nggih|tolong|tolongin|tulung|tulungi|bantu|bantuin|help|cepat|cepet|cepetan|segera|ndang|hurry|gawat|darurat|urgent) ?)+$/;
const WORSE =
  /\b(?:naik|munggah|tambah|makin|semakin) (?:terus|tinggi|besar|parah|gawat|dalam|deras|dhuwur)\b|\b(?:terus|tetap|isih|masih) (?:naik|munggah|bertambah)\b|\b(?:tolong|tulung|help)\b.*\b(?:cepat|cepet|segera|ndang|terus|hurry|fast)\b|\b(?:cepat|cepet|segera|ndang)\b.*\b(?:tolong|tulung|help)\b/;

/** The same cry again, or that it grows worse. */
export function isCry(text: string): boolean {
  const plain = plainText(text);
  return WORSE.test(plain) || (CALLS.test(plain) && ONLY_CALLS.test(plain));
}

const COMES =
  /\b(?:kapan|kpn|jam berapa|jam piro|kok lama|kok suwe|kenapa lama|berapa lama|when|how long)\b.*\b(?:datang|dateng|teka|rawuh|sampai|nyampe|ditolong|dibantu|petugas|petugasnya|bantuan|bantuannya|come|arrive|help)\b|\b(?:datang|dateng|teka|rawuh|ditolong)\w* (?:kapan|jam berapa)\b|\b(?:kok|kenapa) (?:belum|blm|durung|tidak|gak) (?:ada yang )?(?:datang|dateng|teka|rawuh|ditolong|dibantu)\b|\bsudah (?:sampai mana|di jalan)\b/;

export const asksWhenHelpComes = (text: string): boolean => COMES.test(plainText(text));

const TAKES_BACK =
  /\b(?:bercanda|becanda|guyon|guyonan|gojek|gurau|iseng|salah (?:kirim|ketik|pencet|tulis)|cuma (?:tes|coba|nyoba|test)|joking|kidding|just (?:a )?(?:test|joke))\b|\b(?:sudah|wis|sampun) (?:aman|selamat|beres|ditolong)\b/;
const STILL_WANTS =
  /\b(?:bukan|tidak|gak|ga|ora|not) (?:lagi |sedang )?(?:bercanda|becanda|guyon|gurau|iseng|aman|joking|kidding)\b/;

/** "Maaf cuma bercanda", or that it is over. */
export const takesBack = (text: string): boolean =>
  TAKES_BACK.test(plainText(text)) && !STILL_WANTS.test(plainText(text));

/** What whoever told of violence asks of us before they agree to anything. */
export type Wish = "no-call" | "secret" | "place" | "other";

const NO_CALL =
  /\b(?:jangan|jgn|ojo|aja|sampun|ampun|don t|dont|do not|no)\b(?: \S+){0,2}? \b(?:telp|telpon|telepon|tlp|tilpun|telfon|hubungi|wa|call|calls|sms|chat)\b/;
const SECRET =
  /\b(?:jangan|jgn|ojo|sampun|ampun|don t|dont|do not)\b(?: \S+){0,3}? \b(?:bilang|kasih tahu|kasih tau|beritahu|beri tahu|ngomong|cerita|crita|sampai tahu|sampek ngerti|tahu|tau|ngerti|matur|lapor|sebut|sebar|tell)\b|\b(?:rahasia|rahasiakan|dirahasiakan|secret|takut ketahuan|konangan)\b/;

export function wishIn(text: string, namesPlace: boolean): Wish {
  const plain = plainText(text);
  if (NO_CALL.test(plain)) return "no-call";
  if (SECRET.test(plain)) return "secret";
  return namesPlace && plain.split(" ").length <= 5 ? "place" : "other";
}
