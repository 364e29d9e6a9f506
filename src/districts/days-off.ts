import { z } from "zod";
import { IsoDate } from "../register/programme.ts";
import type { PackRoot } from "./pack-files.ts";
import type { Problems } from "./problems.ts";
import { readList } from "./read-pack.ts";

const Holiday = z.looseObject({ date: IsoDate });

export const readDaysOff = (root: PackRoot, problems: Problems): string[] =>
  readList(root, ["national/holidays.csv"], Holiday, problems).map(({ value }) => value.date);
