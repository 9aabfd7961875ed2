/** Likely mistakes in points: a missing row, or a threshold that is one sum too high. */
import { type Bundle, Points, Policy, Ranges } from "@hearback/core"
import { domainsOf } from "../coverage/Domains.ts"

type Dimension = Bundle.DimensionRule
type Rules = NonNullable<Dimension["points"]>

/** A policy with other points. */
interface Changed {
  readonly change: "bound" | "dropped"
  readonly rule: Bundle.RuleId
  readonly about?: string
  readonly bundle: Bundle.Bundle
}

/** Returns a dimension with the table of its new points. */
export const laidOutAnew = (bundle: Bundle.Bundle, dimension: Dimension): Dimension => {
  const { points, table } = dimension
  if (points === undefined) return dimension
  const policy = Policy.load(bundle)
  const slots = Points.slotsOf(points)
  const domains = domainsOf(policy, { id: "", slots, rows: [] })
  const columns = slots.map((slot, at) => {
    const tag = policy.sources[slot]?._tag
    return { slot, domain: domains[at] ?? Ranges.empty, mayBeOpen: tag === "GateState" || tag === "Conclusion" }
  })
  const boxes = Points.layOut(points, columns, Number.POSITIVE_INFINITY)?.boxes ?? []
  const anew = Points.tableOf(points, columns, boxes, table.table.id)
  return { ...dimension, table: { table: anew.table, values: anew.values.map(({ level }) => ({ level })) } }
}

/** Returns the mistakes in the points of a policy, without changes that grade every case as before. */
export const pointsOf = (bundle: Bundle.Bundle): readonly Changed[] =>
  bundle.grading.flatMap((dimension, at) => {
    const { points } = dimension
    if (points === undefined) return []
    const before = laidOutAnew(bundle, dimension)
    const changed = (rule: string, change: Changed["change"], rules: Rules, about?: string): readonly Changed[] => {
      const after = laidOutAnew(bundle, { ...dimension, points: rules })
      if (JSON.stringify(after.table) === JSON.stringify(before.table)) return []
      const mutant = { change, rule, bundle: { ...bundle, grading: bundle.grading.with(at, after) } }
      return [about === undefined ? mutant : { ...mutant, about }]
    }
    return [
      ...points.rows.flatMap(({ rule }, index) =>
        changed(rule, "dropped", { ...points, rows: points.rows.toSpliced(index, 1) })
      ),
      ...boundsOf(points).flatMap((bound) => {
        const owner = points.thresholds.find(({ sums }) => sums.includes(bound))
        return changed(owner?.rule ?? "", "bound", raised(points, bound), String(bound))
      })
    ]
  })

/** Returns the bounds between two levels, each once. */
const boundsOf = ({ thresholds }: Rules): readonly number[] => [
  ...new Set(thresholds.flatMap(({ sums }) => sums.filter((at) => at - 1 > Ranges.MIN && at < Ranges.MAX)))
]

/** Moves both sides of a bound, so that no sum is without a level. */
const raised = (points: Rules, bound: number): Rules => ({
  ...points,
  thresholds: points.thresholds.map((threshold) => {
    const sums = threshold.sums.map((at) => (at === bound ? bound + 1 : at))
    return { ...threshold, sums: sums.filter((at, i) => at !== sums[i + 1] && at !== sums[i - 1]) }
  })
})
