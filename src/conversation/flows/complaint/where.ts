import type { Facts } from "../../engine/facts.ts";
import { meaningOf } from "../../understanding/bare-answer.ts";
import { tellsSomething } from "../../understanding/courtesy.ts";
import { plainText } from "../../understanding/normalise.ts";
import { asksSomething } from "../../understanding/question-words.ts";
import { understoodOnce } from "../../understanding/understood-once.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
/** Beside a place: what it is, or that one follows. */
const OF_A_PLACE = words(
  "desa ds kelurahan kel dusun dsn dukuh dukuhan lingkungan rt rw kecamatan kec kabupaten kab kota jalan jl jln gang gg balai kantor rumah pasar masjid mushola sekolah warung bank atm pos agen ewarong alun terminal di ning nang neng ndek ing sini kene mriki at in village street",
);
const OF_A_TIME = words(
  "kemarin wingi tadi barusan hari minggu bulan tahun tanggal tgl bln thn sejak mulai pagi siang sore malam lalu januari februari maret april mei juni juli agustus september oktober november desember senin selasa rabu kamis jumat sabtu ahad lebaran puasa ramadan natal yesterday today since last",
);
/** Numbers, and how long it has been. */
const BESIDE_A_TIME = words(
  "wis suwe dangu sampun sudah lama udah udh kira dari dr pas waktu pada sekitar an yang yg ini itu sampai sekarang belum sejak awal akhir tengah sing taun sasi dino dinten mau nganti saiki minggu jam pak bu ya ago long time for months years in",
);
const LONG_AGO =
  /^(?:(?:sudah|udah|wis|wes|sampun) )?(?:lama|suwe|dangu|lawas)(?: (?:sekali|banget|sanget|pak|bu|kok|ini))*$/;

/** Whether a text tells when and not where: "sejak 2024", "wis suwe". */
export function isTimeOnly(text: string, facts: Facts): boolean {
  if (namesPlace(text, facts)) return false;
  const said = plainText(text).split(" ");
  if (LONG_AGO.test(said.join(" "))) return true;
  const isTime = (word: string): boolean => OF_A_TIME.has(word) || /^\d{1,4}$/.test(word);
  return said.some((word) => OF_A_TIME.has(word)) && said.every((word) => isTime(word) || BESIDE_A_TIME.has(word));
}

/** A name of a hamlet has no more words than this; what has more tells something. */
const LONGEST_NAME = 3;
/** Whether a text names a place of this district. */
const namesPlace = (text: string, { placesNamed, findPlaces }: Facts): boolean =>
  placesNamed(text).length > 0 || findPlaces(text).length > 0;

/** Whether a text where none is asked corrects the place. */
export const correctsPlace = (text: string, facts: Facts): boolean => !asksSomething(text) && namesPlace(text, facts);

/** What a place question takes: a place, a time, or that they do not know. */
export function isWhere(text: string, facts: Facts): boolean {
  if (meaningOf(text) === "unknown") return true;
  if (asksSomething(text) || !tellsSomething(text)) return false;
  if (namesPlace(text, facts)) return true;
  const said = plainText(text).split(" ");
  if (said.some((word) => OF_A_PLACE.has(word) || OF_A_TIME.has(word)))
    return said.some((word) => /\p{L}{3}/u.test(word));
  const { intent, extracted } = understoodOnce({ type: "text", text }, facts);
  const isName = said.length <= LONGEST_NAME && said.every((word) => /^\p{L}{3,}$/u.test(word));
  return isName && intent === "unknown" && extracted.programme === undefined;
}

/** A programme named alone tells which one it is about. */
export function programmeAlone(text: string, facts: Facts): string | undefined {
  const { programme } = understoodOnce({ type: "text", text }, facts).extracted;
  return plainText(text).split(" ").length <= LONGEST_NAME && !asksSomething(text) ? programme : undefined;
}

/** Whether they ask who will know of it. */
export const asksWhoReads = (text: string): boolean =>
  asksSomething(text) &&
  /\b(?:tahu|tau|ngerti|ngertos|baca|membaca|lihat|ketahuan|rahasia|bocor|know|read|secret)\b/i.test(text);
