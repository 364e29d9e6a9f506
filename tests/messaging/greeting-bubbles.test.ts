import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerChat } from "../../src/messaging/answer.ts";
import { type Fickle, fickleStores } from "../support/fickle-stores.ts";
import { inbound, someone } from "../support/messages.ts";
import { stages } from "../support/messaging.ts";

describe.each(fickleStores)("bubbles behind a greeting over $name", ({ open }) => {
  let opened: Fickle;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(() => opened.close());

  /** What a new chat reads when all these bubbles have come before the first is answered. */
  async function heard(...bubbles: string[]): Promise<string[]> {
    const stage = await stages({ store: opened.store });
    const contact = someone();
    const recorded = await opened.store.recordInbound(bubbles.map((text) => inbound(contact, text)));
    const conversation = recorded[0]?.conversation ?? "";
    await answerChat({ ...stage.messaging, bubblePause: 0 }, conversation);
    const lines = await opened.store.history(contact, 50);
    return lines.filter(({ from }) => from !== "citizen").map(({ text }) => text);
  }

  it("belong to it: one answer, to what they ask, with the greeting returned", async () => {
    const said = await heard("assalamualaikum", "pak mau tanya", "apakah saya dapat bansos", "nama saya siti");
    const whole = said.join("\n");
    expect(whole).toContain("Waalaikumsalam");
    expect(whole).toContain("NIK");
    expect(whole).not.toContain("Apa yang ingin");
  });

  it("belong to a question that is only announced too", async () => {
    const whole = (await heard("pak mau tanya", "apakah saya dapat bansos", "nama saya siti")).join("\n");
    expect(whole).toContain("NIK");
    expect(whole).not.toContain("Apa yang ingin");
  });

  it("do not when the first is a command; and a greeting alone is answered at once", async () => {
    expect((await heard("halo", "menu")).join("\n").match(/Apa yang ingin/g)).toHaveLength(2);
    expect((await heard("halo")).join("\n")).toContain("Apa yang ingin");
  });
});
