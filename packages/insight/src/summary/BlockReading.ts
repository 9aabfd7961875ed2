/**
 * Reads what counts of the cases of a block in a period. Items are examined once for all cases, with less work if
 * nothing was learned after the period, as in most blocks. Parts of a case are put together only when they are
 * needed.
 */
import { type PointKind, pointKind } from "../measure/PointKind.ts"
import type { KnownCase } from "../story/Known.ts"
import type { CaseBlock } from "./CaseBlock.ts"
import type { CaseSummary } from "./CaseSummary.ts"
import { isAtEnd, isNow, type SeenBlock, SummaryInBlock, saidIn } from "./SummaryInBlock.ts"
import { countingOf, type ItemParts, kindIn } from "./SummaryItems.ts"

interface ReadPeriod {
  readonly from: number
  readonly end: number
}

/** Yields the cases of a block that count in a period, except those that `isLeftOut` selects. */
export type BlockReader = (
  block: CaseBlock,
  period: ReadPeriod,
  isLeftOut?: (id: string) => boolean
) => Iterable<KnownCase<CaseSummary>>

/** Returns a reader of blocks that parses equal statements of several blocks only once. */
export const makeBlockReader = (): BlockReader => {
  const known = new Map<string, ItemParts>()
  return (block, period, isLeftOut) => {
    if (known.size > mostKnown) known.clear()
    return readBlock(block, period, isLeftOut, known)
  }
}

/** The most parsed statements that are kept. */
const mostKnown = 10_000

/**
 * Yields each case of which anything counts in a period, as known at the end of the period and as known now; all
 * cases if the period has no beginning.
 */
export function* readBlock(
  block: CaseBlock,
  period: ReadPeriod,
  isLeftOut?: (id: string) => boolean,
  known = new Map<string, ItemParts>()
): Generator<KnownCase<CaseSummary>, void, undefined> {
  const of = lookAt(block, period.end, known)
  const isAnyIn = period.from === Number.NEGATIVE_INFINITY ? undefined : makeIsAnyIn(of, period)
  let begin = 0
  for (let place = 0; place < block.ends.length; place++) {
    const stop = block.ends[place] ?? 0
    if (isAnyIn?.(begin, stop) !== false && isLeftOut?.(block.ids[place] ?? "") !== true)
      yield knownIn(of, place, begin, stop)
    begin = stop
  }
}

const knownIn = (of: SeenBlock, place: number, begin: number, stop: number): KnownCase<CaseSummary> => {
  const { kinds, seen, block } = of
  const { said } = block.items
  let [has, some, isSame] = [0, 0, true]
  for (let n = begin; n < stop; n++) {
    has |= 1 << (kinds[said[n] ?? 0] ?? 0)
    if (seen === undefined) continue
    const sees = seen[n] ?? 0
    some |= sees
    if (sees === isNow || sees === isAtEnd) isSame = false
  }
  const now = new SummaryInBlock(of, place, begin, stop, has, isNow)
  if (isSame) return { atEnd: now, now }
  return { atEnd: (some & isAtEnd) === 0 ? undefined : new SummaryInBlock(of, place, begin, stop, has, isAtEnd), now }
}

const lookAt = (block: CaseBlock, end: number, known: Map<string, ItemParts>): SeenBlock => {
  const { said } = block
  const kinds = new Uint8Array(said.length)
  for (let what = 0; what < said.length; what++) kinds[what] = kindIn(said[what] ?? "")
  const points: (PointKind | undefined)[] = []
  const of: SeenBlock = { block, seen: seenIn(block, end), kinds, points, textPlaces: new Map(), parts: [], known }
  for (let what = 0; what < said.length; what++) {
    const [, measure, gate, apart] = kinds[what] === 1 ? saidIn<1>(of, what) : []
    points.push(measure === undefined ? undefined : pointKind(measure, gate ?? undefined, apart))
  }
  return of
}

/** Returns of each item when it counts; undefined where all do, now and as known at the end. */
const seenIn = ({ numbers, items: { from, until } }: CaseBlock, end: number): Uint8Array | undefined => {
  // A knowledge is there at the end where it was unknown until an instant before.
  const isKnownThen = new Uint8Array(numbers.length)
  for (let n = 0; n < numbers.length; n++) if ((numbers[n] ?? Number.NaN) < end) isKnownThen[n] = isAtEnd
  let isLearned = until.length > 0
  for (let n = 0; n < from.length && !isLearned; n++) isLearned = isKnownThen[from[n] ?? 0] === 0
  if (!isLearned) return undefined
  const seen = new Uint8Array(from.length)
  for (let n = 0; n < from.length; n++) {
    const otherwise = until[n] ?? 0
    let sees = otherwise === 0 ? isNow : 0
    if (isKnownThen[otherwise] === 0) sees |= isKnownThen[from[n] ?? 0] ?? 0
    seen[n] = sees
  }
  return seen
}

/** Tells whether an instant of some item lies in a period at which it counts. */
const makeIsAnyIn = ({ block, kinds }: SeenBlock, { from, end }: ReadPeriod) => {
  const { numbers, items } = block
  const { said, at, value } = items
  const counting = Uint8Array.from(kinds, (kind) => numbersCounting[countingOf(kind as ItemParts[0])])
  const isIn = (index = 0): boolean => {
    const instant = numbers[index] ?? Number.NaN
    return instant >= from && instant < end
  }
  return (begin: number, stop: number): boolean => {
    for (let n = begin; n < stop; n++) {
      const of = counting[said[n] ?? 0] ?? 0
      if ((of > 0 && isIn(at[n])) || (of > 1 && isIn(value[n]))) return true
    }
    return false
  }
}

/** How many of the numbers of an item are instants at which it counts. */
const numbersCounting = { nothing: 0, at: 1, both: 2 } as const
