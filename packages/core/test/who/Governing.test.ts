/** Who may erase a customer and move cases: one test a row, by the policy in force. */
import { expect, it } from "vitest"
import { type Actor, customer, person, system } from "../../src/people/Actor.ts"
import {
  againstErasing,
  againstGoverning,
  againstMoving,
  againstSilence,
  type Erasing
} from "../../src/who/Governing.ts"

const manager = person({ id: "max", roles: ["manager"] })
const agent = person({ id: "ann", roles: ["agent"] })
const asked: Erasing = { customer: "carl", reason: "they asked for it", evenIfKept: false }
const codes = (reasons: readonly { readonly code: string }[]) => reasons.map(({ code }) => code).join()

it.each<
  readonly [who: string, actor: Actor, by: readonly string[] | undefined, more: Partial<Erasing>, refused: string]
>([
  ["a role that is named", manager, ["manager"], {}, ""],
  ["a role that is named, also of what is kept", manager, ["manager", "customer"], { evenIfKept: true }, ""],
  ["a role that is not", agent, ["manager"], {}, "governing/wrong-person"],
  ["the host", system("host"), undefined, {}, ""],
  ["anybody, where nobody is named", manager, undefined, {}, "governing/unsaid"],
  ["anybody, where the list is empty", manager, [], {}, "governing/unsaid"],
  ["customers their own", customer("carl"), ["customer"], {}, ""],
  [
    "customers what is kept of them",
    customer("carl"),
    ["customer", "manager"],
    { evenIfKept: true },
    "governing/wrong-person"
  ],
  [
    "customers what is kept of them, where nobody else may",
    customer("carl"),
    ["customer"],
    { evenIfKept: true },
    "governing/unsaid"
  ],
  ["another customer", customer("dave"), ["customer"], {}, "governing/wrong-person"],
  ["customers where they are not named", customer("carl"), ["manager"], {}, "governing/wrong-person"],
  [
    "somebody of the staff with the customer's id",
    person({ id: "carl", roles: [] }),
    ["customer"],
    {},
    "governing/wrong-person"
  ],
  ["nobody without a reason", manager, ["manager"], { reason: " " }, "reason/missing"]
])("erasing: %s", (_, actor, by, more, refused) => {
  const rule = by === undefined ? {} : { erase: { by } }
  expect(codes(againstErasing(rule as never, { ...asked, ...more }, actor))).toBe(refused)
})

it.each<readonly [actor: Actor, by: readonly string[] | undefined, refused: string]>([
  [manager, ["manager"], ""],
  [agent, ["manager"], "governing/wrong-person"],
  [system("host"), undefined, ""],
  [manager, undefined, "governing/unsaid"]
])("moving: %j, where it is for %j", (actor, by, refused) => {
  expect(codes(againstMoving((by === undefined ? {} : { move: { by } }) as never, actor))).toBe(refused)
})

it("a refusal names what was to be done, who may, and the line that says so", () => {
  expect(againstGoverning("publish", ["manager"], agent)).toEqual([
    {
      code: "governing/wrong-person",
      rule: "authority.publish",
      says: { act: "publish", actor: "ann", by: ["manager"] }
    }
  ])
  expect(againstGoverning("publish", undefined, agent)).toEqual([
    { code: "governing/unsaid", says: { act: "publish", actor: "ann" } }
  ])
  expect(againstSilence("", "authority.move")).toEqual([{ code: "reason/missing", rule: "authority.move", says: {} }])
})
