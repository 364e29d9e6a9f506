import { describe, expect, it } from "vitest";
import { chat } from "./dialogue.ts";
import { service } from "./people.ts";

type State = { name: string; said: readonly string[] };

const QUESTION = "mbah saya kok tidak dapat kiriman sembako";
const STORY = "sembako bulan ini dipotong agen dua puluh ribu";

const STATES: readonly State[] = [
  { name: "a question for an officer is wanted", said: ["hubungi petugas"] },
  { name: "a question for an officer waits", said: ["hubungi petugas", QUESTION] },
  { name: "a question for an officer was added to", said: ["hubungi petugas", QUESTION, "sejak lebaran kemarin"] },
  {
    name: "a message that was not understood goes to an officer",
    said: ["lapangan bola becek terus", "hubungi petugas"],
  },
  { name: "a complaint asks for its kind", said: ["lapor masalah"] },
  { name: "a complaint asks for the place", said: [STORY] },
  { name: "a complaint asks whether to send", said: [STORY, "desa Jegreg kemarin"] },
  { name: "a complaint asks again whether to send", said: [STORY, "desa Jegreg kemarin", "agennya dekat balai desa"] },
];

const WORDS: readonly string[] = [
  "suaminya merantau sejak lama, tidak ada kabar",
  "adiknya masih kecil, sering menangis malam",
  "apa boleh yang di rumah ikut didaftarkan",
  "kira-kira berapa lama ya prosesnya",
  "anake nomer loro saiki prei sekolah",
  "dikandani tanggane yen bantuane wis mandheg",
  "lha terus piye iki carane",
  "sampun tigang wulan mboten angsal",
  "desa Jegreg",
  "namanya Bu Warni",
  "kemarin sore sekitar jam empat",
  "sebentar ya",
  "saya ragu",
  "aku wedi konangan",
  "duh",
  "hmm",
  "12",
  "maksudnya bagaimana",
  "siapa yang membaca ini",
  "jangan bilang perangkat",
];

describe("nothing is sent before the citizen agrees", () => {
  it.each(STATES.flatMap((state) => WORDS.map((words) => ({ ...state, words }))))(
    "$name; $words",
    ({ said, words }) => {
      const talk = chat(service({ tickets: [] }), "id");
      for (const one of [...said, words, words]) talk.say(one);
      expect(talk.requests.filter(({ type }) => type === "open-ticket")).toEqual([]);
    },
  );

  it.each(STATES.filter(({ said }) => said.length > 1 && said[0] === "hubungi petugas"))("$name; kirim", ({ said }) => {
    const talk = chat(service({ tickets: [] }), "id");
    for (const one of [...said, WORDS[0] ?? "", "ya, kirim"]) talk.say(one);
    expect(talk.requests.filter(({ type }) => type === "open-ticket")).toHaveLength(1);
  });
});
