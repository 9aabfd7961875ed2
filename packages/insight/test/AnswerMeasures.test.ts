import { describe, expect, it } from "vitest"
import {
  apart,
  december,
  dissatisfied,
  figure,
  MON,
  november,
  opened,
  saidAndDone,
  satisfied,
  storiesOf,
  TUE,
  told
} from "./Fixture.ts"

const confirmed = () => {
  const d = told()
  d.does(`${MON} 10:00`, "carl", satisfied)
  return d
}
const silent = () => {
  const d = told()
  d.tick("2026-11-30 18:00")
  return d
}
const disputed = () => {
  const d = confirmed()
  d.does(`${TUE} 10:00`, "carl", dissatisfied)
  return d
}
const withdrawn = () => {
  const d = opened()
  d.does(`${MON} 10:00`, "carl", { do: "withdraw" })
  return d
}
const refused = () => {
  const d = told({ reopen: {} })
  d.does(`${MON} 10:00`, "carl", dissatisfied)
  return d
}

describe("outcomes are never mixed", () => {
  it("G3 · silence is neither a confirmation nor an answer", () => {
    const stories = storiesOf(confirmed(), silent())
    expect(figure(stories, "resolution")).toBe("1 of 2")
    expect(figure(stories, "unconfirmed")).toBe("1 of 2")
    expect(figure(stories, "satisfaction")).toBe("1 of 1")
    expect(figure(stories, "first-contact-resolution")).toBe("1 of 1")
  })
  it("leaves out withdrawn cases, and gives no rate for them", () => {
    for (const measure of [
      "resolution",
      "unconfirmed",
      "satisfaction",
      "first-contact-resolution",
      "reopened",
      "recurred"
    ])
      expect(figure(storiesOf(withdrawn()), measure)).toBe("no cases")
  })
  it("counts a dissatisfied end only as asked", () => {
    const stories = storiesOf(confirmed(), refused())
    expect(figure(stories, "resolution")).toBe("1 of 2")
    expect(figure(stories, "unconfirmed")).toBe("0 of 2")
    expect(figure(stories, "satisfaction")).toBe("1 of 2")
  })
  it("leaves out loops that ask nobody", () => {
    const d = opened({}, { verbatim: "thank you for the help" })
    expect(d.case().lifecycle.customerLoop?.outcome).toBe("answered")
    expect(figure(storiesOf(d), "resolution")).toBe("no cases")
  })
})

describe("a case that needed no answer of a person", () => {
  const measured = [
    "first-contact-resolution",
    "reopened",
    "recurred",
    "resolution",
    "unconfirmed",
    "satisfaction",
    "cycle-time",
    "kept",
    "timely-response",
    "response",
    "waived",
    "explained"
  ]
  it.each(measured)(
    "F-V1 · is in no figure of answers, such as praise that is thanked for automatically: %s",
    (measure) => {
      const praise = opened({}, { verbatim: "thank you for the help" })
      expect(praise.case().lifecycle.customerLoop?.outcome).toBe("answered")
      expect(figure(storiesOf(praise), measure)).toBe("no cases")
      const complaint = confirmed()
      expect(figure(storiesOf(complaint, praise, praise), measure)).toBe(figure(storiesOf(complaint), measure))
    }
  )
  it("F-V1 · and neither is a complaint that nobody has answered yet", () => {
    const praise = opened({}, { verbatim: "thank you for the help" })
    const untouched = opened()
    for (const measure of ["first-contact-resolution", "cycle-time"])
      expect(figure(storiesOf(untouched, praise), measure)).toBe("no cases")
  })
})

describe("answers that the staff entered", () => {
  const by = ["customer", "owner"]
  const entered = (says: "satisfied" | "dissatisfied") => {
    const d = told({ gates: { confirmed: { by } }, reopen: {} })
    d.does(`${MON} 10:00`, "ann", { do: "reply", says })
    return d
  }
  it("F-R6 · count apart from the figures, whatever they are", () => {
    const stories = storiesOf(confirmed(), entered("satisfied"), entered("dissatisfied"))
    expect(figure(stories, "satisfaction")).toBe("1 of 1")
    expect(apart(stories, "satisfaction")).toMatchObject({ "on-behalf": 2 })
    expect(figure(stories, "resolution")).toBe("1 of 1")
    expect(apart(stories, "resolution")).toMatchObject({ "on-behalf": 2 })
    expect(figure(stories, "unconfirmed")).toBe("0 of 1")
    expect(figure(storiesOf(entered("satisfied")), "satisfaction")).toBe("no cases")
  })
  it("F-R6 · do not count as confirmed in the report to customers", () => {
    const { answered } = saidAndDone(storiesOf(confirmed(), entered("satisfied")), november, november.to)
    expect(answered).toEqual({ cases: 2, confirmed: 1, unconfirmed: 0, dissatisfied: 0, onBehalf: 1 })
  })
})

describe("a reopening", () => {
  it("R9 · cancels the first-contact resolution, makes the earlier answer void, and leaves the close unchanged", () => {
    const stories = storiesOf(disputed())
    expect(figure(stories, "first-contact-resolution")).toBe("0 of 1")
    expect(figure(stories, "satisfaction")).toBe("0 of 1")
    expect(apart(stories, "satisfaction")).toMatchObject({ overtaken: 1 })
    expect(figure(stories, "resolution")).toBe("1 of 1")
    expect(figure(stories, "reopened")).toBe("1 of 1")
  })
  it("counts a case once, in the period of its first answer", () => {
    const d = confirmed()
    d.does("2026-12-10 10:00", "carl", dissatisfied)
    expect(figure(storiesOf(d, confirmed()), "reopened", november)).toBe("1 of 2")
    expect(figure(storiesOf(d), "reopened", december)).toBe("no cases")
    expect(figure(storiesOf(d), "satisfaction", december)).toBe("0 of 1")
  })
  it("R10 · by a following case leaves the figures of the first case", () => {
    const d = withdrawn()
    d.does(`${MON} 11:00`, "carl", { do: "write", text: "the report is wrong after all" })
    expect(figure(storiesOf(d), "volume")).toBe("2")
    expect(figure(storiesOf(d), "reopened")).toBe("no cases")
  })
})

describe("first-contact-resolution", () => {
  it("is lost by a handover, and by a message that nobody asked for", () => {
    const handed = opened()
    handed.does(`${MON} 09:02`, "ann", { do: "hand-over", to: "ben", reason: "his customer" })
    handed.does(`${MON} 09:04`, "ben", { do: "accept" })
    const pressed = opened()
    pressed.does(`${MON} 09:05`, "carl", { do: "write", text: "any news of the report?" })
    for (const [d, owner] of [
      [handed, "ben"],
      [pressed, "ann"]
    ] as const) {
      d.does(`${MON} 09:10`, owner, { do: "pass", gate: "acknowledged" })
      d.does(`${MON} 09:20`, owner, { do: "pass", gate: "agreed", proposal: "we redo it" })
      d.does(`${MON} 09:30`, "carl", { do: "reply", says: "agree" })
      d.does(`${MON} 09:40`, owner, { do: "pass", gate: "corrected", actions: [{ what: "redone" }] })
      d.does(`${MON} 09:50`, owner, { do: "pass", gate: "told", result: "it is redone" })
      d.does(`${MON} 10:00`, "carl", satisfied)
    }
    expect(figure(storiesOf(handed), "first-contact-resolution")).toBe("0 of 1")
    expect(figure(storiesOf(pressed), "first-contact-resolution")).toBe("0 of 1")
    expect(figure(storiesOf(handed, pressed), "handovers")).toBe("0.5 of 2")
  })
})
