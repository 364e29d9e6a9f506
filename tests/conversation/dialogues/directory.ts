import { cases, type Dialogue } from "./cases.ts";

const OPERATOR = "operator desa ada di kantor desa/kelurahan";

/**
 * Citizens ask for people and places of a village in any spelling. If the district does not know them, the answer says
 * so and names the next best door.
 */
export const directoryDialogues: Dialogue[] = cases(
  {},
  {
    label: "a Puskesos of a village that had one",
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
    label: "the same, as other sources spell it",
    steps: [
      ["alamat puskesos banjargondong", "offices.area", "Kecamatan Bluluk", "Puskesos Desa Banjargondang"],
      ["menu", "menu.choose"],
      ["puskesos di brojong dimana ya", "offices.area", "Puskesos Desa Bronjong"],
      ["menu", "menu.choose"],
      ["puskesos desa songoareng dimana pak", "offices.area", "Puskesos Desa Songowareng"],
    ],
  },
  {
    label: "a village without one: the operator, and no Puskesos is claimed",
    steps: [["puskesos jegreg dimana", "offices.area", "Kecamatan Modo", OPERATOR, "not:Puskesos Desa"]],
  },
  {
    label: "a kecamatan names its villages with one",
    steps: [
      ["puskesos kecamatan bluluk dimana", "offices.area", "pernah ada di: Talunrejo", "Primpen", "belum tentu buka"],
    ],
  },
  {
    label: "the TKSK and the companion of a kecamatan",
    steps: [
      ["tksk kecamatan babat siapa", "offices.area", "Kecamatan Babat", "TKSK dan pendamping PKH"],
      ["menu", "menu.choose"],
      ["tagana kecamatan modo nomor teleponnya", "offices.area", "Kecamatan Modo"],
    ],
  },
  {
    label: "an institution in a village: the next best door",
    steps: [["panti asuhan di jegreg dimana", "offices.area", "Kecamatan Modo", OPERATOR]],
  },
  {
    label: "the district's own name is no place in it, and what something is stays knowledge",
    steps: [
      ["puskesos di lamongan dimana saja", "ask.show", "11 desa"],
      ["ada berapa tksk di lamongan", "ask.show", "22 orang"],
      ["tksk itu apa", "ask.more"],
    ],
  },
  {
    label: "Perlinsos Digital: what it is, and whether the district takes part",
    steps: [
      ["perlinsos itu apa", "ask.show", "IKD", "Kabupaten Lamongan sudah ikut, belum kami pastikan", "kantor desa"],
      ["apa lamongan sudah ikut perlinsos digital", "ask.more"],
    ],
  },
);
