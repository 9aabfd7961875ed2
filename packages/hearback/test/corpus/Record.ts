/**
 * Adds a folder to the corpus with what is new since its last folder. Existing folders are never changed, because
 * records of their format exist.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { Case } from "@hearback/core"
import { EventType, type Json } from "@hearback/engine"
import fc from "fast-check"
import { sqlite } from "hearback/sqlite"
import { histories } from "../../../core/test/laws/histories.ts"
import type { AnyFields } from "../../../engine/src/record/clear/FieldRule.ts"
import { type PolicyWords, wordsOf } from "../../../engine/src/record/clear/PolicyWords.ts"
import { type Body, join as joined, split } from "../../../engine/src/record/clear/Split.ts"
import { streamFields } from "../../../engine/src/record/clear/StreamEvents.ts"
import { eventShapes } from "../../../engine/src/record/generated/EventShapes.ts"
import type { EventShape } from "../../../engine/src/record/shape/Shape.ts"
import { variantsOf } from "../../../engine/test/record/Variants.ts"
import {
  digestFile,
  digestsOf,
  eventsIn,
  folders,
  formsIn,
  formsOfEvents,
  type Kind,
  type Recorded,
  root,
  type Shapes,
  summaryOf
} from "./Corpus.ts"
import { live } from "./Life.ts"
import { onCopy, saidBy, tablesOf } from "./Stores.ts"

const bodyOf = ({ clear, secret }: Recorded): Body =>
  secret === undefined ? (clear as Body) : joined(clear as Body, secret as Body)

const formsOf = (one: Recorded, shapes?: Shapes): readonly string[] => formsIn(one.kind, one.type, bodyOf(one), shapes)

/** Returns the forms that no folder has. */
export const missingForms = (shapes?: Shapes): ReadonlySet<string> => {
  const missing = new Set(formsOfEvents(shapes))
  for (const folder of folders())
    for (const one of eventsIn(folder)) for (const form of formsOf(one, shapes)) missing.delete(form)
  return missing
}

/** Names that the engine writes are words of the policy that decided. */
const everyWord: PolicyWords = { has: () => true, isClearFact: () => false }

const written = (kind: Kind, name: string, at: number, body: Body, words = everyWord): Recorded => {
  const version = (eventShapes[kind] as Readonly<Record<string, readonly EventShape[]>>)[name]?.length ?? 1
  const { clear, secret } = split(body, (streamFields[kind] as Readonly<Record<string, AnyFields>>)[name] ?? {}, words)
  const event = { kind, type: EventType.render({ name, version }), at, clear }
  return secret === undefined ? event : { ...event, secret }
}

/** Generated lives, each with the events of its cases. */
const lives = (count: number): readonly (readonly [Case.Case, readonly Recorded[]])[] =>
  fc.sample(histories, { seed: 20_261_116, numRuns: count }).flatMap(({ world }, n) =>
    [...world.events].map(([id, events]) => {
      const recorded = events.map(({ event, at, ...body }) => {
        const plain = JSON.parse(JSON.stringify(body)) as Body
        return { ...written("case", event, at, plain, wordsOf(world.policy)), of: `${n + 1}-${id}` }
      })
      return [Case.fold(id, events), recorded] as const
    })
  )

/** Takes whole lives while each shows much that is new, then single events, and constructs those that no life has. */
const eventsFor = (missing: ReadonlySet<string>) => {
  const left = new Set(missing)
  const news = (events: readonly Recorded[]): number =>
    new Set(events.flatMap((one) => formsOf(one)).filter((form) => left.has(form))).size
  const take = (events: readonly Recorded[]): void => {
    for (const form of events.flatMap((one) => formsOf(one))) left.delete(form)
  }
  const all = left.size > worthALife ? lives(150) : []
  const summaries: Record<string, Json> = {}
  const taken: Recorded[] = []
  for (let best = all[0]; best !== undefined && taken.length < mostLived; ) {
    best = all.toSorted(([, one], [, other]) => news(other) - news(one))[0]
    if (best === undefined || news(best[1]) < worthALife) break
    const [state, events] = best
    taken.push(...events)
    summaries[events[0]?.of ?? ""] = summaryOf(state)
    take(events)
  }
  for (const { of: _, ...one } of all.flatMap(([, events]) => events))
    if (news([one]) > 0) {
      taken.push(one)
      take([one])
    }
  for (const [kind, events] of Object.entries(eventShapes))
    for (const [name, versions] of Object.entries(events as Readonly<Record<string, readonly EventShape[]>>))
      for (const value of variantsOf(versions.at(-1) ?? "nothing")) {
        const one = written(kind as Kind, name, 1_794_819_000_000, value as Body)
        if (news([one]) === 0) continue
        taken.push(one)
        take([one])
      }
  return { events: taken, summaries }
}

/** A life must show this many new forms to be kept; this many events of lives are enough. */
const worthALife = 8
const mostLived = 700

/** Returns the version of the current tables if no folder has a store with them. */
export const missingTables = async (): Promise<string | undefined> => {
  const folder = mkdtempSync(join(tmpdir(), "hearback-tables-"))
  try {
    await sqlite(join(folder, "store.db")).events.close()
    const today = tablesOf(folder)
    const isThere = folders().some((one) => existsSync(join(one, "store.db")) && tablesOf(one) === today)
    return isThere ? undefined : today
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const recordStore = async (folder: string): Promise<void> => {
  copyFileSync(join(import.meta.dirname, "people.yaml"), join(folder, "people.yaml"))
  const path = join(folder, "store.db")
  await live(sqlite(path))
  for (const file of [path, `${path}.keys`]) {
    const database = new DatabaseSync(file)
    database.exec("PRAGMA journal_mode = DELETE; PRAGMA page_size = 1024; VACUUM")
    database.close()
  }
  const said = await onCopy(folder, saidBy)
  writeFileSync(join(folder, "said.json"), `${JSON.stringify(said)}\n`)
}

/** Adds a folder with what is missing; returns its path, undefined if nothing is missing. */
export const record = async (): Promise<string | undefined> => {
  const [forms, tables] = [missingForms(), await missingTables()]
  if (forms.size === 0 && tables === undefined) return undefined
  const folder = join(root, String(folders().length + 1).padStart(4, "0"))
  mkdirSync(folder, { recursive: true })
  const { events, summaries } = eventsFor(forms)
  writeFileSync(join(folder, "events.ndjson"), events.map((one) => `${JSON.stringify(one)}\n`).join(""))
  writeFileSync(join(folder, "lives.json"), `${JSON.stringify(summaries, null, 1)}\n`)
  if (tables !== undefined) await recordStore(folder)
  writeFileSync(join(folder, digestFile), digestsOf(folder))
  return folder
}
