import { defined } from "../../defined.ts";
import { maskNumbers } from "../../register/find-numbers.ts";
import type { Content } from "../../vocabulary/message.ts";

export function maskContent(content: Content): Content | undefined {
  switch (content.type) {
    case "numbers": {
      const [nik, kk] = [content.nik, content.kk].map((number) => number && maskNumbers(number));
      return { ...content, ...defined({ nik, kk }) };
    }
    case "text": {
      const text = maskNumbers(content.text);
      return text === content.text ? undefined : { ...content, text };
    }
    case "media": {
      const caption = content.caption && maskNumbers(content.caption);
      return caption === content.caption ? undefined : { ...content, ...(caption ? { caption } : {}) };
    }
    default:
      return undefined;
  }
}
