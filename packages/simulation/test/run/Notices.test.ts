/** Figures are the same whether or not the staff gets notices. */
import { Build } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import { prepare } from "../../src/replicate/PreparedSimulation.ts"

describe("notices to the staff", () => {
  const simulation = { weeks: 2, warmUp: 0, arrivals: { perDay: 1 } }
  const { run, plan } = prepare({ policy: Build.policy(), simulation })

  it("change no figure, and an observer sees them", () => {
    const told: string[] = []
    const seen = run(0, plan.from, {
      event: (_, event) => {
        if (event.event === "message-queued" && event.audience === "staff") told.push(event.message)
      }
    })
    expect(JSON.stringify(run(0, plan.from))).toBe(JSON.stringify(seen))
    expect(told.length).toBeGreaterThan(20)
  })
})
