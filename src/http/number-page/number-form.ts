import { channelKey } from "../../channels/accounts.ts";
import { wrongWith } from "../../conversation/flows/check/numbers.ts";
import { defined } from "../../defined.ts";
import type { OpenedLink } from "../../messaging/number-page.ts";
import { checkFamilyCard, checkNik } from "../../register/nik.ts";
import type { Runtime } from "../../runtime.ts";
import { DEFAULT_ZONE, dateIn } from "../../time.ts";
import type { TimeZone } from "../../vocabulary/lists.ts";
import type { Contact, Text } from "../../vocabulary/message.ts";
import { whereAnswered } from "../answer-place.ts";
import { type Field, formPage } from "./form.ts";
import { frameOf } from "./owner.ts";

export type Typed = { nik?: string; kk?: string };
type Wrong = { nik?: Text; kk?: Text };
type Filled = { typed?: Typed; wrong?: Wrong; alert?: string };

const zoneAt = ({ districts }: Pick<Runtime, "districts">, { district }: OpenedLink): TimeZone =>
  districts.get(district)?.timezone ?? DEFAULT_ZONE;

export async function numberForm(
  runtime: Runtime,
  link: OpenedLink,
  contact: Contact,
  { typed = {}, wrong = {}, alert }: Filled = {},
): Promise<string> {
  const { translate, districts, channels } = runtime;
  const words = (key: string) => translate(link.locale, { key: `page.${key}` });
  const agency = districts.get(link.district)?.agency.name ?? "";
  const field = (name: "nik" | "kk", help: string, required: boolean): Field => {
    const text = wrong[name];
    const base = { name, label: words(name), help: words(help), value: typed[name] ?? "", required };
    return text ? { ...base, wrong: translate(link.locale, text) } : base;
  };
  const askedAt = { time: link.askedAt, zone: zoneAt(runtime, link) };
  return formPage(await frameOf(runtime, link, contact), {
    title: words("title"),
    intro: translate(link.locale, { key: "page.intro", values: { agency } }),
    where: translate(link.locale, whereAnswered(channels.get(channelKey(contact)), contact, askedAt)),
    ...(alert ? { alert: words(alert) } : {}),
    send: words("send"),
    fields:
      link.ask === "nik"
        ? [field("nik", "nikHelp", true), field("kk", "kkOptional", false)]
        : [field("kk", "kkHelp", true)],
  });
}

export function checkTyped(
  runtime: Runtime,
  link: OpenedLink,
  { nik = "", kk = "" }: Typed,
): { numbers: Typed; wrong: Wrong } {
  const facts = { areas: runtime.areas, today: dateIn(Date.now(), zoneAt(runtime, link)) };
  const first = link.ask === "nik" ? checkNik(nik, facts) : undefined;
  const second = link.ask === "kk" || kk.trim() !== "" ? checkFamilyCard(kk, facts) : undefined;
  const isSame = first && second && first.digits === second.digits;
  const wrongNik = first && wrongWith(first, "nik");
  const wrongKk: Text | undefined = isSame ? { key: "page.same" } : second && wrongWith(second, "kk");
  const wrong: Wrong = { ...defined({ nik: wrongNik, kk: wrongKk }) };
  return { numbers: { ...(first ? { nik: first.digits } : {}), ...(second ? { kk: second.digits } : {}) }, wrong };
}
