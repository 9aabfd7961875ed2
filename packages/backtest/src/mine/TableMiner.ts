/**
 * Learns a decision table from a log: which inputs decide a level, and the level for each combination of their
 * values. A combination that the log does not have stays a gap: no level is guessed.
 */
import type { Facts } from "../record/RecordedCase.ts"

interface MinedRow {
  /** A value for each input of the table. */
  readonly when: readonly string[]
  readonly level: string
  /** Rows of the log with this combination, and how many of them have this level. */
  readonly seen: number
  readonly agreeing: number
}

/** A decision table that was learned from a log. */
export interface MinedTable {
  readonly dimension: string
  readonly inputs: readonly string[]
  /** For each input, the values that the log has. */
  readonly values: readonly (readonly string[])[]
  readonly levels: readonly string[]
  readonly rows: readonly MinedRow[]
  /** Combinations of values that the log never has together. */
  readonly gaps: readonly (readonly string[])[]
  readonly seen: number
  readonly agreeing: number
  /** Rows of the log that lack an input or the level. */
  readonly left: number
}

/** Learns a table from rows that are observed one by one. */
export interface Miner {
  readonly observe: (facts: Facts, grades: Readonly<Record<string, string>>) => void
  /** Returns the smallest table that gives the levels of the log; undefined if no row has a level. */
  readonly table: () => MinedTable | undefined
}

/** An input is added only if it explains at least this additional share of the rows. Less is chance. */
const WORTH = 0.001
/** A table with more inputs than this is too large to read. */
const MOST_INPUTS = 3

type Tuples = Map<string, { readonly values: readonly string[]; readonly levels: Map<string, number> }>

/** Makes a miner that has seen no rows. `order` is the order of the levels. */
export const makeMiner = (dimension: string, inputs: readonly string[], order: readonly string[]): Miner => {
  const tuples: Tuples = new Map()
  let left = 0
  return {
    observe: (facts, grades) => {
      const level = grades[dimension]
      if (level === undefined || inputs.some((name) => facts[name] === undefined)) {
        left += 1
        return
      }
      add(
        tuples,
        inputs.map((name) => String(facts[name])),
        level,
        1
      )
    },
    table: () => {
      if (tuples.size === 0) return undefined
      const chosen = choose(tuples, inputs.length)
      return tableOf(
        dimension,
        chosen.map((i) => inputs[i] as string),
        projected(tuples, chosen),
        order,
        left
      )
    }
  }
}

const add = (tuples: Tuples, values: readonly string[], level: string, count: number): void => {
  const key = JSON.stringify(values)
  const one = tuples.get(key) ?? { values, levels: new Map<string, number>() }
  one.levels.set(level, (one.levels.get(level) ?? 0) + count)
  tuples.set(key, one)
}

const projected = (tuples: Tuples, columns: readonly number[]): Tuples => {
  const found: Tuples = new Map()
  for (const { values, levels } of tuples.values())
    for (const [level, count] of levels)
      add(
        found,
        columns.map((i) => values[i] as string),
        level,
        count
      )
  return found
}

/** Chooses the input that explains most rows, then the next, until another one explains too little. */
const choose = (tuples: Tuples, inputs: number): readonly number[] => {
  let chosen: readonly number[] = []
  let [agreeing, all] = agreement(projected(tuples, chosen))
  while (chosen.length < Math.min(inputs, MOST_INPUTS)) {
    let best: { readonly with: number; readonly agreeing: number } | undefined
    for (let i = 0; i < inputs; i++) {
      if (chosen.includes(i)) continue
      const [found] = agreement(projected(tuples, [...chosen, i]))
      if (best === undefined || found > best.agreeing) best = { with: i, agreeing: found }
    }
    if (best === undefined || (best.agreeing - agreeing) / all < WORTH) break
    chosen = [...chosen, best.with]
    agreeing = best.agreeing
  }
  return [...chosen].sort((a, b) => a - b)
}

/** Returns how many rows have the most frequent level of their combination, and how many rows there are. */
const agreement = (tuples: Tuples): readonly [agreeing: number, all: number] => {
  let [agreeing, all] = [0, 0]
  for (const { levels } of tuples.values()) {
    agreeing += Math.max(...levels.values())
    for (const count of levels.values()) all += count
  }
  return [agreeing, all]
}

const tableOf = (
  dimension: string,
  inputs: readonly string[],
  tuples: Tuples,
  order: readonly string[],
  left: number
): MinedTable => {
  const values = inputs.map((_, i) => [...new Set([...tuples.values()].map((one) => one.values[i] as string))].sort())
  const rows = [...tuples.values()].map(({ values: when, levels }) => {
    const [level, agreeing] = [...levels].reduce((best, one) => (one[1] > best[1] ? one : best))
    return { when, level, agreeing, seen: [...levels.values()].reduce((sum, count) => sum + count, 0) }
  })
  const levels = [...new Set(rows.map(({ level }) => level))].sort(
    (a, b) => place(order, a) - place(order, b) || (a < b ? -1 : 1)
  )
  const known = new Set(tuples.keys())
  const gaps = combinations(values).filter((one) => !known.has(JSON.stringify(one)))
  const [agreeing, seen] = agreement(tuples)
  const sorted = rows.sort(
    (a, b) =>
      levels.indexOf(a.level) - levels.indexOf(b.level) || b.seen - a.seen || (a.when.join() < b.when.join() ? -1 : 1)
  )
  return { dimension, inputs, values, levels, rows: sorted, gaps, seen, agreeing, left }
}

const place = (order: readonly string[], level: string): number => {
  const at = order.indexOf(level)
  return at < 0 ? order.length : at
}

const combinations = (values: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  values.reduce<readonly (readonly string[])[]>(
    (all, column) => all.flatMap((one) => column.map((value) => [...one, value])),
    [[]]
  )
