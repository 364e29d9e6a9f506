import type { Phrases } from "../../../words/phrase.ts";
import type { Words } from "../../../words/words.ts";
import { clausesOf } from "../../understanding/clauses.ts";

type Lists = Words["urgent"];
type Subject = "self" | "other" | "nobody";

const BREAK = ",";

/** Writes each passive in one form: "di pukul" and "dipunpukul" become "dipukul". */
function clausesWithActs(text: string, { harmed, confined }: Lists): string[] {
  const joined = clausesOf(text).map((clause) =>
    clause.replace(/(?<![^ ])(?:di |dipun ?)(\S+)/g, (written, verb: string) =>
      harmed.isIn(`di${verb}`) || confined.isIn(`di${verb}`) ? `di${verb}` : written,
    ),
  );
  return joined.filter(Boolean);
}

export function tellsOfOther(text: string, { urgent }: Pick<Words, "urgent">): boolean {
  const plain = clausesWithActs(text, urgent).join(" ");
  return urgent.bystander.isIn(urgent.doer.replacedIn(plain, ""));
}

/** Finds who suffers an act: usually the nearest person before it. */
class Reading {
  readonly clauses: readonly string[];
  private readonly said: readonly string[];
  private readonly lists: Lists;

  constructor(text: string, lists: Lists) {
    this.lists = lists;
    this.clauses = clausesWithActs(text, lists);
    this.said = this.clauses.flatMap((clause) => [...clause.split(" "), BREAK]);
  }

  subjectsOf(...acts: readonly Phrases[]): Subject[] {
    const single = this.placesOf((word) => acts.some((act) => act.isIn(word)));
    return [...new Set([...single, ...acts.flatMap((act) => this.beginningsOf(act))])].map((at) => this.subjectAt(at));
  }

  hasSelfAsObject(act: Phrases): boolean {
    return this.placesOf((word) => act.isIn(word)).some((at) => this.isObjectAfter(at));
  }

  endsWithSelf(): boolean {
    return this.placesOf((word) => word === BREAK).some((end) => {
      const isOwn = this.isSelf(end - 1) && this.lists.together.has(this.word(end - 2));
      return isOwn && (this.isOther(end - 3) || (this.isSelf(end - 3) && this.isOther(end - 4)));
    });
  }

  private placesOf(matches: (word: string) => boolean): number[] {
    return this.said.flatMap((word, at) => (matches(word) ? [at] : []));
  }

  private beginningsOf(act: Phrases): number[] {
    let before = 0;
    return this.clauses.flatMap((clause) => {
      const begin = before;
      before += clause.split(" ").length + 1;
      const at = act.at(clause);
      return at < 0 ? [] : [begin + clause.slice(0, at).split(" ").length - 1];
    });
  }

  private word(at: number): string {
    return this.said[at] ?? BREAK;
  }

  private isSelf(at: number): boolean {
    return this.lists.firstPerson.has(this.word(at)) || this.lists.ownBodyJoined.isIn(this.word(at));
  }

  private isOther(at: number): boolean {
    return this.lists.other.isIn(this.word(at));
  }

  private subjectAt(act: number): Subject {
    const { lists } = this;
    let isListing = false;
    for (let at = act - 1; at >= 0; at -= 1) {
      if (lists.sees.has(this.word(at))) return "other";
      const isOwner = this.isSelf(at) && this.isOther(at - 1);
      if (this.isSelf(at) && !isOwner) return this.subjectSelf(at, act);
      if (!this.isOther(at)) continue;
      const noun = isOwner ? at - 1 : at;
      if (!isOwner && this.describesSelf(noun)) return this.describesOnlooker(noun) ? "other" : "self";
      const isListed: boolean = lists.together.has(this.word(noun - 1)) || (isListing && this.word(noun - 1) === BREAK);
      if (!isListed && !this.isBeside(noun)) return "other";
      isListing ||= isListed;
      at = noun;
    }
    return this.isSelf(act + 1) ? "self" : "nobody";
  }

  private subjectSelf(at: number, act: number): Subject {
    const { addressed, nearPlaces, notI, notOnly, ownedThings, theirDoer } = this.lists;
    const before = this.word(at - 1);
    if (notI.has(before) && !notOnly.has(this.word(at + 1))) return "other";
    if (ownedThings.has(before)) return "other";
    if (addressed.has(before) && theirDoer.has(this.word(act + 1))) return "other";
    if (!nearPlaces.has(before)) return "self";
    const begin = this.said.lastIndexOf(BREAK, at) + 1;
    return this.placesOf((word) => this.lists.other.isIn(word)).some((one) => one >= begin && one < at)
      ? "other"
      : "self";
  }

  /** Returns the index of the person whom the nouns describe: "saya santri". */
  private described(noun: number): number {
    let at = noun - 1;
    while (this.isOther(at) || this.lists.betweenNames.has(this.word(at))) at -= 1;
    return at;
  }

  private describesSelf(noun: number): boolean {
    const at = this.described(noun);
    return this.isSelf(at) && !this.isOther(at - 1) && !this.lists.notI.has(this.word(at - 1));
  }

  private describesOnlooker(noun: number): boolean {
    const nouns = this.said.slice(this.described(noun) + 1, noun + 1);
    return this.lists.onlooker.isIn(nouns.find((word) => this.lists.other.isIn(word)) ?? BREAK);
  }

  /** Whether the person does not suffer the act: "dimarahi kakak". */
  private isBeside(noun: number): boolean {
    const before = this.word(noun - 1);
    return /^di.{4}/.test(before) || this.lists.nearPlaces.has(before) || this.lists.livesWith.has(before);
  }

  private isObjectAfter(act: number): boolean {
    const { ownBody, sees, together } = this.lists;
    if (this.word(act).endsWith("ku") || this.isSelf(act + 1)) return true;
    if (ownBody.isIn(this.word(act + 1))) return this.isSelf(act + 2);
    if (!this.isOther(act + 1)) return false;
    const joins = this.isSelf(act + 2) ? act + 3 : act + 2;
    return together.has(this.word(joins)) && this.isSelf(joins + 1) && !sees.has(this.word(joins + 2));
  }
}

export type Heard = "captive" | "victim" | "elided" | "denied";

/** `elided`: no person stands before the act. */
export function heardOfWriter(text: string, { urgent, alarms }: Pick<Words, "urgent" | "alarms">): Heard | undefined {
  const reading = new Reading(text, urgent);
  const held = reading.subjectsOf(urgent.confined, urgent.cornered, alarms.captive);
  if (held.includes("self") || reading.hasSelfAsObject(urgent.locks)) return "captive";
  const struck = reading.subjectsOf(urgent.harmed, urgent.struck);
  const isJoined = reading.clauses.some(urgent.alsoI.isIn) || (struck.length > 0 && reading.endsWithSelf());
  if (struck.includes("self") || isJoined || reading.hasSelfAsObject(urgent.harms)) return "victim";
  const said = reading.clauses.join(" ");
  if (urgent.notMe.isIn(said)) return urgent.ownFamily.isIn(said) ? undefined : "denied";
  return struck.includes("nobody") ? "elided" : undefined;
}
