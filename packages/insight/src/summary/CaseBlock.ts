/**
 * Packs the summaries of many cases: each statement and each number is kept once; an item is five indexes, each in
 * its own column. Each item counts from the instant at which it became known until something else became known
 * instead, so a block can be read for the end of any period.
 * Invariant: the items of a case are in the order of their kinds.
 * Source: docs/decisions/0044-figures-from-rows.md
 */
import { countingOf, kindIn } from "./SummaryItems.ts"

/** The packed summaries of many cases. */
export interface CaseBlock {
  readonly ids: readonly string[]
  /** For each case, the number of items up to its end. */
  readonly ends: Uint32Array
  /** The different statements of items, each as JSON, because few readers need most of them. */
  readonly said: readonly string[]
  /** The different numbers of items. The first is NaN, which means no number. */
  readonly numbers: Float64Array
  readonly items: ItemColumns
}

/** For each item, the indexes of its statement and its numbers. */
export type ItemColumns = Readonly<Record<ItemColumn, Indexes>>
type ItemColumn = (typeof itemColumns)[number]

/**
 * The columns of items. `from`: the item was unknown until this instant. `until`: what replaced the item was unknown
 * until this instant; the column is empty if nothing in the block was replaced, as in most blocks.
 */
export const itemColumns = ["said", "at", "value", "from", "until"] as const

type Indexes = Uint16Array | Uint32Array

/** Returns the narrowest array for indexes into lists of these lengths. */
export const indexesFor = (numbers: number, said: number): typeof Uint16Array | typeof Uint32Array =>
  Math.max(numbers, said) > 65_536 ? Uint32Array : Uint16Array

interface BlockBuilder {
  /** Adds an item to the current case. `until` is NaN if nothing has replaced it. */
  add(said: string, at: number, value: number, from: number, until: number): void
  endCase(id: string): void
  block(): CaseBlock
}

/** Begins an empty block, to which items are added case by case. */
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

/** Returns one block with the given cases of several blocks. */
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
