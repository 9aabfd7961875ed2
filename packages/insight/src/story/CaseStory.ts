/**
 * One case as measures read it: its events, each with the case as it stood before, and the case as it stands at the end.
 *
 * Everything here reads the clear part of events alone: what a customer said is never needed to count.
 */
import type { Bundle, Policy } from "@hearback/core"
import { Case, Conclusion, Gate, type GateFacts, gateFacts } from "@hearback/core"

/** The events of one case, in their order, and the policy that it is pinned to. */
export interface CaseRecord {
  readonly id: string
  readonly policy: Policy.Policy
  /** Those that no measure reads may be left out. */
  readonly events: readonly Case.CaseEvent[]
}

/** The events that measures ask for; of all others only what they came to is kept. */
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

export interface StoryMoment<N extends StoryEvent = StoryEvent> {
  readonly event: Case.EventNamed<N>
  readonly before: Case.Case
}

export interface Story extends CaseRecord {
  /** As it stands after the last of the events, but for the tracks that no measure reads. */
  readonly state: Case.Case
  /** By the name of the event, each in the order of the record. */
  readonly moments: ReadonlyMap<StoryEvent, readonly (StoryMoment & { readonly place: number })[]>
  /** Who answered for it, and which department, each from an instant on. */
  readonly owned: readonly Owned[]
}

/** Who answered for a case, from an instant on. */
export interface Owned {
  readonly from: number
  readonly as: string
  readonly owner: string
  readonly department: string | undefined
}

/** Returns a case with everything that happened to it. */
export const makeStory = ({ id, policy, events }: CaseRecord): Story => {
  const story = growStory(id)
  for (const event of events) story.add(event)
  return story.told(policy)
}

/** A case to which more happens. */
export interface GrowingStory {
  add(event: Case.CaseEvent): void
  /** The story so far, which holds until the next event is added. `policy`: the one that the case is pinned to by then. */
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

/** Returns the rule of a gate in the loop that the case went through then. */
export const gateAt = ({ policy }: Story, before: Case.Case, gate: string): Bundle.GateRule | undefined =>
  policy.loops.get(before.lifecycle.loop ?? "")?.gates.get(gate)

/** Returns whether a gate is demanded of a person: a machine passes it by itself, or only the customer settles it, otherwise. */
export const asksPerson = ({ optional, by, kind, name }: Bundle.GateRule): boolean =>
  !optional && !by.includes("automatic") && gateFacts[kind].awaitsReply?.(Gate.at(Gate.nothing, name)) !== true

/** Returns what is known of the kind of a gate, as the policy had it when the case stood so. */
export const kindAt = (story: Story, before: Case.Case, gate: string): GateFacts | undefined => {
  const rule = gateAt(story, before, gate)
  return rule && gateFacts[rule.kind]
}

/** Returns what the conclusion of a decision meant under the policy that it was made by. */
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

/** Returns when the customer spoke first; undefined for a case that was never opened. */
export const receivedAt = (story: Story): number | undefined =>
  momentsOf(story, "case-opened")[0]?.event.receipt.receivedAt

/** Returns whether a case opened by itself. */
export const isRoutine = ({ state }: Story): boolean => state.feedback.understanding?.kind === "routine"

/** Returns what a case is about, as its story ends; empty where nobody has said it yet. */
export const categoryOf = ({ state }: Story): string => state.feedback.understanding?.category ?? ""
