import type { District } from "../../../register/district.ts";
import type { Danger } from "../../../signals/danger.ts";
import type { Text } from "../../../vocabulary/message.ts";
import { helplineTexts } from "../../engine/helplines.ts";

/**
 * Returns a sentence of sympathy (or `instead`), the telephone numbers, and what people can do tonight. The first and
 * the last text are only about the first danger; the district may lack the last text.
 */
export function helpTextsFor(dangers: readonly Danger[], { urgent }: District, instead?: Text): Text[] {
  const [first] = dangers;
  const tonight = urgent.texts.find(({ signal }) => signal === first)?.tonight;
  return [
    ...(first ? [instead ?? { key: `urgent.human.${first}` }] : []),
    ...helplineTexts(dangers, urgent),
    ...(tonight ? [{ words: tonight }] : []),
  ];
}
