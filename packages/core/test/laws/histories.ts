/**
 * Generated histories of cases under generated policies: whole scenes, single commands and mistakes, with jumps of
 * time.
 */
import fc from "fast-check"
import type { Case } from "../../src/case/Case.ts"
import type { Policy } from "../../src/policy/Policy.ts"
import type { CommandHistory } from "../../src/testing/History.ts"
import { instant, local } from "../../src/testing/Spec.ts"
import { caseOf, type SentCommand, send, type TestWorld, tick, world } from "../../src/testing/World.ts"
import type { Drawn } from "./policies/choice.ts"
import { directories } from "./policies/Owners.ts"
import { otherCalendars, otherVersion, policiesOf, type Variation, variations } from "./policies/Policies.ts"
import { feedbackTurns, submissions } from "./turns/Feedback.ts"
import { gateTurns } from "./turns/Gates.ts"
import { mistakes } from "./turns/Mistakes.ts"
import { ownerTurns } from "./turns/Owners.ts"
import { powerTurns } from "./turns/Powers.ts"
import { hasty, scenes } from "./turns/Scenes.ts"
import { timeTurns } from "./turns/Times.ts"
import type { Turn } from "./turns/Turn.ts"

const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 86_400_000

/** Waits between commands; some jump over a night, a weekend or a month. */
const waits = fc.constantFrom(
  ...[0, MINUTE, 20 * MINUTE, HOUR, HOUR, 3 * HOUR, 3 * HOUR, 9 * HOUR, DAY, 2 * DAY, 12 * DAY, 45 * DAY]
)
/** Starts of histories: also before a holiday, and before clocks are put forward or back. */
const starts = fc.constantFrom(
  ...["2026-11-16 09:00", "2026-11-16 09:00", "2026-12-24 15:30", "2027-03-26 16:00", "2026-10-23 11:00"]
)
/** The time between the commands of a scene. */
const paces = fc.constantFrom(MINUTE, MINUTE, HOUR, 5 * HOUR, 5 * DAY)
const anybody = fc.constantFrom("ann", "ben", "sam", "sue", "dora", "quinn", "carl", "mallory", "system:host")

/** A scene, with the time between its commands. */
const played = fc.oneof(
  { weight: 6, arbitrary: fc.record({ turns: fc.constantFrom(...scenes), pace: paces }) },
  { weight: 1, arbitrary: fc.record({ turns: fc.constantFrom(...hasty), pace: fc.constant(MINUTE) }) }
)
const nothing: Scene = { turns: [], pace: 0 }
type Scene = Drawn<typeof played>

const single = fc.oneof(
  ...[gateTurns, feedbackTurns, ownerTurns, powerTurns, timeTurns].map((turns) => fc.constantFrom(...turns))
)

/** The first of a few commands that the case takes, or a mistake; or a whole scene. */
const acts = fc.record({
  tries: fc.oneof(
    { weight: 4, arbitrary: fc.array(single, { minLength: 4, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constantFrom(...mistakes).map((turn) => [turn]) }
  ),
  scene: played,
  isScene: fc.constantFrom(true, ...Array.from({ length: 6 }, () => false)),
  /** Sometimes somebody else tries. */
  by: anybody,
  isOther: fc.constantFrom(true, ...Array.from({ length: 9 }, () => false)),
  wait: waits,
  of: fc.constantFrom(0, 0, 0, 1, 1, 2, 3),
  late: fc.constantFrom(0, 0, 0, 0, 2 * HOUR, 2 * DAY),
  isTwice: fc.constantFrom(false, false, false, false, false, true)
})

const livesOf = (begins: fc.Arbitrary<Scene>, mostActs: number) =>
  fc.record({
    variation: variations,
    people: directories,
    start: starts,
    first: fc.constantFrom(...submissions),
    taken: fc.constantFrom("ann", "ann", "channel:mail"),
    isKnown: fc.boolean(),
    others: fc.nat(2),
    begins,
    acts: fc.array(acts, { minLength: Math.min(3, mostActs), maxLength: mostActs, size: "max" })
  })
type Life = Drawn<ReturnType<typeof livesOf>>
type Act = Life["acts"][number]

/** Returns the version and calendars that a case is pinned to. */
const pinnedAs = (policyOf: (v: Variation) => Policy, variation: Variation, { policy: pin }: Case): Variation => {
  const version = pin?.content === "build-2" ? 2 : 1
  const here = { ...variation, version } as const
  return policyOf(here).bundle.calendarsHash === pin?.calendars ? here : otherCalendars(here)
}

/** Sends the commands of a history to the deciders; returns what was sent, and the resulting world. */
const play = ({
  variation,
  people,
  ...life
}: Life): { readonly sent: readonly SentCommand[]; readonly world: TestWorld } => {
  const policyOf = policiesOf()
  const sent: SentCommand[] = []
  let w = world(policyOf(variation), undefined, people)
  let at = instant(life.start)
  /** Time passes first, so that the command is chosen for the case as it is then. */
  const wait = (ms: number): void => {
    at += ms
    w = tick(w, at)
  }
  const give = (one: SentCommand): void => {
    sent.push(one)
    w = send(w, one).world
  }
  const sentBy = (turn: Turn, id: string): SentCommand | undefined => {
    const c = caseOf(w, id)
    const pinned = pinnedAs(policyOf, variation, c)
    const others = { version: () => policyOf(otherVersion(pinned)), calendars: () => policyOf(otherCalendars(pinned)) }
    const move = turn({ world: w, policy: policyOf(pinned), others, c, at })
    return move === undefined ? undefined : { case: id, at, ...move }
  }
  const playAll = ({ turns, pace }: Scene, id: string): void => {
    for (const turn of turns) {
      wait(pace)
      const one = sentBy(turn, id)
      if (one !== undefined) give(one)
    }
  }
  const playOne = ({ tries, by, isOther, late, isTwice }: Act, id: string): void => {
    const changed = { ...(isOther ? { by } : {}), ...(late === 0 ? {} : { said: at - late }) }
    const offered = tries.flatMap((turn) => sentBy(turn, id) ?? []).map((one) => ({ ...one, ...changed }))
    const isTaken = (one: SentCommand): boolean => {
      const { refusal, events } = send(w, one, "none").step
      return refusal === undefined && events.length > 0
    }
    const chosen = offered.find(isTaken) ?? offered[0]
    if (chosen === undefined) return
    give(chosen)
    if (isTwice) give(chosen)
  }
  const known = { name: "Carl", language: "en" as const, facts: { tier: "strategic" } }
  const opening: SentCommand = { case: "A", at, by: life.taken, command: { do: "submit", case: "A", ...life.first } }
  give(life.isKnown ? { ...opening, customer: known } : opening)
  for (const [id, customer] of Object.entries({ B: "dave", C: "eve" }).slice(0, life.others)) {
    wait(MINUTE)
    const said = { channel: "phone", customer, verbatim: "the report is wrong" }
    give({ case: id, at, by: "ben", command: { do: "submit", case: id, ...said } })
  }
  playAll(life.begins, "A")
  for (const act of life.acts) {
    wait(act.wait)
    const ids = [...w.cases.keys()]
    const id = ids[act.of % ids.length] ?? "A"
    if (act.isScene) playAll(act.scene, id)
    else playOne(act, id)
  }
  return { sent, world: w }
}

/** A history, with the world that resulted when it was made. */
export interface Lived extends CommandHistory {
  readonly world: TestWorld
}

/** Returns what a failure shows: what was varied and sent, not the whole policy. */
const shown = (life: Life, sent: readonly SentCommand[]): string => {
  const line = ({ under, authority, people, ...one }: SentCommand): string =>
    `${local(one.at)} ${one.by} ${JSON.stringify(one)}${under === undefined ? "" : ` to ${under.bundle.content} ${under.bundle.calendarsHash}`}${authority === undefined ? "" : " by other limits"}${people === undefined ? "" : ` known ${people.map(({ id }) => id).join()}`}`
  return `${JSON.stringify(life.variation)}\n${JSON.stringify(life.people)}\n${sent.map(line).join("\n")}`
}

const historiesOf = (lives: ReturnType<typeof livesOf>): fc.Arbitrary<Lived> =>
  fc.noBias(lives).map((life) => {
    const { sent, world: lived } = play(life)
    const { people } = life
    return { policy: lived.policy, people, sent, world: lived, [fc.toStringMethod]: () => shown(life, sent) }
  })

/** Histories of a few cases that affect each other. */
export const histories = historiesOf(livesOf(fc.oneof(fc.constant(nothing), played), 30))

/** Short histories, which show as many policies in a fraction of the time. */
export const shortHistories = historiesOf(livesOf(fc.constant(nothing), 2))

/** The seed, so that a failure can be run again. */
export const seed = 20_261_116
/** The number of runs; more by an environment variable. */
export const runs = Number(process.env["HEARBACK_RUNS"] ?? 100)
