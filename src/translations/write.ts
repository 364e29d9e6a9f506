import { writeAlone, writePrivately } from "../districts/index.ts";
import { type OwnTexts, ownTextsFile, readOwnTexts } from "../own-texts.ts";
import type { Change } from "./check-rows.ts";
import type { TranslatedText } from "./list.ts";
import { printOfText } from "./signature.ts";

type Place = { own: string; language: string };

/** A changed text counts as unchecked. */
export function writeTranslations(place: Place, changes: readonly Change[]): void {
  changeFile(place, (texts) => {
    for (const { text, translation } of changes) {
      const { key, indonesian, shipped } = text;
      if (translation === shipped) delete texts[key];
      else texts[key] = { id: indonesian, text: translation };
    }
  });
}

export function signTranslations(
  place: Place,
  texts: readonly TranslatedText[],
  signer: { name: string; date: string },
): void {
  changeFile(place, (own) => {
    for (const { key, indonesian, text, shipped } of texts) {
      const checked = { ...signer, text: printOfText({ indonesian, text }) };
      own[key] = { id: indonesian, ...(text === shipped ? {} : { text }), checked };
    }
  });
}

function changeFile({ own, language }: Place, change: (texts: OwnTexts) => void): void {
  writeAlone(own, () => {
    const texts = { ...readOwnTexts(own, language) };
    change(texts);
    const sorted = Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
    writePrivately(ownTextsFile(own, language), `${JSON.stringify(sorted, null, 2)}\n`);
  });
}
