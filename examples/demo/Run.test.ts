import { Calendar } from "@hearback/core"
import { memory } from "hearback"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { widthOf } from "../../packages/hearback/src/cli/terminal/Columns.ts"
import { makePaint } from "../../packages/hearback/src/cli/terminal/Paint.ts"
import { examples } from "./Example.ts"
import { type CaseRecord, type Figures, figures, readRecord } from "./Figures.ts"
import { reportLines } from "./Report.ts"
import { type Ran, run } from "./Run.ts"
import { choose, storyLines, tell } from "./Story.ts"

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0)

/** Number of rows of each example after which every kind of event has happened. */
const enough: Readonly<Record<string, number>> = { "itr-service": 120, "consumer-finance": 60, "dining-reviews": 80 }
const lived = examples.map((one) => ({ ...one, most: enough[one.name] ?? 120 }))

describe.each(lived)("weeks of $name", (example) => {
  let ran: Ran
  let record: CaseRecord
  let found: Figures

  beforeAll(async () => {
    ran = await run({ example, seed: "1", store: memory(), language: "en" })
    record = await readRecord(ran.loop)
    found = await figures({ ...ran, policy: ran.world.policy, example: example.name }, record)
  }, 240_000)
  afterAll(async () => await ran.loop.close())

  it("classify at least 70% of the messages other than praise by the dictionary alone", () => {
    expect(found.classified.byDictionary / found.classified.of).toBeGreaterThanOrEqual(0.7)
  })

  it("lose no row: each is a case, joined a case, is in quarantine or is counted as left out", () => {
    expect(found.cases + found.joined + found.quarantined + found.leftOut).toBe(found.rows)
    expect(sum(Object.values(found.quarantine))).toBe(found.quarantined)
  })

  it("leave a record in which every hash is correct", () => {
    expect(found.record.ok).toBe(true)
    expect(found.record.events).toBeGreaterThan(record.events.length)
  })

  it("close most loops, and name a reason for each loop that is open", () => {
    expect(found.closed + sum(found.open.map((one) => one.count))).toBe(found.cases)
    expect(found.closed / found.cases).toBeGreaterThan(0.5)
    expect(found.open.filter((one) => one.why === "nothing")).toEqual([])
  })

  it("count each case once by kind and, except for praise, once by category and priority", () => {
    expect(sum(Object.values(found.kinds))).toBe(found.cases)
    expect(sum(found.categories.map((row) => row.total))).toBe(found.cases - (found.kinds["praise"] ?? 0))
    for (const row of found.categories) {
      expect(sum(Object.values(row.byPriority))).toBe(row.total)
      expect(found.priorities).toEqual(expect.arrayContaining(Object.keys(row.byPriority)))
    }
  })

  it("count each handover and each request above a limit once", () => {
    const { offered, accepted, declined, unanswered, waiting } = found.handovers
    expect(accepted + declined + unanswered + waiting).toBe(offered)
    expect(waiting).toBe(record.cases.filter((view) => view.offer !== undefined).length)
    for (const one of found.authority.powers) expect(one.granted + one.denied + one.waiting).toBe(one.asked)
    expect(sum(found.authority.powers.map((one) => one.waiting))).toBe(
      sum(record.cases.map((view) => view.approvals.length))
    )
  })

  it("contain each expected kind of event", () => {
    const seen = new Set(record.events.map((one) => one.event))
    const everywhere = [
      "approval-asked",
      "compensated",
      "note-added",
      "reclassified",
      "customer-confirmed",
      "gate-lapsed"
    ]
    const where: Readonly<Record<string, readonly string[]>> = {
      "itr-service": [
        ...["clock-missed", "clock-extended", "clock-paused", "clock-resumed", "approved", "denied"],
        ...["handover-accepted", "handover-declined", "gate-signed", "gate-explained", "action-done"],
        ...["proposal-countered", "proposal-refused", "customer-dissatisfied", "case-reopened", "problem-told"]
      ]
    }
    expect([...everywhere, ...(where[example.name] ?? [])].filter((event) => !seen.has(event))).toEqual([])
  })

  it("compensate in total the sum of the amounts that the cases show", () => {
    const power = found.authority.powers.find((one) => one.power === "compensate")
    expect(power?.amount ?? 0).toBeCloseTo(sum(record.cases.map((view) => view.compensated)))
  })

  it("have people at work only in their working hours, and never during an absence", () => {
    const { policy, people } = ran.world
    for (const event of record.events) {
      const person = people.find((one) => one.id === event.actor)
      const calendar = policy.calendars.get(person?.calendar ?? example.calendar)
      if (person === undefined || calendar === undefined) continue
      const at = event.recordedAt.getTime()
      expect(Calendar.isOpen(calendar, at), `${event.id} ${event.actor}`).toBe(true)
      expect(
        person.away.some((spell) => spell.from <= at && at < spell.to),
        `${event.id} ${event.actor}`
      ).toBe(false)
    }
  })

  it.each(["en", "zh-CN"] as const)("fit on a page of a hundred columns (%s)", async (language) => {
    const page = { language, paint: makePaint(false), columns: 100 }
    const view = choose(record)
    if (view === undefined) throw new Error("no case is closed")
    const story = storyLines(await tell(ran.loop, example.name, view, ran.world.policy), page)
    const lines = [...reportLines(found, page), ...story]
    expect(lines.filter((line) => widthOf(line) > 100)).toEqual([])
    const decided = story.filter((line) => /\S+:\d+$/.test(line))
    expect(decided.length).toBeGreaterThan(story.length / 3)
  })
})
