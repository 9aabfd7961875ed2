/**
 * Adds up data points by their kind, and keeps only what the shape of a figure needs. Numbers are in one array, so
 * that many groups need little memory.
 */
import { measures } from "../measure/MeasureList.ts"
import type { PointKind } from "../measure/PointKind.ts"
import { type Apart, eachApart, type FigureShape, type Tally } from "../measure/Tally.ts"

/** The sums of data points by kind. */
export class PointCounts {
  /** The number of points and their sum, by the place of their kind. */
  #numbers = new Float64Array(0)
  /** The kinds that have data points, by their places. */
  readonly #kinds: (PointKind | undefined)[] = []
  /** The values of each median, by the place of its kind. */
  readonly #values: (number[] | undefined)[] = []
  readonly #aparts = new Map<number, Record<Apart, number>>()

  add(kind: PointKind, value: number): void {
    const { place, apart } = kind
    if (this.#kinds[place] === undefined) this.#meet(kind)
    if (apart === undefined) this.#count(place, 1, value)
    else this.#apartOf(place)[apart] += 1
    if (apart === undefined) this.#values[place]?.push(value)
  }

  /** Adds the sums of another counter, which has counted other cases. */
  join(other: PointCounts): void {
    for (const kind of other.kinds()) {
      const { place } = kind
      if (this.#kinds[place] === undefined) this.#meet(kind)
      this.#count(place, other.#numbers[place * 2] ?? 0, other.#numbers[place * 2 + 1] ?? 0)
      const values = this.#values[place]
      for (const value of other.#values[place] ?? []) values?.push(value)
      const more = other.#aparts.get(place)
      if (more === undefined) continue
      const apart = this.#apartOf(place)
      for (const name of Object.keys(more) as readonly Apart[]) apart[name] += more[name]
    }
  }

  kinds(): readonly PointKind[] {
    return this.#kinds.filter((kind) => kind !== undefined)
  }

  tally({ place }: PointKind): Tally {
    return {
      cases: this.#numbers[place * 2] ?? 0,
      sum: this.#numbers[place * 2 + 1] ?? 0,
      values: [...Float64Array.from(this.#values[place] ?? []).sort()],
      apart: { ...(this.#aparts.get(place) ?? none) }
    }
  }

  #count(place: number, points: number, sum: number): void {
    const numbers = this.#numbers
    numbers[place * 2] = (numbers[place * 2] ?? 0) + points
    numbers[place * 2 + 1] = (numbers[place * 2 + 1] ?? 0) + sum
  }

  #meet(kind: PointKind): void {
    const { place, measure } = kind
    this.#kinds[place] = kind
    const shape: FigureShape = measures[measure]?.shape ?? "count"
    if (shape === "median") this.#values[place] = []
    if (place * 2 < this.#numbers.length) return
    const numbers = new Float64Array((place + room) * 2)
    numbers.set(this.#numbers)
    this.#numbers = numbers
  }

  #apartOf(place: number): Record<Apart, number> {
    const apart = this.#aparts.get(place) ?? { ...none }
    this.#aparts.set(place, apart)
    return apart
  }
}

const none = eachApart(() => 0)
/** The number of further kinds for which the array has room when it grows. */
const room = 8
