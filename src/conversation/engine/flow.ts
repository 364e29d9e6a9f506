import type { z } from "zod";
import type { TicketDraft, TicketEvent } from "../../casework/ticket.ts";
import type { CardTexts, Choice, Content, Reply, Text } from "../../vocabulary/message.ts";
import type { Meaning } from "../understanding/bare-answer.ts";
import type { TextContent } from "../understanding/understood-once.ts";
import type { Facts } from "./facts.ts";
import type { LookUp, LookUpKind, LookUpResult } from "./lookup.ts";
import type { Session } from "./session.ts";
import type { FlowName, StateName, StateOf } from "./state-names.ts";

type Data = Record<string, unknown>;

export type Context<D = Data> = { session: Session; data: D; facts: Facts; flows: Flows };

/** A change that the turn's commit also makes. */
export type Request =
  | { type: "open-ticket"; draft: TicketDraft }
  /**
   * With `forgets`, the ticket keeps no numbers that its words mention, and the chat does not announce that numbers go
   * along.
   */
  | { type: "add-to-ticket"; number: string; event: CitizenEvent; forgets?: boolean }
  /** A message that was not understood, with the labels of the offered meanings. */
  | { type: "keep-candidate"; district: string; text: string; offered: string[] }
  /** The label of the meaning that the citizen chose for the chat's newest candidate. */
  | { type: "settle-candidate"; chosen: string };

/** An event of a citizen on a ticket. The commit adds the author and the id. */
type CitizenEvent =
  | Omit<TicketEvent & { type: "add" }, "id" | "by">
  | Omit<TicketEvent & { type: "dispute" }, "id" | "by">
  | Omit<TicketEvent & { type: "confide" }, "id" | "by">
  | Omit<TicketEvent & { type: "withhold" }, "id" | "by">
  | Omit<TicketEvent & { type: "take-back" }, "id" | "by">;

/**
 * Where a state leads. If `to` is in another flow, `data` is that flow's whole data. Within a flow, `data` changes the
 * data.
 */
export type Step<D = Data> = {
  to: StateName;
  data?: Partial<D> | Data;
  /** Texts before the prompt of `to`. */
  say?: Text[];
  /** The result goes to `found` of the state `to`. */
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
      | "filed"
      | "offersSecrecy"
      | "offersLanguage"
      | "languageOffered"
    >
  >;
  /** The text that says why the input did not fit. The state asks again after it. */
  wrong?: Text;
  /** The chat rests in `to`, but does not say its prompt. */
  quiet?: true;
  /** Choices under the texts of `say`, in place of the prompt's choices. They need `quiet`. */
  choices?: Choice[];
  /** Content that the engine reads again, in the state to which this step leads. */
  reread?: Content;
  /** The citizen is telling a story whose further parts may come in other messages. */
  open?: true;
};

/** A choice that a state offers. It leads to the state `to`, or to the state that `step` returns. */
export type Option<D = Data> = {
  id: string;
  title: Text;
  description?: Text;
  /** A bare answer of this meaning chooses the option, and so does a part of the title: "kirim" chooses "Ya, kirim". */
  means?: Meaning;
  to: StateName;
  data?: Partial<D> | Data;
  step?: (context: Context<D>) => Step<D>;
};

/** The kinds of input that a citizen can type or send instead of choosing an option. */
const INPUTS = ["text", "number", "media", "location", "phone"] as const;
type InputKind = (typeof INPUTS)[number];

/** For each kind of look-up, the step that follows from its result. */
type Findings<D> = { [Kind in LookUpKind]?: (result: LookUpResult<Kind>, context: Context<D>) => Step<D> };

/**
 * One state of a flow. A state without a prompt looks something up, and the chat never rests there.
 * `leadsTo` names every state to which `take`, `found` and `enter` can lead, but no state of an option.
 */
export type State<D = Data> = {
  prompt?: string | ((context: Context<D>) => Text[]);
  /** Replaces `prompt` for a citizen who has just read the prompt. A state with `brief` waits for no answer. */
  brief?: string | ((context: Context<D>) => Text[]);
  /** Replaces `prompt` as `brief` does, but the state still waits for its answer. */
  reminder?: string;
  /** The key of the text for a citizen who puts off the answer. */
  later?: string;
  options?: readonly Option<D>[] | ((context: Context<D>) => Option<D>[]);
  takes?: readonly InputKind[];
  /** The kind of text that answers the prompt. A channel's page shows the keyboard for it. */
  asks?: Reply["asks"] | ((context: Context<D>) => Reply["asks"]);
  /** Returns the card that a channel's page shows for a result. */
  card?(context: Context<D>): CardTexts | undefined;
  leadsTo: readonly StateName[];
  /** Returns the step for a message; `undefined` if the state does not understand it. */
  take?(content: Content, context: Context<D>): Step<D> | undefined;
  found?: Findings<D>;
  /**
   * Returns the step for a citizen who comes by a menu row, an old button or a deep link. `parameter` is the text in
   * that link or button.
   */
  enter?(parameter: string | undefined, context: Context<D>): Step<D> | undefined;
  /**
   * Returns the step that sends the collected words, for a citizen who writes "selesai"; `undefined` if there is
   * nothing to send.
   */
  send?(context: Context<D>): Step<D> | undefined;
  /** Returns the sentence that says who reads the words written here. */
  whoReads?(context: Context<D>): Text;
  /** Returns the texts for a citizen who ends the talk here with "selesai". */
  parting?(context: Context<D>): Text[];
  /**
   * Returns a step that looks up again what the state shows. The engine takes it each time the chat shows the state
   * again.
   */
  refresh?(context: Context<D>): Step<D> | undefined;
  /** The key of a text that says more about the wanted input. The chat says it after the second wrong input. */
  hint?: string | ((context: Context<D>) => string);
  /**
   * Everything that the citizen writes is the answer, never a change of subject. A function says whether this holds for
   * a text.
   */
  free?: true | ((content: TextContent, context: Context<D>) => boolean);
};

export type Flow = {
  name: FlowName;
  data: z.ZodType<Data>;
  states: Readonly<Record<string, State>>;
  /** If the citizen leaves this flow before its end, the engine keeps the draft and offers it again. */
  keepsDraft: boolean;
  /** A flow that holds numbers begins again at this state after 15 minutes without a message. */
  lapsesTo?: StateName;
  /**
   * Returns the step for a message that this flow must take first, in every state; `undefined` for any other message.
   */
  comesFirst?(content: Content, context: Context): Step | undefined;
};

export type Flows = {
  all: readonly Flow[];
  /** Returns the flow of a state such as `check.number`. */
  flowNamed(at: StateName): Flow;
  stateAt(at: StateName): State;
  /** Returns the state that a deep link (`?start=check`) or a menu row names. */
  entry(name: string): StateName | undefined;
};

/** The states of one flow. Each file of a flow that has several files defines some of them. */
export type StatesOf<Name extends FlowName, D> = Record<StateOf<Name>, State<D>>;

/**
 * Makes a flow from its states and the schema of their data. If the schema refuses stored data, such as an old draft,
 * the flow begins with empty data.
 */
export function defineFlow<Name extends FlowName, Schema extends z.ZodObject>(
  name: Name,
  data: Schema,
  states: StatesOf<Name, z.infer<Schema>>,
  { keepsDraft = false, ...more }: Partial<Pick<Flow, "keepsDraft" | "lapsesTo" | "comesFirst">> = {},
): Flow {
  const lenient = data.catch(() => data.parse({})) as unknown as z.ZodType<Data>;
  return { name, data: lenient, states: states as never, keepsDraft, ...more };
}

export const isFree = ({ free }: State, content: TextContent, context: Context): boolean =>
  typeof free === "function" ? free(content, context) : free === true;

export const stateHere = ({ session, flows }: Pick<Context, "session" | "flows">): State => flows.stateAt(session.at);

export const flowOf = (at: StateName): FlowName => at.slice(0, at.indexOf(".")) as FlowName;

/** Returns every state to which a state itself can lead. Commands and changes of subject lead to more states. */
export function targetsOf({ leadsTo, options }: State): StateName[] {
  const offered = Array.isArray(options) ? (options as Option[]).map(({ to }) => to) : [];
  return [...new Set([...leadsTo, ...offered])];
}
