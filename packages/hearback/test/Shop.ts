/** A shop for tests: a small policy with its people, in a folder that is removed when the test ends. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { onTestFinished } from "vitest"

interface Wishes {
  /** Lines of the policy after its head. */
  readonly policy?: string
  /** The people file without its first line. */
  readonly people?: string
  readonly language?: string
  readonly zone?: string
  readonly currency?: string
}

const staff = `people:
  ann: { name: Ann, roles: [agent] }
  sue: { name: Sue, roles: [supervisor] }
`

/** Returns the policy of a shop as text. */
const shopPolicy = ({ policy = "", language = "en", zone = "Asia/Shanghai", currency = "CNY" }: Wishes = {}): string =>
  `hearback: 1
policy: shop
language: ${language}
extends: [pack:starter]
time-zone: ${zone}
currency: ${currency}
${policy}`

/** Writes a shop into a folder; returns the path of its policy. */
export const writeShop = (folder: string, wishes: Wishes = {}): string => {
  const path = join(folder, "policy.yaml")
  writeFileSync(path, shopPolicy(wishes))
  writeFileSync(join(folder, "people.yaml"), `hearback: 1\n${wishes.people ?? staff}`)
  return path
}

/** Writes a shop into a folder of the test; returns the path of its policy, beside which the people file is. */
export const shop = (wishes: Wishes = {}): string => {
  const folder = mkdtempSync(join(tmpdir(), "hearback-shop-"))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return writeShop(folder, wishes)
}
