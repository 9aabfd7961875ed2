/** How many replications are made, tested with outcomes whose variation a test sets. */
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

/** Makes an outcome whose mean is above or below the common mean by a share. */
const outcome = (replication: number, off: number): ReplicationOutcome => ({
  replication,
  commands: 1,
  figures: [{ metric: "time-to-answer", about: "", sum: 1000 * (1 + (replication % 2 === 0 ? off : -off)), of: 10 }],
  inHandByDay: [],
  busyByHour: [],
  onShiftByHour: []
})

/** Answers a question; returns how many replications each round of each subject requested. */
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

describe("the number of replications", () => {
  it("is ten if the mean time to an answer is then known to a tenth, and the report gives the precision", () => {
    const { answer, rounds } = reported(0.1)
    expect(rounds).toEqual([10])
    expect(precisionOf(answer)).toBeCloseTo(0.0754, 4)
  })

  it("is as many as needed, and at most thirty", () => {
    expect(reported(0.15).rounds).toEqual([10, 3])
    expect(reported(0.5).rounds).toEqual([10, 10, 10])
  })

  it("is the given number, or as many as a given precision needs", () => {
    expect(reported(0.5, { least: 7 }).rounds).toEqual([7])
    expect(reported(0.1, { precision: 0.01 }).rounds.reduce((sum, count) => sum + count, 0)).toBe(300)
    expect(reported(0.1, { precision: 0.05 }).rounds).toEqual([10, 10])
    expect(reported(0.5, { most: 4 }).rounds).toEqual([4])
  })

  it("of two compared subjects is as many as the less certain one needs", () => {
    const [calm, wild] = [subject(), subject()]
    const { rounds } = counted(askComparison(calm, wild), (one) =>
      one.policy === wild.policy && one === calm ? 0 : 0.15
    )
    expect(rounds).toEqual([10, 10, 3, 3])
  })

  it("for the smallest staff goes up to the most until it is certain whether the bound is kept", () => {
    const targets = [{ metric: "time-to-answer", atMost: 101 }] as const
    const { rounds } = counted(askSmallestStaff(subject(), { worker: "agent", most: 1, targets }), () => 0.1)
    expect(rounds).toEqual([10, 10, 10])
  })
})
