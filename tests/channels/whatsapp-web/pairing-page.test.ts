import { join } from "node:path";
import { expect, it } from "vitest";
import { openPairingPage } from "../../../src/channels/whatsapp-web/pairing-page.ts";
import { openTranslator } from "../../../src/i18n.ts";

const { pageTexts } = await openTranslator(join(import.meta.dirname, "../../../locales"));
const page = openPairingPage(pageTexts("pairing"));

it.each([
  [undefined, "id", "Pindai dengan WhatsApp kantor"],
  ["id-ID,id;q=0.9,en;q=0.8", "id", "Perangkat tertaut"],
  ["fr-FR,en;q=0.8", "en", "Scan with the office&#39;s WhatsApp"],
  ["xx", "id", "Pindai"],
])("the page with the code, for a browser that asks for %s, is in %s", (languages, lang, words) => {
  const html = page("<svg></svg>", languages);
  expect(html).toContain(`<html lang="${lang}">`);
  expect(html).toContain(words);
  expect(html).toContain("<svg></svg>");
});
