/** The corpus: a folder for each format in which records were ever stored. */
import { hash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Case, Clock } from "@hearback/core"
import { EventType, type Json } from "@hearback/engine"
import { eventShapes } from "../../../engine/src/record/generated/EventShapes.ts"
import type { EventShape } from "../../../engine/src/record/shape/Shape.ts"
import { formsOf, formsShown } from "../../../engine/test/record/Variants.ts"

/** The kind of an event. */
export type Kind = keyof typeof eventShapes

/** An event as it was stored; `secret` is its encrypted part. */
export interface Recorded {
  readonly kind: Kind
  readonly type: string
  readonly at: number
  readonly clear: Json
  readonly secret?: Json
  /** The case to whose events it belongs, in order; absent if it is alone. */
  readonly of?: string
}

/** The shapes of all versions of events. */
export type Shapes = Readonly<Record<string, Readonly<Record<string, readonly EventShape[]>>>>

/** The folder of the corpus. */
export const root = join(import.meta.dirname, "recorded")

/** Returns the folders, the first format first. */
export const folders = (): readonly string[] =>
  existsSync(root)
    ? readdirSync(root)
        .filter((name) => /^\d{4}$/u.test(name))
        .sort()
        .map((name) => join(root, name))
    : []

/** The digests of all other files of a folder when it was recorded, as `sha256sum` writes and checks them. */
export const digestFile = "SHA256SUMS"

/** Returns the current digests of a folder's files. */
export const digestsOf = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => name !== digestFile)
    .sort()
    .map((name) => `${hash("sha256", readFileSync(join(folder, name)))}  ${name}\n`)
    .join("")

/** Returns the content of a JSON file in a folder. */
export const jsonIn = (folder: string, name: string): Json | undefined =>
  existsSync(join(folder, name)) ? (JSON.parse(readFileSync(join(folder, name), "utf8")) as Json) : undefined

/** Returns the events in a folder. */
export const eventsIn = (folder: string): readonly Recorded[] =>
  readFileSync(join(folder, "events.ndjson"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Recorded)

/** Returns the names of everything to cover: each form of each event, in every version. */
export const formsOfEvents = (shapes: Shapes = eventShapes): readonly string[] =>
  Object.entries(shapes).flatMap(([kind, events]) =>
    Object.entries(events).flatMap(([name, versions]) =>
      versions.flatMap((shape, n) => {
        const event = `${kind} ${EventType.render({ name, version: n + 1 })}`
        return [event, ...formsOf(shape).map((form) => `${event}: ${form}`)]
      })
    )
  )

/** Returns the names of the forms that an event shows, by the shape of its version. */
export const formsIn = (kind: Kind, type: string, body: Json, shapes: Shapes = eventShapes): readonly string[] => {
  const { name, version } = EventType.parse(type)
  const shape = shapes[kind]?.[name]?.[version - 1]
  if (shape === undefined) return []
  const event = `${kind} ${EventType.render({ name, version })}`
  return [event, ...formsShown(shape, body).map((form) => `${event}: ${form}`)]
}

/** Returns a summary of a case that does not depend on the structure of its state. */
export const summaryOf = (state: Case.Case): Json => {
  const clocks = Object.values(state.clocks).map((clock) => [
    clock.name,
    { state: Clock.stateOf(clock), dueAt: clock.dueAt, breaches: clock.breaches.length }
  ])
  const summary = {
    events: state.version,
    standing: Case.standing(state),
    outcome: state.lifecycle.customerLoop?.outcome,
    owner: state.ownership.owner,
    policy: state.policy?.content,
    customer: state.conversation.customer,
    said: state.conversation.said.map(({ text }) => text),
    facts: state.feedback.facts,
    kind: state.feedback.understanding?.kind,
    category: state.feedback.understanding?.category,
    grades: Object.fromEntries(Object.entries(state.grades).map(([name, { level }]) => [name, level])),
    gates: Object.fromEntries(Object.entries(state.gates).map(([name, { status }]) => [name, status])),
    clocks: Object.fromEntries(clocks),
    granted: state.authority.grants.map(({ power, amount, by }) => [power, amount, by]),
    waiting: state.authority.approvals.map(({ id }) => id),
    links: state.relations.links,
    merged: state.relations.mergedInto,
    messages: state.messages.count,
    dueAt: Case.due(state)
  }
  return JSON.parse(JSON.stringify(summary)) as Json
}
