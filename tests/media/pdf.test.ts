import { randomBytes } from "node:crypto";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { checkPdf } from "../../src/media/pdf.ts";
import { packed, pdf } from "../support/pdf-files.ts";

const ACTION = "<</S/JavaScript/JS(app.alert\\(1\\))>>";

describe("a PDF is refused that has", () => {
  it.each([
    ["a script when it opens", pdf(`/OpenAction ${ACTION}`)],
    ["a script, its name in escapes", pdf("/OpenAction<</S/J#61vaScrip#74/JS(1)>>")],
    ["a script for every page", pdf(`/AA<</O ${ACTION}>>`)],
    ["scripts by name", pdf("/Names<</JavaScript 9 0 R>>")],
    ["a program to launch", pdf("/OpenAction<</S/Launch/F(cmd.exe)>>")],
    ["an attachment", pdf("/Names<</EmbeddedFiles<</Names[(a.exe) 9 0 R]>>>>")],
    ["an attachment's bytes", pdf("", "9 0 obj<</Type/EmbeddedFile/Length 1>>stream\nx\nendstream endobj")],
    ["a film with scripts", pdf("", "9 0 obj<</Type/Annot/Subtype/RichMedia>>endobj")],
    ["a form with scripts", pdf("/AcroForm<</XFA 9 0 R>>")],
    ["a lock", pdf("", "trailer<</Encrypt 9 0 R>>")],
    ["a script in packed objects", pdf("", packed(`4 0 ${ACTION}`))],
    [
      "a script in packed objects, their type in escapes",
      pdf("", packed(`4 0 ${ACTION}`, "/Type/Obj#53tm/Filter/FlateDecode")),
    ],
    ["packed objects that do not open", pdf("", packed("x").replace("stream\n", "stream\n!!"))],
    [
      "packed objects behind a predictor",
      pdf("", packed("x", "/Type/ObjStm/Filter/FlateDecode/DecodeParms<</Predictor 12>>")),
    ],
    ["packed objects without a stream", pdf("", "3 0 obj<</Type/ObjStm>>endobj")],
    ["packed objects without end", pdf("", packed("0".repeat(40_000_000)))],
  ])("%s", (_, bytes) => {
    expect(() => checkPdf(bytes)).toThrow(expect.objectContaining({ details: { field: "active-pdf" } }));
  });
});

describe("a PDF is taken that has", () => {
  const picture = deflateSync(randomBytes(3_000_000)).toString("latin1");
  it.each([
    ["nothing of it", pdf()],
    ["a first page to open at", pdf("/OpenAction[2 0 R/Fit]")],
    ["links", pdf("", "9 0 obj<</Subtype/Link/A<</S/URI/URI(https://kemensos.go.id)>>>>endobj")],
    ["words that only look like it", pdf("", "9 0 obj(Launching JavaScript)endobj 10 0 obj/JavaScripts endobj")],
    ["a picture", pdf("", `9 0 obj<</Filter/FlateDecode>>stream\n${picture}\nendstream endobj`)],
    ["harmless packed objects", pdf("", packed("4 0 <</Type/Font>>"))],
  ])("%s", (_, bytes) => {
    expect(() => checkPdf(bytes)).not.toThrow();
  });
});
