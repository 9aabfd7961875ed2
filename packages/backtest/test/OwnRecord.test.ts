/** A case of Hearback's own record, decided again by the same policy, gets the decisions that are recorded. */
import { Case, Clock, type Command, Step } from "@hearback/core"
import { Build } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import { makeReplay, ownCase, type RecordedCase, type ReplayOptions } from "../src/index.ts"
import { HOUR, nine } from "./Cases.ts"

const policy = Build.policy()

type Said = readonly [hours: number, by: string, command: Command.Command]

const life = (...said: readonly Said[]) => {
  let state = Case.empty("A")
  const events: Case.CaseEvent[] = []
  for (const [hours, by, command] of said) {
    const at = nine + hours * HOUR
    const step = Step.step(policy, state, command, {
      id: `c${events.length}`,
      occurredAt: at,
      receivedAt: at,
      actor: Build.actor(by),
      draw: 1,
      gathered: { people: Build.people, ledgers: {}, sameMatter: { contacts: 1, unanswered: 0 } }
    })
    expect(step.refusal?.reasons ?? [], command.do).toEqual([])
    state = step.state
    events.push(...step.events)
  }
  return { state, events }
}

const submitted: Said = [
  0,
  "ann",
  { do: "submit", case: "A", channel: "phone", customer: "C-1", verbatim: "The report is wrong.", kind: "complaint" }
]
const options = (hours: number): ReplayOptions => ({
  known: { all: true, said: new Set(), happened: new Set() },
  until: nine + hours * HOUR,
  peopleAt: () => Build.people
})

const own = (events: readonly Case.CaseEvent[]): RecordedCase => {
  const found = ownCase("A", events, 2)
  if (found === undefined) throw new Error("no case")
  return found
}

describe("Hearback's own record", () => {
  it.each<readonly [string, number, readonly Said[]]>([
    ["a case that nobody touched", 50, [submitted, [50, "system:timer", { do: "time" }]]],
    [
      "one that was answered in time",
      3,
      [submitted, [2, "ann", { do: "pass", gate: "acknowledged" }], [3, "system:timer", { do: "time" }]]
    ],
    [
      "one whose facts changed",
      60,
      [submitted, [1, "ann", { do: "set", facts: { urgent: true } }], [60, "system:timer", { do: "time" }]]
    ],
    [
      "one that was answered late, after a wait",
      200,
      [
        submitted,
        [1, "ann", { do: "pause", reason: "waiting-on-customer" }],
        [30, "ann", { do: "resume" }],
        [150, "ann", { do: "pass", gate: "acknowledged" }],
        [200, "system:timer", { do: "time" }]
      ]
    ]
  ])("gets the recorded decisions again: %s", (_, hours, said) => {
    const { state, events } = life(...said)
    const recorded = own(events)
    const replayed = makeReplay(policy, options(hours))(recorded)
    if (replayed._tag !== "Decided") throw new Error(JSON.stringify(replayed))
    const { grades, clocks, loop } = replayed.decided
    expect(loop?.value).toBe(state.lifecycle.loop)
    for (const [dimension, { level, rule }] of Object.entries(state.grades))
      expect(grades[dimension]).toMatchObject({ value: level, rule })
    for (const clock of Object.values(state.clocks)) {
      if (clock.timer !== undefined || clock.status === "cancelled") continue
      const found = clocks[clock.name]
      expect(found?.dueAt, clock.name).toBe(clock.dueAt)
      const verdict = { met: "kept", "met-late": "broken", missed: "broken" } as Readonly<Record<string, string>>
      expect(found?.verdict, clock.name).toBe(verdict[Clock.stateOf(clock)] ?? "open")
    }
    expect(recorded.decided.grades).toEqual(
      Object.fromEntries(Object.entries(grades).map(([name, { value }]) => [name, value]))
    )
  })

  it("invents no words that were erased", () => {
    const { events } = life(submitted)
    const recorded = own(events)
    const { verbatim: _, kind: __, ...said } = recorded.said
    const replayed = makeReplay(policy, options(1))({ ...recorded, said })
    expect(replayed._tag).toBe("NotReplayable")
  })

  it("has no case for a stream that opens none", () => {
    expect(ownCase("A", [], 2)).toBeUndefined()
  })
})
