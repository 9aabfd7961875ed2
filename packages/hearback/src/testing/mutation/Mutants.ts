/**
 * Policies that differ from one in a single place, each with a likely mistake. The same policy always has the same
 * mutants.
 */
import { type Bundle, defined, Fact, Instant, Policy, Ranges, type Table } from "@hearback/core"
import { reachOf } from "@hearback/policy"
import { domainsOf, neverOf } from "../coverage/Domains.ts"
import { laidOutAnew, pointsOf } from "./Points.ts"

/** The kind of mistake. */
export type MutationKind = "bound" | "dropped" | "swapped" | "gate" | "limit"

/** A policy with one mistake. */
export interface Mutant {
  readonly change: MutationKind
  readonly rule: Bundle.RuleId
  /** What was changed: `amount 1000.00 CNY`, or the row with which it was swapped. */
  readonly about?: string
  readonly bundle: Bundle.Bundle
}

/** Returns all mutants of a policy. */
export const mutantsOf = (bundle: Bundle.Bundle): readonly Mutant[] => {
  const laidOut = new Set(bundle.grading.flatMap(({ points, table }) => (points === undefined ? [] : [table.table.id])))
  const tables = [...tablesIn(bundle).values()].filter(({ table }) => !laidOut.has(table.id))
  const mutants = [
    ...tables.flatMap((table) => [...shifted(bundle, table), ...dropped(bundle, table), ...swapped(bundle, table)]),
    ...pointsOf(bundle),
    ...withoutGates(bundle),
    ...raised(bundle)
  ]
  // The hash of the original would be wrong, and no case is pinned to a mutant, so a name replaces it.
  return mutants.map((mutant, n) => ({ ...mutant, bundle: { ...mutant.bundle, content: `mutant-${n + 1}` } }))
}

/** A table, and the values of its rows if it is no condition. */
interface Deciding {
  readonly table: Table.Table
  readonly values?: readonly unknown[]
}

const isTable = (value: unknown): value is Table.Table =>
  typeof value === "object" && value !== null && "slots" in value && "rows" in value && "id" in value

/** Returns whether a table can change a decision. Assumptions and tables that decide no case cannot. */
const idle: ReadonlySet<string> = new Set(["assume", "learning", "retention", "places", "zones", "calendars"])

const tablesIn = (bundle: Bundle.Bundle): ReadonlyMap<string, Deciding> => {
  const found = new Map<string, Deciding>()
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return
    if ("table" in value && isTable(value.table)) {
      const values = "values" in value && Array.isArray(value.values) ? value.values : undefined
      found.set(value.table.id, { table: value.table, ...defined({ values }) })
    } else for (const each of Object.values(value)) visit(each)
  }
  for (const [key, value] of Object.entries(bundle)) if (!idle.has(key)) visit(value)
  return found
}

/** Replaces the rows of a table, wherever it is. */
const withRows = (bundle: Bundle.Bundle, id: string, rows: readonly Table.TableRow[], values?: readonly unknown[]) => {
  const visit = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value
    if (Array.isArray(value)) return value.map(visit)
    if ("table" in value && isTable(value.table) && value.table.id === id)
      return { ...value, table: { ...value.table, rows }, ...defined({ values }) }
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, visit(each)]))
  }
  const { places, zones, calendars, ...rest } = bundle
  const changed = { ...(visit(rest) as typeof rest), places, zones, calendars }
  return { ...changed, grading: changed.grading.map((dimension) => laidOutAnew(bundle, dimension)) }
}

const score: Bundle.Input = { name: "score", type: { _tag: "Amount", scale: 2, unit: "" } }

const shifted = (bundle: Bundle.Bundle, { table, values }: Deciding): readonly Mutant[] => {
  const policy = Policy.load(bundle)
  const isOfScore = Object.values(bundle.channels).some(({ kindByScore }) => kindByScore?.table.id === table.id)
  // Cells of a score use only the score, not the inputs of the policy.
  const columns = isOfScore ? [score] : table.slots.map((slot) => bundle.inputs[slot])
  const types = columns.map((column) => column?.type)
  const ordered = types.map((type) => type !== undefined && Fact.isOrdered(type))
  const { bounds } = reachOf({
    table,
    domains: isOfScore ? [Fact.domain(score.type, false)] : domainsOf(policy, table),
    ordered,
    never: isOfScore ? [] : neverOf(policy, table),
    limit: 10_000
  })
  return bounds.flatMap(({ row, column, at, side }) => {
    const [old, type] = [table.rows[row], types[column]]
    const cell = old?.cells[column]
    if (side === "below" || old === undefined || type === undefined || cell == null) return []
    const unit = type._tag === "Span" ? Instant.MINUTE : type._tag === "Date" ? Instant.DAY : 1
    const moved = cell.map((code) => (code === at ? at + unit : code))
    const rows = table.rows.with(row, { ...old, cells: old.cells.with(column, moved) })
    const about = `${columns[column]?.name} ${Fact.render(type, at, Fact.english, policy.zone)}`
    // A cell with one value cannot be changed.
    return moved.every((code, n) => n === 0 || code > (moved[n - 1] ?? 0))
      ? [{ change: "bound", rule: old.rule, about, bundle: withRows(bundle, table.id, rows, values) } as const]
      : []
  })
}

/** Omits a condition's only row, because then it would never hold, which is another mistake than a missing row. */
const dropped = (bundle: Bundle.Bundle, { table, values }: Deciding): readonly Mutant[] =>
  table.rows.length < 2
    ? []
    : table.rows.map(({ rule }, row) => {
        const rows = table.rows.toSpliced(row, 1)
        return { change: "dropped", rule, bundle: withRows(bundle, table.id, rows, values?.toSpliced(row, 1)) }
      })

/**
 * Returns whether two rows can be swapped with an effect. Rows of a condition, rows with the same result, and rows
 * without a common case can be in any order.
 */
const swapped = (bundle: Bundle.Bundle, { table, values }: Deciding): readonly Mutant[] =>
  values === undefined
    ? []
    : table.rows.slice(1).flatMap((second, index) => {
        const first = table.rows[index]
        const isSame = JSON.stringify(values[index]) === JSON.stringify(values[index + 1])
        if (first === undefined || isSame || areApart(first, second)) return []
        const rows = table.rows.with(index, second).with(index + 1, first)
        const given = values.with(index, values[index + 1]).with(index + 1, values[index])
        const bundleSwapped = withRows(bundle, table.id, rows, given)
        return [{ change: "swapped", rule: first.rule, about: second.rule, bundle: bundleSwapped } as const]
      })

const areApart = (first: Table.TableRow, second: Table.TableRow): boolean =>
  first.cells.some((cell, column) => {
    const other = second.cells[column] ?? null
    return cell !== null && other !== null && Ranges.isEmpty(Ranges.intersect(cell, other))
  })

const withoutGates = (bundle: Bundle.Bundle): readonly Mutant[] =>
  bundle.loops.flatMap((loop, index) =>
    loop.gates.map(({ name, path, after }) => {
      // Gates that followed the removed gate now follow what it followed.
      const gates = loop.gates
        .filter((gate) => gate.name !== name)
        .map((gate) =>
          gate.after.includes(name)
            ? { ...gate, after: [...new Set(gate.after.flatMap((other) => (other === name ? after : [other])))] }
            : gate
        )
      return {
        change: "gate",
        rule: path,
        bundle: { ...bundle, loops: bundle.loops.with(index, { ...loop, gates }) }
      } as const
    })
  )

const raised = (bundle: Bundle.Bundle): readonly Mutant[] => {
  const { authority } = bundle
  return authority.limits.flatMap((limit, index) => {
    const path = `authority.limits.${limit.role}`
    const mutant = (rule: string, changed: Bundle.LimitRule): Mutant => ({
      change: "limit",
      rule,
      bundle: { ...bundle, authority: { ...authority, limits: authority.limits.with(index, changed) } }
    })
    const { compensate = {}, discount, resources } = limit
    const keys = { perCase: "per-case", perDay: "per-day", perMonth: "per-month", perYear: "per-year" } as const
    return [
      ...Object.entries(keys).flatMap(([key, word]) =>
        typeof compensate[key as keyof typeof keys] === "number"
          ? [mutant(`${path}.compensate.${word}`, { ...limit, compensate: { ...compensate, [key]: null } })]
          : []
      ),
      ...(typeof discount === "number" ? [mutant(`${path}.discount`, { ...limit, discount: null })] : []),
      ...(typeof resources === "number" ? [mutant(`${path}.resources`, { ...limit, resources: null })] : [])
    ]
  })
}
