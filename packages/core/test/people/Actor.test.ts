import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { character } from "../../../../test/Character.ts"
import type { Actor } from "../../src/people/Actor.ts"
import {
  anonymous,
  channel,
  customer,
  isPersonId,
  nameOf,
  parse,
  parts,
  person,
  system
} from "../../src/people/Actor.ts"
import { lentTo, withLent } from "../../src/people/Person.ts"

const people = [
  { id: "ann", roles: ["agent"], delegates: [{ to: "bob", roles: ["agent", "manager"], until: 100 }] },
  { id: "bob", roles: ["clerk"] }
]

describe("lent roles", () => {
  it("are never more than the lender has", () => {
    expect(lentTo(people, "bob", 50)).toEqual([{ role: "agent", from: "ann", until: 100 }])
    expect(withLent(["clerk"], lentTo(people, "bob", 50))).toEqual(["clerk", "agent"])
  })

  it("end at their date, and reach nobody else", () => {
    expect(lentTo(people, "bob", 100)).toEqual([])
    expect(lentTo(people, "ann", 50)).toEqual([])
  })
})

/** Ids that look like the names of other kinds of actor. */
const hostile = fc.oneof(
  fc.string(),
  fc.string({ unit: character }),
  fc
    .tuple(fc.constantFrom("", "system:", "customer:", "channel:", "anonymous", "System:", " system:"), fc.string())
    .map(([mark, rest]) => mark + rest),
  fc.constantFrom("", "anonymous", "system:timer", "customer:c-1", "channel:email", "__proto__", "customer:customer:a")
)
const actors: fc.Arbitrary<Actor> = fc.oneof(
  hostile.filter(isPersonId).map((id) => person({ id, roles: [] })),
  hostile.map(customer),
  hostile.map(channel),
  fc.constantFrom(...parts).map(system),
  fc.constant(anonymous)
)

describe("names of actors in the record", () => {
  it("F-R2 · a name is read as the actor for whom it was written", () => {
    fc.assert(
      fc.property(actors, (actor) => {
        expect(parse(nameOf(actor))).toEqual(actor)
      })
    )
  })

  it("F-R2 · two actors have the same name only if they are the same", () => {
    fc.assert(
      fc.property(actors, actors, hostile, (a, b, id) => {
        if (nameOf(a) === nameOf(b)) expect(a).toEqual(b)
        const same: readonly Actor[] = [
          customer(id),
          channel(id),
          ...(isPersonId(id) ? [person({ id, roles: [] })] : [])
        ]
        expect(new Set(same.map(nameOf)).size).toBe(same.length)
      })
    )
  })

  it.each(["", "anonymous", "system:x", "system:timer", "customer:c-1", "channel:email"])(
    "F-R2 · %j is the id of no person",
    (id) => {
      expect(isPersonId(id)).toBe(false)
      expect(() => person({ id, roles: ["director"] })).toThrow()
    }
  )
})
