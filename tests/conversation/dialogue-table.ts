import { defined } from "../../src/defined.ts";
import { chat } from "./dialogue.ts";
import type { Dialogue } from "./dialogues/cases.ts";
import { service } from "./people.ts";

type Answer = ReturnType<ReturnType<typeof chat>["say"]>;
type Said = { said: string; at: string; contains: string[]; offered: string[]; pressed: boolean; found: boolean };

const heard = new Map<Dialogue, [Answer, Said][]>();

/** The engine is pure, so one walk through each dialogue is enough. */
export function held(dialogue: Dialogue, check: (answer: Answer, step: Said) => void): void {
  const answers = heard.get(dialogue) ?? walked(dialogue);
  heard.set(dialogue, answers);
  for (const [answer, step] of answers) check(answer, step);
}

function walked({ known, steps, page, desils, listed }: Dialogue): [Answer, Said][] {
  const { say, press, send } = chat(service(known), "id", page, defined({ desils, listed }));
  let offered: string[] = [];
  return steps.map(([said, at, ...contains]) => {
    const wanted = said.startsWith("press:") ? said.slice("press:".length) : undefined;
    const id = wanted === undefined ? undefined : offered.find((one) => one === wanted || one.endsWith(`:${wanted}`));
    const [, kind, caption] = /^(image|voice|sticker|document):(.*)$/.exec(said) ?? [];
    const [, number] = /^phone:(\S+)$/.exec(said) ?? [];
    const [, nik, kk] = /^entered:(\d*)\+?(\d*)$/.exec(said) ?? [];
    const entered = { type: "numbers" as const, ...(nik ? { nik } : {}), ...(kk ? { kk } : {}) };
    const media = { type: "media" as const, kind: kind as "image", file: said, ...(caption ? { caption } : {}) };
    const [, button] = /^button:(.+)$/.exec(said) ?? [];
    const answer = button
      ? press(button)
      : number
        ? send({ type: "phone", number, own: true })
        : kind
          ? send(media)
          : nik || kk
            ? send(entered)
            : id === undefined
              ? say(said)
              : press(id);
    const step = { said, at, contains, offered, pressed: wanted !== undefined, found: id !== undefined };
    offered = answer.choices;
    return [answer, step];
  });
}
