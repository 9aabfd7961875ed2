/** Processes of a cluster are lost under load: two here, and many by `npm run prove`. */
import { randomBytes } from "node:crypto"
import { describe, expect, inject, it } from "vitest"
import { loseMembers, wrongNotes } from "../members/Members.ts"

const server = inject("postgres")

describe.skipIf(server === undefined)("a cluster of three processes", () => {
  it("decides each command once and in order, also while one process is killed and one is frozen", async () => {
    let asked = 0
    const { violation, longestMs, hasOwners } = await loseMembers({
      url: server ?? "",
      name: `members_${randomBytes(6).toString("hex")}`,
      cases: 12,
      commands: 240,
      losses: 2,
      below: (bound) => asked++ % bound
    })
    expect(violation).toBeUndefined()
    expect(longestMs).toBeLessThan(10_000)
    expect(hasOwners).toBe(true)
  })

  it.each([
    [["a", "b"], ["a", "b", "b"], "b is stored twice"],
    [["a", "b"], ["a"], "b was answered, and is not stored"],
    [["a", "b"], ["b", "a"], "b is not in its place"],
    [["a", "b"], ["a", "b"], undefined]
  ])("notes %j that are stored as %j: %s", (given, found, wrong) => {
    expect(wrongNotes(given, found)).toBe(wrong)
  })
})
