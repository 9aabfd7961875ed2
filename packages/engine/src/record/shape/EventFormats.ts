/**
 * What is known of the events of each kind of stream: their shapes by version, and how an older one becomes the one that
 * is written today.
 */
import * as EventType from "../../name/EventType.ts"
import type { Json } from "../../port/Event.ts"
import type { Body } from "../clear/Split.ts"
import type { StreamKind } from "../clear/StreamEvents.ts"
import { eventShapes } from "../generated/EventShapes.ts"
import type { Misread } from "./EventFault.ts"
import { type Check, checkOf, type Fields, type Misfit, type Shape } from "./Shape.ts"
import { type Upcast, upcasts } from "./Upcasts.ts"

/** Whatever is known of an event: the first shape is that of version 1, the first step leads from it to version 2. */
export interface EventFormats {
  readonly shapes: { readonly [Kind in StreamKind]?: Readonly<Record<string, readonly Shape[]>> }
  readonly upcasts: { readonly [Kind in StreamKind]?: Readonly<Record<string, readonly Upcast[] | undefined>> }
}

/** The formats of the engine. */
export const eventFormats: EventFormats = { shapes: eventShapes, upcasts }

/** Whether an event can be read, and as what. */
export type Read =
  | { readonly ok: true; readonly name: string; readonly body: Body }
  | { readonly ok: false; readonly why: Misread }

export interface EventReader {
  /** Returns the version in which an event is written today; undefined for one that is not known. */
  versionOf(kind: StreamKind, name: string): number | undefined
  /** Returns how a body is not as events of today are. */
  misfitOf(kind: StreamKind, name: string, body: Body): Misfit | undefined
  /** Reads an event by its type and body.  `isSealed`: what is sealed of it does not open. */
  read(kind: StreamKind, type: string, body: Json, isSealed: boolean): Read
}

/** What every event may carry: the path of a rule, the policy in which that stands, how far the clock was behind. */
const everywhere: Fields = { "why?": "text", "under?": "text", "clockBehind?": "number" }

const ofEvent = (shape: Shape): Shape =>
  typeof shape === "object" && "has" in shape ? { has: { ...shape.has, ...everywhere } } : shape

/** What a stored type names, and the checks of its versions. */
interface Format extends EventType.EventType {
  readonly checks: readonly Check[] | undefined
}

/** Makes what reads events of some formats. Formats are made when they are first needed. */
export const makeEventReader = ({ shapes, upcasts: steps }: EventFormats): EventReader => {
  const checks = new Map<string, readonly Check[]>()
  const checksOf = (kind: StreamKind, name: string): readonly Check[] | undefined => {
    const key = `${kind} ${name}`
    const events = shapes[kind] ?? {}
    const found =
      checks.get(key) ??
      (Object.hasOwn(events, name) ? events[name]?.map((shape) => checkOf(ofEvent(shape))) : undefined)
    if (found !== undefined) checks.set(key, found)
    return found
  }
  // Found by the text of the type alone: each event of the record is looked up.
  const formats = new Map<StreamKind, Map<string, Format>>()
  const formatOf = (kind: StreamKind, type: string): Format => {
    const known = formats.get(kind)?.get(type)
    if (known !== undefined) return known
    const { name, version } = EventType.parse(type)
    const format = { name, version, checks: checksOf(kind, name) }
    const ofKind = formats.get(kind) ?? new Map<string, Format>()
    // Types that nobody knows may be as many as a damaged record has.
    if (format.checks !== undefined && version <= format.checks.length) formats.set(kind, ofKind.set(type, format))
    return format
  }

  const read = (kind: StreamKind, type: string, found: Json, isSealed: boolean): Read => {
    const { name, version, checks } = formatOf(kind, type)
    if (checks === undefined) return no({ reason: name === "" ? "torn" : "type" })
    if (version > checks.length) return no({ reason: "version" })
    const misfit = checks[version - 1]?.(found, isSealed)
    if (misfit !== undefined) return no({ reason: "field", ...misfit })
    let body = found as Body
    if (version === checks.length) return { ok: true, name, body }
    for (const step of steps[kind]?.[name]?.slice(version - 1) ?? []) body = step(body)
    const missed = checks.at(-1)?.(body, isSealed)
    return missed === undefined ? { ok: true, name, body } : no({ reason: "field", ...missed })
  }

  return {
    versionOf: (kind, name) => checksOf(kind, name)?.length,
    misfitOf: (kind, name, body) => checksOf(kind, name)?.at(-1)?.(body, false),
    read
  }
}

const no = (why: Misread): Read => ({ ok: false, why })
