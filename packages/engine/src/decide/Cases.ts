/**
 * Load, decide, append: the only way in which a case changes. If the case has changed since it was loaded, the append
 * fails, and the case is loaded and decided again. A decision therefore always rests on what is stored.
 */
import type { Gathered, Policy, Refusal } from "@hearback/core"
import { Actor, Case, defined, Step, wholeTexts } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import { engineError } from "../context/EngineError.ts"
import * as EventType from "../name/EventType.ts"
import * as Stream from "../name/Stream.ts"
import type { Json, StoredEvent } from "../port/Event.ts"
import type { Unit } from "../port/EventStore.ts"
import { commandId } from "../record/CommandId.ts"
import { decode } from "../record/EventCodec.ts"
import { lastRecorded, recordedTime } from "../record/RecordedTime.ts"
import { openRefusal, type SealedRefusal } from "../record/SealedRefusal.ts"
import { textsIn } from "../redact/Redaction.ts"
import { countPromise, toldOf } from "../telemetry/DecisionAttributes.ts"
import { ledgerQueue, makeReadLedger } from "./AuthorityLedger.ts"
import { transactionOf } from "./CaseTransaction.ts"
import type { CommandEnvelope } from "./CommandEnvelope.ts"
import { makeGatherInputs } from "./DecisionInputs.ts"
import { makeRecentCache } from "./RecentCache.ts"

/** The answer to a command whose events were appended. */
export interface AppendedAnswer {
  readonly version: number
  readonly events: readonly StoredCaseEvent[]
  readonly refusal?: Refusal.Refusal
  readonly replayed: boolean
  /** How many due instants fired with this call; 0 if it is a repetition. */
  readonly fired: number
  readonly state: Case.Case
  readonly policy: Policy.Policy
}

/** An event of a case as it is stored. */
export interface StoredCaseEvent {
  readonly stored: StoredEvent
  readonly event: Case.CaseEvent
}

/** A case with its policy and the versions that were read. */
export interface LoadedCase {
  readonly state: Case.Case
  readonly policy: Policy.Policy
}

interface Seen extends LoadedCase {
  readonly settled: Case.Case
  readonly at: number
  readonly gathered: Gathered.Gathered
}

interface KeptCase {
  readonly state: Case.Case
  /** When its last event was recorded.  Units: ms since 1970. */
  readonly recordedAt: number | undefined
}

type ReadCase = LoadedCase & KeptCase

/** Loads cases, decides commands and appends events. */
export interface Cases {
  /**
   * Loads a case. `version`: the stream's version that was just read; a case cached in that version is not read again.
   */
  load(id: string, version?: number): Promise<LoadedCase>
  /** Returns the known personal data of a case without reading it; empty if the case was not read recently. */
  knownOf(id: string): readonly string[]
  /**
   * Returns a case for somebody who looks at it now: as stored, as time has changed it, and what their decision would
   * read.
   */
  asSeen(id: string, actor: Actor.Actor): Promise<Seen>
  history(id: string): Promise<readonly StoredCaseEvent[]>
  /** Returns the core's event of a stored one, with its sealed parts. */
  decodeEvent(stored: StoredEvent): Promise<Case.CaseEvent>
  /**
   * Executes a command.
   *
   * Errors: `store/conflict` after too many conflicts, `key/reused` for a key with other content.
   */
  execute(envelope: CommandEnvelope): Promise<AppendedAnswer>
  /** Decides without appending; the unit can be stored with others. */
  prepare(envelope: CommandEnvelope): Promise<PreparedStep>
  /** Updates the cache and the staff's open cases after an append has been committed. */
  committed(prepared: PreparedStep, appended: readonly StoredEvent[]): void
}

/** A decided command that is not stored yet. */
export interface PreparedStep {
  readonly unit: Unit
  readonly step: Step.Step
  readonly before: Case.Case
  readonly policy: Policy.Policy
}

/** Commands by which customers speak, and the merge of another case: they follow a merged case. */
const followingMerges: ReadonlySet<string> = new Set(["write", "reply", "join", "absorb"])

const cacheSize = 4_000
const noEvents = { events: [] as readonly StoredEvent[] }
/** The most merges that are followed in a row. */
const maxMerges = 8

/** Makes the cases of an engine. */
export const makeCases = (context: EngineContext): Cases => {
  const cache = makeRecentCache<KeptCase>(cacheSize)
  const readLedger = makeReadLedger(context)

  const refOf = (id: string) => ({ tenant: context.tenant, stream: Stream.ofCase(id) })

  const load = async (id: string, version?: number): Promise<ReadCase> => {
    const { state: known, recordedAt: before } = cache.get(id) ?? { state: Case.empty(id), recordedAt: undefined }
    const isKnown = version !== undefined && version > 0 && version === known.version
    const { events } = isKnown ? noEvents : await context.store.load(refOf(id), known.version)
    // The cached case was read while the customer's key still existed.
    if (known.version > 0 && events.some(({ type }) => EventType.parse(type).name === "customer-erased")) {
      cache.delete(id)
      return load(id)
    }
    let state = known
    for (const stored of events) state = Case.evolve(state, await decode(context.keys, "case", stored))
    const recordedAt = lastRecorded(events) ?? before
    if (state.version > 0) cache.set(state.id, { state, recordedAt })
    return { state, recordedAt, policy: await context.policies.of(state.policy?.content, state.policy?.calendars) }
  }

  /**
   * Loads the case for a command. A customer's message on a merged case goes to the case that it was merged into, and
   * so does a case that is merged into it.
   */
  const loadFollowingMerge = async (envelope: CommandEnvelope): Promise<ReadCase> => {
    let found = await load(envelope.case)
    for (let hops = 0; hops < maxMerges; hops++) {
      const { mergedInto } = found.state.relations
      if (mergedInto === undefined || !followingMerges.has(envelope.command.do)) return found
      found = await load(mergedInto)
    }
    return found
  }

  /** Loads another case as it is now, with everything that is due fired. */
  const loadAsOfNow = async (id: string): Promise<LoadedCase> => {
    const found = await load(id)
    const [due, now] = [Case.due(found.state), context.clock.now()]
    if (due === null || due > now) return found
    // Nothing is stored here; that happens when the time is told to the case itself.
    const { state } = await decided({ case: id, command: { do: "time" }, actor: Actor.system("timer"), key: id }, found)
    return { ...found, state }
  }

  const gather = makeGatherInputs(context, load, loadAsOfNow)

  /** Decides a command on a loaded case; returns the step with the data on which it was decided. */
  const decided = async (
    envelope: CommandEnvelope,
    { state, policy, recordedAt }: ReadCase,
    leaves?: Policy.Policy
  ) => {
    const time = recordedTime(envelope.batch?.now ?? context.clock.now(), recordedAt)
    const now = time.recordedAt
    const ledger = await readLedger(envelope, state, load)
    const gathered = await gather(envelope, policy, state, ledger, now)
    const { command, actor, occurredAt = now } = envelope
    const id = commandId(envelope.key)
    const draws = await context.draws()
    const meta = {
      id,
      occurredAt,
      receivedAt: now,
      actor,
      // Few decisions can be drawn, and the number takes longer to compute than many decisions.
      get draw() {
        return draws(state.id, id)
      },
      gathered: defined({ ...gathered, leaves })
    }
    return { ...Step.step(policy, state, command, meta), ledger, time, command: id }
  }

  const prepare = async (given: CommandEnvelope): Promise<PreparedStep> => {
    await context.policies.refresh()
    // Texts are repaired first, so that the decision is made on what is stored.
    const envelope = { ...given, command: wholeTexts(given.command) }
    const found = envelope.isNew
      ? { state: Case.empty(envelope.case), recordedAt: undefined, policy: context.policies.active }
      : await loadFollowingMerge(envelope)
    const { state: before } = found
    const policy = envelope.under ?? found.policy
    const leaves = envelope.under === undefined ? undefined : found.policy
    const { ledger, time, command, ...step } = await decided(envelope, { ...found, policy }, leaves)
    const isStale = envelope.ifVersion !== undefined && envelope.ifVersion !== before.version
    const taken = isStale ? staleRefusal(envelope, before) : step
    const unit = await transactionOf(context, envelope, { policy, before, step: taken, ledger, time, command })
    return { unit, step: taken, before, policy }
  }

  const committed = ({ step, before }: PreparedStep, appended: readonly StoredEvent[]): void => {
    const { state } = step
    for (const event of step.events) countPromise(context.telemetry, event)
    if (step.events.some(({ event }) => event === "customer-erased")) cache.delete(state.id)
    else if (state.version > 0) {
      const recordedAt = lastRecorded(mineOf(state, appended)) ?? cache.get(state.id)?.recordedAt
      cache.set(state.id, { state, recordedAt })
    }
    const [was, is] = [ownerOfOpen(before), ownerOfOpen(state)]
    if (was !== is) context.staff.moved(was, is)
  }

  /** Returns the answer to a command whose append has been committed. */
  const answerOf = (prepared: PreparedStep, appended: readonly StoredEvent[]): AppendedAnswer => {
    committed(prepared, appended)
    const { step, policy } = prepared
    const events = mineOf(step.state, appended).flatMap((stored, index) => {
      const event = step.events[index]
      return event === undefined ? [] : [{ stored, event }]
    })
    return {
      version: step.state.version,
      events,
      replayed: false,
      fired: step.fired,
      state: step.state,
      policy,
      ...defined({ refusal: step.refusal })
    }
  }

  /** Returns the answer that was given the first time, rebuilt from what is stored. */
  const replay = async (
    envelope: CommandEnvelope,
    appended: { readonly events: readonly StoredEvent[]; readonly answer?: Json }
  ): Promise<AppendedAnswer> => {
    const first = appended.answer as
      | { readonly case?: string; readonly version?: number; readonly refused?: SealedRefusal }
      | undefined
    const { state, policy } = await load(first?.case ?? envelope.case)
    const events: StoredCaseEvent[] = []
    for (const stored of appended.events)
      if (Stream.caseIn(stored.stream) !== undefined)
        events.push({ stored, event: await decode(context.keys, "case", stored) })
    return {
      version: first?.version ?? state.version,
      events,
      replayed: true,
      fired: 0,
      state,
      policy,
      ...defined({ refusal: first?.refused && (await openRefusal(context.keys, context.tenant, first.refused)) })
    }
  }

  const commit = async (envelope: CommandEnvelope, prepared: PreparedStep): Promise<AppendedAnswer | undefined> => {
    const { unit, step } = prepared
    // Telling the time without effect needs no stored answer, nor does a case that does not exist.
    const isNothing = envelope.command.do === "time" || step.state.version === 0
    if (unit.writes.length === 0 && isNothing) return answerOf(prepared, [])
    const appended = await context.store.append(unit)
    if (appended.result === "appended") return answerOf(prepared, appended.events)
    if (appended.result === "replayed") return replay(envelope, appended)
    if (appended.result === "key-reused") throw engineError("key/reused", "this key was used for another command")
    cache.delete(step.state.id)
    return undefined
  }

  const knownOf = (id: string): readonly string[] => {
    const { feedback, conversation } = cache.get(id)?.state ?? Case.empty(id)
    return textsIn([feedback.receipt, conversation.said, conversation.others])
  }

  const attempted = (envelope: CommandEnvelope): Promise<AppendedAnswer> =>
    context.attempt({
      queues: [Stream.ofCase(envelope.case), ...ledgerQueue(envelope)],
      scope: {
        case: envelope.case,
        signal: envelope.signal,
        personal: () => [...textsIn(envelope.command), ...knownOf(envelope.case)]
      },
      conflict: `case ${envelope.case} is changed by many at once`,
      decide: () => prepare(envelope),
      commit: (prepared) => commit(envelope, prepared)
    })

  const execute = (envelope: CommandEnvelope): Promise<AppendedAnswer> =>
    context.telemetry.during("command", { command: envelope.command.do }, async ({ add }) => {
      const answer = await attempted(envelope)
      add(toldOf(answer))
      return answer
    })

  return {
    load,
    knownOf,
    asSeen: async (id, actor) => {
      const [found, { state: settled }] = [await load(id), await loadAsOfNow(id)]
      const at = context.clock.now()
      // No command is given yet; everything is gathered that any command may read.
      const envelope: CommandEnvelope = { case: id, command: { do: "time" }, actor, key: id }
      const ledger = await readLedger(envelope, settled, load)
      return { ...found, settled, at, gathered: await gather(envelope, found.policy, settled, ledger, at) }
    },
    history: async (id) => {
      const { events } = await context.store.load(refOf(id))
      const result: StoredCaseEvent[] = []
      for (const stored of events) result.push({ stored, event: await decode(context.keys, "case", stored) })
      return result
    },
    decodeEvent: (stored) => decode(context.keys, "case", stored),
    execute,
    prepare,
    committed
  }
}

/** Returns the events of a case among those of its unit. */
const mineOf = ({ id }: Case.Case, appended: readonly StoredEvent[]): readonly StoredEvent[] => {
  const stream = Stream.ofCase(id)
  return appended.filter((stored) => stored.stream === stream)
}

const ownerOfOpen = ({ version, lifecycle, ownership }: Case.Case): string | undefined =>
  version === 0 || lifecycle.closedAt !== undefined ? undefined : ownership.owner

/** Returns the refusal of a command whose caller has seen an earlier version of the case. */
const staleRefusal = ({ command }: CommandEnvelope, state: Case.Case): Step.Step => ({
  events: [],
  state,
  fired: 0,
  refusal: {
    asked: command.do,
    reasons: [{ code: "case/moved-on", says: { version: state.version } }],
    allowed: [],
    onFile: false
  }
})
