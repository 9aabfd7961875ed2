/**
 * What counts of many cases, packed: what items say stands once, and all numbers once; an item is five indexes. Each item
 * counts from one knowledge on, and up to the one that knew otherwise, so a block answers for the end of any period.
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
  /** Of each item: what it says, `at`, `value`, unknown until, and known otherwise since the knowledge unknown until. */
  readonly items: Indexes
}

type Indexes = Uint16Array | Uint32Array

/** The indexes of an item. */
export const width = 5

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
  const items: number[] = []
  const indexIn = <T>(all: Map<T, number>, one: T): number => {
    const known = all.get(one)
    if (known !== undefined) return known
    all.set(one, all.size)
    return all.size - 1
  }
  return {
    add: (text, ...of) => {
      items.push(indexIn(said, text))
      for (const one of of) items.push(indexIn(numbers, one))
    },
    endCase: (id) => {
      ids.push(id)
      ends.push(items.length / width)
    },
    block: () => ({
      ids,
      ends: Uint32Array.from(ends),
      said: [...said.keys()],
      numbers: Float64Array.from(numbers.keys()),
      items: indexesFor(numbers.size, said.size).from(items)
    })
  }
}

/** Returns the cases of blocks, each by its place in its block, as one block. */
export const gather = (cases: readonly { readonly of: CaseBlock; readonly place: number }[]): CaseBlock => {
  const to = makeBlock()
  for (const { of, place } of cases) {
    const number = (index = 0): number => of.numbers[index] ?? Number.NaN
    for (let i = beginOf(of, place) * width; i < (of.ends[place] ?? 0) * width; i += width) {
      const [what = 0, at, value, from, until] = of.items.subarray(i, i + width)
      to.add(of.said[what] ?? "", number(at), number(value), number(from), number(until))
    }
    to.endCase(of.ids[place] ?? "")
  }
  return to.block()
}

const beginOf = ({ ends }: CaseBlock, place: number): number => (place === 0 ? 0 : (ends[place - 1] ?? 0))

/** Returns the first and the last instant at which something counts. */
export const spanOf = (block: CaseBlock): { readonly first: number; readonly last: number } => {
  const { said, numbers, items } = block
  let [first, last] = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]
  const widen = (index = 0): void => {
    const at = numbers[index] ?? Number.NaN
    if (at < first) first = at
    if (at > last) last = at
  }
  const counting = said.map((one) => countingOf(kindIn(one)))
  for (let i = 0; i < items.length; i += width) {
    const of = counting[items[i] ?? 0]
    if (of !== "nothing") widen(items[i + 1])
    if (of === "both") widen(items[i + 2])
  }
  return first > last ? { first: 0, last: 0 } : { first, last }
}
