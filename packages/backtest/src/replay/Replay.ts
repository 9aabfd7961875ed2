/**
 * Decides recorded cases again under a policy. A case is opened by the same step as in production. Each recorded
 * event is then put on the case at its instant, and core decides what follows. This file adds no rules of its own.
 *
 * A replay sends no messages. So notices, reminders, escalations and alarms, which only inform the staff, are left
 * out.
 */
import {
  Actor,
  Case,
  Clock,
  defined,
  Gate,
  type Gathered,
  Happened,
  Inputs,
  Limits,
  Notice,
  type Person,
  Policy,
  Step,
  type Trigger
} from "@hearback/core"
import { ownFacts } from "../record/OwnFacts.ts"
import { keyOf, type RecordedCase, type RecordScope, wordless } from "../record/RecordedCase.ts"
import type { ClockVerdict, Decided, DecidedClock, Replayed, Ruled } from "./Decisions.ts"
import { missingOf } from "./MissingInputs.ts"

/** What a replay needs beside the policy. */
export interface ReplayOptions {
  readonly known: RecordScope
  /** The end of the record. A deadline before it without its event was missed.  Units: ms since 1970. */
  readonly until: number
  /** Returns the people of the directory at an instant. */
  readonly peopleAt: (at: number) => readonly Person.PersonState[]
}

/** Decides one recorded case again. */
export type Replay = (recorded: RecordedCase) => Replayed

/** Returns the policy without what only informs the staff. */
const quiet = ({ bundle }: Policy.Policy): Policy.Policy => {
  const { takeUp: _, ...ownership } = bundle.ownership
  return Policy.load({
    ...bundle,
    ownership,
    alarms: [],
    clocks: bundle.clocks.map((clock) => ({ ...clock, remind: [], escalate: [] })),
    messages: Object.fromEntries(
      Object.entries(bundle.messages).filter(([name]) => !Object.hasOwn(Notice.notices, name))
    )
  })
}

/** Returns how a policy reads words that were not recorded. Computed once for all cases. */
const wordsRead = ({ bundle, classifier }: Policy.Policy): Gathered.WordsRead => ({
  text: wordless,
  dictionary: bundle.content,
  found: classifier.classify([classifier.read(wordless)])
})

/** Stands for everyone who acted, because records seldom name people as the people file does. */
const someone = Actor.person({ id: "recorded", roles: [] })

/** Makes the function that decides recorded cases again under a policy. */
export const makeReplay = (given: Policy.Policy, options: ReplayOptions): Replay => {
  const policy = quiet(given)
  const { bundle } = policy
  const channels = Object.entries(bundle.channels)
  const anyChannel = channels.find(([, { mode }]) => mode === "passive")?.[0] ?? channels[0]?.[0] ?? "recorded"
  const own = ownFacts(policy)
  const noWords = wordsRead(policy)
  const gathered = (at: number): Gathered.Gathered => ({ people: options.peopleAt(at), ledgers: {} })
  const opened = ({ id, receivedAt, said, facts }: RecordedCase): Step.Step => {
    const { channel, contacts, category } = said
    const known = channel !== undefined && Object.hasOwn(bundle.channels, channel) ? channel : anyChannel
    const isCategory = bundle.dictionary.categories.some(({ name }) => name === category)
    return Step.step(
      policy,
      Case.empty(id),
      {
        do: "submit",
        case: id,
        channel: known,
        facts: own(facts),
        verbatim: said.verbatim ?? wordless,
        ...defined({
          customer: said.customer,
          kind: said.kind,
          score: said.score,
          category: isCategory ? category : undefined
        })
      },
      {
        id,
        occurredAt: receivedAt,
        receivedAt,
        actor: Actor.channel(known),
        draw: 1,
        gathered: {
          ...gathered(receivedAt),
          ...(said.verbatim === undefined ? { words: noWords } : {}),
          ...defined({ sameMatter: contacts === undefined ? undefined : { contacts, unanswered: contacts - 1 } })
        }
      }
    )
  }
  const happen = (state: Case.Case, at: number, what: Happened.Happened): Case.Case =>
    Happened.happen(policy, state, what, {
      id: `${state.id}.${state.version}`,
      occurredAt: at,
      receivedAt: at,
      actor: someone,
      draw: 1,
      gathered: gathered(at)
    }).state
  return (recorded) => {
    const first = opened(recorded)
    if (first.refusal !== undefined)
      return { _tag: "Refused", codes: [...new Set(first.refusal.reasons.map(({ code }) => code))] }
    let { state } = first
    for (const { at, what } of recorded.moments)
      state = happen(state, at, what._tag === "FactsRecorded" ? { ...what, facts: own(what.facts) } : what)
    const due = Clock.due(state.clocks)
    if (due !== null && due <= options.until) state = happen(state, options.until, { _tag: "TimePassed" })
    const missing = missingOf(policy, state, recorded, options.known)
    if (missing.ofCase.length > 0) return { _tag: "NotReplayable", inputs: missing.ofCase }
    return {
      _tag: "Decided",
      decided: decidedOf(policy, state, first, recorded, options.known, missing.ofOwner.length === 0)
    }
  }
}

const decidedOf = (
  policy: Policy.Policy,
  state: Case.Case,
  first: Step.Step,
  { compensated }: RecordedCase,
  known: RecordScope,
  isOwnerKnown: boolean
): Decided => {
  const loop = Policy.loopOf(policy, state.lifecycle.loop)
  const vector = Inputs.inputs(policy, state)
  const { owner } = state.ownership
  const department = state.ownership.department
  const asked = first.events.findLast((event) => event.event === "department-asked")
  const assigned = first.events.findLast((event) => event.event === "owner-assigned")
  const levels = Object.values(state.grades).map(({ level }) => level)
  return defined({
    loop: loop === undefined ? undefined : { value: loop.rule.name, rule: `${loop.rule.path}.when` },
    grades: Object.fromEntries(
      Object.entries(state.grades).map(([dimension, { level, rule, lifted }]) => [
        dimension,
        defined({ value: level, rule, lifted: lifted && { value: lifted.from, rule: lifted.rule } })
      ])
    ),
    owner: isOwnerKnown ? { value: owner, rule: assigned?.why ?? "ownership.first-owner" } : undefined,
    isUnowned: owner === Actor.custodian,
    department:
      department === undefined || !isOwnerKnown
        ? undefined
        : { value: department, rule: asked?.why ?? "ownership.department" },
    clocks: loop === undefined ? {} : clocksOf(loop, state, known),
    gates: Object.fromEntries(
      (loop?.rule.gates ?? [])
        .filter(
          ({ name, when, optional }) =>
            !optional && Gate.at(state.gates, name).status !== "not-needed" && Policy.holds(when, vector) === "yes"
        )
        .map(({ name, path }) => [name, path])
    ),
    approvers: defined({
      close: levels.length === 0 ? undefined : lowest(policy, (limit) => Limits.covers(limit.close, levels)),
      compensate: compensated === undefined ? undefined : giver(policy, compensated, state)
    })
  })
}

const clocksOf = (loop: Policy.PolicyLoop, { clocks }: Case.Case, known: RecordScope): Decided["clocks"] =>
  Object.fromEntries(
    Object.values(clocks).flatMap((clock): readonly (readonly [string, DecidedClock])[] => {
      const rule = loop.clocks.get(clock.name)
      if (rule === undefined || clock.timer !== undefined || clock.status === "cancelled") return []
      return [[clock.name, { rule: clock.rule, dueAt: clock.dueAt, verdict: verdictOf(rule, clock, loop, known) }]]
    })
  )

const verdictOf = (
  rule: Policy.LoopClock,
  clock: Clock.ClockState,
  loop: Policy.PolicyLoop,
  known: RecordScope
): ClockVerdict => {
  switch (Clock.stateOf(clock)) {
    case "met":
      return "kept"
    case "met-late":
      return "broken"
    case "missed":
      return known.all === true || rule.metBy.some((trigger) => isTold(trigger, loop, known)) ? "broken" : "unknown"
    default:
      return "open"
  }
}

/** Returns whether the record can tell of an event. An event that it cannot tell may have happened all the same. */
const isTold = (trigger: Trigger.Trigger, loop: Policy.PolicyLoop, known: RecordScope): boolean => {
  const has = (what: Happened.Happened): boolean => known.happened.has(keyOf(what))
  switch (trigger._tag) {
    case "GatePassed":
    case "GateSettled":
      return has({ _tag: "GatePassed", gate: trigger.gate })
    case "EventHappened":
      return has({ _tag: "EventHappened", event: trigger.event })
    case "CustomerWrote":
      return has({ _tag: "CustomerWrote" })
    case "CustomerTold":
    case "Answered":
      return (
        has({ _tag: "CustomerTold" }) ||
        loop.rule.gates.some(({ name, tell }) => tell !== undefined && has({ _tag: "GatePassed", gate: name }))
      )
    default:
      return false
  }
}

/** Returns the lowest role of the authority limits that may do something alone; null if no role may. */
const lowest = (
  { bundle }: Policy.Policy,
  may: (limit: Policy.Policy["bundle"]["authority"]["limits"][number]) => boolean
): Ruled<string | null> | undefined => {
  const { limits } = bundle.authority
  if (limits.length === 0) return undefined
  const found = limits.find(may)
  return {
    value: found?.role ?? null,
    rule: found === undefined ? "authority.limits" : `authority.limits.${found.role}`
  }
}

const giver = (policy: Policy.Policy, units: number, { feedback }: Case.Case): Ruled<string | null> | undefined => {
  const amount = Math.round(units * 10 ** (policy.bundle.currency?.digits ?? 0))
  const at = feedback.receipt?.receivedAt ?? 0
  const use = { power: "compensate", amount, onCase: 0, ledger: [], at } as const
  return lowest(policy, (limit) => Limits.exceeded(policy, limit, use).length === 0)
}
