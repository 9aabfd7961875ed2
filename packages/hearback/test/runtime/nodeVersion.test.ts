import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { isNewEnough, oldestNode } from "../../src/runtime/nodeVersion.ts"

const packages = join(import.meta.dirname, "../../..")

const enginesOf = (name: string): string =>
  JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8")).engines.node

describe("the oldest Node that works", () => {
  it("is the one in every package", () => {
    for (const name of readdirSync(packages)) expect([name, enginesOf(name)]).toEqual([name, `>=${oldestNode}`])
  })

  it("is compared by number", () => {
    expect(["22.19.0", "22.20.1", "24.0.0", "100.0.0"].map(isNewEnough)).toEqual([true, true, true, true])
    expect(["22.18.0", "22.9.0", "20.20.2", "9.99.0"].map(isNewEnough)).toEqual([false, false, false, false])
  })
})
