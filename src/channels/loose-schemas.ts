import { z } from "zod";
import { cleanText } from "./clean-text.ts";

/** A wrong value counts as absent, so it loses no message. */
export const loose = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

export const Words = z.string().transform(cleanText);

export const Numeric = z.union([
  z.number(),
  z
    .string()
    .regex(/^\s*[+-]?\d{1,15}(\.\d{1,15})?\s*$/)
    .transform(Number),
]);

/** In seconds since 1970, as number or text. */
export const Seconds = Numeric.pipe(z.number().min(0).max(10_000_000_000_000));

export const Flag = loose(z.union([z.literal(true), z.literal("true").transform(() => true as const)]));

export const looseList = <Schema extends z.ZodType>(schema: Schema) =>
  loose(
    z
      .array(loose(schema))
      .transform((all) => all.flatMap((one) => (one === undefined ? [] : [one as z.output<Schema>]))),
  );
