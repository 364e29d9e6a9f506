import type { IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { channelKey } from "../../channels/accounts.ts";
import { codePayload, codeWords } from "../../conversation/engine/page-code.ts";
import { wrongWith } from "../../conversation/flows/check/numbers.ts";
import { defined } from "../../defined.ts";
import { numbersEntered, type OpenedLink } from "../../messaging/number-page.ts";
import { holdTyped } from "../../messaging/page-code.ts";
import { receive } from "../../messaging/receive.ts";
import { checkFamilyCard, checkNumber } from "../../register/nik.ts";
import type { Runtime } from "../../runtime.ts";
import { DEFAULT_ZONE, dateIn } from "../../time.ts";
import { appError } from "../../vocabulary/errors.ts";
import type { TimeZone } from "../../vocabulary/lists.ts";
import type { Contact, Text } from "../../vocabulary/message.ts";
import type { Bodies } from "../body.ts";
import { channelTitle, whereAnswered } from "../where-answered.ts";
import { codePage, type Field, formPage, messagePage, PAGE_HEADERS } from "./form.ts";

const BODY_LIMIT = 4_096;

/** The page behind a link of the chat, on which a NIK and a KK number are entered; its result goes back to the chat. */
export async function numberPage(
  app: FastifyInstance,
  { runtime, bodies }: { runtime: Runtime; bodies: Bodies },
): Promise<void> {
  const { translate, numberPages, districts, store, spool, locales, log } = runtime;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    async (request: FastifyRequest, payload: IncomingMessage) =>
      new URLSearchParams((await bodies.read(request, payload)).toString("utf8")),
  );

  const shown = (reply: FastifyReply, status: number, html: string) =>
    reply.code(status).headers(PAGE_HEADERS).send(html);
  const said = (reply: FastifyReply, status: number, locale: string, what: string) => {
    const words = (key: string) => translate(locale, { key: `page.${key}` });
    return shown(reply, status, messagePage(locale, words(`${what}Title`), words(what)));
  };

  /** Calls `then` for a link of ours whose time is not over. */
  const withLink = (
    { params }: FastifyRequest,
    reply: FastifyReply,
    then: (link: OpenedLink) => FastifyReply | Promise<FastifyReply>,
  ) => {
    const link = numberPages.read((params as { token: string }).token);
    if (!link || !districts.has(link.district)) return said(reply, 404, locales[0] ?? "id", "unknown");
    return link.until < Date.now() ? said(reply, 410, link.locale, "lapsed") : then(link);
  };

  /** The zone of the district whose page this is. */
  const zoneAt = ({ district }: OpenedLink): TimeZone => districts.get(district)?.timezone ?? DEFAULT_ZONE;

  function form(link: OpenedLink, contact: Contact, { typed = {}, wrong = {}, notice }: Filled = {}): string {
    const words = (key: string) => translate(link.locale, { key: `page.${key}` });
    const agency = districts.get(link.district)?.agency.name ?? "";
    const field = (name: "nik" | "kk", help: string, required: boolean): Field => {
      const text = wrong[name];
      const base = { name, label: words(name), help: words(help), value: typed[name] ?? "", required };
      return text ? { ...base, wrong: translate(link.locale, text) } : base;
    };
    return formPage(link.locale, {
      title: words("title"),
      intro: translate(link.locale, { key: "page.intro", values: { agency } }),
      where: translate(
        link.locale,
        whereAnswered(runtime.channels.get(channelKey(contact)), contact, { time: link.askedAt, zone: zoneAt(link) }),
      ),
      ...(notice ? { notice: words(notice) } : {}),
      send: words("send"),
      fields:
        link.ask === "nik"
          ? [field("nik", "nikHelp", true), field("kk", "kkOptional", false)]
          : [field("kk", "kkHelp", true)],
    });
  }

  /** Nothing is looked up yet: one button leads back to the chat that asked, with the code that confirms it. */
  async function wayBack({ locale }: OpenedLink, contact: Contact, code: string): Promise<string> {
    const account = runtime.channels.get(channelKey(contact));
    const channel = channelTitle(account);
    const words = (key: string) => translate(locale, { key: `page.${key}`, values: { channel } });
    const link = await account?.back?.({ words: codeWords(code), payload: codePayload(code) });
    const shared = { title: words("codeTitle"), code: codeWords(code), secret: words("codeSecret") };
    if (!link) return codePage(locale, { ...shared, text: words("codeOnlyTyped") });
    const text = words(contact.channel === "telegram" ? "codeBackTelegram" : "codeBack");
    return codePage(locale, { ...shared, text, back: { link, title: words("backTo") }, typed: words("codeTyped") });
  }

  /** Whom the chat has proved and still sees is answered at once; all others when the chat that asked has confirmed. */
  async function take(reply: FastifyReply, link: OpenedLink, contact: Contact, numbers: Typed): Promise<FastifyReply> {
    if (numbers.nik && link.known === runtime.personOf(numbers.nik)) {
      const recorded = await receive(runtime.stages.receiving, spool, [
        { type: "message", message: numbersEntered(link, contact, numbers) },
      ]);
      return said(reply, 200, link.locale, recorded?.[0]?.fresh === false ? "used" : "sent");
    }
    const code = await holdTyped(store, link, numbers);
    return code ? shown(reply, 200, await wayBack(link, contact, code)) : said(reply, 200, link.locale, "used");
  }

  const putOff = (reply: FastifyReply, thrown: unknown): FastifyReply => {
    log("warn", { code: appError(thrown).code }, "number page put off");
    return reply.header("retry-after", 5);
  };

  /** Calls `then` with the chat that asked. */
  const withChat = async (
    reply: FastifyReply,
    link: OpenedLink,
    then: (contact: Contact) => FastifyReply | Promise<FastifyReply>,
  ) => {
    try {
      const contact = await store.contactOf(link.conversation);
      return await (contact ? then(contact) : said(reply, 404, link.locale, "unknown"));
    } catch (thrown) {
      return said(putOff(reply, thrown), 503, link.locale, "down");
    }
  };

  app.get("/n/:token", (request, reply) =>
    withLink(request, reply, (link) => withChat(reply, link, (contact) => shown(reply, 200, form(link, contact)))),
  );

  app.post("/n/:token", { bodyLimit: BODY_LIMIT }, (request, reply) =>
    withLink(request, reply, (link) =>
      withChat(reply, link, async (contact) => {
        const given = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
        const typed: Typed = { nik: given.get("nik") ?? "", kk: given.get("kk") ?? "" };
        const { numbers, wrong } = checked(link, typed, {
          areas: runtime.areas,
          today: dateIn(Date.now(), zoneAt(link)),
        });
        if (Object.keys(wrong).length > 0) return shown(reply, 422, form(link, contact, { typed, wrong }));
        try {
          return await take(reply, link, contact, numbers);
        } catch (thrown) {
          return shown(putOff(reply, thrown), 503, form(link, contact, { typed, notice: "down" }));
        }
      }),
    ),
  );
}

type Filled = { typed?: Typed; wrong?: Wrong; notice?: string };
type Typed = { nik?: string; kk?: string };
type Wrong = { nik?: Text; kk?: Text };

function checked(
  { ask }: OpenedLink,
  { nik = "", kk = "" }: Typed,
  facts: Pick<Runtime, "areas"> & { today: string },
): { numbers: Typed; wrong: Wrong } {
  const first = ask === "nik" ? checkNumber(nik, facts) : undefined;
  const second = ask === "kk" || kk.trim() !== "" ? checkFamilyCard(kk, facts) : undefined;
  const isSame = first && second && first.digits === second.digits;
  const wrongNik = first && wrongWith(first, "nik");
  const wrongKk: Text | undefined = isSame ? { key: "page.same" } : second && wrongWith(second, "kk");
  const wrong: Wrong = { ...defined({ nik: wrongNik, kk: wrongKk }) };
  return { numbers: { ...(first ? { nik: first.digits } : {}), ...(second ? { kk: second.digits } : {}) }, wrong };
}
