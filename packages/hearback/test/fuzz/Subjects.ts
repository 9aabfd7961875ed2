/** What gets random inputs. Each returns what is wrong with its answer; an exception is always a fault. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { Arguments } from "@hearback/core"
import { compile, type Diagnostic, readPeople, readScenarios } from "@hearback/policy"
import { type Command, type Feedback, Hearback, isHearbackError, type Loop, memory } from "hearback"
import { run } from "hearback/cli"
import type { Chance } from "../simulation/Chance.ts"
import { customers, staff } from "../simulation/Orders.ts"
import { bundle } from "../simulation/Policy.ts"
import { odd, people, policies, scenarios, slipped, textOf } from "./Slips.ts"

/** Gives one input; returns what is wrong with the result. */
type Subject = (chance: Chance) => Promise<string | undefined>

/** Returns whether a sentence is readable, in both languages. */
const isSentence = (text: string | undefined): boolean =>
  text !== undefined && text.trim() !== "" && !/undefined|\[object/.test(text.replaceAll(/`[^`]*`|“[^”]*”/gu, ""))

const wrongIn = (diagnostics: readonly Diagnostic[]): string | undefined => {
  for (const { code, message, primary } of diagnostics) {
    if (!isSentence(message.en) || !isSentence(message["zh-CN"])) return `${code} says ${JSON.stringify(message)}`
    const { file, start, end } = primary.span
    if (!(start >= 0 && start <= end && end <= file.text.length)) return `${code} stands nowhere: ${start} to ${end}`
  }
  return undefined
}

/** Compiles policies; a test replaces the compiler by a wrong one. */
export const policiesBy =
  (compileOne: typeof compile): Subject =>
  async (chance) => {
    const { path, text } = chance.pick(policies)
    const root = slipped(chance, text)
    const read = (name: string): string | undefined => {
      if (name === path) return root
      try {
        return readFileSync(join(dirname(path), name), "utf8")
      } catch {
        return undefined
      }
    }
    const { bundle: made, diagnostics } = compileOne({ root: path, read })
    const isWrong = diagnostics.some(({ level }) => level === "error")
    return isWrong === (made === undefined) ? wrongIn(diagnostics) : "a bundle in spite of errors, or none without"
  }

const peopleFile: Subject = async (chance) => {
  const { path, text } = chance.pick(people)
  return wrongIn(readPeople({ path, text: slipped(chance, text) }, bundle).diagnostics)
}

const known = readPeople(
  {
    path: "people.yaml",
    text: "hearback: 1\npeople:\n  ann: { name: Ann, roles: [agent] }\ncustomers: { C-17: {} }\n"
  },
  bundle
).people

const scenario: Subject = async (chance) => {
  const { path, text } = chance.pick(scenarios)
  if (known === undefined) throw new Error("the people file is wrong")
  const { diagnostics } = readScenarios({ path, text: slipped(chance, text) }, bundle, known)
  return wrongIn(diagnostics)
}

/** Returns the number of entries in quarantine. */
let parked = 0
let open: { loop: Loop; cases: string[]; given: number } | undefined

/** A loop for some hundred inputs; then its record must verify, and another loop continues. */
const loopOf = async (): Promise<{ readonly loop: Loop; readonly cases: string[] }> => {
  if (open !== undefined && open.given >= 300) {
    const { ok } = await open.loop.verify()
    await open.loop.close()
    open = undefined
    if (!ok) throw new Error("the record does not verify")
  }
  if (open === undefined) {
    const known = new Map<string, object>(Object.entries(customers))
    const loop = await Hearback.open({
      policy: bundle,
      store: memory(),
      customers: { customer: async (id) => known.get(id) },
      people: {
        person: async (id) => staff.find((one) => one.id === id),
        withRole: async (role) => staff.filter(({ roles }) => roles.includes(role)),
        absence: async () => undefined
      }
    })
    open = { loop, cases: [], given: 0 }
    parked = 0
  }
  open.given += 1
  return open
}

/** Checks that a wrong call throws with a documented code. */
const call = async (given: () => Promise<string | undefined>): Promise<string | undefined> => {
  try {
    return await given()
  } catch (error) {
    return isHearbackError(error) && isSentence(error.message) ? undefined : `threw ${(error as Error).stack}`
  }
}

const fieldsOfFeedback = [
  ...["channel", "customer", "verbatim", "description", "kind", "happenedAt", "where", "demand", "hopedForBy"],
  ...["attachments", "facts", "score", "consent", "thread", "received", "automatic", "source"]
]

const feedback: Subject = async (chance) => {
  const { loop, cases } = await loopOf()
  const given: Record<string, unknown> = { channel: "email", customer: "c-1", verbatim: "The invoice is wrong" }
  for (let n = 0; n < 1 + chance.below(3); n++) given[chance.pick(fieldsOfFeedback)] = chance.pick(odd)
  return call(async () => {
    const receipt = await loop.submit(given as unknown as Feedback)
    if (!isSentence(receipt.message)) return `the receipt says ${receipt.message}`
    if (receipt.outcome === "opened" || receipt.outcome === "joined") {
      cases.push(receipt.case)
      return (await loop.get(receipt.case)) === undefined ? `${receipt.case} is lost` : undefined
    }
    if (!("reason" in receipt)) return "the receipt names neither a case nor a reason"
    if (receipt.reason.startsWith("intake/failed")) return `${JSON.stringify(given)}: ${receipt.reason}`
    if (receipt.outcome === "received") return `${receipt.id} is left as received`
    const before = parked
    parked = (await loop.health()).quarantine
    return parked > before || receipt.replayed ? undefined : `${receipt.id} is lost`
  })
}

const verbs = Object.entries(Arguments.commands) as readonly (readonly [string, Readonly<Record<string, unknown>>])[]
const usual: Readonly<Record<string, unknown>> = {
  ...{ gate: "acknowledged", says: "agree", reason: "usual", text: "usual", amount: 10, to: "ben", clock: "agreed" },
  ...{ until: "2026-11-30", because: "dissatisfied", finds: "right", name: "delivered", into: "2611-NONE00" }
}
const actors = [{ id: "ann" }, { id: "sue" }, { id: "max" }, { customer: "c-1" }, { id: "constructor" }] as const

const command: Subject = async (chance) => {
  const { loop, cases } = await loopOf()
  if (cases.length < 3) {
    const { case: id } = await loop.submit({ channel: "email", verbatim: `The invoice ${cases.length} is wrong` })
    cases.push(id)
  }
  const [verb, table] = chance.pick(verbs)
  const names = Object.keys(table)
  const given = Object.fromEntries(
    names.flatMap((name) => {
      if (chance.isOneIn(3)) return []
      return [[name, chance.isOneIn(4) ? chance.pick(odd) : (usual[name] ?? chance.pick(odd))]]
    })
  )
  if (chance.isOneIn(20)) given[textOf(chance.pick(odd))] = chance.pick(odd)
  const id = chance.isOneIn(30) ? textOf(chance.pick(odd)) : chance.pick(cases)
  const desk = loop.for({ actor: chance.pick(actors) })
  return call(async () => {
    const outcome = await desk.execute(id, { do: verb, ...given } as unknown as Command)
    if (outcome.ok) return isSentence(outcome.message) ? undefined : `${verb}: ${outcome.message}`
    const { messages, reasons } = outcome.rejection
    const said = [messages.en, messages["zh-CN"], ...reasons.map(({ message }) => message)]
    const wrong = said.find((text) => !isSentence(text))
    return wrong === undefined ? undefined : `${JSON.stringify({ verb, given })} is refused with: ${wrong}`
  })
}

const head = "verbatim,channel,customer,received,key,score"
const row = (n: number): string => `"The invoice ${n} is wrong",email,c-${n % 3},2026-11-16 09:0${n % 10},k-${n},`

/** Imports a file with the command line: each row is in a case, or in quarantine, and the counts add up. */
const imported =
  (name: string, text: (chance: Chance) => string): Subject =>
  async (chance) => {
    const folder = mkdtempSync(join(tmpdir(), "hearback-fuzz-"))
    try {
      writeFileSync(join(folder, name), Buffer.from(text(chance), chance.isOneIn(6) ? "utf16le" : "utf8"))
      const [out, err]: [string[], string[]] = [[], []]
      const policyFile = join(import.meta.dirname, "../simulation/simulated.policy.yaml")
      const exit = await run(["ingest", join(folder, name), policyFile, "--db", join(folder, "x.db"), "--json"], {
        out: (said) => out.push(said),
        err: (said) => err.push(said),
        outIsTerminal: false,
        errIsTerminal: false,
        columns: 120,
        env: {},
        cwd: folder,
        now: () => Date.UTC(2026, 10, 22),
        interrupted: new AbortController().signal
      })
      const said = err.join("") + out.join("")
      if (/TypeError|RangeError|\n {4}at /.test(said)) return said
      if (exit > 1) return isSentence(said) ? undefined : `exit ${exit} says ${said}`
      const { addUp, only } = JSON.parse(out.join("")) as { readonly addUp: boolean; readonly only?: unknown }
      return addUp || only !== undefined ? undefined : `the sums do not add up: ${out.join("")}`
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

const rows = 25

/** All subjects. `share`: how many inputs of each there are for one command, because some take long. */
export const subjects: Readonly<
  Record<string, { readonly run: Subject; readonly inputs: number; readonly share: number }>
> = {
  policy: { run: policiesBy(compile), inputs: 1, share: 0.16 },
  people: { run: peopleFile, inputs: 1, share: 0.2 },
  scenario: { run: scenario, inputs: 1, share: 0.1 },
  feedback: { run: feedback, inputs: 1, share: 0.4 },
  command: { run: command, inputs: 1, share: 1 },
  csv: {
    run: imported("rows.csv", (chance) =>
      slipped(chance, [head, ...Array.from({ length: rows }, (_, n) => row(n))].join("\n"))
    ),
    inputs: rows,
    share: 0.005
  },
  ndjson: {
    run: imported("rows.ndjson", (chance) =>
      Array.from({ length: rows }, (_, n) => {
        const one: Record<string, unknown> = { verbatim: `The invoice ${n} is wrong`, channel: "email", key: `k-${n}` }
        if (chance.isOneIn(2)) one[chance.pick(fieldsOfFeedback)] = chance.pick(odd)
        const line = JSON.stringify(one)
        return chance.isOneIn(5) ? slipped(chance, line).replaceAll("\n", " ") : line
      }).join("\n")
    ),
    inputs: rows,
    share: 0.005
  }
}
