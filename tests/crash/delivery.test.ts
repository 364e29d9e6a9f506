import { describe, expect, it } from "vitest";
import { chatsOf, drawn, expectSettled, outcomeOf, scriptOf, talk } from "./conversation.ts";
import { type Fleet, LONG, SHAPES, startFleet } from "./fleet.ts";
import { addRow } from "./table.ts";

const CHATS = LONG ? 200 : 30;
const SETTLE = 1_500;

const textUpdate = (chat: number, message: number, text: string): string =>
  JSON.stringify({
    update_id: chat * 100 + message,
    message: {
      message_id: message,
      date: 1_795_000_000 + message,
      from: { id: chat, is_bot: false, first_name: "Warga" },
      chat: { id: chat, type: "private", first_name: "Warga" },
      text,
    },
  });

const post = async ({ environment }: Fleet, body: string): Promise<number> => {
  const answer = await fetch(`http://127.0.0.1:${environment.PORT}/webhooks/telegram/lamongan`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-telegram-bot-api-secret-token": environment.TELEGRAM_WEBHOOK_SECRET__LAMONGAN ?? "",
    },
    body,
  });
  return answer.status;
};

async function shuffled(work: (() => Promise<number>)[], random: () => number, inFlight = 20): Promise<number[]> {
  const left = work.map((one) => [random(), one] as const).sort(([a], [b]) => a - b);
  const statuses: number[] = [];
  const next = async (): Promise<void> => {
    for (let one = left.pop(); one; one = left.pop()) statuses.push(await one[1]());
  };
  await Promise.all(Array.from({ length: inFlight }, next));
  return statuses;
}

describe.each(SHAPES)("over %s a message counts once", { timeout: 600_000 }, (shape) => {
  it("delivered 1 to 50 times in a row", async () => {
    const random = drawn(3);
    const fleet = await startFleet(shape);
    try {
      const chats = chatsOf(CHATS);
      const script = scriptOf(5);
      let copies = 0;
      await talk(fleet.telegram, chats, script, () => {
        const times = 1 + Math.floor(random() ** 3 * 50);
        copies += times;
        return times;
      });
      const outcome = await outcomeOf(fleet.telegram, chats, script);
      await fleet.settle((store) => expectSettled(store, CHATS));
      expect(outcome).toMatchObject({ lost: 0, appliedTwice: 0, doubled: 0 });
      addRow({ drill: "delivered up to 50 times in a row", shape, done: { deliveries: copies }, ...outcome });
    } finally {
      await fleet.close();
    }
  });

  it("delivered many times, twenty at once, shuffled over chats and within them", async () => {
    const random = drawn(5);
    const fleet = await startFleet(shape);
    try {
      const chats = chatsOf(CHATS);
      const rounds = 5;
      const bodies = chats.flatMap((chat) =>
        Array.from({ length: rounds }, (_, at) => textUpdate(chat, at + 1, "menu")),
      );
      const work = bodies.flatMap((body) =>
        Array.from({ length: 1 + Math.floor(random() ** 3 * 50) }, () => () => post(fleet, body)),
      );
      const statuses = await shuffled(work, random);
      expect(new Set(statuses)).toEqual(new Set([200]));
      const answered = () => chats.map((chat) => fleet.telegram.sent(chat).length);
      await expect.poll(answered, { timeout: 60_000 }).toEqual(chats.map(() => rounds));
      await shuffled(
        bodies.map((body) => () => post(fleet, body)),
        random,
      );
      await new Promise((resolve) => setTimeout(resolve, SETTLE));
      expect(answered()).toEqual(chats.map(() => rounds));
      const done = { deliveries: work.length + bodies.length };
      addRow({
        drill: "shuffled, twenty at once",
        shape,
        done,
        messages: bodies.length,
        lost: 0,
        doubled: 0,
        appliedTwice: 0,
      });
    } finally {
      await fleet.close();
    }
  });

  it("a button and a text of one person at the same time get their answers one after the other", async () => {
    const fleet = await startFleet(shape);
    try {
      const chats = chatsOf(CHATS);
      await Promise.all(chats.map((chat) => fleet.telegram.say(chat, "halo")));
      await Promise.all(chats.map((chat) => fleet.telegram.waitFor(chat, 1, 60_000)));
      await Promise.all(
        chats.flatMap((chat) => {
          const button = fleet.telegram.sent(chat)[0]?.buttons[4]?.callback_data ?? "";
          return [fleet.telegram.press(chat, button), fleet.telegram.say(chat, "menu")];
        }),
      );
      for (const chat of chats) {
        const sent = await fleet.telegram.waitFor(chat, 3, 60_000);
        const starts = sent
          .slice(1)
          .map(({ text }) => text.slice(0, 8))
          .sort();
        expect(starts, `chat ${chat}`).toEqual(["Apa yang", "Program "]);
      }
      await new Promise((resolve) => setTimeout(resolve, SETTLE));
      expect(chats.map((chat) => fleet.telegram.sent(chat).length)).toEqual(chats.map(() => 3));
    } finally {
      await fleet.close();
    }
  });
});
