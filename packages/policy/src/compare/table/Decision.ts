/** Decisions of a policy on a case, and the cases that two policies decide differently. */
import { canonical, Fact, Ranges } from "@hearback/core"
import type { Condition, FactType, RuleId, Table, Varying } from "../../bundle/Bundle.ts"
import { type DiagramBox, type DiagramTables, type FittingRows, type Group, solve } from "./Diagram.ts"
import type { BundleValue, DifferenceCell, DifferingCases } from "./Difference.ts"
import { cellsOf, type Joint, type JointSide } from "./Joint.ts"

/** The most nodes of one diagram that are looked at before the comparison stops and reports it. */
const limit = 100_000

/** A decided value and the rule that decided it. */
export interface DecidedValue {
  readonly value: BundleValue
  readonly rule?: RuleId | undefined
}

/** What one policy decides by a list of tables. */
export interface TableDecision {
  readonly tables: readonly DiagramTables[]
  /**
   * Returns the decision for the rows that match. With `vector`, the exact case, the rule is the line that decides
   * it.
   */
  readonly outcome: (fits: FittingRows, vector?: readonly number[]) => DecidedValue
}

/** Makes a decision that is the same for every case. */
export const constant = (value: BundleValue, rule?: RuleId): TableDecision => ({
  tables: [],
  outcome: () => ({ value, rule })
})

const tablesOf = (joint: Joint, side: JointSide, table: Table): DiagramTables => ({
  rows: cellsOf(table).map((cells) => joint.row(side, cells, false)),
  hit: "first"
})

/** Makes the decision of the first matching row; `undefined` if no row matches. */
export const firstOf = <T>(joint: Joint, side: JointSide, { table, values }: Varying<T>): TableDecision => ({
  tables: [tablesOf(joint, side, table)],
  outcome: ([fits]) => {
    const row = fits?.[0]
    return row === undefined ? { value: undefined } : { value: values[row], rule: table.rows[row]?.rule }
  }
})

/** Makes a decision that applies only if a condition holds; `undefined` otherwise. */
export const where = (
  joint: Joint,
  side: JointSide,
  when: Condition | undefined,
  then: TableDecision
): TableDecision =>
  when === undefined
    ? then
    : {
        tables: [tablesOf(joint, side, when.table), ...then.tables],
        outcome: ([condition, ...rest], vector) =>
          (condition ?? []).length === 0 ? { value: undefined, rule: when.rule } : then.outcome(rest, vector)
      }

interface Change {
  readonly before: DecidedValue
  readonly after: DecidedValue
  readonly cases: DifferingCases
}

/** The changes between two decisions. `done` is false if not all cases were compared. */
export interface Changes {
  readonly changes: readonly Change[]
  readonly done: boolean
}

/** The most conditions of one change that are returned. */
const mostTold = 6

/** Returns each pair of different outcomes with its cases. */
export const changesOf = (joint: Joint, before: TableDecision, after: TableDecision): Changes => {
  const own = [...before.tables, ...after.tables]
  const never = neverOf(joint, own)
  const [first, second] = [before.tables.length, own.length]
  const outcomesOf = (fits: FittingRows, vector?: readonly number[]): readonly [DecidedValue, DecidedValue] => [
    before.outcome(fits.slice(0, first), vector),
    after.outcome(fits.slice(first, second), vector)
  ]
  const { groups, classes, done } = solve({
    domains: joint.columns.map(({ domain }) => domain),
    tables: [...own, ...never],
    answer: (fits) => {
      // A case that both policies exclude is no case.
      if (never.length > 0 && never.every((_, i) => (fits[second + i] ?? []).length > 0)) return undefined
      const [one, other] = outcomesOf(fits).map(({ value }) => canonical(value ?? null))
      return one === other ? undefined : `${one}\n${other}`
    },
    limit
  })
  const changes = groups.map((given): Change => {
    const group = { ...given, boxes: plainestFirst(joint, given.boxes) }
    const [plainest] = group.boxes
    const vector = joint.columns.map(({ type, domain }, column) => chosen(type, plainest?.get(column) ?? domain))
    const [one, other] = outcomesOf(
      own.map((table) => fitting(table, vector)),
      vector
    )
    return { before: one, after: other, cases: casesOf(joint, group, classes, vector) }
  })
  // If the two policies share no value of an input, no case can be compared.
  const isApart = columnsOf(own).some((column) => Ranges.isEmpty(joint.columns[column]?.domain ?? Ranges.all))
  return { changes, done: done && !isApart }
}

/** Returns a typical value of a set: the weakest of levels, so that only what matters stands out. */
const chosen = (type: FactType, set: Ranges.Ranges): number => {
  const last = type._tag === "OneOf" && type.graded ? set.at(-1) : undefined
  return last === undefined ? (Ranges.sample(set) ?? 0) : last - 1
}

/** Sorts boxes: known values before unknown ones, and short conditions before long ones. */
const plainestFirst = (joint: Joint, boxes: readonly DiagramBox[]): readonly DiagramBox[] => {
  const unknowns = (box: DiagramBox): number =>
    [...box].filter(([column, set]) => chosen(joint.columns[column]?.type ?? { _tag: "Flag" }, set) === Fact.UNKNOWN)
      .length
  return [...boxes].sort((a, b) => unknowns(a) - unknowns(b) || a.size - b.size)
}

/** Returns the rows of a table that match a case. Cells on levels are not checked here. */
const fitting = ({ rows }: DiagramTables, vector: readonly number[]): readonly number[] =>
  rows.flatMap((row, index) =>
    row !== undefined && [...row.cells].every(([column, set]) => Ranges.has(set, vector[column] ?? Number.NaN))
      ? [index]
      : []
  )

const casesOf = (
  joint: Joint,
  { boxes, classes, more }: Group,
  of: number,
  vector: readonly number[]
): DifferingCases => {
  const told = boxes.slice(0, mostTold)
  const [witness] = boxes
  return {
    classes,
    of,
    when: told.map((box) => cellsIn(joint, box)),
    more: boxes.length - told.length + (more ? 1 : 0),
    witness: [...(witness?.keys() ?? [])]
      .sort((a, b) => a - b)
      .map((column) => ({ ...inputAt(joint, column), code: vector[column] ?? 0 }))
  }
}

const inputAt = (joint: Joint, column: number) => {
  const { name, type } = joint.columns[column] ?? { name: "", type: { _tag: "Flag" } as const }
  return { input: name, type }
}

const cellsIn = (joint: Joint, box: DiagramBox): readonly DifferenceCell[] =>
  [...box]
    .sort(([a], [b]) => a - b)
    .map(([column, set]) => ({ ...inputAt(joint, column), set, domain: joint.columns[column]?.domain ?? Ranges.all }))

const columnsOf = (tables: readonly DiagramTables[]): readonly number[] =>
  tables.flatMap(({ rows }) => rows.flatMap((row) => [...(row?.cells.keys() ?? [])]))

/**
 * Returns the cases that each policy excludes, using only inputs that are compared anyway. Both policies must exclude
 * cases, else none count.
 */
const neverOf = (joint: Joint, tables: readonly DiagramTables[]): readonly DiagramTables[] => {
  const columns = new Set(columnsOf(tables))
  const sides = ([0, 1] as const).map(
    (side): DiagramTables => ({
      rows: (joint.bundles[side].assume ?? [])
        .flatMap(({ never }) => cellsOf(never.table).map((cells) => joint.row(side, cells, false)))
        .filter(
          (row) =>
            row !== undefined && row.levels.size === 0 && [...row.cells.keys()].every((each) => columns.has(each))
        ),
      hit: "first"
    })
  )
  return sides.some(({ rows }) => rows.length === 0) ? [] : sides
}
