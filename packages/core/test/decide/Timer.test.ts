/** The names of the clocks of timers. */
import { describe, expect, it } from "vitest"
import { clockName, type Timer, timerNamed } from "../../src/case/track/Timer.ts"

const timers: Readonly<Record<Timer["_tag"], readonly [string, Timer]>> = {
  TakeUp: ["take-up", { _tag: "TakeUp" }],
  Handover: ["handover:c-1", { _tag: "Handover", offer: "c-1" }],
  OnCall: ["on-call:2", { _tag: "OnCall", call: "2" }],
  Shift: ["shift", { _tag: "Shift" }],
  Part: ["part:repairs", { _tag: "Part", department: "repairs" }],
  Approval: ["approval:c-1:close", { _tag: "Approval", approval: "c-1:close" }],
  Silence: ["silence:confirmed", { _tag: "Silence", gate: "confirmed" }],
  Observation: ["observe:verified", { _tag: "Observation", gate: "verified" }],
  Door: ["door:appeal", { _tag: "Door", gate: "appeal" }],
  Override: ["override:category", { _tag: "Override", of: "category" }],
  Later: ["later:decided", { _tag: "Later", gate: "decided" }],
  Action: ["action:prevent.twice.3", { _tag: "Action", gate: "prevent.twice", action: 3 }],
  Retention: ["retention", { _tag: "Retention" }]
}

describe("the clock of a timer", () => {
  it.each(Object.values(timers))("is named %s", (name, timer) => {
    expect(clockName(timer)).toBe(name)
    expect(timerNamed(name)).toEqual(timer)
  })

  it.each(["told", "told:again", "takeup"])("%s is a promise", (name) => expect(timerNamed(name)).toBeUndefined())
})
