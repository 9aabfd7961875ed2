import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { folder, hearback } from "../Capture.ts"

const policy = (gate: string) => `hearback: 1
policy: shop
language: en
extends: [pack:starter]
time-zone: Asia/Shanghai
currency: CNY
facts: { order: text, price-paid: money, paid: yes-no, size: { one-of: [s, "m.1"] } }
departments: { 客服: { head: [supervisor] } }
dictionary: { categories: { billing: { words: [invoice], defaults: { urgency: important } } } }
loops: { complaint: { customer-loop: { ${gate}: { needs: record, after: acknowledged, fields: [order, size], by: owner } } } }
`

const shop = (gate = "looked-at"): string => {
  const cwd = folder()
  writeFileSync(join(cwd, "policy.yaml"), policy(gate))
  return cwd
}

const line = ["types", "policy.yaml", "-o", "policy.gen.ts"]
const textIn = (cwd: string): string => readFileSync(join(cwd, "policy.gen.ts"), "utf8")

describe("types", () => {
  it("writes names, levels, facts with their types, and what each gate takes", async () => {
    const cwd = shop()
    const ran = await hearback(line, { cwd })
    expect([ran.exit, ran.out, ran.err]).toEqual([0, "written: policy.gen.ts\n", ""])
    const text = textIn(cwd)
    expect(text).toMatch(/^\/\/ Written by `hearback types` from policy "shop", version [0-9a-f]{64}\. Do not edit\.\n/)
    expect(text).toMatch(/export const policy = "policy\.yaml" as PolicyFile<Names>\n$/)
    expect(text).toContain('export type CategoryName = "other" | "billing"')
    expect(text).toContain('export type DepartmentName = "客服"')
    expect(text).toContain(
      [
        "  readonly order?: string",
        `  readonly "price-paid"?: number | \`\${number} CNY\``,
        "  readonly paid?: boolean",
        '  readonly size?: "s" | "m.1"',
        "}"
      ].join("\n")
    )
    expect(text).toContain(
      [
        '      readonly gate: "looked-at"',
        '      readonly fields?: { readonly order?: string; readonly size?: "s" | "m.1" }'
      ].join("\n")
    )
  })

  it("writes the same again, and does not touch an up-to-date file", async () => {
    const cwd = shop()
    await hearback(line, { cwd })
    const text = textIn(cwd)
    expect((await hearback(line, { cwd })).out).toBe("policy.gen.ts is up to date\n")
    expect(textIn(cwd)).toBe(text)
    const other = shop()
    await hearback(line, { cwd: other })
    expect(textIn(other)).toBe(text)
  })

  it("with --check reports whether the file is up to date, with any line ends", async () => {
    const cwd = shop()
    const check = [...line, "--check"]
    const missing = await hearback(check, { cwd })
    expect([missing.exit, missing.out]).toEqual([
      1,
      expect.stringContaining("hearback types policy.yaml -o policy.gen.ts")
    ])
    await hearback(line, { cwd })
    writeFileSync(join(cwd, "policy.gen.ts"), textIn(cwd).replaceAll("\n", "\r\n"))
    expect((await hearback(check, { cwd })).exit).toBe(0)
    writeFileSync(join(cwd, "policy.yaml"), policy("examined"))
    const { exit, json } = await hearback([...check, "--json"], { cwd })
    expect([exit, json.current, json.written]).toEqual([1, false, false])
    expect(textIn(cwd)).toContain("looked-at")
  })

  it("needs a file to write to, and a policy without errors", async () => {
    const cwd = shop()
    const nowhere = await hearback(["types", "policy.yaml"], { cwd })
    expect([nowhere.exit, nowhere.err]).toEqual([2, expect.stringContaining("`--output` is missing")])
    writeFileSync(join(cwd, "policy.yaml"), policy("a").replace("needs: record", "needs: recrd"))
    const broken = await hearback(line, { cwd })
    expect([broken.exit, broken.err]).toEqual([2, expect.stringContaining("policy/invalid")])
  })
})
