/** Some hundred random inputs; `npm run prove` tries a hundred thousand. */
import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { Text } from "@hearback/core"
import { compile } from "@hearback/policy"
import { Hearback, memory } from "hearback"
import { describe, expect, it } from "vitest"
import { chanceOf } from "../simulation/Chance.ts"
import { bundle } from "../simulation/Policy.ts"
import { policiesBy, subjects } from "./Subjects.ts"

const many: Readonly<Record<string, number>> = { policy: 18, people: 30, scenario: 30, feedback: 80, command: 120 }

describe("any input", () => {
  it.each(Object.entries(subjects))(
    "%s: nothing breaks, nothing is lost, and every refusal is a sentence",
    { timeout: 300_000 },
    async (name, { run }) => {
      for (let seed = 1; seed <= (many[name] ?? 3); seed++)
        expect([seed, await run(chanceOf(seed))]).toEqual([seed, undefined])
    }
  )

  it("is not enough for a finding without a sentence, or a crash, which are detected", async () => {
    const silent = policiesBy((given) => {
      const { diagnostics, ...rest } = compile(given)
      return { ...rest, diagnostics: diagnostics.map((one) => ({ ...one, message: Text.eachLanguage(() => "") })) }
    })
    const crashing = policiesBy((given) => {
      if (compile(given).bundle === undefined) throw new TypeError("cannot read properties of undefined")
      return compile(given)
    })
    const all = async (subject: typeof silent) => {
      for (let seed = 1; seed <= 30; seed++) {
        const found = await subject(chanceOf(seed)).catch((error: Error) => error.message)
        if (found !== undefined) return found
      }
      return undefined
    }
    expect(await all(silent)).toMatch(/says/)
    expect(await all(crashing)).toBe("cannot read properties of undefined")
  })

  it("that does not end is ended by the watchdog, which names it", { timeout: 120_000 }, () => {
    const program = join(import.meta.dirname, "prove.ts")
    const { stderr, signal } = spawnSync(process.execPath, ["--conditions=source", program, "hang", "5", "0"], {
      encoding: "utf8"
    })
    expect(stderr).toMatch(/input \d+ has had a second of the processor, and is not done/)
    expect(signal).toBe("SIGKILL")
  })
})

describe("a name that every object has", () => {
  const words = { channel: "email", customer: "c-1", verbatim: "The invoice is wrong" }
  it.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
    "`%s` is no channel, no fact, no consent and no customer",
    async (name) => {
      const loop = await Hearback.open({ policy: bundle, store: memory() })
      const reasons: string[] = []
      for (const more of [{ channel: name }, { facts: JSON.parse(`{"${name}":1}`) }, { consent: [name] }]) {
        const receipt = await loop.submit({ ...words, ...more })
        reasons.push("reason" in receipt ? (receipt.reason.split(" ")[0] ?? "") : receipt.outcome)
      }
      expect(reasons).toEqual(["intake/unknown-channel", "fact/unknown", "asking/unknown-consent"])
      expect(await loop.submit({ ...words, customer: name })).toMatchObject({ outcome: "opened" })
      await loop.close()
    }
  )
})
