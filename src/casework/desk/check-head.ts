import type { District } from "../../register/district.ts";
import { listedProgrammes } from "../../register/listed-programmes.ts";
import { checkFamilyCard, checkNik } from "../../register/nik.ts";
import { DEFAULT_ZONE, dateIn } from "../../time.ts";
import { AppError, wrongField } from "../../vocabulary/errors.ts";
import { Category, type Category as CategoryName } from "../../vocabulary/lists.ts";
import { hasWords } from "../has-words.ts";
import type { Desk } from "./desk.ts";

type HeadData = Pick<Desk, "districts" | "areas" | "store" | "words">;
type Given = { [Part in "nik" | "kk" | "area" | "programme" | "place" | "name"]?: string | undefined };

/**
 * Returns NIK and KK number as bare digits. Rejects with:
 * - NO_WORDS: `place` or `name` is empty.
 * - BAD_REQUEST: a number, `area` or `programme` is invalid.
 */
export async function checkHead(desk: HeadData, districtId: string, given: Given): Promise<Pick<Given, "nik" | "kk">> {
  const { districts, areas } = desk;
  const { nik, kk, area, programme, place, name } = given;
  const district = districts.get(districtId);
  for (const [field, words] of Object.entries({ place, name }))
    if (words !== undefined && !hasWords(words)) throw noWordsError(field);
  if (area !== undefined && !district?.areas.some(({ code }) => code === area))
    throw wrongField("area", `${area} is no place of ${districtId}`);
  if (district && programme !== undefined) await checkProgramme(desk, district, programme);
  const options = { today: dateIn(Date.now(), district?.timezone ?? DEFAULT_ZONE), areas };
  const numbers = {
    nik: nik === undefined ? undefined : checkNik(nik, options),
    kk: kk === undefined ? undefined : checkFamilyCard(kk, options),
  };
  if (numbers.nik?.valid === false) throw wrongField("nik", "this is no NIK");
  if (numbers.kk?.valid === false) throw wrongField("kk", "this is no KK number");
  return {
    ...(numbers.nik ? { nik: numbers.nik.digits } : {}),
    ...(numbers.kk ? { kk: numbers.kk.digits } : {}),
  };
}

async function checkProgramme(
  { store, words }: Pick<HeadData, "store" | "words">,
  { id, programmes }: District,
  programme: string,
): Promise<void> {
  const codes = programmes.map(({ code }) => code);
  if (codes.includes(programme)) return;
  const live = await store.generation("aid", id);
  const listed = live ? listedProgrammes(live, programmes, words.naming.aid).map(({ code }) => code) : [];
  if (listed.includes(programme)) return;
  throw wrongField("programme", `${programme} is no programme of ${id}; there are ${[...codes, ...listed].join(", ")}`);
}

/** Throws BAD_REQUEST for an unknown name. */
export function checkCategory(given: string): CategoryName {
  const category = Category.safeParse(given);
  if (category.success) return category.data;
  throw wrongField("category", `there is no ${given}; there are ${Category.options.join(", ")}`);
}

export const noWordsError = (field: string): AppError =>
  new AppError("NO_WORDS", `${field}: there are no words in it`, { details: { field } });
