import { escapeHtml } from "../../html.ts";
import { backButton, type Frame, framePage } from "./frame.ts";

export type Field = { name: string; label: string; help: string; value: string; wrong?: string; required: boolean };
type Form = { title: string; intro: string; where: string; alert?: string; fields: Field[]; send: string };

export function formPage(frame: Frame, { title, intro, where, alert, fields, send }: Form): string {
  const first = fields.find(({ wrong }) => wrong !== undefined);
  const inputs = fields.map((field) => fieldHtml(field, field === first)).join("");
  const told = alert ? `<p class="wrong" role="alert">${escapeHtml(alert)}</p>` : "";
  const form = `<form method="post" novalidate>${inputs}<button>${escapeHtml(send)}</button></form>`;
  const whose = `<p>${escapeHtml(intro)}</p><p class="where">${escapeHtml(where)}</p>`;
  return framePage(frame, title, whose + told + form + backButton(frame));
}

function fieldHtml({ name, label, help, value, wrong, required }: Field, isFirstWrong: boolean): string {
  const described = `${name}-help${wrong ? ` ${name}-wrong` : ""}`;
  const state = `${required ? " required" : ""}${wrong ? ' aria-invalid="true"' : ""}${isFirstWrong ? " autofocus" : ""}`;
  return [
    `<label for="${name}">${escapeHtml(label)}</label><p class="help" id="${name}-help">${escapeHtml(help)}</p>`,
    wrong ? `<p class="wrong" id="${name}-wrong">${escapeHtml(wrong)}</p>` : "",
    `<input id="${name}" name="${name}" inputmode="numeric" autocomplete="off" autocorrect="off" spellcheck="false" maxlength="40" aria-describedby="${described}" value="${escapeHtml(value)}"${state}>`,
  ].join("");
}

type Code = {
  title: string;
  text: string;
  typed?: string;
  code: string;
  secret: string;
};

export function codePage(frame: Frame, { title, text, typed, code, secret }: Code): string {
  const words = typed ? `<p>${escapeHtml(typed)}</p>` : "";
  const shown = `<p class="code">${escapeHtml(code)}</p><p>${escapeHtml(secret)}</p>`;
  return framePage(frame, title, `<p>${escapeHtml(text)}</p>${backButton(frame)}${words}${shown}`);
}

export const messagePage = (frame: Frame, title: string, text: string): string =>
  framePage(frame, title, `<p>${escapeHtml(text)}</p>${backButton(frame)}`);
