/**
 * The formats of the events of each kind of stream: their shapes by version, and how an older version is converted to
 * the present one.
 */
import * as EventType from "../../name/EventType.ts"
import type { Json } from "../../port/Event.ts"
import type { Body } from "../clear/Split.ts"
import type { StreamKind } from "../clear/StreamEvents.ts"
import { eventShapes } from "../generated/EventShapes.ts"
import type { Misread } from "./EventFault.ts"
import { checkOf, type EventShape, type Misfit, type ShapeCheck, type ShapeFields } from "./Shape.ts"
import { type Upcast, upcasts } from "./Upcasts.ts"

/** The formats of events. The first shape is that of version 1; the first step converts version 1 to version 2. */
export interface EventFormats {
  readonly shapes: { readonly [Kind in StreamKind]?: Readonly<Record<string, readonly EventShape[]>> }
  readonly upcasts: { readonly [Kind in StreamKind]?: Readonly<Record<string, readonly Upcast[] | undefined>> }
}

/** The formats of the engine. */
export const eventFormats: EventFormats = { shapes: eventShapes, upcasts }

/** The event that was read, or why it cannot be. */
export type ReadEvent =
  | { readonly ok: true; readonly name: string; readonly body: Body }
  | { readonly ok: false; readonly why: Misread }

/** How an event is written in the present version. */
interface Today {
  /** The type as it is stored. */
  readonly type: string
  /** Returns how an event differs from its shape; undefined if it does not. */
  readonly misfitOf: (event: Body) => Misfit | undefined
}

/** Reads stored events. */
export interface EventReader {
  /** Returns how an event is written in the present version; undefined for an unknown event. */
  today(kind: StreamKind, name: string): Today | undefined
  /** Reads an event by its type and body. `isSealed`: its sealed part cannot be opened. */
  read(kind: StreamKind, type: string, body: Json, isSealed: boolean): ReadEvent
}

/** The fields that every event may have: the path of a rule, the policy of the rule, how far the clock was behind. */
const everywhere: ShapeFields = { "why?": "text", "under?": "text", "clockBehind?": "number" }

/** The fields that an event has beside its body until it is stored. */
const unstored: ShapeFields = { event: "text", at: "number" }

const ofEvent = (shape: EventShape, more: ShapeFields): EventShape =>
  typeof shape === "object" && "has" in shape ? { has: { ...shape.has, ...more } } : shape

/** A known stored type, with the checks of its versions. */
interface Format extends EventType.EventType {
  readonly checks: readonly ShapeCheck[]
}

/** Makes the reader for some formats. Each format is prepared when it is first needed. */
export const makeEventReader = ({ shapes, upcasts: steps }: EventFormats): EventReader => {
  const shapesOf = (kind: StreamKind, name: string): readonly EventShape[] | undefined => {
    const events = shapes[kind] ?? {}
    return Object.hasOwn(events, name) ? events[name] : undefined
  }
  const checks = makeKept<readonly ShapeCheck[]>((kind, name) =>
    shapesOf(kind, name)?.map((shape) => checkOf(ofEvent(shape, everywhere)))
  )
  const today = makeKept<Today>((kind, name) => {
    const all = shapesOf(kind, name)
    const shape = all?.at(-1)
    if (all === undefined || shape === undefined) return undefined
    const check = checkOf(ofEvent(shape, { ...everywhere, ...unstored }))
    return { type: EventType.render({ name, version: all.length }), misfitOf: (event) => check(event, false) }
  })
  // Found by the text of the type, since this runs for each event that is read.
  const formatOf = makeKept<Format>((kind, type) => {
    const { name, version } = EventType.parse(type)
    const all = checks(kind, name)
    return all !== undefined && version <= all.length ? { name, version, checks: all } : undefined
  })

  /** Returns why a stored type is not known. */
  const unknown = (kind: StreamKind, type: string): ReadEvent => {
    const { name } = EventType.parse(type)
    if (name === "") return no({ reason: "torn" })
    return no({ reason: checks(kind, name) === undefined ? "type" : "version" })
  }

  const read = (kind: StreamKind, type: string, found: Json, isSealed: boolean): ReadEvent => {
    const format = formatOf(kind, type)
    if (format === undefined) return unknown(kind, type)
    const { name, version, checks } = format
    const misfit = checks[version - 1]?.(found, isSealed)
    if (misfit !== undefined) return no({ reason: "field", ...misfit })
    let body = found as Body
    if (version === checks.length) return { ok: true, name, body }
    for (const step of steps[kind]?.[name]?.slice(version - 1) ?? []) body = step(body)
    const missed = checks.at(-1)?.(body, isSealed)
    return missed === undefined ? { ok: true, name, body } : no({ reason: "field", ...missed })
  }

  return { today, read }
}

/**
 * Returns a function that makes a value for each kind and name once. Unknown names are not kept, since a damaged record
 * may have any number of them.
 */
const makeKept = <T>(make: (kind: StreamKind, name: string) => T | undefined) => {
  const kept = new Map<StreamKind, Map<string, T>>()
  return (kind: StreamKind, name: string): T | undefined => {
    const known = kept.get(kind)?.get(name)
    if (known !== undefined) return known
    const made = make(kind, name)
    if (made !== undefined) kept.set(kind, (kept.get(kind) ?? new Map<string, T>()).set(name, made))
    return made
  }
}

const no = (why: Misread): ReadEvent => ({ ok: false, why })
