import { Ranges, Table } from "@hearback/core"
import { describe, expect, it } from "vitest"
import { bundleOf, head, sound } from "../../compile/Sample.ts"

describe("conditions", () => {
  it("read signals as separate inputs", () => {
    const bundle = bundleOf(`${head}dictionary:
  signals: { safety: { words: [fire] }, press: { words: [newspaper] } }
grading:
  severity:
    levels: [high, low]
    rules:
      - { when: { signal: [safety, press] }, then: high }
      - { when: { signal: { not: [safety, vague] } }, then: low }
      - { otherwise: high }
`)
    const severity = bundle.grading.find(({ name }) => name === "severity")
    const rules = severity?.table.table.rows.map(({ rule }) => rule.split(".").at(-1))
    expect(rules).toEqual(["1", "1", "2", "3"])
    expect(severity?.table.values).toEqual(["high", "high", "low", "high"].map((level) => ({ level })))
    const decide = (...heard: readonly string[]) => {
      const inputs = bundle.inputs.map(({ name }) => (heard.some((signal) => name === `signal.${signal}`) ? 1 : 0))
      return severity?.table.table.rows[Table.interpret(severity.table.table, inputs)]?.rule.split(".").at(-1)
    }
    expect([decide("safety"), decide("press"), decide(), decide("vague")]).toEqual(["1", "1", "2", "3"])
  })

  it("sort dimensions so that each reads only earlier ones", () => {
    const order = sound("quality-closed-loop").grading.map(({ name }) => name)
    expect(order).toEqual(["impact", "urgency", "priority"])
  })

  it("give every cell of a matrix its own rule", () => {
    const priority = sound("itr-service").grading.find(({ name }) => name === "priority")
    expect(priority?.by).toBe("matrix")
    expect(priority?.table.table.rows.map(({ rule }) => rule)).toContain("grading.priority.matrix.urgent.group")
    expect(priority?.table.table.rows).toHaveLength(9)
    expect(priority?.lift).toMatchObject([{ up: 1, rule: "grading.priority.lift.1" }])
  })

  it("read scores by kind as tables over the score", () => {
    const nps = sound("itr-service").channels["nps"]
    const kind = (score: number) => {
      const row = Table.interpret(nps?.kindByScore?.table ?? { id: "", slots: [], rows: [] }, [score * 100])
      return nps?.kindByScore?.values[row] ?? "rating"
    }
    expect([0, 6, 7, 8, 9, 10].map(kind)).toEqual(["complaint", "complaint", "rating", "rating", "praise", "praise"])
  })
})

describe("a category in a condition", () => {
  const bundle = bundleOf(`hearback: 1
policy: shop
language: en
extends: [pack:base]
time-zone: UTC
loops:
  complaint: { when: { kind: complaint }, customer-loop: { told: { needs: result } } }
dictionary:
  otherwise: other
  categories:
    other: { words: [] }
    network: { words: [network] }
    wifi: { words: [wifi], under: network }
    guest: { words: [guest wifi], under: wifi }
grading:
  severity:
    levels: [high, low]
    rules:
      - { when: { category: [network] }, then: high }
      - { when: { category: { not: wifi } }, then: low }
      - { otherwise: low }
`)
  const table = bundle.grading.find(({ name }) => name === "severity")?.table.table
  const slot = bundle.inputs.findIndex(({ name }) => name === "category")
  const type = bundle.inputs[slot]?.type
  const values = type?._tag === "OneOf" ? type.values : []
  const fits = (row: number): readonly string[] => {
    const cell = table?.rows[row]?.cells[table.slots.indexOf(slot)] ?? []
    return values.filter((_, code) => Ranges.has(cell, code))
  }

  it("means every category under it", () => expect(fits(0)).toEqual(["network", "wifi", "guest"]))
  it("excludes them, too, if negated", () => expect(fits(1)).toEqual(["other", "network"]))
})
