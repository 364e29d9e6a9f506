import type { IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { wrongWith } from "../conversation/flows/check/numbers.ts";
import type { Text } from "../message.ts";
import { dateInWib } from "../messaging/facts.ts";
import { numbersEntered, type OpenedLink } from "../messaging/number-page.ts";
import { receive } from "../messaging/receive.ts";
import { checkFamilyCard, checkNumber } from "../register/nik.ts";
import type { Runtime } from "../runtime.ts";
import type { Bodies } from "./body.ts";
import { type Field, formPage, messagePage, PAGE_HEADERS } from "./number-form.ts";

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

  function form(link: OpenedLink, typed: Typed, wrong: Wrong): string {
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
      wrong: words("wrong"),
      send: words("send"),
      fields:
        link.ask === "nik"
          ? [field("nik", "nikHelp", true), field("kk", "kkOptional", false)]
          : [field("kk", "kkHelp", true)],
    });
  }

  app.get("/n/:token", (request, reply) => withLink(request, reply, (link) => shown(reply, 200, form(link, {}, {}))));

  app.post("/n/:token", { bodyLimit: BODY_LIMIT }, (request, reply) =>
    withLink(request, reply, async (link) => {
      const given = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
      const typed: Typed = { nik: given.get("nik") ?? "", kk: given.get("kk") ?? "" };
      const { numbers, wrong } = checked(link, typed, runtime);
      if (Object.keys(wrong).length > 0) return shown(reply, 422, form(link, typed, wrong));
      try {
        const message = await numbersEntered(store, link, numbers);
        if (!message) return said(reply, 404, link.locale, "unknown");
        const recorded = await receive(runtime, spool, [{ type: "message", message }]);
        return said(reply, 200, link.locale, recorded?.[0]?.fresh === false ? "used" : "sent");
      } catch (thrown) {
        log("warn", { code: (thrown as { code?: string }).code ?? "INTERNAL" }, "number page put off");
        return said(reply.header("retry-after", 5), 503, link.locale, "down");
      }
    }),
  );
}

type Typed = { nik?: string; kk?: string };
type Wrong = { nik?: Text; kk?: Text };

function checked(
  { ask }: OpenedLink,
  { nik = "", kk = "" }: Typed,
  { areas }: Runtime,
): { numbers: Typed; wrong: Wrong } {
  const facts = { today: dateInWib(Date.now()), areas };
  const first = ask === "nik" ? checkNumber(nik, facts) : undefined;
  const second = ask === "kk" || kk.trim() !== "" ? checkFamilyCard(kk, facts) : undefined;
  const isSame = first && second && first.digits === second.digits;
  const wrongNik = first && wrongWith(first, "nik");
  const wrongKk: Text | undefined = isSame ? { key: "page.same" } : second && wrongWith(second, "kk");
  const wrong: Wrong = { ...(wrongNik ? { nik: wrongNik } : {}), ...(wrongKk ? { kk: wrongKk } : {}) };
  return { numbers: { ...(first ? { nik: first.digits } : {}), ...(second ? { kk: second.digits } : {}) }, wrong };
}
