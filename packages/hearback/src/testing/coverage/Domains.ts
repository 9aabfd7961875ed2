/** Computes which codes the inputs of a policy can have. */
import { Fact, type Policy, Ranges, type Table } from "@hearback/core"

/** Returns the codes of each column of a table. */
export const domainsOf = (policy: Policy.Policy, table: Table.Table): readonly Ranges.Ranges[] =>
  table.slots.map((slot) => domainOf(policy, slot))

const domainOf = (policy: Policy.Policy, slot: number): Ranges.Ranges => {
  const { bundle, sources } = policy
  const [input, source] = [bundle.inputs[slot], sources[slot]]
  if (input === undefined || source === undefined) return Ranges.empty
  const whole = Fact.domain(input.type, true)
  const values = (known: readonly (string | undefined)[]): Ranges.Ranges =>
    Ranges.points(
      known.map((value) => (value === undefined ? undefined : Fact.encode(input.type, value)) ?? Fact.UNKNOWN)
    )
  const { categories } = bundle.dictionary
  switch (source._tag) {
    case "Conclusion":
    case "Since":
      return whole
    case "CategoryDefault":
      return values(categories.map(({ defaults }) => defaults[source.dimension]))
    case "Fact":
      return bundle.facts[source.fact]?.default === undefined ? whole : Fact.domain(input.type, false)
    case "Fixed":
      if (source.name === "category.department") return values(categories.map(({ department }) => department))
      return ["category", "score", "channel", "confidence", "happened-at", "hoped-for-by"].includes(source.name)
        ? whole
        : Fact.domain(input.type, false)
    case "Level":
    case "Signal":
    case "GateState":
    case "ClockState":
      return Fact.domain(input.type, false)
  }
}

/** Returns the cases that `assume` excludes, if they use only columns of this table. */
export const neverOf = ({ bundle }: Policy.Policy, table: Table.Table): readonly Table.TableRow["cells"][] =>
  (bundle.assume ?? []).flatMap(({ never }) =>
    never.table.rows.flatMap(({ cells }) => {
      const asked = never.table.slots.filter((_, column) => cells[column] !== null)
      return asked.every((slot) => table.slots.includes(slot))
        ? [table.slots.map((slot) => cells[never.table.slots.indexOf(slot)] ?? null)]
        : []
    })
  )
