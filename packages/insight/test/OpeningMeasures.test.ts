import { Build, Spec } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import { ack, december, figure, MON, november, opened, periodOf, storiesOf, submit } from "./Fixture.ts"

describe("measures over cases that were opened", () => {
  it("count a case at the customer's feedback, whenever it was recorded", () => {
    const d = Spec.desk(Build.policy())
    d.does("2026-12-01 09:00", "ann", submit(), { said: "2026-11-30 16:00" })
    expect(figure(storiesOf(d), "volume", november)).toBe("1")
    expect(figure(storiesOf(d), "volume", december)).toBe("0")
  })
  it("classified: the dictionary was certain about the first words; a score without words has none", () => {
    const sure = opened()
    const unsure = opened({}, { verbatim: "it is all wrong somehow" })
    const score = opened({}, { channel: "form", score: 3, verbatim: "", facts: {} })
    expect(figure(storiesOf(sure, unsure, score), "classified")).toBe("1 of 2")
  })
  it("classified: later changes by a person do not count", () => {
    const d = opened({}, { verbatim: "it is all wrong somehow" })
    d.does(`${MON} 09:30`, "sam", { do: "reclassify", category: "billing", reason: "so it reads" })
    expect(figure(storiesOf(d), "classified")).toBe("0 of 1")
  })
  it("response: the owner communicated with the customer, a machine did not", () => {
    const reached = opened()
    reached.does(`${MON} 09:10`, "ann", ack)
    const wrote = opened()
    wrote.does(`${MON} 09:10`, "ann", { do: "write", text: "we are on it" })
    const receiptOnly = opened()
    const praise = opened({}, { verbatim: "thank you for the help" })
    expect(figure(storiesOf(reached, wrote, receiptOnly, praise), "response")).toBe("2 of 3")
  })
  it("response: a case withdrawn before anybody could answer does not count", () => {
    const d = opened()
    d.does(`${MON} 09:05`, "carl", { do: "withdraw" })
    expect(figure(storiesOf(d), "response")).toBe("no cases")
  })
  it("nps: promoters minus detractors, only on the scale from 0 to 10", () => {
    const scored = (score: number, scale: readonly [number, number] = [0, 10]) => {
      const { bundle } = Build.policy()
      const d = Spec.desk({
        ...Build.policy(),
        bundle: { ...bundle, channels: { ...bundle.channels, phone: { mode: "active", scale } } }
      })
      d.does(`${MON} 09:00`, "ann", submit({ score }))
      return d
    }
    expect(figure(storiesOf(scored(10), scored(9), scored(7), scored(6), scored(0, [0, 5])), "nps")).toBe("25 of 4")
  })
  it("authority-used: cases with a grant; the sums are separate, by role", () => {
    const [used, more] = [opened(), opened()]
    used.does(`${MON} 10:00`, "ann", { do: "compensate", amount: 40, reason: "trouble" })
    used.does(`${MON} 10:10`, "ann", { do: "compensate", amount: 30, reason: "trouble" })
    more.does("2026-12-01 10:00", "ann", { do: "compensate", amount: 20, reason: "trouble" })
    const stories = storiesOf(used, more, opened())
    expect(figure(stories, "authority-used")).toBe("2 of 3")
    expect(periodOf(stories, november).granted).toEqual([
      { role: "agent", power: "compensate", currency: "EUR", times: 2, sum: 7000 }
    ])
  })
})
