/**
 * One case for measures: its events, each with the state of the case before it, and the state at the end.
 *
 * Only the unencrypted part of events is read, because customers' words are never needed for counting.
 */
import type { Bundle, Policy } from "@hearback/core"
import { Case, Conclusion, Gate, type GateFacts, gateFacts } from "@hearback/core"

/** The events of one case in order, and its policy version. */
export interface CaseRecord {
  readonly id: string
  readonly policy: Policy.Policy
  /** The events. Those that no measure reads can be omitted. */
  readonly events: readonly Case.CaseEvent[]
}

/** The events that measures need; of all others only their effect on the case is kept. */
const storyEvents = [
  "case-opened",
  "feedback-joined",
  "classified",
  "customer-wrote",
  "customer-told",
  "case-linked",
  "handover-accepted",
  "clock-started",
  "gate-passed",
  "gate-explained",
  "gate-waived",
  "gate-lapsed",
  "gate-reopened",
  "proposal-made",
  "action-planned",
  "action-done",
  "verification-failed",
  "compensated",
  "discounted",
  "resources-granted",
  "spot-check-found",
  "demands-reduced",
  "customer-loop-closed",
  "case-reopened",
  "customer-confirmed",
  "customer-dissatisfied",
  "survey-answered"
] as const satisfies readonly Case.EventName[]
type StoryEvent = (typeof storyEvents)[number]
const isOfStory: ReadonlySet<string> = new Set(storyEvents)

/** Events of tracks that no measure reads: what was sent, alarms, and how long the record is kept. */
const unread: ReadonlySet<string> = new Set([
  ...Case.eventsOf.messages,
  ...Case.eventsOf.watch,
  ...Case.eventsOf.record
])

/** Returns whether a story needs an event of this name. */
export const isRead = (name: string): boolean => !unread.has(name)

/** An event with the state of the case before it. */
export interface StoryMoment<N extends StoryEvent = StoryEvent> {
  readonly event: Case.EventNamed<N>
  readonly before: Case.Case
}

/** The story of a case. */
export interface Story extends CaseRecord {
  /** The state after the last event, without the tracks that no measure reads. */
  readonly state: Case.Case
  /** The moments by the names of their events, each list in the order of the record. */
  readonly moments: ReadonlyMap<StoryEvent, readonly (StoryMoment & { readonly place: number })[]>
  /** The owners and departments, each from an instant on. */
  readonly owned: readonly Owned[]
}

/** The owner of a case from an instant on. */
export interface Owned {
  readonly from: number
  readonly as: string
  readonly owner: string
  readonly department: string | undefined
}

/** Returns the story of a case with all its events. */
export const makeStory = ({ id, policy, events }: CaseRecord): Story => {
  const story = growStory(id)
  for (const event of events) story.add(event)
  return story.told(policy)
}

/** The story of a case to which events are added. */
export interface GrowingStory {
  add(event: Case.CaseEvent): void
  /**
   * Returns the story so far, which is valid until the next event is added. `policy`: the current version of the
   * case.
   */
  told(policy: Policy.Policy): Story
}

/** Begins the story of a case. */
export const growStory = (id: string): GrowingStory => {
  const events: Case.CaseEvent[] = []
  const moments = new Map<string, (StoryMoment & { readonly place: number })[]>()
  const owned: Owned[] = []
  let state = Case.empty(id)
  return {
    add: (event) => {
      const place = events.push(event) - 1
      if (isOfStory.has(event.event)) {
        const moment = { event: event as StoryMoment["event"], before: state, place }
        const known = moments.get(event.event)
        if (known === undefined) moments.set(event.event, [moment])
        else known.push(moment)
      }
      if (unread.has(event.event)) return
      state = Case.evolve(state, event)
      const { owner, department, as } = state.ownership
      const last = owned.at(-1)
      if (last?.owner !== owner || last.department !== department) owned.push({ from: event.at, owner, department, as })
    },
    told: (policy) => ({ id, policy, events, state, moments: moments as Story["moments"], owned })
  }
}

const none: readonly never[] = []

/** Returns the moments of these events, in the order of the record. */
export const momentsOf = <N extends StoryEvent>(
  { moments }: Story,
  ...names: readonly N[]
): readonly StoryMoment<N>[] => {
  const [only] = names
  if (only !== undefined && names.length === 1)
    return (moments.get(only) ?? none) as unknown as readonly StoryMoment<N>[]
  const found = names.flatMap((name) => moments.get(name) ?? none)
  return found.sort((a, b) => a.place - b.place) as unknown as readonly StoryMoment<N>[]
}

/** Returns the rule of a gate in the loop of the case at that time. */
export const gateAt = ({ policy }: Story, before: Case.Case, gate: string): Bundle.GateRule | undefined =>
  policy.loops.get(before.lifecycle.loop ?? "")?.gates.get(gate)

/** Returns whether a person must pass a gate. Other gates pass automatically or by the customer's answer. */
export const asksPerson = ({ optional, by, kind, name }: Bundle.GateRule): boolean =>
  !optional && !by.includes("automatic") && gateFacts[kind].awaitsReply?.(Gate.at(Gate.nothing, name)) !== true

/** Returns the facts about a gate's kind, by the policy at that time. */
export const kindAt = (story: Story, before: Case.Case, gate: string): GateFacts | undefined => {
  const rule = gateAt(story, before, gate)
  return rule && gateFacts[rule.kind]
}

/** Returns the meaning of a decision's conclusion, by the policy under which it was made. */
export const conclusionAt = (
  story: Story,
  before: Case.Case,
  gate: string,
  conclusion: string | undefined
): Bundle.ConclusionMeaning | undefined => {
  const rule = gateAt(story, before, gate)
  const isDecision = rule !== undefined && gateFacts[rule.kind].evidence.required?.includes("decision") === true
  return isDecision ? Conclusion.meaningOf(rule, conclusion) : undefined
}

/** Returns when the customer's first feedback was received; undefined for a case that was never opened. */
export const receivedAt = (story: Story): number | undefined =>
  momentsOf(story, "case-opened")[0]?.event.receipt.receivedAt

/** Returns whether a case opened by itself. */
export const isRoutine = ({ state }: Story): boolean => state.feedback.understanding?.kind === "routine"

/** Returns the category of a case at the end of its story; empty if nobody has given it. */
export const categoryOf = ({ state }: Story): string => state.feedback.understanding?.category ?? ""
