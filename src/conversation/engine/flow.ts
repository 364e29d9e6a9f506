import type { z } from "zod";
import type { TicketDraft, TicketEvent } from "../../casework/ticket.ts";
import type { CardTexts, Choice, Content, Reply, Text } from "../../vocabulary/message.ts";
import type { Meaning } from "../understanding/bare-answer.ts";
import type { ShortQuestion } from "../understanding/short-question.ts";
import type { TextContent } from "../understanding/understood-once.ts";
import type { Facts } from "./facts.ts";
import type { LookUp, LookUpKind, LookUpResult } from "./lookup.ts";
import type { Session } from "./session.ts";
import type { FlowName, StateName, StateOf } from "./state-names.ts";

type Data = Record<string, unknown>;

export type Context<D = Data> = { session: Session; data: D; facts: Facts; flows: Flows };

export type Request =
  | { type: "open-ticket"; draft: TicketDraft }
  /** With `forgets`, the ticket keeps no number that the citizen typed. */
  | { type: "add-to-ticket"; number: string; event: CitizenEvent; forgets?: boolean }
  | { type: "keep-candidate"; district: string; text: string; offered: string[] }
  | { type: "settle-candidate"; chosen: string };

type CitizenEvent =
  | Omit<TicketEvent & { type: "add" }, "id" | "by">
  | Omit<TicketEvent & { type: "dispute" }, "id" | "by">
  | Omit<TicketEvent & { type: "confide" }, "id" | "by">
  | Omit<TicketEvent & { type: "withhold" }, "id" | "by">
  | Omit<TicketEvent & { type: "take-back" }, "id" | "by">;

/** Within one flow, `data` updates the old data; a new flow starts from `data` alone. */
export type Step<D = Data> = {
  to: StateName;
  data?: Partial<D> | Data;
  /** The chat says these texts before the prompt of `to`. */
  say?: Text[];
  /** The state `to` gets the result in `found`. */
  lookUp?: LookUp;
  requests?: Request[];
  session?: Partial<
    Pick<
      Session,
      | "proof"
      | "people"
      | "locale"
      | "drafts"
      | "politeAt"
      | "mentioned"
      | "replying"
      | "told"
      | "confidentialAt"
      | "emergency"
      | "fraudAt"
      | "cancelled"
      | "withdrawn"
      | "withdrawing"
      | "filed"
      | "offersSecrecy"
      | "offersLanguage"
      | "alsoAsked"
      | "languageOffered"
    >
  >;
  wrong?: Text;
  /** The chat does not say the prompt of `to`. */
  quiet?: true;
  /** Replaces the prompt's choices; works only with `quiet`. */
  choices?: Choice[];
  reread?: Content;
  /** The engine waits for more messages, because the story may go on. */
  open?: true;
};

export type Option<D = Data> = {
  id: string;
  title: Text;
  description?: Text;
  /** A bare answer such as "ya" chooses the option with this meaning. */
  means?: Meaning;
  to: StateName;
  data?: Partial<D> | Data;
  step?: (context: Context<D>) => Step<D>;
};

const INPUTS = ["text", "number", "media", "location", "phone"] as const;
type InputKind = (typeof INPUTS)[number];

type Findings<D> = { [Kind in LookUpKind]?: (result: LookUpResult<Kind>, context: Context<D>) => Step<D> };

/** The chat never rests in a state without a prompt. `leadsTo` names the next states of `take`, `found` and `enter`. */
export type State<D = Data> = {
  prompt?: string | ((context: Context<D>) => Text[]);
  /** A state with this short prompt waits for no answer. */
  brief?: string | ((context: Context<D>) => Text[]);
  /** A state with this short prompt still waits for its answer. */
  reminder?: string;
  /** The key of the reply to a citizen who says "nanti" (later). */
  later?: string;
  options?: readonly Option<D>[] | ((context: Context<D>) => Option<D>[]);
  takes?: readonly InputKind[];
  asks?: Reply["asks"] | ((context: Context<D>) => Reply["asks"]);
  card?(context: Context<D>): CardTexts | undefined;
  leadsTo: readonly StateName[];
  take?(content: Content, context: Context<D>): Step<D> | undefined;
  found?: Findings<D>;
  /** Answers a short question; `isTaken` means that `take` also has an answer. */
  answers?(question: ShortQuestion, context: Context<D>, isTaken: boolean): Step<D> | undefined;
  /** `parameter` is the text of a deep link, a button or a message. */
  enter?(parameter: string | undefined, context: Context<D>): Step<D> | undefined;
  send?(context: Context<D>): Step<D> | undefined;
  whoReads?(context: Context<D>): Text;
  parting?(context: Context<D>): Text[];
  refresh?(context: Context<D>): Step<D> | undefined;
  /** The key of a text that explains the wanted input. */
  hint?: string | ((context: Context<D>) => string);
  /** With `true`, any text answers the prompt and never changes the subject. */
  free?: true | ((content: TextContent, context: Context<D>) => boolean);
};

export type Flow = {
  name: FlowName;
  data: z.ZodType<Data>;
  states: Readonly<Record<string, State>>;
  keepsDraft: boolean;
  /** Returns the data that the session keeps when the citizen leaves this flow. */
  kept?(data: Data): Data | undefined;
  /** After 15 minutes of silence, the flow begins again at this state. */
  lapsesTo?: StateName;
  /** Takes a message in any state, before that state sees the message. */
  comesFirst?(content: Content, context: Context): Step | undefined;
  /** Takes unclear words in the menu while the task of this flow is unfinished. */
  takesLost?(content: TextContent, context: Context): Step | undefined;
};

export type Flows = {
  all: readonly Flow[];
  flowNamed(at: StateName): Flow;
  stateAt(at: StateName): State;
  entry(name: string): StateName | undefined;
};

export type StatesOf<Name extends FlowName, D> = Record<StateOf<Name>, State<D>>;

/** If the schema refuses stored data, such as an old draft, the flow begins with empty data. */
export function defineFlow<Name extends FlowName, Schema extends z.ZodObject>(
  name: Name,
  data: Schema,
  states: StatesOf<Name, z.infer<Schema>>,
  {
    keepsDraft = false,
    ...more
  }: Partial<Pick<Flow, "keepsDraft" | "kept" | "lapsesTo" | "comesFirst" | "takesLost">> = {},
): Flow {
  const lenient = data.catch(() => data.parse({})) as unknown as z.ZodType<Data>;
  return { name, data: lenient, states: states as never, keepsDraft, ...more };
}

export const isFree = ({ free }: State, content: TextContent, context: Context): boolean =>
  typeof free === "function" ? free(content, context) : free === true;

export const stateHere = ({ session, flows }: Pick<Context, "session" | "flows">): State => flows.stateAt(session.at);

export const enterState = (at: StateName, parameter: string | undefined, context: Context): Step =>
  context.flows.stateAt(at).enter?.(parameter, context) ?? { to: at };

export const flowOf = (at: StateName): FlowName => at.slice(0, at.indexOf(".")) as FlowName;

export function targetsOf({ leadsTo, options }: State): StateName[] {
  const offered = Array.isArray(options) ? (options as Option[]).map(({ to }) => to) : [];
  return [...new Set([...leadsTo, ...offered])];
}
