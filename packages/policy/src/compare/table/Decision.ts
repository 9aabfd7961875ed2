/** What a policy decides about a case, and the cases for which two policies decide otherwise. */
import { canonical, Fact, Ranges } from "@hearback/core"
import type { Condition, FactType, RuleId, Table, Varying } from "../../bundle/Bundle.ts"
import { type DiagramBox, type DiagramTables, type FittingRows, type Group, solve } from "./Diagram.ts"
import type { BundleValue, DifferenceCell, DifferingCases } from "./Difference.ts"
import { cellsOf, type Joint, type JointSide } from "./Joint.ts"

/** How many nodes of one diagram are looked at before comparing gives up and says so. */
const limit = 100_000

export interface DecidedValue {
  readonly value: BundleValue
  readonly rule?: RuleId | undefined
}

/** What one side decides by its tables. */
export interface TableDecision {
  readonly tables: readonly DiagramTables[]
  /** Of one case, `vector`, the rule is the line that decides for it. */
  readonly outcome: (fits: FittingRows, vector?: readonly number[]) => DecidedValue
}

export const constant = (value: BundleValue, rule?: RuleId): TableDecision => ({
  tables: [],
  outcome: () => ({ value, rule })
})

const tablesOf = (joint: Joint, side: JointSide, table: Table): DiagramTables => ({
  rows: cellsOf(table).map((cells) => joint.row(side, cells, false)),
  hit: "first"
})

/** What the first row that fits says; `undefined` where none does. */
export const firstOf = <T>(joint: Joint, side: JointSide, { table, values }: Varying<T>): TableDecision => ({
  tables: [tablesOf(joint, side, table)],
  outcome: ([fits]) => {
    const row = fits?.[0]
    return row === undefined ? { value: undefined } : { value: values[row], rule: table.rows[row]?.rule }
  }
})

/** What a decision says where a condition holds; `undefined` elsewhere. */
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

export interface Changes {
  readonly changes: readonly Change[]
  readonly done: boolean
}

/** How many conditions of one change are told. */
const mostTold = 6

/** Returns each pair of outcomes that differ, with its cases. */
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
      // What neither policy takes to happen is no case.
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
  // Where the values of an input have nothing in common no case can be held against both.
  const isApart = columnsOf(own).some((column) => Ranges.isEmpty(joint.columns[column]?.domain ?? Ranges.all))
  return { changes, done: done && !isApart }
}

/** Returns a value that a person would choose: of levels the weakest, so that nothing but what matters stands out. */
const chosen = (type: FactType, set: Ranges.Ranges): number => {
  const last = type._tag === "OneOf" && type.graded ? set.at(-1) : undefined
  return last === undefined ? (Ranges.sample(set) ?? 0) : last - 1
}

/** What is known makes a better witness than what is not, and a short condition than a long one. */
const plainestFirst = (joint: Joint, boxes: readonly DiagramBox[]): readonly DiagramBox[] => {
  const unknowns = (box: DiagramBox): number =>
    [...box].filter(([column, set]) => chosen(joint.columns[column]?.type ?? { _tag: "Flag" }, set) === Fact.UNKNOWN)
      .length
  return [...boxes].sort((a, b) => unknowns(a) - unknowns(b) || a.size - b.size)
}

/** Returns the rows of a table that a case fits; levels are left to whoever asks. */
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

/** What each policy takes never to happen, as far as it speaks of inputs that are looked at anyway; both or none. */
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
