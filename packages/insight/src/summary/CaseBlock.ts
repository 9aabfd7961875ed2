/**
 * What counts of many cases, packed: what items say stands once, and all numbers once; an item is five indexes. Each item
 * counts from one knowledge on, and up to the one that knew otherwise, so a block answers for the end of any period.
 * Source: docs/decisions/0044-figures-from-rows.md
 */
import type { KnownCase } from "../story/Known.ts"
import type { CaseSummary } from "./CaseSummary.ts"
import { countingOf, emptyParts, type ItemParts, readItem } from "./SummaryItems.ts"

export interface CaseBlock {
  readonly ids: readonly string[]
  /** How many items there are up to the end of each case. */
  readonly ends: Uint32Array
  readonly said: readonly ItemParts[]
  /** The first is NaN, for none. */
  readonly numbers: Float64Array
  /** Of each item: what it says, `at`, `value`, unknown until, and known otherwise since the knowledge unknown until. */
  readonly items: Indexes
}

type Indexes = Uint16Array | Uint32Array

/** The indexes of an item. */
const width = 5

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
      said: [...said.keys()].map((text) => JSON.parse(text) as ItemParts),
      numbers: Float64Array.from(numbers.keys()),
      items: indexesFor(numbers.size, said.size).from(items)
    })
  }
}

/** Returns the cases of blocks, each by its place in its block, as one block. */
export const gather = (cases: readonly { readonly of: CaseBlock; readonly place: number }[]): CaseBlock => {
  const to = makeBlock()
  const texts = new Map<CaseBlock, readonly string[]>()
  for (const { of, place } of cases) {
    const said = texts.get(of) ?? of.said.map((one) => JSON.stringify(one))
    texts.set(of, said)
    const number = (index = 0): number => of.numbers[index] ?? Number.NaN
    for (let i = beginOf(of, place) * width; i < (of.ends[place] ?? 0) * width; i += width) {
      const [what = 0, at, value, from, until] = of.items.subarray(i, i + width)
      to.add(said[what] ?? "", number(at), number(value), number(from), number(until))
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
  const counting = said.map(countingOf)
  for (let i = 0; i < items.length; i += width) {
    const of = counting[items[i] ?? 0]
    if (of !== "nothing") widen(items[i + 1])
    if (of === "both") widen(items[i + 2])
  }
  return first > last ? { first: 0, last: 0 } : { first, last }
}

/**
 * Gives what counts of the cases of which anything counts in a period, as it was known before its end and as it is known now;
 * of all cases where the period has no begin.
 */
export function* readBlock(
  block: CaseBlock,
  { from, end }: { readonly from: number; readonly end: number },
  isLeftOut: (id: string) => boolean = () => false
): Generator<KnownCase<CaseSummary>, void, undefined> {
  const { ids, ends } = block
  const seen = lookAt(block, from, end)
  let begin = 0
  for (let place = 0; place < ids.length; place++) {
    const [id = "", stop = 0] = [ids[place], ends[place]]
    let some = from === Number.NEGATIVE_INFINITY ? isIn : 0
    let isSame = true
    for (let n = begin; n < stop; n++) {
      const sees = seen[n] ?? 0
      some |= sees
      const counts = sees & (isNow | isAtEnd)
      if (counts === isNow || counts === isAtEnd) isSame = false
    }
    if ((some & isIn) !== 0 && !isLeftOut(id)) {
      const now = summaryIn(block, id, begin, stop, seen, isNow)
      const isThere = (some & isAtEnd) !== 0
      const atEnd = isSame ? now : isThere ? summaryIn(block, id, begin, stop, seen, isAtEnd) : undefined
      yield { atEnd, now }
    }
    begin = stop
  }
}

/** What is seen of an item: it counts now, it counted as known at the end, and an instant of it lies in the period. */
const [isNow, isAtEnd, isIn] = [1, 2, 4]

/** Returns what is seen of each item. */
const lookAt = ({ said, numbers, items }: CaseBlock, from: number, end: number): Uint8Array => {
  const counting = said.map((one) => ({ nothing: 0, at: 1, both: 2 })[countingOf(one)])
  const lies = new Uint8Array(numbers.length)
  // A knowledge is there at the end where it was unknown until an instant before.
  const isKnown = new Uint8Array(numbers.length)
  for (let n = 0; n < numbers.length; n++) {
    const at = numbers[n] ?? Number.NaN
    if (at < end) isKnown[n] = 1
    if (at < end && at >= from) lies[n] = isIn
  }
  const seen = new Uint8Array(items.length / width)
  for (let n = 0, i = 0; n < seen.length; n++, i += width) {
    const of = counting[items[i] ?? 0] ?? 0
    const otherwise = items[i + 4] ?? 0
    let sees = otherwise === 0 ? isNow : 0
    if (isKnown[items[i + 3] ?? 0] === 1 && isKnown[otherwise] === 0) sees |= isAtEnd
    if (of > 0) sees |= lies[items[i + 1] ?? 0] ?? 0
    if (of > 1) sees |= lies[items[i + 2] ?? 0] ?? 0
    seen[n] = sees
  }
  return seen
}

const summaryIn = (
  { said, numbers, items }: CaseBlock,
  id: string,
  begin: number,
  stop: number,
  seen: Uint8Array,
  as: number
): CaseSummary => {
  const parts = emptyParts(id)
  for (let n = begin; n < stop; n++) {
    const i = n * width
    const one = said[items[i] ?? 0]
    if (one !== undefined && ((seen[n] ?? 0) & as) !== 0)
      readItem(parts, one, numbers[items[i + 1] ?? 0] ?? Number.NaN, numbers[items[i + 2] ?? 0] ?? Number.NaN)
  }
  return parts
}
