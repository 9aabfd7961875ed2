import type { Bundle, Command } from "@hearback/core"
import { Policy } from "@hearback/core"
import { Build, Spec } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import {
  figuresOf,
  lastWholePeriod,
  makePeriodCounts,
  makeReview,
  makeStory,
  measures,
  measureTotals,
  peopleOf,
  summaryOf
} from "../src/index.ts"
import { pointKind } from "../src/measure/PointKind.ts"
import {
  ack,
  analyse,
  december,
  dissatisfied,
  done,
  instant,
  later,
  MON,
  november,
  opened,
  plan,
  reviewOf,
  saidAndDone,
  satisfied,
  storiesOf,
  TUE,
  told
} from "./Fixture.ts"

const share = { _tag: "Amount", scale: 2, unit: "%", min: 0, max: 100 } as const
const atLeast = (percent: number) => ({ type: share, good: [percent * 100, Number.MAX_SAFE_INTEGER] })
const learning: Bundle.LearningRule = {
  targets: {
    kept: atLeast(95),
    reopened: { type: share, good: [0, 301] },
    "cycle-time.told": { type: { _tag: "Span" }, good: [0, 3_600_001] }
  },
  reviews: { "case-review": "monthly" },
  procedureAfter: 2
}
const policy = Policy.load({ ...Build.bundle(), learning })

describe("the last whole period", () => {
  const { zone } = policy
  const shown = (frequency: Bundle.Frequency, at: string) => {
    const { period, before } = lastWholePeriod(frequency, instant(at), zone)
    return [before.from, period.from, period.to].map((each) => Spec.local(each).slice(0, 10)).join(" ")
  }
  it.each([
    ["daily", "2026-11-20", "2026-11-17 2026-11-18 2026-11-19"],
    ["weekly", "2026-11-20", "2026-11-02 2026-11-09 2026-11-16"],
    ["monthly", "2026-11-20", "2026-09-01 2026-10-01 2026-11-01"],
    ["quarterly", "2026-11-20", "2026-04-01 2026-07-01 2026-10-01"],
    ["half-yearly", "2026-11-20", "2025-07-01 2026-01-01 2026-07-01"],
    ["yearly", "2026-11-20", "2024-01-01 2025-01-01 2026-01-01"],
    ["monthly", "2027-01-01", "2026-11-01 2026-12-01 2027-01-01"]
  ] as const)("%s at noon of %s", (frequency, day, expected) => {
    expect(shown(frequency, `${day} 12:00`)).toBe(frequency === "daily" ? "2026-11-18 2026-11-19 2026-11-20" : expected)
  })
  it("begins at midnight local time, also when clocks go forward", () => {
    expect(lastWholePeriod("monthly", instant("2026-04-10 12:00"), zone).period).toEqual({
      from: Date.UTC(2026, 2, 1),
      to: Date.UTC(2026, 2, 31, 23)
    })
  })
})

describe("targets", () => {
  it("are met, missed, or have nothing to judge", () => {
    const late = opened()
    late.does(`${TUE} 10:00`, "ann", ack)
    const judged = figuresOf(measureTotals(storiesOf(told(), late).map(summaryOf), november, later), learning.targets)
    const verdicts = judged.flatMap(({ measure, verdict }) => (verdict === undefined ? [] : [[measure, verdict]]))
    expect(Object.fromEntries(verdicts)).toEqual({ kept: "missed", reopened: "nothing", "cycle-time.told": "met" })
    expect(
      figuresOf(measureTotals([], november, later), learning.targets).find((one) => one.measure === "cycle-time.told")
    ).toMatchObject({
      value: undefined,
      verdict: "nothing"
    })
  })
})

describe("a review", () => {
  const reopened = () => {
    const d = told()
    d.does(`${MON} 10:00`, "carl", satisfied)
    d.does(`${TUE} 10:00`, "carl", dissatisfied)
    return d
  }
  it("selects the cases worth reading with their reasons, those with most reasons first", () => {
    const late = opened({}, { customer: "dave" })
    late.does(`${TUE} 10:00`, "ann", ack)
    const pack = reviewOf(policy, "case-review", storiesOf(told(), late, reopened()), instant("2026-12-05 09:00"))
    expect(pack?.period).toEqual(november)
    expect(pack?.worthReading.map(({ case: id, reasons }) => [id, reasons.map(({ why }) => why)])).toEqual([
      ["2-A", ["reopened"]],
      ["1-A", ["promise-missed"]]
    ])
    expect(pack?.worthReading[1]?.reasons[0]).toMatchObject({ clock: "acknowledged", late: 17 * 3_600_000 })
  })
  it("has the period before beside each figure", () => {
    const pack = reviewOf(policy, "case-review", storiesOf(told(), told()), instant("2027-01-05 09:00"))
    expect(pack?.figures.find(({ measure }) => measure === "volume")).toMatchObject({ value: 0, before: 2 })
    expect(pack?.figures.find(({ measure }) => measure === "kept")).toMatchObject({ before: 1, verdict: "nothing" })
  })
  it("finds repeated complaints, and similar cases that need a procedure", () => {
    const d = opened()
    for (const [id, customer] of [
      ["B", "dave"],
      ["C", "eve"]
    ] as const)
      d.does(`${MON} 09:30`, "ann", { ...Spec.submit({ case: id, customer, facts: { slow: true } }) })
    const stories = storiesOf(d)
    const pack = reviewOf(policy, "case-review", stories, instant("2026-12-05 09:00"))
    expect(pack?.comingBack).toMatchObject([
      { of: "problem", category: "report", cases: 3, before: 0, problem: { customers: 3, cases: 3 } }
    ])
    expect(pack?.proceduresDue).toEqual([])
    const closed = (day: string) => {
      const one = told()
      one.does(`${day} 11:00`, "carl", satisfied)
      return one
    }
    const due = reviewOf(
      policy,
      "case-review",
      storiesOf(closed(MON), closed(TUE), opened()),
      instant("2026-12-05 09:00")
    )
    expect(due?.proceduresDue).toEqual([
      { category: "report", cases: 2, examples: ["0-A", "1-A"], since: instant(`${TUE} 11:00`) }
    ])
  })
  it("does not exist under another name", () => {
    expect(reviewOf(policy, "toString", [], later)).toBeUndefined()
  })
})

describe("the report to customers", () => {
  const CANARY = "canary-7f3a"
  const adopted = (reason: string) => {
    const d = Spec.desk(Build.policy({ limits: [{ role: "agent", close: "all" }] }))
    d.does(
      `${MON} 09:00`,
      "ann",
      Spec.submit({ customer: CANARY, customerName: `Mr ${CANARY}`, verbatim: `I suggest a dark report ${CANARY}` })
    )
    d.does(`${MON} 10:00`, "ann", { do: "pass", gate: "decided", decision: "adopted", reason, publish: true })
    return d
  }
  const prevented = (what: string) => {
    const d = opened(
      { limits: [{ role: "agent", close: "all" }], only: ["acknowledged", "investigated", "prevented", "verified"] },
      { facts: {}, customer: CANARY, verbatim: `the report is wrong, ${CANARY}` }
    )
    d.does(`${MON} 09:10`, "ann", ack)
    d.does(`${MON} 10:00`, "ann", analyse)
    d.does(`${MON} 10:10`, "ann", { ...plan("2026-11-20", what), publish: true } as Command.Command)
    d.does("2026-11-18 10:00", "ben", done)
    return d
  }
  it("tells what was adopted and prevented, and how cases ended", () => {
    const stories = storiesOf(adopted("evening readers asked for it"), prevented("an alarm on a missed run"), told())
    const said = saidAndDone(stories, november, instant("2026-11-25"))
    expect(said).toMatchObject({
      heard: [{ category: "report", cases: 3 }],
      adopted: [{ category: "report", text: "evening readers asked for it" }],
      prevented: [{ category: "report", text: "an alarm on a missed run", verified: false }]
    })
    expect(saidAndDone(stories, december, later).adopted).toEqual([])
    const checked = prevented("an alarm on a missed run")
    checked.tick("2026-12-20 12:00")
    expect(saidAndDone(storiesOf(checked), november, later).prevented).toMatchObject([{ verified: true }])
  })
  it("contains nothing that identifies a person: texts that name one are counted and not quoted", () => {
    const stories = storiesOf(
      adopted(`as ${CANARY} asked`),
      adopted("Ann's idea, Benny agrees"),
      adopted("the annual plan has it"),
      prevented(`call ${CANARY} back`),
      prevented("Ben keeps an eye on it")
    )
    const said = saidAndDone(stories, november, later, ["Benny"])
    expect(JSON.stringify(said)).not.toMatch(/canary|carl|"ann|ann'|benny|system:|0-A/i)
    expect(said.prevented.map(({ text }) => text)).toEqual([undefined, undefined])
    expect(said.adopted).toEqual([
      { category: "report" },
      { category: "report" },
      { category: "report", text: "the annual plan has it" }
    ])
  })
  it("knows people by their ids, whoever they are, and no machine", () => {
    const [story] = storiesOf(told())
    expect(story === undefined ? [] : peopleOf(story).toSorted()).toEqual(expect.arrayContaining(["ann", "carl"]))
    expect(story === undefined ? [] : peopleOf(story).filter((id) => /:|^anonymous$/.test(id))).toEqual([])
  })
  it("does not quote texts about a customer who was erased since", () => {
    const d = adopted("as Mr Canary asked")
    const erased = [...d.events(), { event: "customer-erased", at: later, customer: CANARY } as never]
    const stories = [makeStory({ id: "A", policy: d.world().policy, events: erased })]
    expect(saidAndDone(stories, november, later).adopted).toEqual([{ category: "report" }])
  })
  it("needs no encrypted part of any event", () => {
    const d = adopted("evening readers asked for it")
    const { policy: under } = d.world()
    const bare = d.events().map(({ ...event }) => {
      const { text: _, verbatim: __, customerName: ___, ...clear } = event as Record<string, unknown>
      return clear as never
    })
    expect(saidAndDone([makeStory({ id: "A", policy: under, events: bare })], november, later).adopted).toHaveLength(1)
  })
})

describe("what was learned since the end of a period", () => {
  const grant = { at: instant(`${MON} 12:00`), role: "agent", power: "discount", amount: 500 } as const
  const answer = { at: instant(`${MON} 12:00`), channel: "app", question: "resolved", values: ["yes"] } as const
  const [before, since] = ["grants", "answers"].map((left) => {
    const [story] = storiesOf(told())
    if (story === undefined) throw new Error("no story")
    return { ...summaryOf(story), grants: [grant], answers: [answer], [left]: [] }
  })
  const known = { atEnd: before, now: since ?? before } as never
  const marked = {
    granted: [{ role: "agent", power: "discount", times: 1, sum: 500 }],
    answers: [{ channel: "app", question: "resolved", answered: 0, values: new Map() }]
  }

  it("includes grants and answers of surveys, also those that no longer exist, with nothing left", () => {
    const counts = makePeriodCounts({ period: november, now: later })
    counts.take(known)
    expect(counts.measures()).toMatchObject({
      granted: [],
      answers: [{ question: "resolved", answered: 1 }],
      learnedLater: { figures: [], heard: [], ...marked }
    })
  })
  it("includes in a review the groups that have their own targets", () => {
    const targetsBy = { category: { otherwise: { kept: atLeast(90) } } }
    const counts = makeReview(
      Policy.load({ ...Build.bundle(), learning: { ...learning, targetsBy } }),
      "case-review",
      later,
      later
    )
    const end = counts?.end ?? 0
    const [story] = storiesOf(told())
    if (counts === undefined || story === undefined) throw new Error("no review")
    const now = summaryOf(story)
    const at = end - 1
    const kept = pointKind(
      measures.findIndex(({ name }) => name === "kept"),
      undefined,
      undefined
    )
    const eachPoint: typeof now.eachPoint = (visit) => {
      now.eachPoint(visit)
      visit(kept, at, 0)
    }
    counts.take({ atEnd: { ...now, grants: [grant] }, now: { ...now, eachPoint } })
    expect(counts.review().learnedLater?.groups).toMatchObject([{ by: "category", figures: [{ measure: "kept" }] }])
  })
})
