/**
 * Combines the inputs of two policies into one list of columns, so that a case is one vector for both.
 *
 * Inputs and values of a list are matched by name, amounts use the finer unit. A value that only one policy has (a
 * new category, a new level) cannot be compared; the list itself is reported as different. Values that the category
 * decides (`category.urgency`, `category.department`) are computed from the category.
 */
import { canonical, Fact, InputName, Ranges } from "@hearback/core"
import type { Bundle, FactType, FactValue, Table } from "../../bundle/Bundle.ts"
import type { DiagramRow } from "./Diagram.ts"

/** Which of the two policies: 0 is the older one, 1 the newer one. */
export type JointSide = 0 | 1

interface Column {
  readonly name: string
  readonly type: FactType
  /** The values that both policies know. */
  readonly domain: Ranges.Ranges
}

/** Two policies over one list of columns. */
export interface Joint {
  readonly bundles: readonly [Bundle, Bundle]
  readonly columns: readonly Column[]
  /** Returns a row of one policy over the joint columns; undefined if no case can match it. */
  readonly row: (
    side: JointSide,
    cells: ReadonlyMap<number, Ranges.Ranges>,
    composed: boolean
  ) => DiagramRow | undefined
}

/** Returns the cells of each row of a table by slot. */
export const cellsOf = (table: Table): readonly ReadonlyMap<number, Ranges.Ranges>[] =>
  table.rows.map(
    ({ cells }) =>
      new Map(
        table.slots.flatMap((slot, index) => {
          const cell = cells[index] ?? null
          return cell === null ? [] : [[slot, cell] as const]
        })
      )
  )

/** Combines the inputs of two policies. */
export const jointOf = (before: Bundle, after: Bundle): Joint => {
  const bundles = [before, after] as const
  const sources = [InputName.sourcesOf(before), InputName.sourcesOf(after)] as const
  const columns: Column[] = []
  const recodes: [Map<number, Recoded>, Map<number, Recoded>] = [new Map(), new Map()]
  const add = (name: string, types: readonly [FactType | undefined, FactType | undefined]): void => {
    const [first, second] = types
    const together = first === undefined || second === undefined || first._tag === second._tag
    const groups = together ? [types] : ([[first, undefined] as const, [undefined, second] as const] as const)
    for (const group of groups) {
      const mayBeUnknown = bundles.some((bundle) => isOpen(bundle, name)) || defaultsDiffer(bundles, name)
      const { type, recode, common } = met(group)
      const domain = mayBeUnknown ? Ranges.union([Fact.UNKNOWN, Fact.UNKNOWN + 1], common) : common
      for (const side of [0, 1] as const) {
        const slot = bundles[side].inputs.findIndex((input) => input.name === name)
        if (slot >= 0 && group[side] !== undefined)
          recodes[side].set(slot, { column: columns.length, recode: withDefault(recode[side], bundles[side], name) })
      }
      columns.push({ name, type, domain })
    }
  }
  const typeIn = (bundle: Bundle, name: string) => bundle.inputs.find((input) => input.name === name)?.type
  for (const name of new Set(bundles.flatMap(({ inputs }) => inputs.map((input) => input.name))))
    add(name, [typeIn(before, name), typeIn(after, name)])
  const row: Joint["row"] = (side, given, composed) => {
    const levels = new Map<string, Ranges.Ranges>()
    const cells = new Map<number, Ranges.Ranges>()
    const bundle = bundles[side]
    for (const [slot, cell] of [...given].map((entry) => ofCategory(bundle, sources[side], entry))) {
      const source = sources[side][slot]
      if (composed && source?._tag === "Level") levels.set(source.dimension, cell)
      else {
        const to = recodes[side].get(slot)
        if (to === undefined) continue
        const set = Ranges.intersect(to.recode(cell), columns[to.column]?.domain ?? Ranges.all)
        cells.set(to.column, Ranges.intersect(set, cells.get(to.column) ?? Ranges.all))
      }
    }
    // A column without a common value is kept, so that the comparison can report it.
    const isEmpty = ([column, set]: readonly [number, Ranges.Ranges]): boolean =>
      Ranges.isEmpty(set) && !Ranges.isEmpty(columns[column]?.domain ?? Ranges.all)
    if ([...cells].some(isEmpty)) return undefined
    return { cells, levels }
  }
  return { bundles, columns, row }
}

interface Recoded {
  readonly column: number
  readonly recode: (set: Ranges.Ranges) => Ranges.Ranges
}

/** Inputs that can be unknown when they are read, apart from facts without a default. */
const open: ReadonlySet<string> = new Set(["score", "channel", "confidence", "category.department"])

const isOpen = (bundle: Bundle, name: string): boolean => {
  const fact = Object.hasOwn(bundle.facts, name) ? bundle.facts[name] : undefined
  if (fact !== undefined) return fact.default === undefined
  return name === "category" ? mayHaveNone(bundle) : open.has(name)
}

/**
 * Returns the cases without a category that can occur. If the dictionary has a category for all other words, only
 * cases of a routine have none.
 */
const mayHaveNone = ({ dictionary, channels }: Bundle): boolean =>
  dictionary.otherwise === undefined || Object.values(channels).some(({ mode }) => mode === "routine")

const defaultsDiffer = ([before, after]: Joint["bundles"], name: string): boolean =>
  canonical(defaultIn(before, name)) !== canonical(defaultIn(after, name))

const defaultIn = ({ facts }: Bundle, name: string): FactValue | null =>
  (Object.hasOwn(facts, name) ? facts[name]?.default : undefined) ?? null

/**
 * Returns a cell with the default of a fact: an unrecorded fact is read as its default, so a cell with one contains
 * the other.
 */
const withDefault = (recode: Recoded["recode"], bundle: Bundle, name: string): Recoded["recode"] => {
  const value = defaultIn(bundle, name)
  const code = value === null ? undefined : Fact.encode(bundle.facts[name]?.type ?? { _tag: "Flag" }, value)
  if (code === undefined) return recode
  const unknown = [Fact.UNKNOWN, Fact.UNKNOWN + 1]
  return (set) => {
    const known = Ranges.minus(recode(set), unknown)
    return Ranges.has(set, code) ? Ranges.union(unknown, known) : known
  }
}

/** Returns a cell on a value that the category decides as a cell on the category. */
const ofCategory = (
  { dictionary, inputs }: Bundle,
  sources: readonly InputName.InputSource[],
  entry: readonly [number, Ranges.Ranges]
): readonly [number, Ranges.Ranges] => {
  const [slot, cell] = entry
  const source = sources[slot]
  const category = inputs.findIndex(({ name }) => name === "category")
  const [type, names] = [inputs[slot]?.type, inputs[category]?.type]
  const isDepartment = source?._tag === "Fixed" && source.name === "category.department"
  if (type === undefined || names?._tag !== "OneOf" || (source?._tag !== "CategoryDefault" && !isDepartment))
    return entry
  const codes = names.values.flatMap((name, code) => {
    const found = dictionary.categories.find((each) => each.name === name)
    const value = source._tag === "CategoryDefault" ? found?.defaults[source.dimension] : found?.department
    const its = value === undefined ? Fact.UNKNOWN : (Fact.encode(type, value) ?? Fact.UNKNOWN)
    return Ranges.has(cell, its) ? [code] : []
  })
  const none = Ranges.has(cell, Fact.UNKNOWN) ? [Fact.UNKNOWN] : []
  return [category, Ranges.points([...none, ...codes])]
}

interface Met {
  readonly type: FactType
  readonly recode: readonly [Recoded["recode"], Recoded["recode"]]
  readonly common: Ranges.Ranges
}

const same = (set: Ranges.Ranges): Ranges.Ranges => set

/** Returns one type for an input of two policies, or of only one. */
const met = ([first, second]: readonly [FactType | undefined, FactType | undefined]): Met => {
  const one = first ?? second
  if (one === undefined) throw new Error("an input of neither policy")
  const [a, b] = [first ?? one, second ?? one]
  if (a._tag === "OneOf" && b._tag === "OneOf") {
    const values = [...new Set([...a.values, ...b.values])]
    const into = (own: readonly string[]) => byPoint((code) => [values.indexOf(own[code] ?? "")], own.length)
    const common = Ranges.points(
      values.flatMap((name, i) => (a.values.includes(name) && b.values.includes(name) ? [i] : []))
    )
    return { type: { ...a, values }, recode: [into(a.values), into(b.values)], common }
  }
  if (a._tag === "SomeOf" && b._tag === "SomeOf") {
    const values = [...new Set([...a.values, ...b.values])]
    const type: FactType = { _tag: "SomeOf", values }
    const into = (own: FactType & { readonly _tag: "SomeOf" }) =>
      byPoint((code) => [code === 0 ? 0 : (Fact.encode(type, Fact.render(own, code)) ?? 0)], 2 ** own.values.length)
    return {
      type,
      recode: [into(a), into(b)],
      common: Ranges.intersect(into(a)(Fact.domain(a, false)), into(b)(Fact.domain(b, false)))
    }
  }
  if (a._tag === "Text" && b._tag === "Text") {
    const values = [...new Set([...a.values, ...b.values])]
    // Any other text of one policy can be a text that the other names.
    const into = (own: readonly string[]) =>
      byPoint(
        (code) =>
          code === 0
            ? [0, ...values.flatMap((text, i) => (own.includes(text) ? [] : [i + 1]))]
            : [values.indexOf(own[code - 1] ?? "") + 1],
        own.length + 1
      )
    const type: FactType = { _tag: "Text", values }
    return { type, recode: [into(a.values), into(b.values)], common: Fact.domain(type, false) }
  }
  if (a._tag === "Amount" && b._tag === "Amount") {
    const scale = Math.max(a.scale, b.scale)
    const into = (own: number) => (own === scale ? same : scaled(10 ** (scale - own)))
    const bounds = [a, b].map((each) => into(each.scale)(Fact.domain(each, false)))
    const common = Ranges.intersect(bounds[0] ?? Ranges.all, bounds[1] ?? Ranges.all)
    return { type: { ...b, scale }, recode: [into(a.scale), into(b.scale)], common }
  }
  return { type: one, recode: [same, same], common: Fact.domain(one, false) }
}

/** Converts the codes of a set of names; unknown stays unknown. */
const byPoint =
  (to: (code: number) => readonly number[], count: number): Recoded["recode"] =>
  (set) => {
    const codes = Array.from({ length: count }, (_, code) => code).filter((code) => Ranges.has(set, code))
    const unknown = Ranges.has(set, Fact.UNKNOWN) ? [Fact.UNKNOWN] : []
    return Ranges.points([...unknown, ...codes.flatMap(to).filter((code) => code >= 0)])
  }

const scaled =
  (times: number): Recoded["recode"] =>
  (set) => {
    const clip = (bound: number): number =>
      Math.abs(bound) >= Number.MAX_SAFE_INTEGER / times ? (bound < 0 ? Ranges.MIN + 1 : Ranges.MAX) : bound * times
    const known = Ranges.minus(set, [Fact.UNKNOWN, Fact.UNKNOWN + 1])
    const out = known.reduce<Ranges.Ranges>(
      (sum, lo, i) => (i % 2 === 1 ? sum : Ranges.union(sum, Ranges.of(clip(lo), clip(known[i + 1] ?? lo)))),
      Ranges.empty
    )
    return Ranges.has(set, Fact.UNKNOWN) ? Ranges.union([Fact.UNKNOWN, Fact.UNKNOWN + 1], out) : out
  }
