/** Law: a proposed scenario holds when it is run, and exercises what is said of it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { readPeople } from "@hearback/policy"
import { compileFile } from "@hearback/policy/node"
import { afterAll, expect, it } from "vitest"
import { coverageOf } from "../../src/testing/coverage/Coverage.ts"
import { generate } from "../../src/testing/coverage/Generated.ts"
import type { Observed } from "../../src/testing/scenario/Observed.ts"
import { runFileObserved } from "../../src/testing/scenario/ScenarioRun.ts"

const folder = mkdtempSync(join(tmpdir(), "generated-"))
afterAll(() => rmSync(folder, { recursive: true }))

it.each(["first", "dining-reviews", "itr-service", "consumer-finance", "after-sales"])(
  "proposes for %s what holds and exercises it",
  async (name) => {
    const home = new URL(`../../../../examples/${name}/`, import.meta.url).pathname
    const [policy, peopleFile] = [`${home}${name}.policy.yaml`, `${home}people.yaml`]
    const bundle = compileFile(policy).bundle ?? expect.fail("no policy")
    const people = readPeople({ path: peopleFile, text: readFileSync(peopleFile) }, bundle).people
    const whole = coverageOf(bundle, [])
    // Some of each kind: all of them take a minute.
    const some = { ...whole, uncovered: whole.uncovered.filter((_, n) => n % 19 === 0) }
    const found = await generate(bundle, people ?? expect.fail("no people"), some, { most: 5, title: (n) => `s${n}` })
    expect(found.length).toBeGreaterThan(2)

    const path = join(folder, `${name}.scenario.yaml`)
    const head = `hearback: 1\npolicy: ${JSON.stringify(policy)}\npeople: ${JSON.stringify(peopleFile)}\nscenarios:\n`
    writeFileSync(path, head + found.map(({ text }) => text).join(""))
    const observed: Observed[] = []
    const result = await runFileObserved(path, {}, (one) => void observed.push(one))
    expect(result).toMatchObject({ ok: true })
    expect(observed.length).toBe(found.length)
    for (const [n, { covers }] of found.entries()) {
      const left = new Set(coverageOf(bundle, observed.slice(n, n + 1)).uncovered.map(({ key }) => key))
      expect(covers.filter((key) => left.has(key))).toEqual([])
    }
  },
  60_000
)
