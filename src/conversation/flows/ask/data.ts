import { z } from "zod";
import type { Context } from "../../engine/flow.ts";

export const AskData = z.object({
  name: z.string().default(""),
});
export type AskData = z.infer<typeof AskData>;
export type Here = Context<AskData>;

export const answerHere = ({ data: { name }, facts }: Pick<Here, "data" | "facts">) =>
  Object.hasOwn(facts.district.knowledge, name) ? facts.district.knowledge[name] : undefined;
