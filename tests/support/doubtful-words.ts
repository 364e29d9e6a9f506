import type { SignalReader } from "../../src/signals/reader.ts";

/** These sentences score just below the limit of an accusation or fear. */
const CLOSE = [
  "kata pak carik datanya sudah diurus semua",
  "kata bu kader yang kemarin sudah cukup, tidak usah tanya lagi",
  "kata kader saya sudah dapat, padahal belum",
  "pak kasun bilang sabar dulu, nanti diatur",
  "kata petugas undangannya menyusul, tetangga sudah dapat semua",
  "kata pak kades jatah bulan ini menyusul sama yang lain",
  "kata bu bidan nanti dicarikan jalan",
  "kata pak RT nanti saja kalau sudah waktunya",
  "pendamping bilang bulan depan saja sekalian",
  "kata pak carik kalau mau cepat ya tahu sendiri",
];

export function doubtfulWords(reader: SignalReader, place = ""): string {
  const isDoubtful = (text: string): boolean => {
    const { found, doubted } = reader.judge(reader.words(text), ["accusation", "fear"]);
    return found.length === 0 && doubted.length > 0 && reader.read(text).length === 0;
  };
  const found = CLOSE.find((text) => isDoubtful(text) && isDoubtful(`${place}${text}`));
  if (!found) throw new Error("no sentence of these is in doubt any more: add some");
  return `${place}${found}`;
}
