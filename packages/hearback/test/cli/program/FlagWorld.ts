/** A folder with policies, files and stores, in which each flag of the command line has a visible effect. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { sqlite } from "hearback/sqlite"
import { expect } from "vitest"
import { folder, hearback, type Ran } from "../Capture.ts"

const policy = (limit: number, version = "") => `hearback: 1
policy: shop
${version}language: en
extends: [pack:starter]
time-zone: Asia/Shanghai
currency: CNY
facts: { order: text }
events: [delivered]
customers: { consent: { surveys: { ask: "May we ask you?", lasts: 6 months } } }
channels:
  review: { mode: passive, scale: [1, 5], kind-by-score: { complaint: '<= 2', praise: 5 } }
  survey: { mode: active, ask-after: delivered, question: "How was it?", scale: [1, 3], consent: surveys }
dictionary:
  categories:
    billing: { title: { en: Billing, zh-CN: 账单 }, words: [invoice], defaults: { urgency: important } }
    delivery: { words: [parcel], defaults: { urgency: important } }
grading: { urgency: { rules: { also: [{ when: { same-matter.contacts: ">= 2" }, then: urgent }, { when: { channel: hotline }, then: urgent }, { when: { amount: ">= 1000" }, then: urgent }] } } }
authority: { limits: { agent: { compensate: { per-case: ${limit}, per-month: 5000 } } } }
learning: { reviews: { case-review: weekly }, you-said-we-did: monthly }
retention: { keep: 3 years, from: closed }
`

const people = (name: string) => `hearback: 1
people:
  agent-7: { name: ${name}, roles: [agent] }
  supervisor-2: { name: Supervisor Two, roles: [supervisor] }
  manager-3: { name: Manager Three, roles: [manager] }
customers: { C-17: { name: Customer Seventeen, language: en }, C-18: { name: Customer Eighteen } }
`

const rows = `at,who,said,how
2026-11-20 10:00,C-17,The invoice is wrong again. Unacceptable.,email
2026-11-20 10:05,C-18,My parcel never arrived.,web
2026-11-20 10:06,C-19,Thank you for the parcel,web
2026-11-20 10:10,C-20,,web
`

const files: Readonly<Record<string, string>> = {
  "policy.yaml": policy(500),
  "other.policy.yaml": policy(50_000),
  "later.policy.yaml": `${policy(500, "title: Second\n")}clock-defaults: { on-new-version: restart }\n`,
  "warned.policy.yaml": policy(500).replace("events: [delivered]", "events: [delivered, idle]"),
  "slip.policy.yaml": policy(500).replace("urgency: important", "urgency: importent"),
  "unformatted.policy.yaml": policy(500).replace("facts: {", "facts:    {"),
  "people.yaml": people("Agent Seven"),
  "others.yaml": people("Somebody Else")
    .replace("agent-7", "agent-9")
    .replace("roles: [manager]", "roles: [agent]")
    .replace("language: en", "language: zh-CN"),
  "brief.policy.yaml": `hearback: 1
policy: brief
language: en
extends: [pack:base]
time-zone: Asia/Shanghai
roles: { agent: {}, manager: {} }
channels: { web: { mode: passive } }
authority: { limits: { agent: { close: all } } }
loops: { complaint: { when: { kind: complaint }, customer-loop: { acknowledged: { needs: acknowledgement, within: 2 hours } } } }
`,
  "brief.scenario.yaml":
    "hearback: 1\npolicy: brief.policy.yaml\npeople: people.yaml\nscenarios: [{ scenario: A, steps: [{ at: 2026-11-16 09:40, submit: A, channel: web, verbatim: hm }] }]\n",
  "plan.simulation.yaml": "hearback: 1\nsimulation: Slow\npolicy: policy.yaml\nwork: { times: [{ takes: 3 hours }] }\n",
  "tickets.csv": `id,state,when,kind,category,contacts,said,gravity,amount,by
1,open,2026-11-16 10:00,complaint,billing,1,hm,urgent,0,web
1,done,2026-11-16 10:30,complaint,billing,1,hm,urgent,0,web
2,open,2026-11-16 11:00,complaint,delivery,2,hm,routine,0,web
`,
  "gb.tickets.csv":
    "id,state,when,kind,category,contacts,said,gravity,amount,by\n1,open,2026-11-16 10:00,complaint,billing,1,hm,urgent,0,web\n",
  "many.csv": `id,state,when,kind,category,contacts,said,gravity,amount,by
${Array.from({ length: 24 }, (_, n) => `${n},open,2026-11-${String(n + 1).padStart(2, "0")} 10:00,complaint,billing,1,hm,urgent,0,web`).join("\n")}
`,
  "tickets.mapping.yaml": `hearback: 1
mapping: Tickets
columns: { case: id, activity: state, at: when, kind: kind, category: category, contacts: contacts, verbatim: said, channel: by }
facts: { order: state, amount: amount }
decided: { grades: { urgency: gravity } }
events: { open: none, done: acknowledged }
`,
  "rows.csv": rows,
  "undated.csv": "who,said,how\nC-17,The invoice is wrong,web\n",
  "backwards.csv":
    "at,who,said,how\n2026-11-20 10:00,c-2,The parcel is late,web\n2026-11-19 10:00,c-1,The invoice is wrong,web\n",
  "broken.csv": `at,who,said,how\n${Array.from({ length: 130 }, (_, n) => `yesterday,c-${n},The invoice is wrong,web`).join("\n")}\n`,
  "map.yaml": "received: at\ncustomer: who\nverbatim: said\nchannel: how\n",
  "undated.yaml": "customer: who\nverbatim: said\nchannel: how\n"
}

/** The world of the tests: `$A`, `$B` are open cases, `$C` a closed one, `$Q` is in quarantine. */
export interface FlagWorld {
  readonly cwd: string
  readonly names: Readonly<Record<string, string>>
}

const call = async (cwd: string, line: string): Promise<Ran> =>
  hearback(wordsOf(line), {
    cwd,
    env: { HEARBACK_DB: "loop.db" },
    terminal: /^work\b|--watch/.test(line) ? { interrupted: endOf(cwd, line) } : {}
  })

/** Ends a command that runs until it is interrupted, at once or after it has written a message. */
const endOf = (cwd: string, line: string): AbortSignal => {
  if (!line.includes("--deliver-to")) return AbortSignal.abort()
  const ending = new AbortController()
  const look = setInterval(() => {
    if (outbox(cwd) === "") return
    clearInterval(look)
    ending.abort()
  }, 10)
  return ending.signal
}

const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "")

/** Makes the world in a folder. */
export const makeWorld = async (cwd: string): Promise<FlagWorld> => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text)
  writeFileSync(
    join(cwd, "gb.csv"),
    Buffer.concat([Buffer.from("said,how\n"), Buffer.from([0xb7, 0xa2, 0xc6, 0xb1]), Buffer.from(",web\n")])
  )
  const done = async (line: string) => {
    const ran = await call(cwd, line)
    expect(ran.exit, `${line}\n${ran.out}${ran.err}`).toBeLessThan(2)
    return ran
  }
  await done("ingest policy.yaml --input rows.csv --map map.yaml --virtual-time --at '2026-11-20 10:30'")
  const { cases } = (await done("worklist --order received --json --state all")).json
  const [a, b, c] = cases.map(({ id }: { readonly id: string }) => id)
  // Its first message is given up.
  const { events } = sqlite(join(cwd, "loop.db"))
  const at = Date.parse("2026-11-20T02:31:00Z")
  const [claim] = await events.claim("default", "outbox", { now: at, leaseMs: 1, limit: 1 })
  await events.settle("default", [{ claim: claim?.id ?? "", outcome: { dead: "no such address", at } }])
  await events.close()
  await done(`act ${a} pass acknowledged --as agent-7`)
  await done(`act ${c} withdraw --reason settled --as-customer C-19`)
  await done("tick --at '2026-11-20 11:00'")
  await done(
    "ingest other.policy.yaml --db other.db --input undated.csv --map undated.yaml --virtual-time --at '2026-11-20 10:30'"
  )
  const { entries } = (await done("quarantine --json")).json
  const { next } = (await done("worklist --limit 1 --json")).json
  const received = (await done("list --limit 1 --json")).json.next
  return { cwd, names: { $A: a, $B: b, $C: c, $Q: entries[0].id, $N: next, $L: received } }
}

/** Returns the records of all cases. */
const record = async (cwd: string): Promise<string> => {
  const { cases } = (await call(cwd, "worklist --order received --state all --json")).json
  const told: string[] = []
  for (const { id } of cases) told.push((await call(cwd, `case ${id} --why`)).out.replace(chance, "~"))
  return told.sort().join("\n")
}

/** Returns the messages to customers and staff. */
const outbox = (cwd: string): string => {
  const path = join(cwd, "out")
  if (!existsSync(path)) return ""
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? [readFileSync(join(entry.parentPath, entry.name), "utf8")] : []))
    .sort()
    .join("\n")
}

/**
 * Runs command lines in a copy of a world; returns their output and that of the last look, without random values.
 * `read <file>`, `record` and `outbox` show what was left behind.
 */
export const outcomeOf = async (world: FlagWorld, lines: readonly string[], mayFail = false): Promise<string> => {
  const cwd = folder()
  cpSync(world.cwd, cwd, { recursive: true })
  mkdirSync(join(cwd, "empty"))
  const said: string[] = []
  for (const line of lines) {
    if (line.startsWith("read ")) {
      said.push(readFileSync(join(cwd, line.slice(5)), "utf8"))
      continue
    }
    if (line === "record") said.push(await record(cwd))
    if (line === "outbox") said.push(outbox(cwd))
    if (line === "record" || line === "outbox") continue
    const named = line.replace(/\$[A-Z]/g, (name) => world.names[name] ?? name)
    const { exit, out, err } = await call(cwd, named)
    if (exit === 2 && !mayFail) throw new Error(`${named}\n${out}${err}`)
    said.push(`${exit}\n${out}${err}`)
  }
  return said.join("\n").replaceAll(cwd, "").replace(chance, "~")
}

/** Matches ids of cases, entries and problems, and durations. */
const chance = /\b\d{4}-[0-9A-Z]{6}\b|q-[0-9a-f]{6,}|problem [0-9a-f]{8}|\b\d+(?:\.\d+)? m?s\b|"ms": \d+/g
