/** Whole stores of the corpus: a file with its keys, as a past program left it, and what it contains. */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import type { Json } from "@hearback/engine"
import { type CaseView, Hearback, type Loop } from "hearback"
import { sqlite } from "hearback/sqlite"

/** Returns the version of a store's tables and of its key tables. */
export const tablesOf = (folder: string): string => {
  const read = (file: string, sql: string): unknown => {
    const database = new DatabaseSync(join(folder, file), { readOnly: true })
    try {
      return database.prepare(sql).get()?.["version"]
    } finally {
      database.close()
    }
  }
  const record = read("store.db", "SELECT version FROM hearback_schema")
  return `tables ${String(record)}, keys ${String(read("store.db.keys", "SELECT version FROM hearback_keys"))}`
}

/** Runs something on a copy of a recorded store, with the people of that time. */
export const onCopy = async <T>(folder: string, run: (loop: Loop) => Promise<T>): Promise<T> => {
  const copy = mkdtempSync(join(tmpdir(), "hearback-corpus-"))
  for (const file of ["store.db", "store.db.keys", "people.yaml"]) copyFileSync(join(folder, file), join(copy, file))
  const store = sqlite(join(copy, "store.db"))
  try {
    const loop = await Hearback.open({ store, people: join(copy, "people.yaml") })
    try {
      return await run(loop)
    } finally {
      await loop.close()
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

const idsOf = async (loop: Loop): Promise<readonly string[]> =>
  (await loop.list({ order: "received", limit: 200 })).items.map(({ id }) => id)

/**
 * Returns the recorded parts of a case. What may be done on it, and the words for it, can change with the program.
 */
const recordedOf = ({ id, version, policy, state, loop, kind, category, owner, department, ...view }: CaseView) => ({
  ...{ id, version, policy, state, loop, kind, category, owner, department },
  grades: Object.entries(view.grades).map(([name, { level }]) => [name, level]),
  verbatim: view.verbatim,
  facts: view.facts,
  said: view.said.map(({ text, channel, at }) => [text, channel, at]),
  gates: view.gates.map(({ name, state: stands, by, at }) => [name, stands, by, at]),
  clocks: view.clocks.map(({ name, state: stands, dueAt }) => [name, stands, dueAt]),
  amounts: [view.compensated, view.discounted, view.granted],
  approvals: view.approvals.length,
  links: view.links,
  problem: view.problem
})

/** Returns what a store contains: its cases, events, customers and policy. */
export const saidBy = async (loop: Loop): Promise<Json> => {
  const cases: Record<string, unknown> = {}
  for (const id of await idsOf(loop)) {
    const found = await loop.get(id)
    const events: unknown[] = []
    for await (const { at, event, actor } of loop.events({ case: id })) events.push([at, event, actor])
    cases[id] = { ...(found && recordedOf(found)), events }
  }
  const waiting = (await loop.quarantine.list()).map(({ id, channel, raw }) => ({ id, channel, raw }))
  const customers = await Promise.all(["c-1", "c-2", "c-6"].map((id) => loop.customers.get(id)))
  const said = { cases, waiting, customers, published: await loop.policy.versions() }
  return JSON.parse(JSON.stringify(said)) as Json
}

/** Returns the paths at which a value differs from an earlier one; additions do not count. */
export const unsaid = (before: Json, now: Json | undefined, path = ""): readonly string[] => {
  if (before === null || typeof before !== "object")
    return before === now ? [] : [`${path}: ${JSON.stringify(before)} is now ${JSON.stringify(now)}`]
  if (Array.isArray(before) && (!Array.isArray(now) || now.length !== before.length))
    return [`${path}: ${before.length} items are now ${Array.isArray(now) ? now.length : JSON.stringify(now)}`]
  const there = typeof now === "object" && now !== null ? (now as { readonly [name: string]: Json }) : {}
  return Object.entries(before).flatMap(([name, inner]) => unsaid(inner, there[name], `${path}/${name}`))
}
