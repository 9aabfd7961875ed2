/** A replay decides with the steps of production, and names what it cannot decide. */
import { Actor, Case, Step } from "@hearback/core"
import { Build } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import { type Decided, makeReplay, type RecordedCase, type Replayed } from "../src/index.ts"
import { byFacts, HOUR, known, nine, options, recorded } from "./Cases.ts"

const decidedOf = (replayed: Replayed): Decided => {
  if (replayed._tag !== "Decided") throw new Error(JSON.stringify(replayed))
  return replayed.decided
}

const policy = byFacts()

describe("a recorded case", () => {
  it("is decided as in production: grade, owner, gates, and deadlines to the millisecond", () => {
    const { said, facts, receivedAt } = recorded()
    const { state } = Step.step(
      policy,
      Case.empty("A"),
      {
        do: "submit",
        case: "A",
        channel: "phone",
        customer: "C-1",
        kind: "complaint",
        verbatim: "–",
        facts,
        category: said.category ?? ""
      },
      {
        id: "A",
        occurredAt: receivedAt,
        receivedAt,
        actor: Actor.channel("phone"),
        draw: 1,
        gathered: { people: Build.people, ledgers: {}, sameMatter: { contacts: 1, unanswered: 0 } }
      }
    )
    const replay = makeReplay(policy, { ...options("gate acknowledged"), until: nine })
    const decided = decidedOf(replay(recorded({ said: { ...said, verbatim: "–" } })))
    expect(decided.grades["priority"]?.value).toBe(state.grades["priority"]?.level)
    expect(decided.owner?.value).toBe(state.ownership.owner)
    for (const [name, { dueAt }] of Object.entries(decided.clocks)) expect(dueAt, name).toBe(state.clocks[name]?.dueAt)
    expect(Object.keys(decided.clocks).length).toBeGreaterThan(1)
    expect(decided.gates["acknowledged"]).toBeDefined()
  })

  it("names the line behind each decision", () => {
    const { grades, clocks } = decidedOf(makeReplay(policy, options())(recorded()))
    expect(grades["priority"]?.rule).toBe("grading.priority.rules.1")
    for (const { rule } of Object.values(clocks)) expect(rule).not.toBe("")
  })

  it("keeps or breaks a promise according to the recorded instants", () => {
    const replay = makeReplay(policy, options("gate acknowledged"))
    const { dueAt } = decidedOf(replay(recorded())).clocks["acknowledged"] ?? { dueAt: null }
    const passed = (at: number): RecordedCase =>
      recorded({ moments: [{ at, what: { _tag: "GatePassed", gate: "acknowledged" } }] })
    const verdictAt = (at: number) => decidedOf(replay(passed(at))).clocks["acknowledged"]?.verdict
    expect(verdictAt((dueAt ?? 0) - 1)).toBe("kept")
    expect(verdictAt((dueAt ?? 0) + 1)).toBe("broken")
    expect(decidedOf(replay(recorded())).clocks["acknowledged"]?.verdict).toBe("broken")
  })

  it("breaks no promise if the record could not tell that it was kept", () => {
    expect(decidedOf(makeReplay(policy, options())(recorded())).clocks["acknowledged"]?.verdict).toBe("unknown")
  })

  it("is graded again when the record says that a fact changed", () => {
    const moments = [{ at: nine + HOUR, what: { _tag: "FactsRecorded", facts: { urgent: false } } }] as const
    expect(decidedOf(makeReplay(policy, options())(recorded({ moments }))).grades["priority"]?.value).toBe("P2")
  })

  it("names the role that may close it, and the role that may grant its compensation", () => {
    const { approvers } = decidedOf(makeReplay(policy, options())(recorded({ compensated: 300 })))
    const limits = policy.bundle.authority.limits.map(({ role }) => role)
    expect(limits).toContain(approvers.compensate?.value)
    const more = decidedOf(makeReplay(policy, options())(recorded({ compensated: 30_000 }))).approvers.compensate
    expect(limits.indexOf(more?.value ?? "")).toBeGreaterThan(limits.indexOf(approvers.compensate?.value ?? ""))
  })
})

describe("a case without an input that the policy reads", () => {
  const without = (fact: string): RecordedCase => {
    const { [fact]: _, ...facts } = recorded().facts
    return recorded({ facts })
  }

  it("cannot be decided, even if the policy has a default for it", () => {
    expect(policy.bundle.facts["urgent"]?.default).toBe(false)
    expect(makeReplay(policy, options())(without("urgent"))).toEqual({ _tag: "NotReplayable", inputs: ["urgent"] })
  })

  it("is decided if the value could change nothing", () => {
    expect(decidedOf(makeReplay(policy, options())(without("slow"))).grades["priority"]?.value).toBe("P0")
    const calm = { ...without("slow"), facts: { ...without("slow").facts, urgent: false } }
    expect(makeReplay(policy, options())(calm)).toEqual({ _tag: "NotReplayable", inputs: ["slow"] })
  })

  it("cannot be decided without its words if the dictionary reads them", () => {
    const { kind: _, ...said } = recorded().said
    const replayed = makeReplay(policy, options())(recorded({ said }))
    expect(replayed).toEqual({ _tag: "NotReplayable", inputs: ["kind"] })
  })

  it("cannot be decided if a row reads what the category would give", () => {
    const byCategory = Build.policy()
    const { category: _, ...said } = recorded().said
    const facts = { urgent: false, slow: false, amount: 0, tier: "standard", line: "erp" }
    const replayed = makeReplay(byCategory, options())(recorded({ said, facts }))
    expect(replayed).toMatchObject({ _tag: "NotReplayable" })
    expect("inputs" in replayed && replayed.inputs).toContain("category.urgency")
  })

  it("has an undecided owner if the department depends on an unrecorded category", () => {
    const { category: _, ...said } = recorded().said
    const { owner, department } = decidedOf(makeReplay(policy, options())(recorded({ said })))
    expect([owner, department]).toEqual([undefined, undefined])
    expect(decidedOf(makeReplay(policy, options())(recorded())).department?.value).toBe("support")
  })

  it("has an undecided owner if only the choice of the owner depends on the input", () => {
    const when = { kind: "complaint", "names-owner": true } as const
    const replay = makeReplay(byFacts({ recuse: { when, to: ["supervisor"] } }), options())
    expect(decidedOf(replay(recorded())).owner).toBeUndefined()
    const said = { ...recorded().said, verbatim: "The report is wrong." }
    expect(decidedOf(replay(recorded({ said }))).owner).toBeDefined()
  })

  it("is refused if the policy would not open it", () => {
    const replay = makeReplay(policy, { ...options(), known: known() })
    const replayed = replay(recorded({ said: { ...recorded().said, kind: "nonsense" } }))
    expect(replayed._tag).toBe("Refused")
  })
})
