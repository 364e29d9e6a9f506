import type { Area } from "../../register/district.ts";
import type { Person, SamplePerson } from "./people.ts";
import { pick, type Random, randomFrom, twoDigits } from "./random.ts";
import { FEMALE_NAMES, LAST_NAMES, MALE_NAMES } from "./words.ts";

/** All people are invented. The same seed gives the same people. */
export type SampleOptions = { areas: readonly Area[]; regency: string; families: number; seed: number };

const SERIALS = 1_000;
const FIRST_SERIAL = 9_000;

function numbersFrom(random: Random) {
  const used = new Set<string>();
  return (area: string, day: number, month: number, year: number): string => {
    const start = random(SERIALS);
    for (let step = 0; step < SERIALS; step += 1) {
      const number = `${area}${twoDigits(day)}${twoDigits(month)}${twoDigits(year % 100)}${FIRST_SERIAL + ((start + step) % SERIALS)}`;
      if (used.has(number)) continue;
      used.add(number);
      return number;
    }
    throw new Error("no serial left for this day and place");
  };
}

export function* sampleFamilies(
  { areas, families, seed }: SampleOptions,
  made: readonly SamplePerson[],
): Generator<Person> {
  const random = randomFrom(seed);
  const number = numbersFrom(random);
  const villages = areas.filter(({ kind }) => kind !== "kecamatan");
  for (const { nik, kk, name, birthDate, female, village } of made) yield { nik, kk, name, birthDate, female, village };
  for (let family = made.length; family < families; family += 1) {
    const village = pick(villages, random);
    const female = random(100) < 62;
    const [day, month, year] = [1 + random(28), 1 + random(12), 1_940 + random(62)];
    const first = pick(female ? FEMALE_NAMES : MALE_NAMES, random);
    const name = random(5) === 0 ? first : `${first} ${pick(LAST_NAMES, random)}`;
    const born = random(20) === 0 ? pick(villages, random).parent : village.parent;
    yield {
      nik: number(born, female ? day + 40 : day, month, year),
      kk: number(village.parent, 1 + random(28), 1 + random(12), 2_008 + random(17)),
      name: name.toUpperCase(),
      birthDate: `${year}-${twoDigits(month)}-${twoDigits(day)}`,
      female,
      village,
    };
  }
}
