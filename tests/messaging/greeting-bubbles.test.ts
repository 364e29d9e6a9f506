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

  async function heard(...bubbles: string[]): Promise<string[]> {
    const stage = await stages({ store: opened.store });
    const contact = someone();
    const recorded = await opened.store.recordInbound(bubbles.map((text) => inbound(contact, text)));
    const conversation = recorded[0]?.conversation ?? "";
    await answerChat({ ...stage.messaging, bubblePause: 0 }, conversation);
    const lines = await opened.store.history(contact, 50);
    return lines.filter(({ from }) => from !== "citizen").map(({ text }) => text);
  }

  it("get one answer, which returns the greeting and answers their question", async () => {
    const said = await heard("assalamualaikum", "pak mau tanya", "apakah saya dapat bansos", "nama saya siti");
    const whole = said.join("\n");
    expect(whole).toContain("Waalaikumsalam");
    expect(whole).toContain("NIK");
    expect(whole).not.toContain("Apa yang ingin");
  });

  it("get one answer also if the first bubble only announces a question", async () => {
    const whole = (await heard("pak mau tanya", "apakah saya dapat bansos", "nama saya siti")).join("\n");
    expect(whole).toContain("NIK");
    expect(whole).not.toContain("Apa yang ingin");
  });

  it("get an answer of their own if they are a command; a greeting alone is answered too", async () => {
    expect((await heard("halo", "menu")).join("\n").match(/Apa yang ingin/g)).toHaveLength(2);
    expect((await heard("halo")).join("\n")).toContain("Apa yang ingin");
  });
});
