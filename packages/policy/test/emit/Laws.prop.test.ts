/**
 * Every law holds under realistic policies, over generated lives of cases. One law is that a bundle which was stored
 * and read again decides as the YAML did.
 */
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { type Bundle, Policy } from "@hearback/core"
import { History, Laws, World } from "@hearback/core/testing"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { gateTurns } from "../../../core/test/laws/turns/Gates.ts"
import { ownerTurns } from "../../../core/test/laws/turns/Owners.ts"
import { powerTurns } from "../../../core/test/laws/turns/Powers.ts"
import { compileFile } from "../../src/node.ts"

const HOUR = 3_600_000
const fixtures = join(import.meta.dirname, "../fixtures")
const files = readdirSync(fixtures).filter((name) => name.endsWith(".policy.yaml"))

const compiled = (name: string): Bundle.Bundle => {
  const { bundle } = compileFile(join(fixtures, name))
  if (bundle === undefined) throw new Error(`${name} does not compile`)
  return bundle
}

/** Two people of each role. */
const staffOf = ({ roles }: Bundle.Bundle) =>
  Object.keys(roles).flatMap((role) =>
    [1, 2].map((n) => ({ id: `${role}-${n}`, name: `${role} ${n}`, roles: [role], onDuty: true, openCases: n }))
  )

const steps = fc.array(
  fc.record({
    turn: fc.constantFrom(...gateTurns, ...ownerTurns, ...powerTurns),
    hours: fc.constantFrom(0, 1, 3, 30, 200)
  }),
  { minLength: 5, maxLength: 40, size: "max" }
)

/** Returns a complaint in words of the policy, followed by random offered commands. */
const livesOf = (bundle: Bundle.Bundle): fc.Arbitrary<History.CommandHistory> => {
  const policy = Policy.load(bundle)
  const people = staffOf(bundle)
  const words = bundle.dictionary.categories.flatMap((category) => category.words)
  const [channel = ""] = Object.keys(bundle.channels)
  return fc.tuple(fc.constantFrom(...words, "?"), steps).map(([word, all]) => {
    let w = World.world(policy, World.core, people)
    let at = Date.UTC(2026, 10, 16, 9)
    const sent: World.SentCommand[] = []
    const give = (one: World.SentCommand): void => {
      sent.push(one)
      w = World.send(w, one).world
    }
    const said = { channel, customer: "carl", verbatim: word }
    give({ case: "A", at, by: people[0]?.id ?? "", command: { do: "submit", case: "A", ...said } })
    for (const { turn, hours } of all) {
      at += hours * HOUR
      w = World.tick(w, at)
      const others = { version: () => policy, calendars: () => policy }
      const move = turn({ world: w, policy, others, c: World.caseOf(w, "A"), at })
      if (move !== undefined) give({ case: "A", at, ...move })
    }
    return { policy, people, sent }
  })
}

const runs = 8

describe.each(files)("%s", (name) => {
  it(`keeps every law in ${runs} histories`, () => {
    const bundle = compiled(name)
    expect(JSON.parse(JSON.stringify(bundle))).toEqual(bundle)
    let events = 0
    fc.assert(
      fc.property(livesOf(bundle), (history) => {
        events += [...History.run(World.core, history).events.values()].flat().length
        for (const law of Laws.laws)
          expect([law.name, law.violation(World.core, history)]).toEqual([law.name, undefined])
      }),
      { seed: 20_261_116, numRuns: runs, endOnFailure: true }
    )
    expect(events).toBeGreaterThan(100)
  })
})
