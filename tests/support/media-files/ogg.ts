import { joined, type Made, media, u32le } from "./bytes.ts";

type Flags = { first?: boolean; continued?: boolean };

/** Ogg's CRC-32, bit by bit (RFC 3533). */
export function oggChecksum(page: Buffer): number {
  let crc = 0;
  for (const byte of page) {
    for (let bit = 7; bit >= 0; bit -= 1) {
      const carry = (crc >>> 31) ^ ((byte >> bit) & 1);
      crc = ((crc << 1) ^ (carry ? 0x04c11db7 : 0)) >>> 0;
    }
  }
  return crc;
}

/** A last piece of 255 or 510 bytes continues on the next page. */
export function page(serial: number, pieces: Buffer[], { first = false, continued = false }: Flags = {}): Buffer {
  const sizes = pieces.flatMap((piece) => {
    const whole = Array.from({ length: Math.floor(piece.length / 255) }, () => 255);
    return piece.length % 255 === 0 && piece.length > 0 ? whole : [...whole, piece.length % 255];
  });
  const flags = (first ? 2 : 0) | (continued ? 1 : 0);
  const header = joined("OggS", Buffer.from([0, flags]), Buffer.alloc(8), u32le(serial), Buffer.alloc(8));
  const bytes = joined(header, Buffer.from([sizes.length, ...sizes]), ...pieces);
  bytes.writeUInt32LE(oggChecksum(bytes), 22);
  return bytes;
}

const comments = (words: string, times = 1): Buffer =>
  joined(u32le(7), "libopus", u32le(times), ...Array.from({ length: times }, () => joined(u32le(words.length), words)));
const opusHead = joined("OpusHead", Buffer.from([1, 1, 0x38, 1, 0x80, 0xbb, 0, 0, 0, 0, 0]));

/** Makes a voice message in the form of WhatsApp and Telegram. */
export function opusVoice(words: string, serial = 7): Made {
  const tone = media(10, 200);
  const tags = joined("OpusTags", comments(words), "\0padding");
  const pages = [page(serial, [opusHead], { first: true }), page(serial, [tags]), page(serial, [tone])];
  return { bytes: joined(...pages), type: "audio/ogg", kept: [opusHead, tone, pages[2] ?? tone] };
}

export function longComments(words: string): Made {
  const tone = media(11, 200);
  const tags = joined("OpusTags", comments(words, Math.ceil(1_400 / words.length)));
  const pages = [
    page(9, [opusHead], { first: true }),
    page(9, [tags.subarray(0, 510)]),
    page(9, [tags.subarray(510, 1_020)], { continued: true }),
    page(9, [tags.subarray(1_020)], { continued: true }),
    page(9, [tone]),
  ];
  return { bytes: joined(...pages), type: "audio/ogg", kept: [opusHead, tone] };
}

export function chainedSounds(words: string): Made {
  const [setup, tone] = [joined("\x05vorbis", media(12, 300)), media(13, 200)];
  const sound = joined(
    page(3, [joined("\x01vorbis", Buffer.alloc(23))], { first: true }),
    page(3, [joined("\x03vorbis", comments(words), "\x01"), setup]),
    page(3, [tone]),
  );
  return { bytes: joined(sound, sound, opusVoice(words).bytes), type: "audio/ogg", kept: [setup, tone] };
}

export const oggOf = (...pages: Buffer[]): Buffer => joined(...pages);
