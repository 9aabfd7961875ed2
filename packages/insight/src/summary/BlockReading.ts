/**
 * What counts of the cases of a block in a period. Items are looked at once for all cases; of a case only that is put together
 * for which somebody asks.
 */
import { type PointKind, pointKind } from "../measure/PointKind.ts"
import type { KnownCase } from "../story/Known.ts"
import { type CaseBlock, width } from "./CaseBlock.ts"
import type { CaseSummary } from "./CaseSummary.ts"
import { isAtEnd, isIn, isNow, parsed, type SeenBlock, SummaryInBlock } from "./SummaryInBlock.ts"
import { countingOf, type ItemParts, kindIn, type Said } from "./SummaryItems.ts"

export type BlockReader = (
  block: CaseBlock,
  period: { readonly from: number; readonly end: number },
  isLeftOut?: (id: string) => boolean
) => Iterable<KnownCase<CaseSummary>>

/** Reads blocks; what one has said is known when the next one says the same. */
export const makeBlockReader = (): BlockReader => {
  const known = new Map<string, ItemParts>()
  return (block, period, isLeftOut) => {
    if (known.size > mostKnown) known.clear()
    return readBlock(block, period, isLeftOut, known)
  }
}

/** So much of what was said is remembered. */
const mostKnown = 10_000

/**
 * Gives what counts of the cases of which anything counts in a period, as it was known before its end and as it is known now;
 * of all cases where the period has no begin.
 */
export function* readBlock(
  block: CaseBlock,
  { from, end }: Parameters<BlockReader>[1],
  isLeftOut?: (id: string) => boolean,
  known = new Map<string, ItemParts>()
): Generator<KnownCase<CaseSummary>, void, undefined> {
  const { ends, items } = block
  const of = lookAt(block, from, end, known)
  const { seen, kinds } = of
  const isWhole = from === Number.NEGATIVE_INFINITY
  let begin = 0
  for (let place = 0; place < ends.length; place++) {
    const stop = ends[place] ?? 0
    let some = isWhole ? isIn : 0
    let isSame = true
    let has = 0
    for (let n = begin; n < stop; n++) {
      const sees = seen[n] ?? 0
      some |= sees
      has |= 1 << (kinds[items[n * width] ?? 0] ?? 0)
      const counts = sees & (isNow | isAtEnd)
      if (counts === isNow || counts === isAtEnd) isSame = false
    }
    if ((some & isIn) !== 0 && isLeftOut?.(block.ids[place] ?? "") !== true) {
      const now = new SummaryInBlock(of, { place, begin, stop, has, as: isNow })
      const isThere = (some & isAtEnd) !== 0
      const atEnd = isSame || !isThere ? now : new SummaryInBlock(of, { place, begin, stop, has, as: isAtEnd })
      yield { atEnd: isSame || isThere ? atEnd : undefined, now }
    }
    begin = stop
  }
}

const lookAt = (block: CaseBlock, from: number, end: number, known: Map<string, ItemParts>): SeenBlock => {
  const { said, numbers, items } = block
  const kinds = new Uint8Array(said.length)
  const counting = new Uint8Array(said.length)
  const points: (PointKind | undefined)[] = []
  for (let n = 0; n < said.length; n++) {
    const kind = kindIn(said[n] ?? "")
    kinds[n] = kind
    counting[n] = numbersCounting[countingOf(kind)]
    points.push(undefined)
  }
  // A knowledge is there at the end where it was unknown until an instant before.
  const knownThen = new Uint8Array(numbers.length)
  const lies = new Uint8Array(numbers.length)
  for (let n = 0; n < numbers.length; n++) {
    const at = numbers[n] ?? Number.NaN
    if (at < end) knownThen[n] = isAtEnd
    if (at < end && at >= from) lies[n] = isIn
  }
  const seen = new Uint8Array(items.length / width)
  for (let n = 0, i = 0; n < seen.length; n++, i += width) {
    const of = counting[items[i] ?? 0] ?? 0
    const otherwise = items[i + 4] ?? 0
    let sees = otherwise === 0 ? isNow : 0
    if (knownThen[otherwise] === 0) sees |= knownThen[items[i + 3] ?? 0] ?? 0
    if (of > 0) sees |= lies[items[i + 1] ?? 0] ?? 0
    if (of > 1) sees |= lies[items[i + 2] ?? 0] ?? 0
    seen[n] = sees
  }
  const seenBlock: SeenBlock = { block, seen, kinds, points, textPlaces: new Map(), parts: [], known }
  for (let n = 0; n < said.length; n++) if (kinds[n] === 1) points[n] = kindOfPoint(parsed(seenBlock, n) as Said<1>)
  return seenBlock
}

/** How many of the numbers of an item are instants at which it counts. */
const numbersCounting = { nothing: 0, at: 1, both: 2 } as const

const kindOfPoint = ([, measure, gate, apart]: Said<1>): PointKind => pointKind(measure, gate ?? undefined, apart)
