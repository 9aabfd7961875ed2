/** The ownership rules of generated policies, and the people of their directories. */
import fc from "fast-check"
import type { PersonState } from "../../../src/people/Person.ts"
import { elapsedHours, hours, people, type Wishes } from "../../../src/testing/Build.ts"
import { instant } from "../../../src/testing/Spec.ts"
import type { Target } from "../../../src/time/Target.ts"
import { type Drawn, given, one } from "./choice.ts"

/** The random choices about owners. */
export const owners = fc.record({
  first: one<readonly string[]>(
    ["receiver", "agent", "supervisor"],
    ["receiver", "agent", "supervisor"],
    ["department", "agent"],
    ["head"],
    ["quality", "supervisor"]
  ),
  takeUp: one<Target | "never">(hours(1), elapsedHours(2), "never"),
  acceptWithin: one(hours(4), elapsedHours(1)),
  atMost: one(0, 1, 2),
  outside: one(undefined, undefined, "never"),
  absent: one(undefined, ["deputy", "supervisor"], ["supervisor"]),
  recuse: one(undefined, "named", "furious"),
  onCall: one(undefined, "urgent", "always"),
  atMostOpen: one(undefined, undefined, 0, 1),
  department: one(undefined, undefined, "by urgency", "by category"),
  team: one(undefined, "urgent", "always")
})
/** The values of these choices. */
export type Owners = Drawn<typeof owners>

const departments = {
  "by urgency": [
    { when: { urgency: "urgent" }, gives: { department: "delivery" } },
    { gives: { input: "category.department" as const } }
  ],
  "by category": [{ gives: { input: "category.department" as const } }]
}

const onCall = {
  urgent: { when: { urgency: ["urgent", "important"] }, to: ["supervisor", "quality"], acceptWithin: elapsedHours(1) },
  always: { to: ["quality", "head"], acceptWithin: hours(2) }
}

const team = {
  urgent: { when: { urgency: "urgent" }, members: ["departments", "quality"], answerWithin: hours(6) },
  always: { members: ["department", "delivery", "supervisor"], overdue: ["head", "director"] }
}

const recuse = {
  named: { when: { "names-owner": true }, to: ["supervisor"] },
  furious: { when: { emotion: "furious" }, to: ["department", "supervisor"] }
}

/** Returns the ownership rules. */
export const ownerWishes = (o: Owners): Wishes => ({
  firstOwner: o.first,
  takeUp: o.takeUp,
  handover: { acceptWithin: o.acceptWithin, atMost: o.atMost, ...given({ outsideDepartment: o.outside }) },
  ...given({
    absent: o.absent,
    recuse: o.recuse === undefined ? undefined : recuse[o.recuse],
    onCall: o.onCall === undefined ? undefined : onCall[o.onCall],
    atMostOpen: o.atMostOpen,
    queue: o.atMostOpen === 1 ? true : undefined,
    department: o.department === undefined ? undefined : departments[o.department],
    team: o.team === undefined ? undefined : team[o.team]
  })
})

const each = (change: (person: PersonState) => Partial<PersonState>): readonly PersonState[] =>
  people.map((person) => ({ ...person, ...change(person) }))

/** Directories: with shifts, leave, deputies, lent roles, and too few people. */
export const directories: fc.Arbitrary<readonly PersonState[]> = fc.constantFrom(
  people,
  people,
  each(({ id }) => (id === "ann" || id === "sam" ? { calendar: "office" } : {})),
  each(({ id }) => (id === "ann" ? { absence: { until: instant("2026-11-19 09:00") } } : { language: "zh-CN" })),
  each(({ id }) => (id === "ann" ? { absence: {}, deputy: "ben" } : {})),
  each(({ id }) => (id === "ann" || id === "sam" ? { onDuty: false, openCases: 4 } : {})),
  each(({ id }) =>
    id === "ben"
      ? {
          roles: ["agent", "supervisor"],
          lent: [{ role: "supervisor", from: "sam", until: instant("2026-12-31 00:00") }]
        }
      : {}
  ),
  people.filter(({ id }) => id !== "dora"),
  people.filter(({ roles }) => roles.includes("agent"))
)
