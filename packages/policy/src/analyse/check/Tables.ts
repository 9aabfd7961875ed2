/**
 * Checks tables that must decide every case: gaps between rows, rows that are never reached, and missing cells of a
 * matrix. Every finding shows an example case in the words of the policy.
 */
import { defined, Fact, Instant, Ranges, Table as Tables } from "@hearback/core"
import type { DimensionRule, FactType, Table } from "../../bundle/Bundle.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { get, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { written } from "../../source/SourceFile.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { domainsOf } from "../table/Domains.ts"
import { analyse } from "../table/Partition.ts"
import { neverOf } from "./UnreachableRows.ts"

/** The most boxes into which one table is cut before analysis stops and reports it. */
export const limit = 200_000

/** An example case that shows a fault: the value of each input that matters. */
export type Witness = Readonly<Record<string, string>>

/** Checks a table in which the first matching row decides and some row must match. */
export const total = (reading: Reading, table: Table, dimensions: readonly DimensionRule[]): void => {
  const tree = reading.at(table.id)
  if (tree === undefined || table.rows.length === 0 || reading.isFaulty(table.id)) return
  const behind = afterOtherwise(reading, tree)
  const answer = analyse({
    rows: table.rows,
    domains: domainsOf(reading, table),
    never: neverOf(reading, table, dimensions),
    hit: "first",
    limit,
    gapsAtMost: 5
  })
  if (!answer.done) reading.say("analysis/not-done", tree, { what: table.id, rows: table.rows.length, limit })
  for (const { witness } of answer.gaps)
    reading.say(
      "table/gap",
      tree,
      { table: table.id },
      { span: tree.named, witness: witnessOf(reading, table, witness) }
    )
  if (everyCase(reading, table) || tooMany(reading, table)) return
  const dead = new Map(answer.dead.map(({ row, coveredBy }) => [row, coveredBy]))
  for (const rule of new Set(answer.dead.map(({ row }) => table.rows[row]?.rule ?? ""))) {
    const rows = table.rows.flatMap((row, index) => (row.rule === rule ? [index] : []))
    const at = reading.at(rule)
    // A row with several signals becomes several rows here; it is dead only if all of them are.
    if (at === undefined || behind || !rows.every((row) => dead.has(row))) continue
    const above = [...new Set(rows.flatMap((row) => dead.get(row) ?? []).map((row) => table.rows[row]?.rule ?? ""))]
    // Levels that a pack names can remain under a map with `otherwise`.
    const inherited = tree._tag === "Map" ? above.flatMap((path) => inheritedKey(reading, path, at)) : []
    reading.say(
      "table/dead-row",
      at,
      defined({ table: table.id, row: numberOf(tree, at), inherited: inherited.length === 0 ? undefined : inherited }),
      {
        span: at.named,
        related: above.flatMap((path) => {
          const row = reading.at(path)
          return row === undefined
            ? []
            : [
                related(
                  row.named,
                  said((t) => t.place.takesCases)
                )
              ]
        })
      }
    )
  }
}

/**
 * Reports tests that every case passes, because the rows below them are never reached. The condition of one row is at
 * `condition`; rows of a table have their own place.
 */
export const everyCase = (reading: Reading, table: Table, condition?: Tree): boolean => {
  const domains = domainsOf(reading, table)
  const found = table.rows.flatMap((row) =>
    row.cells.flatMap((cell, column) => {
      const { name, type } = reading.inputs.at(table.slots[column] ?? 0)
      const at = get(condition ?? get(reading.at(row.rule), "when"), name)
      // No amount is below zero.
      const domain =
        type._tag === "Amount" && type.unit === reading.currency?.code
          ? Ranges.intersect(domains[column] ?? [], fromNothing)
          : (domains[column] ?? [])
      const isAll = cell !== null && Ranges.isEmpty(Ranges.minus(domain, cell))
      const isOne = at?._tag === "Scalar" && type._tag !== "OneOf" && type._tag !== "Flag"
      return isAll && at !== undefined && (isOne || condition !== undefined) ? [{ at, name }] : []
    })
  )
  for (const { at, name } of found)
    reading.say("cell/always", at, { input: name, found: wordOf(at) ?? written(at.span) }, { span: at.span })
  return found.length > 0
}

const fromNothing = Ranges.of(0, Number.MAX_SAFE_INTEGER)

/**
 * Reports rows that ask for more departments than the policy has. Rows of a pack are not reported, because its heirs
 * may declare more.
 */
const tooMany = (reading: Reading, table: Table): boolean => {
  const column = table.slots.findIndex((slot) => reading.inputs.at(slot).name === "departments.count")
  const asked = table.rows.flatMap(({ rule, cells }) => {
    const at = get(get(reading.at(rule), "when"), "departments.count")
    const isAbove = Ranges.isEmpty(
      Ranges.intersect(cells[column] ?? Ranges.all, Ranges.of(0, reading.names.department.size + 1))
    )
    return at !== undefined && isAbove && at.span.file === reading.root.span.file && !reading.isPack ? [at] : []
  })
  for (const at of new Set(asked))
    reading.say("cell/never", at, { input: "departments.count", found: wordOf(at) ?? "" })
  return asked.length > 0
}

const inheritedKey = (reading: Reading, path: string, row: Tree): readonly string[] =>
  reading.at(path)?.span.file === row.span.file ? [] : [path.slice(path.lastIndexOf(".") + 1)]

/** Reports rows behind `otherwise`, which are never reached. Returns whether there are any. */
const afterOtherwise = (reading: Reading, tree: Tree): boolean => {
  if (tree._tag !== "List") return false
  const last = tree.items.findIndex((row) => get(row, "otherwise") !== undefined)
  const behind = last < 0 ? [] : tree.items.slice(last + 1)
  const [first, ...others] = behind
  if (first === undefined) return false
  const places = others.map(({ named }) =>
    related(
      named,
      said((t) => t.place.andHere)
    )
  )
  const about = { table: tree.path, row: last + 2 }
  reading.say("table/after-otherwise", first, about, { span: first.named, related: places })
  return true
}

const numberOf = (table: Tree, row: Tree): number =>
  (table._tag === "Map" ? [...table.entries.values()] : itemsOf(table)).indexOf(row) + 1

/** Reports the cells that a matrix lacks. */
export const matrix = (reading: Reading, dimension: DimensionRule): void => {
  const { table } = dimension.table
  const tree = reading.at(table.id)
  const [down, across] = sidesOf(reading, table, tree)
  if (tree === undefined || down === undefined || across === undefined || reading.isFaulty(table.id)) return
  for (const [i, row] of down.levels.entries()) {
    const rowTree = get(tree, row)
    const missing = across.levels.filter((_, inner) => {
      const inputs: number[] = []
      inputs[down.slot] = i
      inputs[across.slot] = inner
      return Tables.interpret(table, inputs) < 0
    })
    const about = { dimension: dimension.name, row }
    if (rowTree === undefined) reading.say("matrix/hole", tree, about, { witness: { [down.name]: row } })
    else
      for (const column of missing)
        reading.say(
          "matrix/hole",
          rowTree,
          { ...about, column },
          { witness: { [down.name]: row, [across.name]: column } }
        )
  }
}

interface Side {
  readonly name: string
  readonly slot: number
  readonly levels: readonly string[]
}

/** The first key of a matrix is a level of its vertical dimension. */
const sidesOf = (reading: Reading, table: Table, tree: Tree | undefined): readonly [Side?, Side?] => {
  const first = tree?._tag === "Map" ? [...tree.entries.keys()][0] : undefined
  const sides = table.slots.flatMap((slot): readonly Side[] => {
    const { name, type } = reading.inputs.at(slot)
    return type._tag === "OneOf" ? [{ name, slot, levels: type.values }] : []
  })
  const down = sides.find(({ levels }) => first !== undefined && levels.includes(first))
  const across = sides.find((side) => side !== down)
  return down === undefined || across === undefined ? [] : [down, across]
}

/**
 * Reports levels that no case gets. A level that a category can give is not among them. Returns whether there are
 * any.
 */
export const reachable = (reading: Reading, { name, levels, table, lift }: DimensionRule): boolean => {
  const reached = new Set(table.values.flatMap((value) => ("level" in value ? [value.level] : levels)))
  for (const { atLeast } of lift) if (atLeast !== undefined) reached.add(atLeast)
  const steps = lift.flatMap(({ up }) => up ?? [])
  for (const level of [...reached])
    for (const step of steps) reached.add(levels[Math.max(0, levels.indexOf(level) - step)] ?? level)
  const at = reading.at(`grading.${name}.levels`)
  if (at === undefined || table.values.length === 0 || reading.isFaulty(`grading.${name}`)) return false
  // For points, the threshold is reported that no sum reaches.
  const thresholds = reading.at(`grading.${name}.thresholds`)
  const never = itemsOf(at).flatMap((item) => (item._tag === "Scalar" && !reached.has(item.text) ? [item] : []))
  for (const item of never)
    reading.say("grade/unreachable", get(thresholds, item.text) ?? item, { dimension: name, level: item.text })
  return never.length > 0
}

/**
 * Reports lifts without effect (by zero levels, or to the weakest level), and lifts by more levels than there are.
 */
export const lifts = (reading: Reading, { name, levels, lift }: DimensionRule): void => {
  for (const { rule, up, atLeast } of lift) {
    const at = reading.at(rule)
    const isIdle = atLeast === undefined ? up === 0 : levels.length > 0 && atLeast === levels.at(-1)
    if (at !== undefined && isIdle && !reading.isFaulty(rule))
      reading.say("grade/idle-lift", at, { dimension: name }, { span: at.named })
    const [most, raised] = [levels.length - 1, get(at, "up")]
    if (up !== undefined && raised !== undefined && most > 0 && up > most && !reading.isFaulty(rule))
      reading.say("grade/lift-too-far", raised, { dimension: name, up, most })
  }
}

/** Returns an example case in the words of the policy, from one code for each column. */
export const witnessOf = (reading: Reading, table: Table, codes: readonly number[]): Witness =>
  Object.fromEntries(
    table.slots.map((slot, column) => {
      const { name, type } = reading.inputs.at(slot)
      return [name, shownAs(reading, type, codes[column] ?? Number.NaN)]
    })
  )

/** Returns an instant as text in the policy's time zone, to the minute; midnight is written as a date. */
const shownAs = (reading: Reading, type: FactType, code: number): string =>
  type._tag !== "Date" || code === Fact.UNKNOWN || Number.isNaN(code)
    ? Fact.render(type, code, Fact.english, reading.zone)
    : Instant.renderInstant(code, reading.zone).replace(/ 00:00$/, "")
