/**
 * Recorded events cover every row of the decoders: if a row, a field, a word or a form were missing, or a field had
 * another type, some record of the corpus could not be read.
 */
import { describe, expect, it } from "vitest"
import { join } from "../../../engine/src/record/clear/Split.ts"
import { eventShapes } from "../../../engine/src/record/generated/EventShapes.ts"
import { makeEventReader } from "../../../engine/src/record/shape/EventFormats.ts"
import type { EventShape } from "../../../engine/src/record/shape/Shape.ts"
import { upcasts } from "../../../engine/src/record/shape/Upcasts.ts"
import { eventsIn, folders, type Kind, type Recorded } from "./Corpus.ts"

const recorded = new Map<string, Recorded[]>()
for (const one of folders().flatMap(eventsIn)) {
  const row = `${one.kind} ${one.type.replace(/\.v\d+$/u, "")}`
  recorded.set(row, [...(recorded.get(row) ?? []), one])
}

const rows = Object.entries(eventShapes).flatMap(([kind, events]) =>
  Object.entries(events as Readonly<Record<string, readonly EventShape[]>>).map(
    ([name, versions]) => [kind as Kind, name, versions] as const
  )
)

/** Returns whether all recorded events of a row can be read with these shapes. */
const areRead = (kind: Kind, name: string, versions: readonly EventShape[] | undefined): boolean => {
  const reader = makeEventReader({ shapes: { [kind]: versions === undefined ? {} : { [name]: versions } }, upcasts })
  return (recorded.get(`${kind} ${name}`) ?? []).every(({ clear, secret, ...one }) => {
    const body = secret === undefined ? clear : join(clear as never, secret as never)
    return reader.read(kind, one.type, body, false).ok
  })
}

/** Returns shapes that accept less than one does, or something else, in one place. */
const others = (shape: EventShape): readonly EventShape[] => {
  if (typeof shape === "string") return [shape === "nothing" ? "text" : "nothing"]
  if ("is" in shape) return shape.is.map((word) => ({ is: shape.is.filter((one) => one !== word) }) as EventShape)
  if ("list" in shape) return others(shape.list).map((list) => ({ list }))
  if ("map" in shape) return others(shape.map).map((map) => ({ map }))
  if ("row" in shape) return [{ row: shape.row.slice(1) }]
  if ("any" in shape)
    return shape.any.flatMap((form, n) => [
      { any: shape.any.filter((one) => one !== form) },
      ...others(form).map((other) => ({ any: shape.any.with(n, other) }))
    ])
  return Object.entries(shape.has).flatMap(([field, inner]) => {
    const { [field]: _, ...less } = shape.has
    return [less, ...others(inner).map((other) => ({ ...less, [field]: other }))].map((has) => ({ has }) as EventShape)
  })
}

describe.each(rows)("%s %s", (kind, name, versions) => {
  it("is read as recorded, and not without its row", () => {
    expect(areRead(kind, name, versions)).toBe(true)
    expect(areRead(kind, name, undefined)).toBe(false)
  })

  it("accepts exactly what was recorded", () => {
    const last = versions.at(-1) ?? "nothing"
    const unnoticed = others(last).filter((other) => areRead(kind, name, [...versions.slice(0, -1), other]))
    expect(unnoticed.map((one) => JSON.stringify(one))).toEqual([])
  })
})
