/** What one tenant does has no effect on the other; `npm run prove` tries more lives. */
import { brokenStores } from "@hearback/engine/testing"
import { Hearback, memory } from "hearback"
import { describe, expect, it } from "vitest"
import { bundle } from "../simulation/Policy.ts"
import { calls } from "./Calls.ts"
import { observed } from "./Interleaving.ts"

const lives = 20
/**
 * Methods of a store that no call of a loop exposes to another tenant: it settles only its own claims, follows only
 * its own events, and revives only what it lists.
 */
const unseen = new Set([
  "settles anybody's claims",
  "tells the position of the whole store",
  "revives anybody's messages",
  "remembers keys for all"
])
const blind = brokenStores.filter(
  ({ law, fault }) => law === "no call of one tenant observes or changes another" && !unseen.has(fault)
)

it("every method of a loop is called", async () => {
  const loop = await Hearback.open({ policy: bundle, store: memory() })
  const names = Object.entries(loop).flatMap(([name, member]) =>
    typeof member === "function" ? [name] : Object.keys(member).map((inner) => `${name}.${inner}`)
  )
  await loop.close()
  expect([...Object.keys(calls), "close"].sort()).toEqual(names.sort())
})

describe("F-T2 · two tenants of one store", () => {
  it(`have the same answers as each alone, in ${lives} lives`, { timeout: 300_000 }, async () => {
    for (let seed = 1; seed <= lives; seed++) expect([seed, await observed(seed)]).toEqual([seed, undefined])
  })

  it.each(blind)("detect a store that $fault", { timeout: 300_000 }, async ({ make }) => {
    let found: string | undefined
    for (let seed = 1; seed <= 24 && found === undefined; seed++) {
      const [{ store: events }, { keys }] = [await make(), memory()]
      found = await observed(seed, { make: () => ({ events, keys }) })
    }
    expect(found).toMatch(/alone it is/)
  })
})
