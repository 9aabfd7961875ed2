/** What one actor does with cases: reads them, and gives commands on them. */
import { randomUUID } from "node:crypto"
import {
  Actor,
  type AnyNames,
  Arguments,
  type Bundle,
  type Command as Core,
  defined,
  isName,
  type PolicyNames,
  type Refusal,
  Situation,
  Text
} from "@hearback/core"
import { inScope, isOutage, type Page } from "@hearback/engine"
import { type LoopEvent, loopEventOf } from "../answer/LoopEvent.ts"
import { acceptedOf, type Outcome } from "../answer/Outcome.ts"
import { asOfNow } from "../answer/PolicyInForce.ts"
import { whyNoCase } from "../answer/ReceiptSentence.ts"
import { rejectionOf } from "../answer/Rejection.ts"
import { type ActorReference, actorOf, checkActor } from "../call/Actor.ts"
import type { Call, Session } from "../call/Call.ts"
import { toInstant } from "../call/Instant.ts"
import * as Shape from "../call/Shape.ts"
import { type CaseFilter, type CaseQuery, storedQueryOf } from "../case/CaseQuery.ts"
import { listCases } from "../case/CaseSearch.ts"
import { type CaseView, viewOf } from "../case/CaseView.ts"
import { type Explanation, explain, type Topic } from "../case/Explanation.ts"
import type { CaseRow } from "../case/Worklist.ts"
import { type EventsOptions, eventsOf } from "./Events.ts"
import type { Feedback } from "./Feedback.ts"
import { readOwnWord } from "./OwnWord.ts"
import { type Previewed, type PreviewOptions, preview } from "./Preview.ts"
import { readingOf } from "./Reading.ts"
import { type Receipt, receiptOf } from "./Receipt.ts"
import { arrivalOf } from "./Submission.ts"

/**
 * A command on a case, such as `{ do: "compensate", amount: "1200 CNY", reason: "…" }`. Each verb has a type of its own;
 * `docs/commands.md` lists them. Untyped input from JSON or a form is checked too: a wrong shape is a rejection that
 * names each argument.
 */
export type Command<N extends PolicyNames = AnyNames> = Exclude<
  Core.Reported<N> | Core.Decided<N>,
  { readonly do: "submit" | "join" }
>

/** `ifVersion`: refused where the case has moved on since. */
type CommandCall = Call & { readonly ifVersion?: number }

/**
 * What an actor may do with cases: submit feedback, read, list, and give commands. `loop.for` returns the desk of an
 * actor.
 */
export interface Desk<N extends PolicyNames = AnyNames> {
  /** Takes feedback: it opens a case, joins an open one, or waits. */
  submit(feedback: Feedback<N>, call?: Call): Promise<Receipt>
  /**
   * Returns what this feedback would become now: its reading, grades, owner, deadlines, gates and limits, each with the
   * deciding line of the policy. Stores nothing, and asks neither earlier cases nor the host's classifier.
   */
  preview(feedback: Feedback<N>, options?: PreviewOptions): Promise<Previewed>
  /** Gives a command on a case. `ifVersion`: the command is refused if the case has another version now. */
  execute(id: string, command: Command<N>, call?: CommandCall): Promise<Outcome<N>>
  /** Returns a case; undefined if there is none, or the actor may not read it. */
  get(id: string): Promise<CaseView<N> | undefined>
  /**
   * Returns one page of cases, the nearest promise to the customer first. A cursor stays valid while cases come, go and
   * change.
   */
  list(query?: CaseQuery<N>): Promise<Page<CaseRow<N>>>
  /** Counts cases, up to 10,000. `capped`: there are more. */
  count(filter?: CaseFilter<N>): Promise<{ readonly count: number; readonly capped: boolean }>
  /** Returns every event of a case, or those about one topic, with the line of the policy behind each. */
  explain(id: string, about?: Topic): Promise<Explanation>
  /**
   * Returns the events of cases in the order of their positions. With `follow` it continues with new events until the
   * loop is closed or the signal is aborted; then it throws the reason of the signal. Errors: `events/position`.
   */
  events(options?: EventsOptions): AsyncIterable<LoopEvent<N>>
  /**
   * Returns the desk of an actor. `language`: of its texts, by default that of the loop. Staff read every case. A
   * customer reads only their own cases, but as the staff see them; an anonymous actor reads none. Use `forCustomer`
   * for a page for customers.
   */
  for(scope: { readonly actor: ActorReference; readonly language?: Bundle.Language }): Desk<N>
}

/** Makes the desk of an actor, or that of the host itself. */
export const deskOf = (session: Session, reference?: ActorReference): Desk => {
  const { engine } = session
  const actor = async (): Promise<Actor.Actor | undefined> =>
    reference === undefined ? Actor.system("host") : actorOf(engine, reference)
  // Feedback is never refused: if the actor is unknown, the channel counts as the receiver. If the directory is
  // unavailable, it is asked again when the feedback is decided.
  const taker = async (): Promise<{ readonly by?: Actor.Actor; readonly outage?: unknown }> => {
    if (reference === undefined) return {}
    try {
      return defined({ by: await actor() })
    } catch (outage) {
      if (!isOutage(outage) || !("id" in reference)) throw outage
      return { by: Actor.person({ id: reference.id, roles: [] }), outage }
    }
  }
  const reading = readingOf(engine, reference)
  return {
    submit: async (feedback, call = {}) => {
      session.begin(call)
      Shape.check("submit", call, Shape.call)
      const { key = randomUUID(), signal } = call
      if (feedback?.received !== undefined) toInstant(feedback.received, "received")
      const { by, outage } = await inScope({ signal }, taker)
      const now = engine.clock.now()
      const arrival = arrivalOf({ feedback, key }, now, readOwnWord(reference, by !== undefined, feedback, now))
      const taken = await engine.intake.take({ ...arrival, ...defined({ actor: by }) }, { signal, outage })
      return receiptOf(session, taken, key)
    },
    preview: async (feedback, options) => {
      session.begin()
      return preview(session, reference === undefined ? undefined : await actor(), feedback, options)
    },
    execute: (id, command, call = {}) =>
      inScope({ case: id, signal: call.signal }, async () => {
        session.begin(call)
        Shape.checkValue("the id of the case", id, Shape.name)
        Shape.check("execute", call, { ...Shape.call, ifVersion: Shape.wholeNumber })
        const who = await actor()
        const unknown = reference !== undefined && "id" in reference ? reference.id : ""
        return execute(session, id, command, who ?? { unknown }, call)
      }),
    get: async (id) => {
      session.begin()
      if (!isName(id) || !(await reading.mayRead(id))) return undefined
      const unknown = reference !== undefined && "id" in reference ? reference.id : ""
      const known = await actor()
      const who = known ?? Actor.person({ id: unknown, roles: [] })
      const seen = await engine.cases.asSeen(id, known ?? Actor.anonymous)
      if (seen.state.version === 0) return undefined
      const policy = asOfNow(engine, seen.policy)
      const { settled, at, gathered } = seen
      const situation = Situation.situationOf(policy, settled, { actor: who, at, gathered })
      return viewOf(session, { policy, state: seen.state }, situation)
    },
    list: async (query = {}) => {
      session.begin()
      const own = reading.own(query)
      return own === undefined ? { items: [] } : reading.page(await listCases(session, own))
    },
    count: async (query = {}) => {
      session.begin()
      const own = reading.own(query)
      if (own === undefined) return { count: 0, capped: false }
      return engine.store.count(engine.tenant, await storedQueryOf(session, "count", own))
    },
    explain: async (id, about) => {
      session.begin()
      return explain(session, id, about, isName(id) && (await reading.mayRead(id)))
    },
    events: (options) => reading.events(eventsOf(session, options)),
    for: (scope) => {
      Shape.check("for", scope ?? null, { actor: Shape.anything, language: Shape.language })
      const { actor: other, language = session.language } = scope
      checkActor(other)
      return deskOf({ ...session, language }, other)
    }
  }
}

const execute = async (
  session: Session,
  id: string,
  command: Command,
  actor: Actor.Actor | { readonly unknown: string },
  { key = randomUUID(), ifVersion, signal }: CommandCall
): Promise<Outcome> => {
  const { engine } = session
  const read = Arguments.read(command)
  if (!read.ok) {
    const { policy } = await engine.cases.load(id)
    const reasons = read.problems.map((problem) => ({
      code: problem.argument === "do" ? ("command/unknown" as const) : ("command/shape" as const),
      says: { ...problem }
    }))
    const refusal = {
      asked: String((command as Partial<Command> | null)?.do ?? ""),
      reasons,
      allowed: [],
      onFile: false
    }
    return { ok: false, rejection: rejectionOf(session, policy, refusal) }
  }
  if ("unknown" in actor) {
    const { policy } = await engine.cases.load(id)
    const reasons = [{ code: "people/unknown" as const, says: { person: actor.unknown } }]
    const refusal = { asked: read.command.do, reasons, allowed: [], onFile: false }
    return { ok: false, rejection: rejectionOf(session, policy, refusal) }
  }
  const envelope = { case: id, command: read.command, actor, key: `do:${key}` }
  const answer = await engine.cases.execute({ ...envelope, ...defined({ ifVersion, signal }) })
  if (answer.refusal === undefined) return acceptedOf(session, answer, read.command.do)
  // Only staff see what happened since; a customer has their own desk for that.
  const isReader = actor.kind === "person" || actor.kind === "system"
  const isBehind = isReader && ifVersion !== undefined && answer.state.version > ifVersion
  const missed = isBehind ? (await engine.cases.history(id)).slice(ifVersion) : []
  const events = await Promise.all(missed.map((one) => loopEventOf(session, answer.policy, one)))
  const refusal = answer.state.version === 0 ? await asWaiting(session, id, answer.refusal) : answer.refusal
  return { ok: false, rejection: rejectionOf(session, answer.policy, refusal, events) }
}

/** Returns the refusal for an id that is an entry of quarantine, with the reason why it waits. */
const asWaiting = async ({ engine }: Session, id: string, refusal: Refusal.Refusal): Promise<Refusal.Refusal> => {
  const waiting = await engine.intake.whyWaiting(id)
  if (waiting === undefined) return refusal
  const { reason: code = "", says } = waiting
  const waits = Text.inEachLanguage("waits", (language) => whyNoCase(code, says, language))
  const reasons = refusal.reasons.map((reason) =>
    reason.code === "case/unknown" ? { ...reason, says: { ...reason.says, ...waits } } : reason
  )
  return { ...refusal, reasons }
}
