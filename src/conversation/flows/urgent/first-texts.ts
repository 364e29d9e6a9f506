import type { Text } from "../../../vocabulary/message.ts";
import type { Words } from "../../../words/words.ts";
import { plainText } from "../../understanding/normalise.ts";
import { isPoisonTaken, isThreatNow } from "./cries.ts";
import { isSurvivors, type UrgentData } from "./data.ts";

export function firstTexts(words: string, data: UrgentData, lists: Words): Text[] {
  if (isPoisonTaken(words, data, lists)) return [{ key: "urgent.takenNow" }];
  if (isSurvivors(data.dangers) && isBurning(words, lists)) return [{ key: "urgent.fireNow" }];
  if (isSurvivors(data.dangers) && lists.alarms.captive.isIn(plainText(words))) return [{ key: "urgent.captive" }];
  return isSurvivors(data.dangers) && isThreatNow(words, lists) ? [{ key: "urgent.policeNow" }] : [];
}

function isBurning(text: string, { alarms, crisis }: Words): boolean {
  const plain = plainText(text);
  return (alarms.fire.isIn(plain) || crisis.insideFire.isIn(plain)) && !alarms.over.isIn(plain);
}
