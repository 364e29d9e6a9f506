import { checkFamilyCard, checkNik } from "../../register/nik.ts";
import { DEFAULT_ZONE, dateIn } from "../../time.ts";
import { AppError, wrongField } from "../../vocabulary/errors.ts";
import { Category, type Category as CategoryName } from "../../vocabulary/lists.ts";
import { hasWords } from "../has-words.ts";
import type { Desk } from "./desk.ts";

type PlaceData = Pick<Desk, "districts" | "areas">;
type Given = { [Part in "nik" | "kk" | "area" | "programme" | "place" | "name"]?: string | undefined };

/**
 * Returns NIK and KK number as bare digits. Throws NO_WORDS for an empty `place` or `name`, and BAD_REQUEST for an
 * impossible number, or an `area` or `programme` outside the district.
 */
export function checkHead(
  { districts, areas }: PlaceData,
  districtId: string,
  given: Given,
): Pick<Given, "nik" | "kk"> {
  const { nik, kk, area, programme, place, name } = given;
  const district = districts.get(districtId);
  for (const [field, words] of Object.entries({ place, name }))
    if (words !== undefined && !hasWords(words)) throw noWordsError(field);
  if (area !== undefined && !district?.areas.some(({ code }) => code === area))
    throw wrongField("area", `${area} is no place of ${districtId}`);
  const codes = district?.programmes.map(({ code }) => code) ?? [];
  if (programme !== undefined && !codes.includes(programme))
    throw wrongField("programme", `${programme} is no programme of ${districtId}; there are ${codes.join(", ")}`);
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

/** Throws BAD_REQUEST for an unknown name. */
export function checkCategory(given: string): CategoryName {
  const category = Category.safeParse(given);
  if (category.success) return category.data;
  throw wrongField("category", `there is no ${given}; there are ${Category.options.join(", ")}`);
}

export const noWordsError = (field: string): AppError =>
  new AppError("NO_WORDS", `${field}: there are no words in it`, { details: { field } });
