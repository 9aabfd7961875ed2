import { describe, expect, it } from "vitest"
import { bundleOf, findings, fixture, head, line, sound } from "../../compile/Sample.ts"

const departments = "departments: { repairs: { contact: agent, head: supervisor }, billing: { contact: agent } }\n"
const of = (ownership: string, more = departments) => bundleOf(`${head}${more}ownership: ${ownership}\n`).ownership
const told = (ownership: string, more = departments) =>
  findings(`${head}${more}ownership: ${ownership}\n`).map(({ code }) => code)

describe("ownership", () => {
  it("says who follows if the owner cannot or must not act", () => {
    const { ownership } = sound("itr-service")
    expect(ownership).toMatchObject({
      absent: ["deputy", "supervisor"],
      recuse: { when: { rule: "ownership.recuse.when" }, to: ["supervisor"] },
      onCall: {
        when: { rule: "ownership.on-call.when" },
        to: ["supervisor"],
        acceptWithin: { _tag: "Elapsed", ms: 900_000 }
      },
      atMostOpen: 30,
      team: {
        when: { rule: "ownership.team.when" },
        members: ["departments"],
        answerWithin: { _tag: "WorkingDays", days: 2 },
        overdue: ["head"]
      }
    })
    expect(fixture("itr-service").bundle?.inputs.map(({ name }) => name)).toContain("names-owner")
  })

  it("uses the time of a handover if on call gives none, and takes departments by name", () => {
    const { onCall, team } = of("{ on-call: { to: supervisor }, team: { members: [repairs, department, manager] } }")
    expect(onCall).toEqual({ to: ["supervisor"], acceptWithin: { _tag: "Working", ms: 14_400_000 } })
    expect(team).toEqual({ members: ["repairs", "department", "manager"], overdue: ["head"] })
  })

  it("takes the department from a table, and refuses an undeclared one", () => {
    const rows = "[{ when: { emotion: furious }, then: repairs }, { otherwise: billing }]"
    const { department } = of(`{ department: ${rows} }`)
    expect(department?.values).toEqual([{ department: "repairs" }, { department: "billing" }])
    expect(told("{ department: sales }")).toEqual(["name/unknown"])
    expect(told("{ team: { members: sales } }")).toEqual(["name/unknown"])
  })

  it("has a finding for a case that would go to nobody, or back", () => {
    expect(told("{ recuse: { to: [owner, supervisor] } }")).toEqual(["ownership/back-to-owner"])
    expect(told("{ on-call: { accept-within: 1 hour } }")).toEqual(["ownership/nobody-takes-it"])
    expect(told("{ first-owner: supervisor, at-most-open: 3 }")).toEqual(["ownership/no-next-owner"])
    expect(told("{ team: { members: departments } }")).toEqual(["ownership/team-of-nobody"])
    expect(told("{ team: { members: departments }, department: repairs }")).toEqual([])
    expect(findings(`${head}ownership: { recuse: removed, at-most-open: 3 }\n`).map(line)).toEqual([])
  })
})
