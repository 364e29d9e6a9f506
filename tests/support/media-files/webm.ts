import { joined, latin1, type Made, media } from "./bytes.ts";

const OPEN = Buffer.from("01ffffffffffffff", "hex");
const idOf = (id: number): Buffer => Buffer.from(id.toString(16), "hex");

const sizeOf = (size: number, width: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(size) + 2n ** BigInt(7 * width));
  return bytes.subarray(8 - width);
};

export const element = (id: number, body: (Buffer | string)[] | Buffer | string, width?: number): Buffer => {
  const content = Array.isArray(body) ? joined(...body) : joined(body);
  return joined(idOf(id), sizeOf(content.length, width ?? (content.length < 127 ? 1 : 4)), content);
};
export const openElement = (id: number, ...body: Buffer[]): Buffer => joined(idOf(id), OPEN, ...body);

const HEADER = element(0x1a45dfa3, [element(0x4282, "webm"), element(0x4287, Buffer.from([4]))]);
const checksum = element(0xbf, "\x01\x02\x03\x04");
const byte = (...values: number[]): Buffer => Buffer.from(values);

const about = (words: string): Buffer[] => [
  element(0x1254c367, [element(0x7373, [element(0x67c8, [element(0x45a3, "LOCATION"), element(0x4487, words)])])]),
  element(0x1941a469, [element(0x61a7, [element(0x466e, words), element(0x465c, words)])], 8),
  element(0x1043a770, [element(0x45b9, words)]),
];
const info = (words: string): Buffer =>
  element(0x1549a966, [
    checksum,
    element(0x2ad7b1, byte(15, 66, 64)),
    element(0x7ba9, words),
    element(0x4d80, words),
    element(0x5741, words),
  ]);
export const trackEntry = (number: number, type: number, name: string): Buffer =>
  element(0xae, [element(0xd7, byte(number)), element(0x83, byte(type)), element(0x536e, name)]);
const tracks = (words: string, ...more: Buffer[]): Buffer => element(0x1654ae6b, [trackEntry(1, 1, words), ...more]);
const block = (track: number, content: Buffer): Buffer => element(0xa3, [byte(0x80 | track, 0, 0, 0), content]);
const seek = (id: string): Buffer =>
  element(0x4dbb, [element(0x53ab, Buffer.from(id, "hex")), element(0x53ac, byte(9))]);

export function webmFilm(words: string): Made {
  const [first, second] = [media(5, 300), media(6, 80)];
  const cluster = element(0x1f43b675, [
    element(0xe7, byte(0)),
    block(1, first),
    element(0xa0, [element(0xa1, [byte(0x81, 0, 0, 0), second]), element(0x9b, byte(1))]),
  ]);
  const index = element(0x114d9b74, [seek("1549a966"), seek("1254c367")]);
  const cues = element(0x1c53bb6b, [element(0xbb, [element(0xb3, byte(0))])]);
  const parts = [
    index,
    element(0xec, words),
    info(words),
    tracks(words),
    ...about(words),
    cluster,
    cues,
    ...about(words),
  ];
  return { bytes: joined(HEADER, element(0x18538067, parts)), type: "video/webm", kept: [first, second, cues] };
}

/** Like a browser's recording, the segment and its clusters have no known length. */
export function liveFilm(words: string): Made {
  const [first, second] = [media(7, 200), media(8, 200)];
  const clusters = [first, second].map((content) =>
    openElement(0x1f43b675, element(0xe7, byte(0)), block(1, content), element(0xec, words)),
  );
  const parts = [info(words), tracks(words), ...clusters, ...about(words)];
  return { bytes: joined(HEADER, openElement(0x18538067, ...parts)), type: "video/webm", kept: [first, second] };
}

export function tracedWebm(words: string, late = false): Made {
  const pictures = media(9, 200);
  const group = element(0xa0, [element(0xa1, [byte(0x82, 0, 0, 0), words]), element(0x9b, byte(1))]);
  const cluster = element(0x1f43b675, [block(1, pictures), block(2, latin1(words)), group]);
  const described = tracks("", trackEntry(2, 0x21, words));
  const parts = late ? [cluster, described] : [described, cluster];
  return { bytes: joined(HEADER, element(0x18538067, parts)), type: "video/webm", kept: [pictures] };
}

export const webmOf = (...parts: Buffer[]): Buffer => joined(HEADER, element(0x18538067, parts));
