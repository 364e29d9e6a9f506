import type { District } from "../../../register/district.ts";
import type { Danger } from "../../../signals/danger.ts";
import type { Text } from "../../../vocabulary/message.ts";
import { helplineTexts } from "../../engine/helplines.ts";

/** `instead` replaces the sympathy, `alone` replaces all texts. */
type Help = { instead?: Text | undefined; alone?: Text | undefined };

/** Only the telephone numbers cover all dangers. */
export function helpTextsFor(
  dangers: readonly Danger[],
  { urgent }: Pick<District, "urgent">,
  { instead, alone }: Help = {},
): Text[] {
  const [first] = dangers;
  const numbers = helplineTexts(dangers, urgent);
  if (alone) return [alone];
  const tonight = urgent.texts.find(({ signal }) => signal === first)?.tonight;
  return [
    ...(first ? [instead ?? { key: `urgent.human.${first}` }] : []),
    ...numbers,
    ...(tonight ? [{ words: tonight }] : []),
  ];
}
