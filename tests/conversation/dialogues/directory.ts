import { cases, type Dialogue } from "./cases.ts";

const OPERATOR = "operator desa ada di kantor desa/kelurahan";

/** If the district has no data, the answer says so and names another office. */
export const directoryDialogues: Dialogue[] = cases(
  {},
  {
    label: "a question for the Puskesos of a village names it, and says that it may have closed",
    steps: [
      [
        "puskesos desa geger dimana",
        "offices.area",
        "Kecamatan Turi",
        OPERATOR,
        "Puskesos Desa Geger: belum tentu buka",
      ],
    ],
  },
  {
    label: "other spellings of a village find its Puskesos",
    steps: [
      ["alamat puskesos banjargondong", "offices.area", "Kecamatan Bluluk", "Puskesos Desa Banjargondang"],
      ["menu", "menu.choose"],
      ["puskesos di brojong dimana ya", "offices.area", "Puskesos Desa Bronjong"],
      ["menu", "menu.choose"],
      ["puskesos desa songoareng dimana pak", "offices.area", "Puskesos Desa Songowareng"],
    ],
  },
  {
    label: "a village without a Puskesos gets only the operator",
    steps: [["puskesos jegreg dimana", "offices.area", "Kecamatan Modo", OPERATOR, "not:Puskesos Desa"]],
  },
  {
    label: "a question for a kecamatan names the villages with a Puskesos",
    steps: [
      ["puskesos kecamatan bluluk dimana", "offices.area", "pernah ada di: Talunrejo", "Primpen", "belum tentu buka"],
    ],
  },
  {
    label: "a question for the TKSK names where to ask",
    steps: [
      ["tksk kecamatan babat siapa", "offices.area", "Kecamatan Babat", "TKSK dan pendamping PKH"],
      ["menu", "menu.choose"],
      ["tagana kecamatan modo nomor teleponnya", "offices.area", "Kecamatan Modo"],
    ],
  },
  {
    label: "a question for an institution names the operator",
    steps: [["panti asuhan di jegreg dimana", "offices.area", "Kecamatan Modo", OPERATOR]],
  },
  {
    label: "a question with the district's name gets an answer of knowledge",
    steps: [
      ["puskesos di lamongan dimana saja", "ask.show", "11 desa"],
      ["ada berapa tksk di lamongan", "ask.show", "22 orang"],
      ["tksk itu apa", "ask.more"],
    ],
  },
  {
    label: "a question for Perlinsos Digital says whether the district takes part",
    steps: [
      ["perlinsos itu apa", "ask.show", "IKD", "Kabupaten Lamongan sudah ikut, belum kami pastikan", "kantor desa"],
      ["apa lamongan sudah ikut perlinsos digital", "ask.more"],
    ],
  },
);
