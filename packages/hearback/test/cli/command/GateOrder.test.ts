/** The gates of a loop in their partial order: which gates arrows join, and which not. */

import { writeFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { chainsOf } from "../../../src/cli/grade/GateOrder.ts"
import { example, folder, hearback } from "../Capture.ts"

interface Gate {
  readonly name: string
  readonly after: readonly string[]
}

/** Draws gates that follow only earlier ones; some are omitted. */
const orders = fc
  .array(fc.record({ after: fc.array(fc.nat(7), { maxLength: 3 }), isShown: fc.boolean() }), {
    minLength: 1,
    maxLength: 8
  })
  .map((drafts) =>
    drafts.map(({ after, isShown }, n) => ({
      name: `g${n}`,
      after: [...new Set(after.filter((other) => other < n).map((other) => `g${other}`))],
      isShown
    }))
  )

const allBefore = (gates: readonly Gate[], name: string): ReadonlySet<string> =>
  new Set(gates.find((gate) => gate.name === name)?.after.flatMap((other) => [other, ...allBefore(gates, other)]) ?? [])

describe("F-V8 · chains of gates", () => {
  it("F-V8 · one gate leads to another exactly if it must be passed before", () => {
    fc.assert(
      fc.property(orders, (gates) => {
        const shown = gates.filter(({ isShown }) => isShown).map(({ name }) => name)
        const chains = chainsOf(gates, (name) => shown.includes(name), shown)
        const steps = chains.flatMap((chain) => chain.slice(1).map((to, n) => ({ from: chain[n] ?? "", to })))
        const leads = (from: string, to: string): boolean =>
          steps.some((step) => step.from === from && (step.to === to || leads(step.to, to)))
        expect([...new Set(chains.flat())].sort()).toEqual(shown.toSorted())
        expect(new Set(steps.map(({ from, to }) => `${from} ${to}`)).size).toBe(steps.length)
        for (const to of shown) for (const from of shown) expect(leads(from, to)).toBe(allBefore(gates, to).has(from))
      })
    )
  })

  it("F-V8 · `grade` draws independent gates side by side, not one after the other", async () => {
    const cwd = folder()
    writeFileSync(
      join(cwd, "p.policy.yaml"),
      `hearback: 1
policy: p
language: en
extends: [pack:base]
time-zone: UTC
channels: { phone: { mode: passive } }
dictionary: { otherwise: other, categories: { other: { words: [] } } }
loops:
  complaint:
    when: { kind: complaint }
    customer-loop:
      heard: { needs: acknowledgement }
      contained: { needs: containment }
      told: { needs: result, after: [heard, contained] }
      confirmed: { needs: confirmation, after: told }
    system-loop:
      filed: { needs: record, after: told }
`
    )
    const grade = (columns: number) =>
      hearback(["grade", "p.policy.yaml", "--text", "it is wrong"], { cwd, terminal: { columns } })
    const { out } = await grade(120)
    expect(out).toMatch(/customer loop: heard → told → confirmed +p\.policy\.yaml:\d+\n +contained → told\n/)
    expect(out).toMatch(/system loop: told → filed +p/)
    expect((await grade(60)).out).toContain("contained → told")
  })

  it("F-V8 · a loop in which each gate waits for the one before is one chain", async () => {
    const { out } = await hearback([
      "grade",
      example("first/first.policy.yaml"),
      "--text",
      "My invoice is wrong",
      "--channel",
      "email"
    ])
    expect(out).toContain("Acknowledgement → Agreed proposal → Correction →")
  })
})

describe("the explanation of a deadline", () => {
  it("F-V6 · F-V8 · shows first what moved it, and intervals only on request", async () => {
    const cwd = folder()
    writeFileSync(join(cwd, "in.csv"), "at,who,said\n2026-01-05 09:00,c-1,my parcel is late\n")
    const call = (...words: readonly string[]) => hearback(words, { cwd, env: { HEARBACK_DB: "loop.db" } })
    const map = ["received=at", "customer=who", "verbatim=said", "channel:=email"].flatMap((pair) => ["--map", pair])
    await call(
      "ingest",
      example("first/first.policy.yaml"),
      "--input",
      "in.csv",
      ...map,
      "--virtual-time",
      "--at",
      "2026-01-05 09:00"
    )
    const [{ id }] = (await call("worklist", "--json")).json.cases
    await call("tick", "--at", "2028-01-05 09:00")
    const short = (await call("case", id, "--clock", "agreed")).out
    expect(short.split("\n").length).toBeLessThan(20)
    expect(short).toMatch(
      /^Agreed proposal {2}due [\s\S]*“Agreed proposal” is due [\s\S]*counted +\d+ d .* in \d+ periods; --all lists them\n/
    )
    const long = (await call("case", id, "--clock", "agreed", "--all")).out
    expect(long.startsWith(short.trimEnd())).toBe(true)
    expect(long.split("\n").length).toBeGreaterThan(400)
    expect((await call("case", id, "--clock", "agreed", "--lang", "zh")).out).toMatch(/计入 +.*共 \d+ 段/)
  })
})
