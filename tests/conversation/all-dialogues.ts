import { asideDialogues } from "./aside-dialogues.ts";
import { askDialogues } from "./ask-dialogues.ts";
import { confideDialogues } from "./confide-dialogues.ts";
import { type Dialogue, dialogues } from "./dialogue-table.ts";
import { draftDialogues } from "./draft-dialogues.ts";
import { graveDialogues } from "./grave-dialogues.ts";
import { keptDialogues } from "./kept-dialogues.ts";
import { moodDialogues } from "./mood-dialogues.ts";
import { narrowingDialogues } from "./narrowing-dialogues.ts";
import { ownAnswerDialogues } from "./own-answer-dialogues.ts";
import { thanksDialogues } from "./thanks-dialogues.ts";
import { toneDialogues } from "./tone-dialogues.ts";
import { wrongRoadsDialogues } from "./wrong-roads-dialogues.ts";

/** Every dialogue that is held to what it says. */
export const allDialogues: readonly Dialogue[] = [
  ...dialogues,
  ...draftDialogues,
  ...ownAnswerDialogues,
  ...wrongRoadsDialogues,
  ...confideDialogues,
  ...asideDialogues,
  ...askDialogues,
  ...moodDialogues,
  ...narrowingDialogues,
  ...thanksDialogues,
  ...graveDialogues,
  ...toneDialogues,
  ...keptDialogues,
];
