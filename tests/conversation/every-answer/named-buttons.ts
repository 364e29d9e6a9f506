import { describe, expect, it } from "vitest";
import { contextOf, optionsOf, promptOf } from "../../../src/conversation/engine/prompt.ts";
import { newSession } from "../../../src/conversation/engine/session.ts";
import type { StateName } from "../../../src/conversation/engine/state-names.ts";
import { flows } from "../../../src/conversation/flows/index.ts";
import { REASONS } from "../../../src/vocabulary/lists.ts";
import { factsAt, locales, NOW, translate } from "../dialogue.ts";
import { held } from "../dialogue-table.ts";
import { allDialogues } from "../dialogues/index.ts";

/** Finds the buttons that a text tells its reader to press. */
const NAMED =
  /\b(?:pilih|tekan|tulis lewat|lewat|buka|atau|pencet|utawi|bukak|press|choose|through|open|or)\s+“([^”]+)”/giu;
const namedIn = (text: string): string[] => [...text.matchAll(NAMED)].map(([, title = ""]) => title);

function screen(at: StateName, data: Record<string, unknown>, locale: string) {
  const context = contextOf({ ...newSession(locale), at, data }, factsAt(NOW), flows);
  const words = promptOf(context).parts.map((part) => translate(locale, part));
  const buttons = optionsOf(flows.stateAt(at), context).map(({ title }) => translate(locale, title));
  return { text: words.join("\n"), buttons };
}

const SCREENS: readonly StateName[] = ["repair.explain", "repair.details"];

describe.each(locales)("the named buttons of a screen in %s", (locale) => {
  it.each(REASONS.filter((reason) => reason !== "MENINGGAL"))(
    "the texts about %s name only buttons of their own state",
    (reason) => {
      for (const at of SCREENS)
        for (const reasons of [[], [reason]]) {
          const { text, buttons } = screen(at, { reason, reasons }, locale);
          expect(
            namedIn(text).filter((title) => !buttons.includes(title)),
            text,
          ).toEqual([]);
        }
    },
  );

  it.each(["repair.report", "repair.death-details", "repair.contest", "repair.deceased"] as const)(
    "the text of %s names only buttons of its state",
    (at) => {
      const { text, buttons } = screen(at, {}, locale);
      expect(
        namedIn(text).filter((title) => !buttons.includes(title)),
        text,
      ).toEqual([]);
    },
  );

  it.each(Object.keys(factsAt(NOW).district.knowledge))("the answer %s names only buttons of its state", (name) => {
    for (const at of ["ask.show", "ask.more"] as const) {
      const { text, buttons } = screen(at, { name }, locale);
      expect(
        namedIn(text).filter((title) => !buttons.includes(title)),
        text,
      ).toEqual([]);
    }
  });

  it("namedIn finds the named buttons", () => {
    expect(namedIn("Pilih “Hubungi petugas”, lalu tekan “Ya, kirim”. Di daftar “Graduasi” artinya")).toEqual([
      "Hubungi petugas",
      "Ya, kirim",
    ]);
  });
});

it.each(allDialogues)("every answer names only buttons under it: $label", (dialogue) => {
  held(dialogue, (answer) => {
    const named = namedIn(answer.text);
    if (named.length === 0) return;
    const choices = answer.replies.at(-1)?.choices ?? [];
    const buttons = locales.flatMap((locale) => choices.map(({ title }) => translate(locale, title)));
    expect(
      named.filter((title) => !buttons.includes(title)),
      answer.text,
    ).toEqual([]);
  });
});

it.each(REASONS.filter((reason) => reason !== "MENINGGAL"))(
  "the text about %s claims nothing of a person whom the chat has not looked up",
  (reason) => {
    const { text } = screen("repair.explain", { reason, reasons: [] }, "id");
    expect(text).toContain("belum kami lihat");
    expect(text).not.toMatch(/^Tercatat /mu);
    expect(text).not.toMatch(/(?:Bapak\/Ibu|Anda) (?:tercatat|terdaftar|sudah)/u);
  },
);
