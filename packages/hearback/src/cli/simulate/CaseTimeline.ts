/** The course of one case of a replication: who did what and when, and which line of the policy caused it. */
import { Actor, type Case, Text } from "@hearback/core"
import { prepare, recordedBy, type SimulationSubject } from "@hearback/simulation"
import type { Language } from "../../runtime/Language.ts"
import { watch } from "../../runtime/Replications.ts"
import { placeText, whyOf } from "../terminal/Places.ts"
import { pages } from "../text/Pages.ts"

/** The course of one case. */
export interface CaseTimeline {
  readonly case: string
  readonly happened: readonly Happened[]
  readonly worked: readonly Spell[]
}

interface Happened {
  readonly at: number
  /** The person, or `customer`; empty for what follows from the policy by itself. */
  readonly by: string | undefined
  readonly event: Case.CaseEvent
  readonly sentence: (language: Language) => string
  readonly place: string
}

interface Spell {
  readonly person: string
  readonly gate: string | undefined
  readonly from: number
  readonly to: number
}

/** Returns the first answered case in which a deadline was missed, else the answered case with the most work. */
export const storyOf = async (
  subject: SimulationSubject,
  countedFrom: number,
  signal: AbortSignal
): Promise<CaseTimeline | undefined> => {
  const { policy } = subject
  const stories = new Map<string, { happened: Happened[]; worked: Spell[]; isMissed: boolean; isClosed: boolean }>()
  const storyFor = (id: string) => {
    const story = stories.get(id) ?? { happened: [], worked: [], isMissed: false, isClosed: false }
    stories.set(id, story)
    return story
  }
  const { plan } = prepare(subject)
  const staff = new Map(plan.workers.map(({ person }) => [person.id, person.name]))
  await watch(
    subject,
    { replication: 0, countedFrom, signal },
    {
      event: ({ id, state, customer }, event) => {
        const called = (language: Language) => (id: string) =>
          staff.get(id) ??
          (id === customer.id
            ? Text.letter(language).customer
            : id === recordedBy
              ? pages[language].simulation.log
              : id)
        const story = storyFor(id)
        story.isMissed ||= event.event === "clock-missed"
        story.isClosed ||= event.event === "customer-loop-closed"
        const { loop } = state.lifecycle
        const place = event.why === undefined ? null : whyOf(policy.bundle, event.why)
        const sentence = (language: Language): string =>
          Text.event(event, language, Text.viewOf(policy, language, loop, called(language)))
        story.happened.push({ at: event.at, by: byOf(event, staff), event, sentence, place: placeText(place) })
      },
      worked: ({ live, work }, { id }, { from, to }) =>
        void storyFor(live.id).worked.push({ person: id, gate: work.gate, from, to })
    }
  )
  const closed = [...stories].filter(([, { isClosed, happened }]) => isClosed && (happened[0]?.at ?? 0) >= countedFrom)
  const [id, story] =
    closed.find(([, { isMissed }]) => isMissed) ??
    [...closed].sort(([, a], [, b]) => b.worked.length - a.worked.length)[0] ??
    []
  return id === undefined || story === undefined ? undefined : { case: id, ...story }
}

/**
 * Returns the person of an event. An event can also name another case, which is neither a person nor the customer.
 */
const byOf = (event: Case.CaseEvent, staff: ReadonlyMap<string, string>): string | undefined => {
  if (!("by" in event) || typeof event.by !== "string") return undefined
  const actor = Actor.parse(event.by)
  return actor.kind === "person" && staff.has(actor.id) ? actor.id : actor.kind === "customer" ? "customer" : undefined
}
