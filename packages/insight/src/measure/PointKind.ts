/** What data points are counted as. Each kind is there once in a program, so that what is counted of it is found by a number. */
import { defined } from "@hearback/core"
import type { DataPoint } from "./Tally.ts"

export interface PointKind extends Pick<DataPoint, "gate" | "apart"> {
  /** The place of the measure in the list of all. */
  readonly measure: number
  /** What is counted together has one number: a measure, or one gate's part of it. */
  readonly place: number
}

/** Gives the data points of a case, one after the other. */
export type EachPoint = (visit: (kind: PointKind, at: number, value: number) => void) => void

const kinds = new Map<string, PointKind>()
const places = new Map<string, number>()

/** Returns the kind of what one measure counts, of one gate, or apart. */
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
