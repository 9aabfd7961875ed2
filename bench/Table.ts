/**
 * Decision tables: a table as policies have them, compared with the function that an engineer would write for it, and
 * tables of different sizes, compared with chains of `if` written by a program.
 *
 * Both sides read the same vectors of codes and return the number of the row, and both are checked to be equal. The
 * hand-written function is called directly, so that the platform can inline it.
 */
import { Ranges, Table } from "@hearback/core"
import type { Measure } from "./bench.ts"
import { mulberry } from "./Examples.ts"
import { race, type Side } from "./Race.ts"
import { time } from "./Report.ts"

/** Tier 0 strategic, 1 key, 2 standard; amount in minor units; emotion 0 furious, 1 upset, 2 mild, 3 unmoved. */
const [TIER, AMOUNT, EMOTION] = [0, 1, 2] as const

const is = (...codes: readonly number[]): Ranges.Ranges => Ranges.points(codes)
const from = (lo: number): Ranges.Ranges => Ranges.of(lo, Ranges.MAX)
const below = (hi: number): Ranges.Ranges => Ranges.of(Ranges.MIN, hi)

const urgency: Table.Table = {
  id: "urgency",
  slots: [TIER, AMOUNT, EMOTION],
  rows: [
    { rule: "1", cells: [null, null, is(0)] },
    { rule: "2", cells: [is(0), from(5_000_000), null] },
    { rule: "3", cells: [is(0), null, is(0, 1)] },
    { rule: "4", cells: [null, Ranges.of(1_000_000, 5_000_000), is(1)] },
    { rule: "5", cells: [is(1), from(2_000_000), null] },
    { rule: "6", cells: [is(1), null, is(1, 2)] },
    { rule: "7", cells: [null, below(10_000), is(3)] },
    { rule: "8", cells: [null, null, null] }
  ]
}

const urgencyByHand = (v: Table.Inputs): number => {
  const [tier, amount, emotion] = [v[TIER] as number, v[AMOUNT] as number, v[EMOTION] as number]
  if (emotion === 0) return 0
  if (tier === 0 && amount >= 5_000_000) return 1
  if (tier === 0 && emotion <= 1) return 2
  if (amount >= 1_000_000 && amount < 5_000_000 && emotion === 1) return 3
  if (tier === 1 && amount >= 2_000_000) return 4
  if (tier === 1 && (emotion === 1 || emotion === 2)) return 5
  if (amount < 10_000 && emotion === 3) return 6
  return 7
}

const random = mulberry(8)
const whole = (most: number): number => Math.floor(random() * most)
const vectors: readonly Table.Inputs[] = Array.from({ length: 1_024 }, () => [whole(3), whole(8_000_000), whole(4)])

/**
 * A table of ranges: each row has a tier, a range of the amount and one or two emotions; the last row takes the rest.
 */
const banded = (rows: number): Table.Table => ({
  id: `banded-${rows}`,
  slots: [TIER, AMOUNT, EMOTION],
  rows: Array.from({ length: rows }, (_, i): Table.TableRow => {
    if (i === rows - 1) return { rule: String(i), cells: [null, null, null] }
    const width = 8_000_000 / rows
    return {
      rule: String(i),
      cells: [is(i % 3), Ranges.of(Math.floor(i * width), Math.floor((i + 3) * width)), is(i % 4, (i + 1) % 4)]
    }
  })
})

/** Writes a table as a chain of `if`, as a person would have to. */
const typedOut = (table: Table.Table): ((v: Table.Inputs) => number) => {
  const lines = table.rows.map(({ cells }, row) => {
    const tests = cells.flatMap((cell, column) => {
      if (cell === null) return []
      const either: string[] = []
      for (let i = 0; i < cell.length; i += 2) {
        const [lo, hi] = [cell[i] as number, cell[i + 1] as number]
        either.push(hi === lo + 1 ? `v[${column}] === ${lo}` : `(v[${column}] >= ${lo} && v[${column}] < ${hi})`)
      }
      return [`(${either.join(" || ")})`]
    })
    return tests.length === 0 ? `return ${row}` : `if (${tests.join(" && ")}) return ${row}`
  })
  return new Function("v", lines.join("\n")) as (v: Table.Inputs) => number
}

const agree = (table: Table.Table, byHand: (v: Table.Inputs) => number): void => {
  const compiled = Table.compile(table)
  for (const v of vectors)
    if (compiled(v) !== byHand(v)) throw new Error(`${table.id} and the function by hand differ at ${v.join(", ")}`)
}

/** Returns a side with a loop of its own, since one loop for all functions would be a call through a pointer. */
const side = (name: string, decide: (v: Table.Inputs) => number): Side => {
  const loop = new Function(
    "decide",
    "vectors",
    "times",
    `let sum = 0; for (let i = 0; i < times; i++) sum += decide(vectors[i & 1023]); return sum //${name}`
  ) as (decide: unknown, from: typeof vectors, times: number) => number
  return { name, run: (times) => loop(decide, vectors, times) }
}

/** Measures this subject. */
export const measure: Measure = (give) => {
  agree(urgency, urgencyByHand)
  const raced = race([side("ours", Table.compile(urgency)), side("hand", urgencyByHand)])
  give({
    what: "a table of 8 rows by 3 columns",
    ours: time(raced.ns("ours")),
    limit: `by hand ${time(raced.ns("hand"))}`,
    ratio: raced.ratio("ours", "hand"),
    target: 5
  })
  const sizes = [4, 8, 16, 32, 64, 128]
  const tables = sizes.map(banded)
  const hands = tables.map(typedOut)
  tables.forEach((table, i) => {
    agree(table, hands[i] as (v: Table.Inputs) => number)
  })
  const grown = race([
    ...tables.map((table) => side(`ours-${table.rows.length}`, Table.compile(table))),
    ...hands.map((hand, i) => side(`hand-${sizes[i]}`, hand))
  ])
  for (const size of sizes)
    give({
      what: `a table of ${size} rows`,
      ours: time(grown.ns(`ours-${size}`)),
      limit: `typed out ${time(grown.ns(`hand-${size}`))}`,
      ratio: grown.ratio(`ours-${size}`, `hand-${size}`),
      // Four rows are two comparisons by hand; the target begins where a table is worthwhile.
      ...(size >= 8 && size <= 32 ? { target: 5 } : {})
    })
  give({
    what: "a table of 32 rows beside one of 4: flat",
    ours: time(grown.ns("ours-32")),
    limit: `of 4 rows ${time(grown.ns("ours-4"))}`,
    ratio: grown.ratio("ours-32", "ours-4"),
    // Four times as many cuts are two more steps of a search in each column.
    target: 2
  })
}
