/** How many replications there are: as many as it takes, told by outcomes that vary as much as a test says. */
import { Build } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import type { ReplicationOutcome } from "../../src/figure/Outcome.ts"
import type { Replications } from "../../src/model/Simulation.ts"
import type { SimulationSubject } from "../../src/model/Subject.ts"
import { askComparison } from "../../src/replicate/Comparison.ts"
import { askSmallestStaff } from "../../src/replicate/Questions.ts"
import type { ReplicationRounds } from "../../src/replicate/ReplicationRounds.ts"
import { askReport } from "../../src/replicate/SimulationRun.ts"
import { precisionOf } from "../../src/report/Report.ts"

const policy = Build.policy()
const subject = (replications?: Replications): SimulationSubject => ({
  policy,
  simulation: { weeks: 1, warmUp: 0, arrivals: { perDay: 1 }, ...(replications && { replications }) }
})

/** The mean of a replication lies this share above or below that of all. */
const outcome = (replication: number, off: number): ReplicationOutcome => ({
  replication,
  commands: 1,
  figures: [{ metric: "time-to-answer", about: "", sum: 1000 * (1 + (replication % 2 === 0 ? off : -off)), of: 10 }],
  inHandByDay: [],
  busyByHour: [],
  onShiftByHour: []
})

/** Answers a question; returns how many replications each round of each subject asked for. */
const counted = <T>(asking: ReplicationRounds<T>, offOf: (one: SimulationSubject) => number) => {
  const rounds: number[] = []
  for (let next = asking.next(); ; ) {
    if (next.done === true) return { answer: next.value, rounds }
    if (typeof next.value === "number") {
      next = asking.next()
      continue
    }
    const { replications, subject: of } = next.value
    rounds.push(replications.length)
    next = asking.next(replications.map((one) => outcome(one, offOf(of))))
  }
}

const reported = (off: number, replications?: Replications) => counted(askReport(subject(replications)), () => off)

describe("replications", () => {
  it("are ten where the mean time to an answer is known to a tenth by then, and the report says how well", () => {
    const { answer, rounds } = reported(0.1)
    expect(rounds).toEqual([10])
    expect(precisionOf(answer)).toBeCloseTo(0.0754, 4)
  })

  it("are as many as it takes, and no more than thirty", () => {
    expect(reported(0.15).rounds).toEqual([10, 3])
    expect(reported(0.5).rounds).toEqual([10, 10, 10])
  })

  it("are exactly as many as somebody says, or as many as their precision takes", () => {
    expect(reported(0.5, { least: 7 }).rounds).toEqual([7])
    expect(reported(0.1, { precision: 0.01 }).rounds.reduce((sum, count) => sum + count, 0)).toBe(300)
    expect(reported(0.1, { precision: 0.05 }).rounds).toEqual([10, 10])
    expect(reported(0.5, { most: 4 }).rounds).toEqual([4])
  })

  it("of two that are compared are as many as the less certain of both takes", () => {
    const [calm, wild] = [subject(), subject()]
    const { rounds } = counted(askComparison(calm, wild), (one) =>
      one.policy === wild.policy && one === calm ? 0 : 0.15
    )
    expect(rounds).toEqual([10, 10, 3, 3])
  })

  it("for the fewest people go on to the most until it is sure whether they keep the bound", () => {
    const targets = [{ metric: "time-to-answer", atMost: 101 }] as const
    const { rounds } = counted(askSmallestStaff(subject(), { worker: "agent", most: 1, targets }), () => 0.1)
    expect(rounds).toEqual([10, 10, 10])
  })
})
