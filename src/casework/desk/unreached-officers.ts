import type { Officer } from "../officer.ts";
import { type ChatSources, type ChatState, type FoundChat, findChats } from "./officer-chats.ts";

type Unreached = { officer: Pick<Officer, "id" | "district">; channel: string };

const SENTENCES: Record<Exclude<ChatState, "reachable">, (unreached: Unreached) => string> = {
  unmet: ({ officer: { id }, channel }) =>
    channel === "telegram"
      ? `${id}: their Telegram chat has never written to the bot, so nothing reaches them there: they open the link of \`npx --no sapa staff invite ${id}\``
      : `${id}: their chat on ${channel} has never written to the district's account, so nothing reaches them there: they write to it once`,
  refusing: ({ officer: { id }, channel }) =>
    `${id}: their chat on ${channel} takes no messages, says its platform, so nothing reaches them there: they unblock the account and write to it once`,
  "no-account": ({ officer: { id, district }, channel }) =>
    `${id}: ${district} has no account on ${channel}, so nothing reaches them there: set one up (docs/go-live.md, step 8)`,
};

export async function describeUnreachedChats(sources: ChatSources, officer: Officer): Promise<string[]> {
  return describeChats(officer, await findChats(sources, officer));
}

const describeChats = (officer: Officer, chats: readonly FoundChat[]): string[] =>
  chats.flatMap(({ channel, state }) => (state === "reachable" ? [] : [SENTENCES[state]({ officer, channel })]));

const LANES = {
  urgent: "of somebody in danger",
  survivor: "of violence",
  sensitive: "of what accuses officials",
} as const;

export async function describeUnreachedOfficers(
  sources: ChatSources,
  district: string,
  officers: readonly Officer[],
): Promise<string[]> {
  const channels = [...sources.channels.values()].filter((one) => one.district === district);
  if (!channels.some(({ name }) => name !== "webchat")) return [noChannelLine(district)];
  const active = officers.filter((one) => one.active);
  const found = await Promise.all(
    active.map(async (officer) => ({ officer, chats: await findChats(sources, officer) })),
  );
  const lines = found.flatMap(({ officer, chats }) => describeChats(officer, chats));
  const unreached = findUnreachedLanes(found);
  const [first] = unreached;
  if (!first) return lines;
  const { id } = first.officer;
  const remedy = channels.some(({ name }) => name === "telegram")
    ? `npx --no sapa staff invite ${id}`
    : `npx --no sapa staff add ${id} --chat CHANNEL:ADDRESS, or a Telegram bot (docs/go-live.md, step 8)`;
  const lanes = unreached.map(({ lane }) => LANES[lane]).join(", ");
  return [`${district}: nobody can be told ${lanes}: ${remedy}`, ...lines];
}

const noChannelLine = (district: string): string =>
  `${district}: no channel but the web chat is set, so no officer is told of a ticket, not even of somebody in danger: give the office a Telegram bot, for its officers alone if need be (docs/go-live.md, step 8), and until then look every hour with npx --no sapa tickets list --district ${district}`;

function findUnreachedLanes(found: readonly { officer: Officer; chats: readonly FoundChat[] }[]) {
  return (Object.keys(LANES) as (keyof typeof LANES)[]).flatMap((lane) => {
    const bearers = found.filter(({ officer }) => officer.rung === "dinsos" && officer[lane]);
    const isReached = bearers.some(({ chats }) => chats.some(({ state }) => state === "reachable"));
    const [first] = bearers;
    return first && !isReached ? [{ lane, officer: first.officer }] : [];
  });
}
