/** What complete policies, scenarios and people files write behind each key: an example for the page of every key. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parse, stringify } from "yaml"
import { root } from "./Markdown.ts"

/** As much of a JSON Schema as leads from a file to its keys. */
export interface Part {
  readonly $ref?: string
  readonly items?: Part
  readonly anyOf?: readonly Part[]
  readonly properties?: Readonly<Record<string, Part>>
  readonly patternProperties?: Readonly<Record<string, Part>>
  readonly additionalProperties?: Part | boolean
  readonly $defs?: Readonly<Record<string, Part>>
}

/** The longest example; of a longer map or list its first entries are shown. */
const longest = 64

const written = (value: unknown): string =>
  stringify(value, { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: true }).trim()

/** Returns a value cut to what fits on a line: of a map or a list its first entry. */
const cut = (value: unknown): unknown => {
  if (written(value).length <= longest || typeof value !== "object" || value === null) return value
  if (Array.isArray(value)) return value.slice(0, 1).map(cut)
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, 1)
      .map(([key, each]) => [key, cut(each)])
  )
}

/** What those files do not happen to say; by part and key, or by key wherever it stands. */
const others: Readonly<Record<string, string>> = {
  title: "Front desk",
  basis: "ISO 10002 7.4",
  formerly: "DISP 1.6.1",
  ".part-of": "shop",
  ".parts": "[ words.part.yaml ]",
  ".version": "2",
  ".sources": "{ DISP: { title: FCA Handbook, as-of: 2026-06-30 } }",
  ".effective": "2027-01-01",
  ".intake": "{ form: { require: [ verbatim ] } }",
  ".customers": "{ consent: { surveys: { lasts: 2 years } } }",
  ".accepted-findings": "[ { finding: gate/waits-for-ever } ]",
  ".pack": "house",
  ".events": "[ delivered ]",
  ".assume": "[ { never: { kind: praise, emotion: furious } } ]",
  ".alarms": "{ angry: { when: { emotion: furious }, notify: manager } }",
  ".endings": "{ forwarded: { by: officer } }",
  ".authority": "{ approval: { within: 4 working hours } }",
  ".sending": "{ quiet: [ 21:00-08:00 ] }",
  ".retention": "{ keep: 3 years, from: closed }",
  ".problems": "{ same: [ category ] }",
  ".calendars": "{ office: { hours: { mon-fri: [ 09:00-18:00 ] } } }",
  ".departments": "{ care: { title: Care, contact: supervisor } }",
  ".gate-defaults": "{ by: owner }",
  "AcceptedFinding.finding": "gate/waits-for-ever",
  "AcceptedFinding.where": "loops.complaint.customer-loop.confirmed",
  "AcceptedFinding.because": '"pilot: we ring every customer"',
  "AcceptedFinding.expires": "2027-03-01",
  "Message.file": "messages/receipt.md",
  "Gate.calendar": "office",
  "Gate.prevents": "recurrence",
  "Sums.per-year": "50000",
  "Reopening.when": "{ kind: complaint }",
  "Reopening.at-most": "3",
  "Reopening.clocks": "restart",
  mon: "[ 09:00-12:00, 13:00-18:00 ]"
}

/** Returns the example of a key where no such file has one. */
export const otherwise = (name: string, key: string): string | undefined =>
  others[`${name}.${key}`] ?? (["tue", "wed", "thu", "fri", "sat"].includes(key) ? others["mon"] : others[key])

/** Files that stay as they are: the page is not to change with every example. */
const folders = ["packages/policy/test/fixtures"]
const ends: Readonly<Record<string, RegExp>> = {
  policy: /\.policy\.yaml$/,
  scenario: /\.scenario\.yaml$/,
  people: /(?:^|\/)people(?:\.[\w-]+)?\.yaml$/,
  simulation: /\.simulation\.yaml$/,
  log: /\.mapping\.yaml$/
}

/** Returns an example of each key of a kind of file, by part and key: `Clock.within`. Keys of the file itself stand under ``. */
export const shown = (kind: string, schema: Part): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  const visit = (value: unknown, part: Part, name: string): void => {
    if (part.$ref !== undefined) {
      const next = part.$ref.split("/").at(-1) ?? ""
      return visit(value, schema.$defs?.[next] ?? {}, next)
    }
    for (const branch of part.anyOf ?? []) visit(value, branch, name)
    if (Array.isArray(value)) for (const item of value) if (part.items !== undefined) visit(item, part.items, name)
    if (typeof value !== "object" || value === null || Array.isArray(value)) return
    const isAtHome = part.properties === undefined || Object.keys(value).every((key) => key in (part.properties ?? {}))
    for (const [key, each] of Object.entries(value)) {
      const own = part.properties?.[key]
      if (own !== undefined && (isAtHome || part.additionalProperties !== false)) {
        const text = written(cut(each))
        const before = found.get(`${name}.${key}`)
        if (text.length <= longest && text !== "removed" && (before === undefined || text.length < before.length))
          found.set(`${name}.${key}`, text)
        visit(each, own, "")
      } else if (own === undefined) {
        for (const named of Object.values(part.patternProperties ?? {})) visit(each, named, "")
        if (typeof part.additionalProperties === "object") visit(each, part.additionalProperties, "")
      }
    }
  }
  for (const folder of folders)
    for (const path of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).sort()) {
      if (ends[kind]?.test(path) !== true || path.includes("node_modules")) continue
      const text = readFileSync(join(root, folder, path), "utf8")
      if (text.includes("hearback: 1")) visit(parse(text), schema, "")
    }
  return found
}
