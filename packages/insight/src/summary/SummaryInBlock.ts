/** What counts of one case, in a block that was looked at: only what somebody asks for is put together. */
import type { EachPoint, PointKind } from "../measure/PointKind.ts"
import { type CaseBlock, width } from "./CaseBlock.ts"
import type { CaseSummary, CaseTraits, ProblemOfCase } from "./CaseSummary.ts"
import { type ItemKind, type ItemParts, readers, type Said } from "./SummaryItems.ts"

/** What is seen of an item: it counts now, it counted as known at the end, and an instant of it lies in the period. */
export const [isNow, isAtEnd, isIn] = [1, 2, 4] as const

/** A block, and what was looked at for all of its cases. */
export interface SeenBlock {
  readonly block: CaseBlock
  /** Of each item. */
  readonly seen: Uint8Array
  /** Of each thing that is said: of which kind it is, and what a data point is counted as. */
  readonly kinds: Uint8Array
  readonly points: readonly (PointKind | undefined)[]
  /** Of facts that are free text, where the fact stands among what is said. */
  readonly textPlaces: Map<string, number>
  /** What was parsed: of this block by its place, and of all by what it is as JSON. */
  readonly parts: (ItemParts | undefined)[]
  readonly known: Map<string, ItemParts>
}

/** Which items of a block are of a case, of which kinds they are (a bit for each), and which of them count. */
interface Part {
  readonly place: number
  readonly begin: number
  readonly stop: number
  readonly has: number
  readonly as: number
}

/** Made for every case that is read. */
export class SummaryInBlock implements CaseSummary {
  readonly #of: SeenBlock
  readonly #part: Part
  #about: CaseTraits | undefined
  #owned: CaseSummary["owned"] | undefined

  constructor(of: SeenBlock, part: Part) {
    this.#of = of
    this.#part = part
  }

  get id() {
    return this.#of.block.ids[this.#part.place] ?? ""
  }

  get about(): CaseTraits {
    this.#about ??= new TraitsInBlock(this.#of, this.#part)
    return this.#about
  }

  /** Asked of every data point where figures are by person. */
  get owned(): CaseSummary["owned"] {
    this.#owned ??= listIn(this.#of, this.#part, 2)
    return this.#owned
  }

  textOf(fact: string): number | undefined {
    const { block, seen, textPlaces } = this.#of
    const { begin, stop, has, as } = this.#part
    if ((has & (1 << 15)) === 0) return undefined
    const what = textPlaces.get(fact) ?? block.said.indexOf(JSON.stringify([15, fact]))
    textPlaces.set(fact, what)
    for (let n = begin; n < stop; n++)
      if (block.items[n * width] === what && ((seen[n] ?? 0) & as) !== 0) return secondNumber(this.#of, n)
    return undefined
  }

  eachPoint(visit: Parameters<EachPoint>[0]): void {
    const { block, seen, points } = this.#of
    const { numbers, items } = block
    const { begin, stop, as } = this.#part
    for (let n = begin, i = n * width; n < stop; n++, i += width) {
      const kind = points[items[i] ?? 0]
      if (kind !== undefined && ((seen[n] ?? 0) & as) !== 0)
        visit(kind, numbers[items[i + 1] ?? 0] ?? none, numbers[items[i + 2] ?? 0] ?? none)
    }
  }

  get grants() {
    return listIn(this.#of, this.#part, 3)
  }

  get answers() {
    return listIn(this.#of, this.#part, 4)
  }

  get reasons() {
    return listIn(this.#of, this.#part, 5)
  }

  get handovers() {
    return listIn(this.#of, this.#part, 6)
  }

  get endings(): CaseSummary["endings"] {
    return listIn(this.#of, this.#part, 11)
  }

  get done() {
    return listIn(this.#of, this.#part, 12)
  }
}

/** What is said of a case: what it is about is asked of every case, all else of few. */
class TraitsInBlock implements CaseTraits {
  readonly #of: SeenBlock
  readonly #part: Part
  #problem: ProblemOfCase | undefined
  readonly kind: string = ""
  readonly category: string = ""
  readonly channel: string = ""
  readonly isRoutine?: true
  readonly isUnsorted?: true
  readonly receivedAt?: number
  readonly closedAt?: number

  constructor(of: SeenBlock, part: Part) {
    this.#of = of
    this.#part = part
    const n = lastIn(of, part, 0)
    if (n < 0) return
    const [, sort] = saidAt<0>(of, n)
    const [receivedAt, closedAt] = [firstNumber(of, n), secondNumber(of, n)]
    this.kind = sort.kind
    this.category = sort.category
    this.channel = sort.channel
    if (sort.isRoutine) this.isRoutine = true
    if (sort.isUnsorted) this.isUnsorted = true
    if (!Number.isNaN(receivedAt)) this.receivedAt = receivedAt
    if (!Number.isNaN(closedAt)) this.closedAt = closedAt
  }

  get firstAt() {
    const n = lastIn(this.#of, this.#part, 7)
    return n < 0 ? undefined : firstNumber(this.#of, n)
  }

  get grades() {
    const n = lastIn(this.#of, this.#part, 13)
    return n < 0 ? nothing : saidAt<13>(this.#of, n)[1]
  }

  get facts() {
    const n = lastIn(this.#of, this.#part, 14)
    return n < 0 ? nothing : saidAt<14>(this.#of, n)[1]
  }

  get texts() {
    return textsIn(this.#of, this.#part)
  }

  get siblings() {
    const n = lastIn(this.#of, this.#part, 8)
    return n < 0 ? noItems : saidAt<8>(this.#of, n)[1]
  }

  get problem() {
    this.#problem ??= problemIn(this.#of, this.#part)
    return this.#problem
  }
}

const problemIn = (of: SeenBlock, part: Part): ProblemOfCase | undefined => {
  const n = lastIn(of, part, 9)
  if (n < 0) return undefined
  const [, { id, progress, same }] = saidAt<9>(of, n)
  const at = lastIn(of, part, 10)
  const customer = at < 0 ? undefined : saidAt<10>(of, at)[1]
  return { id, customers: firstNumber(of, n), cases: secondNumber(of, n), progress, customer, same }
}

const none = Number.NaN
const nothing = {}
const noTexts: CaseTraits["texts"] = new Map()
const noItems: readonly never[] = []

/** Returns the place of the last item of a kind that counts of a case; -1 where there is none. */
const lastIn = ({ block: { items }, seen, kinds }: SeenBlock, part: Part, kind: ItemKind): number => {
  const { begin, stop, has, as } = part
  if ((has & (1 << kind)) === 0) return -1
  for (let n = stop - 1, i = n * width; n >= begin; n--, i -= width)
    if (kinds[items[i] ?? 0] === kind && ((seen[n] ?? 0) & as) !== 0) return n
  return -1
}

/** Returns what an item says. */
const saidAt = <K extends ItemKind>(of: SeenBlock, index: number): Said<K> =>
  parsed(of, of.block.items[index * width] ?? 0) as Said<K>

const firstNumber = ({ block: { items, numbers } }: SeenBlock, index: number): number =>
  numbers[items[index * width + 1] ?? 0] ?? none

const secondNumber = ({ block: { items, numbers } }: SeenBlock, index: number): number =>
  numbers[items[index * width + 2] ?? 0] ?? none

/** Each fact that is free text has an item of its own: its text is a number of the case. */
const textsIn = (of: SeenBlock, part: Part): CaseTraits["texts"] => {
  const { block, seen, kinds } = of
  const { numbers, items } = block
  const { begin, stop, has, as } = part
  if ((has & (1 << 15)) === 0) return noTexts
  const texts = new Map<string, number>()
  for (let n = begin, i = n * width; n < stop; n++, i += width) {
    const what = items[i] ?? 0
    if (kinds[what] !== 15 || ((seen[n] ?? 0) & as) === 0) continue
    const [, fact] = parsed(of, what) as Said<15>
    texts.set(fact, numbers[items[i + 2] ?? 0] ?? none)
  }
  return texts
}

type ListKind = keyof typeof readers

/** Returns what a case has of a kind, in the order in which it was learned. */
const listIn = <K extends ListKind>(of: SeenBlock, part: Part, kind: K): readonly ReturnType<(typeof readers)[K]>[] => {
  const { block, seen, kinds } = of
  const { numbers, items } = block
  const { begin, stop, has, as } = part
  if ((has & (1 << kind)) === 0) return noItems
  const read = readers[kind] as (said: ItemParts, at: number, value: number) => ReturnType<(typeof readers)[K]>
  const found: ReturnType<(typeof readers)[K]>[] = []
  for (let n = begin, i = n * width; n < stop; n++, i += width) {
    const what = items[i] ?? 0
    if (kinds[what] !== kind || ((seen[n] ?? 0) & as) === 0) continue
    const [at, value] = [numbers[items[i + 1] ?? 0] ?? none, numbers[items[i + 2] ?? 0] ?? none]
    found.push(read(parsed(of, what), at, value))
  }
  return found
}

/** Returns what is said, which many cases say. */
export const parsed = ({ block, parts, known }: SeenBlock, what: number): ItemParts => {
  const found = parts[what]
  if (found !== undefined) return found
  const said = block.said[what] ?? ""
  let made = known.get(said)
  if (made === undefined) {
    made = JSON.parse(said) as ItemParts
    known.set(said, made)
  }
  parts[what] = made
  return made
}
