/** Which events show that the customer spoke: each of them ends a wait for the customer, and nothing else does. */
import { expect, it } from "vitest"
import type { EventName } from "../../src/case/Case.ts"
import { customersWords, isCustomersWord } from "../../src/case/CustomersWord.ts"
import { samples } from "../text/samples.ts"

const rows: readonly (readonly [event: EventName, body: object, isWord: boolean])[] = [
  ["customer-wrote", {}, true],
  ["customer-wrote", { as: "courtesy" }, true],
  ["customer-wrote", { as: "automatic" }, false],
  ["customer-wrote", { as: "reply" }, false],
  ["feedback-joined", {}, true],
  ["feedback-joined", { again: true }, false],
  ["proposal-agreed", {}, true],
  ["proposal-agreed", { by: "ann", onBehalfOf: "customer:carl" }, true],
  ["proposal-countered", {}, true],
  ["proposal-refused", {}, true],
  ["customer-confirmed", {}, true],
  ["customer-dissatisfied", {}, true],
  ["survey-answered", { gate: "confirmed" }, true],
  ["survey-answered", { gate: undefined }, false],
  ["reopening-parked", { by: "customer:carl" }, true],
  ["reopening-parked", { by: "system:host" }, false],
  ["note-added", { by: "customer:carl" }, true],
  ["note-added", { by: "ann" }, false]
]

it.each(rows)("%s with %j: %s", (event, body, isWord) => {
  const { as: _, again: __, ...sample } = samples[event] as typeof samples.classified & { as?: string; again?: true }
  expect(isCustomersWord({ ...sample, ...body })).toBe(isWord)
})

it("no other event shows that the customer spoke", () => {
  const listed = new Set(rows.map(([event]) => event))
  expect([...customersWords].sort()).toEqual([...listed].sort())
  for (const event of Object.values(samples))
    if (!listed.has(event.event)) expect(isCustomersWord(event), event.event).toBe(false)
})
