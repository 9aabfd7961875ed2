/** Kinds of data points. Each kind exists once in a program, so that its counts are found by a number. */
import { defined } from "@hearback/core"
import type { DataPoint } from "./Tally.ts"

/** What a data point is counted as. */
export interface PointKind extends Pick<DataPoint, "gate" | "apart"> {
  /** The index of the measure in the list of all. */
  readonly measure: number
  /** The number of what is counted together: a measure, or one gate's part of it. */
  readonly place: number
}

/** Yields the data points of a case to a visitor, one after the other. */
export type EachPoint = (visit: (kind: PointKind, at: number, value: number) => void) => void

const kinds = new Map<string, PointKind>()
const places = new Map<string, number>()

/** Returns the kind for a measure, a gate of it, or a count apart. */
export const pointKind = (measure: number, gate: string | undefined, apart: PointKind["apart"]): PointKind => {
  const counted = JSON.stringify([measure, gate])
  const key = `${counted} ${apart}`
  const known = kinds.get(key)
  if (known !== undefined) return known
  const place = places.get(counted) ?? places.size
  places.set(counted, place)
  const made: PointKind = defined({ measure, place, gate, apart })
  kinds.set(key, made)
  return made
}
