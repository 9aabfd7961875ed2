/** Each duty that a policy can keep apart is recognised for whoever did it: one test for each row. */
import { describe, expect, it } from "vitest"
import type { Command } from "../../src/case/generated/Command.ts"
import type { Situation } from "../../src/draft/Draft.ts"
import type { Duty } from "../../src/policy/Bundle.ts"
import { againstJoining } from "../../src/rule/authority/duties.ts"
import { policy, type Wishes } from "../../src/testing/Build.ts"
import { desk, submit, type TestDesk } from "../../src/testing/Spec.ts"
import { ack, analyse, MON } from "../cases/complaint.ts"

const reason = "goodwill"
const limits: Wishes["limits"] = [
  { role: "agent", compensate: { perCase: 10_000 } },
  {
    role: "supervisor",
    compensate: { perCase: null },
    discount: null,
    resources: null,
    close: "all",
    regrade: "all",
    waive: "all"
  }
]
const wishes: Wishes = { limits, spotCheck: { share: 1, of: ["compensate"], by: ["supervisor"] } }

/** How Sam does each duty, on an acknowledged complaint. */
const deeds: Readonly<Record<Duty, (d: TestDesk, by: (command: Command) => void) => void>> = {
  compensate: (_, by) => by({ do: "compensate", amount: 500, reason }),
  discount: (_, by) => by({ do: "discount", amount: "5%", reason }),
  grant: (_, by) => by({ do: "grant", amount: 1, reason }),
  close: (_, by) => {
    by({ do: "reclassify", kind: "inquiry", category: "other", reason })
    by({ do: "pass", gate: "told", result: "like this" })
  },
  regrade: (_, by) => by({ do: "regrade", to: "urgent", reason }),
  waive: (_, by) => by({ do: "waive", gate: "corrected", reason }),
  explain: (d, by) => {
    d.does(`${MON} 09:10`, "sam", analyse)
    by({ do: "explain", gate: "prevented", reason })
  },
  extend: (_, by) => by({ do: "extend", clock: "told", reason: "a part is late" }),
  approval: (d, by) => {
    d.does(`${MON} 09:10`, "ann", { do: "compensate", amount: 200, reason })
    by({ do: "approve" })
  },
  "spot-check": (d, by) => {
    d.does(`${MON} 09:10`, "ann", { do: "compensate", amount: 20, reason })
    by({ do: "spot-check", finds: "right" })
  }
}
const duties = Object.keys(deeds) as Duty[]

/** The case after Sam did a duty. */
const after = (duty: Duty): TestDesk => {
  const d = desk(policy(wishes))
  d.does(`${MON} 09:00`, "sam", submit())
  d.does(`${MON} 09:05`, "sam", ack)
  deeds[duty](d, (command) => {
    d.does(`${MON} 09:20`, "sam", command)
  })
  return d
}

/** Returns why somebody may not take on a duty, with a policy that keeps some apart. */
const against = (d: TestDesk, apart: readonly Duty[], duty: Duty, who: string) =>
  againstJoining(
    { state: d.case(), policy: policy({ apart }), meta: { gathered: {} } } as unknown as Situation,
    duty,
    who
  )

describe.each(duties)("after %s", (duty) => {
  const d = after(duty)
  const [other = "waive"] = duties.filter((one) => one !== duty && one !== "waive")
  const apart = [duty, other]

  it("the same person may not take on a duty that is kept apart from it, and the refusal names both", () => {
    expect(against(d, apart, other, "sam")).toEqual([
      { code: "authority/apart", rule: "authority.apart", says: { actor: "sam", duty: other, other: duty } }
    ])
  })

  it("others may, and the same person may do the same again, or any duty that is not kept apart", () => {
    expect(against(d, apart, other, "sue")).toEqual([])
    expect(against(d, apart, duty, "sam")).toEqual([])
    const others = duties.filter((one) => one !== duty && one !== other)
    expect(others.flatMap((free) => against(d, apart, free, "sam"))).toEqual([])
    expect(against(d, [other, ...others.slice(0, 1)], other, "sam")).toEqual([])
    expect(against(d, [], other, "sam")).toEqual([])
  })
})

it("whoever removes demands by another command has done the duty of the direct command", () => {
  const d = desk(policy(wishes))
  d.does(`${MON} 09:00`, "sam", submit())
  d.does(`${MON} 09:05`, "sam", ack)
  d.does(`${MON} 09:20`, "sam", { do: "reclassify", category: "billing", reason }).emits({
    event: "demands-reduced",
    powers: ["regrade", "waive"]
  })
  for (const other of ["regrade", "waive"] as const) {
    expect(against(d, [other, "approval"], "approval", "sam")).toMatchObject([{ says: { other } }])
    expect(against(d, [other, "approval"], "approval", "sue")).toEqual([])
  }
})
