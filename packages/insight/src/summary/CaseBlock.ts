/**
 * What counts of many cases, packed: what items say stands once, and all numbers once; an item is five indexes, each in a
 * column of its own. Each item counts from one knowledge on, and up to the one that knew otherwise, so a block answers for
 * the end of any period.
 * Invariant: the items of a case stand in the order of their kinds.
 * Source: docs/decisions/0044-figures-from-rows.md
 */
import { countingOf, kindIn } from "./SummaryItems.ts"

export interface CaseBlock {
  readonly ids: readonly string[]
  /** How many items there are up to the end of each case. */
  readonly ends: Uint32Array
  /** Each as JSON: most of it is asked for by few questions. */
  readonly said: readonly string[]
  /** The first is NaN, for none. */
  readonly numbers: Float64Array
  readonly items: ItemColumns
}

/** Of each item what it says, and the place of each of its numbers. */
export type ItemColumns = Readonly<Record<ItemColumn, Indexes>>
type ItemColumn = (typeof itemColumns)[number]

/**
 * `from`: unknown until this instant. `until`: known otherwise since the knowledge that was unknown until this instant; empty
 * where nothing of the whole block is known otherwise, as of most.
 */
export const itemColumns = ["said", "at", "value", "from", "until"] as const

type Indexes = Uint16Array | Uint32Array

/** Returns the narrowest array for indexes into lists of these lengths. */
export const indexesFor = (numbers: number, said: number): typeof Uint16Array | typeof Uint32Array =>
  Math.max(numbers, said) > 65_536 ? Uint32Array : Uint16Array

interface BlockBuilder {
  /** `until` is NaN where nobody knows otherwise. */
  add(said: string, at: number, value: number, from: number, until: number): void
  endCase(id: string): void
  block(): CaseBlock
}

export const makeBlock = (): BlockBuilder => {
  const [said, numbers] = [new Map<string, number>(), new Map<number, number>([[Number.NaN, 0]])]
  const ids: string[] = []
  const ends: number[] = []
  const items: Record<ItemColumn, number[]> = { said: [], at: [], value: [], from: [], until: [] }
  const indexIn = <T>(all: Map<T, number>, one: T): number => {
    const known = all.get(one)
    if (known !== undefined) return known
    all.set(one, all.size)
    return all.size - 1
  }
  return {
    add: (text, at, value, from, until) => {
      items.said.push(indexIn(said, text))
      items.at.push(indexIn(numbers, at))
      items.value.push(indexIn(numbers, value))
      items.from.push(indexIn(numbers, from))
      items.until.push(indexIn(numbers, until))
    },
    endCase: (id) => {
      ids.push(id)
      ends.push(items.said.length)
    },
    block: () => {
      const Indexes = indexesFor(numbers.size, said.size)
      const column = (name: ItemColumn) => Indexes.from(items[name])
      return {
        ids,
        ends: Uint32Array.from(ends),
        said: [...said.keys()],
        numbers: Float64Array.from(numbers.keys()),
        items: {
          said: column("said"),
          at: column("at"),
          value: column("value"),
          from: column("from"),
          until: items.until.some((index) => index !== 0) ? column("until") : new Indexes()
        }
      }
    }
  }
}

/** Returns the cases of blocks, each by its place in its block, as one block. */
export const gather = (cases: readonly { readonly of: CaseBlock; readonly place: number }[]): CaseBlock => {
  const to = makeBlock()
  for (const { of, place } of cases) {
    const { said, at, value, from, until } = of.items
    const number = (index = 0): number => of.numbers[index] ?? Number.NaN
    for (let n = beginOf(of, place); n < (of.ends[place] ?? 0); n++)
      to.add(of.said[said[n] ?? 0] ?? "", number(at[n]), number(value[n]), number(from[n]), number(until[n]))
    to.endCase(of.ids[place] ?? "")
  }
  return to.block()
}

const beginOf = ({ ends }: CaseBlock, place: number): number => (place === 0 ? 0 : (ends[place - 1] ?? 0))

/** Returns the first and the last instant at which something counts. */
export const spanOf = (block: CaseBlock): { readonly first: number; readonly last: number } => {
  const { numbers, items } = block
  let [first, last] = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]
  const widen = (index = 0): void => {
    const at = numbers[index] ?? Number.NaN
    if (at < first) first = at
    if (at > last) last = at
  }
  const counting = block.said.map((one) => countingOf(kindIn(one)))
  for (const [n, what] of items.said.entries()) {
    const of = counting[what]
    if (of !== "nothing") widen(items.at[n])
    if (of === "both") widen(items.value[n])
  }
  return first > last ? { first: 0, last: 0 } : { first, last }
}
