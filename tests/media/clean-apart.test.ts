import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { openCleaner } from "../../src/media/clean-apart.ts";
import type { MediaFile } from "../../src/vocabulary/message.ts";
import { packed, pdf } from "../support/pdf-files.ts";

const MEGAPIXELS = 1_000_000;
const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#abc" }, limitInputPixels: false });
const clean = openCleaner();

describe("an image of many pixels, judged by its header", { timeout: 60_000 }, () => {
  it.each([
    ["progressive JPEG", 5_100, 5_000, () => blank(5_100, 5_000).jpeg({ progressive: true }), "too-many-pixels"],
    ["WebP", 5_100, 5_000, () => blank(5_100, 5_000).webp({ effort: 0 }), "too-many-pixels"],
    ["AVIF", 5_100, 5_000, () => blank(5_100, 5_000).avif({ effort: 0 }), "too-many-pixels"],
    ["PNG in passes", 5_100, 5_000, () => blank(5_100, 5_000).png({ progressive: true }), "too-many-pixels"],
    ["GIF", 5_100, 5_000, () => blank(5_100, 5_000).gif({ effort: 1 }), "too-many-pixels"],
    ["JPEG", 11_000, 11_000, () => blank(11_000, 11_000).jpeg(), "too-many-pixels"],
    ["progressive JPEG of a phone", 4_000, 3_000, () => blank(4_000, 3_000).jpeg({ progressive: true }), undefined],
    ["JPEG of the largest camera", 12_000, 9_000, () => blank(12_000, 9_000).jpeg(), undefined],
  ] as const)("%s of %d x %d", async (_, width, height, make, refusal) => {
    const bytes = await make().toBuffer();
    expect(width * height > 25 * MEGAPIXELS || refusal === undefined).toBe(true);
    const cleaned = clean(bytes, "image");
    if (refusal) await expect(cleaned).rejects.toMatchObject({ code: "FILE_REFUSED", details: { field: refusal } });
    else expect(await cleaned).toMatchObject({ type: "image/jpeg" });
  });
});

describe("a file is cleaned apart", { timeout: 60_000 }, () => {
  it("with limited memory: a decoder that wants more ends alone", async () => {
    const bytes = await blank(5_000, 5_000).jpeg({ progressive: true, chromaSubsampling: "4:4:4" }).toBuffer();
    const small = openCleaner({ memory: 230 * 1_024 * 1_024 });
    const outcome = await small(bytes, "image").catch((error: { details: { field: string } }) => error.details.field);
    expect([undefined, "not-as-said"]).toContain(outcome);
    expect(await small(await blank(40, 30).jpeg().toBuffer(), "image")).toMatchObject({ type: "image/jpeg" });
  });

  it("for a limited time, and the next file is cleaned", async () => {
    const hasty = openCleaner({ patience: 1 });
    const photo = await blank(40, 30).jpeg().toBuffer();
    expect(await Promise.all([hasty(photo, "image"), hasty(photo, "image")])).toEqual([undefined, undefined]);
  });

  it("one at a time", async () => {
    const photo = await blank(400, 300).jpeg().toBuffer();
    const order: number[] = [];
    const clean = openCleaner();
    await Promise.all([0, 1, 2].map((place) => clean(photo, "image").then(() => order.push(place))));
    expect(order).toEqual([0, 1, 2]);
  });

  it.each<[string, MediaFile["kind"], Buffer, string]>([
    ["a PDF with a script", "document", pdf("/OpenAction<</S/JavaScript/JS(1)>>"), "active-pdf"],
    ["a PDF with a packed attachment", "document", pdf("", packed("4 0 <</EmbeddedFiles 5 0 R>>")), "active-pdf"],
    ["a zip", "document", Buffer.from("504b0304140000000800", "hex"), "unwanted"],
    ["too many bytes", "sticker", Buffer.alloc(2_000_000), "too-large"],
  ])("and refused with a code: %s", async (_, kind, bytes, refusal) => {
    await expect(clean(bytes, kind)).rejects.toMatchObject({ details: { field: refusal } });
  });

  it("to the same bytes as in this process", async () => {
    const paper = pdf();
    expect(await clean(paper, "document")).toEqual({ type: "application/pdf", bytes: paper });
  });
});
