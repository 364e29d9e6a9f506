import { plainText } from "./normalise.ts";

const ANGRY =
  /\b(?:kesel|kesal|kezel|jengkel|mangkel|muangkel|nesu|marah|ngamuk|emosi|geram|gregetan|kecewa|sebel|sebal|muak|gedeg|anyel|ngapusi|diapusi|bohong|bohongi|dibohongi|pembohong|php|omdo|asem|asu|jancok|dancuk|jancuk|bajingan|angry|furious|liars?)\b|\b(?:ra|ora|gak|ga|tidak|tdk|ndak|nggak) (?:ono|ana|enek|ada|tau|tahu|pernah|nate) (?:sing |yang |kang |iso |bisa )?(?:ngreken|ngurusi|ngurus|peduli|nanggepi|ngrewes|mikir|dianggap|digagas|direken|digubris|dipeduli|dipedulikan|respon)\w*\b|\b(?:mosok|masa|masak) (?:ngene|ngono|begini|gini|gitu) terus\b/;

/** Whether whoever writes is angry or gives up on us. */
export const isAngry = (text: string): boolean => ANGRY.test(plainText(text));

const MOST_WORDS = 6;
const DOUBTS =
  /^(?:(?:lha|lah|lho|loh|eh|emang|memang|apa|apakah|opo|ini|iki|itu|niki|info|infonya|jawaban|jawabannya|datanya|hasilnya|yang|tadi) )*(?:bener|beneran|benar|betul|betulan|yakin|valid|akurat|serius|tenan|tenane|leres|masa|mosok|is this right|is that true|really|are you sure)(?: (?:gak|ga|nggak|ngga|ndak|tidak|tdk|kah|tah|ta|to|a|ora|opo|mboten|nopo|sih|nih|ini|itu|ya|pak|bu|mas|mbak|min|kak))*$/;

/** A short question whether what was just said is so: "ini bener gak pak?" */
export function doubtsIt(text: string): boolean {
  const plain = plainText(text);
  const isQuestion = text.includes("?") || / (?:gak|ga|nggak|ngga|ndak|tidak|tdk|ta|to|ora|mboten|nopo)\b/.test(plain);
  return isQuestion && plain.split(" ").length <= MOST_WORDS && DOUBTS.test(plain);
}
