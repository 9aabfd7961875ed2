/** The summary of one case in a block. Its parts are put together only when they are needed. */
import type { EachPoint, PointKind } from "../measure/PointKind.ts"
import type { CaseBlock } from "./CaseBlock.ts"
import { type CaseSummary, type CaseTraits, ownershipAt, ownersOf, type ProblemOfCase } from "./CaseSummary.ts"
import { type ItemKind, type ItemParts, readers, type Said } from "./SummaryItems.ts"

/** Bits that tell whether an item counts as known now, and as known at the end of the period. */
export const [isNow, isAtEnd] = [1, 2] as const

/** A block, with what was computed for all of its cases. */
export interface SeenBlock {
  readonly block: CaseBlock
  /** The bits of each item; undefined if all items count both now and at the end of the period. */
  readonly seen: Uint8Array | undefined
  /** For each statement, its kind, and for a data point what it is counted as. */
  readonly kinds: Uint8Array
  readonly points: readonly (PointKind | undefined)[]
  /** For each fact of free text, the index of its statement. */
  readonly textPlaces: Map<string, number>
  /** Parsed statements: those of this block by their index, and those of all blocks by their JSON. */
  readonly parts: (ItemParts | undefined)[]
  readonly known: Map<string, ItemParts>
}

/** The summary of a case and its traits, in one object because one is made for every case that is read. */
export class SummaryInBlock implements CaseSummary, CaseTraits {
  readonly #of: SeenBlock
  readonly #place: number
  /** The range of the items of the case, and their kinds as a set of bits. */
  readonly #begin: number
  readonly #stop: number
  readonly #has: number
  /** The bit of the items that count. */
  readonly #as: number
  /** The item with the sort of the case (-1 if it has none) and its statement, kept because every reader needs it. */
  readonly #sortAt: number
  readonly #sort: Said<0>[1] | undefined
  #problem: ProblemOfCase | undefined
  #owners: CaseSummary["owned"] | undefined

  constructor(of: SeenBlock, place: number, begin: number, stop: number, has: number, as: number) {
    this.#of = of
    this.#place = place
    this.#begin = begin
    this.#stop = stop
    this.#has = has
    this.#as = as
    let sortAt = -1
    for (let n = begin; n < stop && this.#kindAt(n) === 0; n++) if (this.#counts(n)) sortAt = n
    this.#sortAt = sortAt
    this.#sort = this.#said<0>(sortAt)?.[1]
  }

  get id() {
    return this.#of.block.ids[this.#place] ?? ""
  }

  get about(): CaseTraits {
    return this
  }

  get kind() {
    return this.#sort?.kind ?? ""
  }

  get category() {
    return this.#sort?.category ?? ""
  }

  get channel() {
    return this.#sort?.channel ?? ""
  }

  get isRoutine() {
    return this.#sort?.isRoutine
  }

  get isUnsorted() {
    return this.#sort?.isUnsorted
  }

  get receivedAt() {
    return instantOf(this.#numberAt(this.#sortAt))
  }

  get closedAt() {
    return instantOf(this.#valueAt(this.#sortAt))
  }

  get firstAt() {
    return instantOf(this.#numberAt(this.#last(7)))
  }

  get grades() {
    return this.#said<13>(this.#last(13))?.[1] ?? nothing
  }

  get facts() {
    return this.#said<14>(this.#last(14))?.[1] ?? nothing
  }

  get siblings() {
    return this.#said<8>(this.#last(8))?.[1] ?? noItems
  }

  get problem() {
    const n = this.#problem === undefined ? this.#last(9) : -1
    const [, said] = this.#said<9>(n) ?? []
    if (said === undefined) return this.#problem
    const { id, progress, same } = said
    const customer = this.#said<10>(this.#last(10))?.[1]
    this.#problem = { id, customers: this.#numberAt(n), cases: this.#valueAt(n), progress, customer, same }
    return this.#problem
  }

  /** Each fact that is free text has an item of its own: its text is a number of the case. */
  get texts() {
    if (!this.#hasKind(15)) return noTexts
    const texts = new Map<string, number>()
    for (let n = this.#begin; n < this.#stop; n++) {
      const [, fact] = this.#kindAt(n) === 15 && this.#counts(n) ? (this.#said<15>(n) ?? []) : []
      if (fact !== undefined) texts.set(fact, this.#valueAt(n))
    }
    return texts
  }

  textOf(fact: string): number | undefined {
    if (!this.#hasKind(15)) return undefined
    const { block, textPlaces } = this.#of
    const what = textPlaces.get(fact) ?? block.said.indexOf(JSON.stringify([15, fact]))
    textPlaces.set(fact, what)
    for (let n = this.#stop - 1; n >= this.#begin && this.#kindAt(n) === 15; n--)
      if (block.items.said[n] === what && this.#counts(n)) return this.#valueAt(n)
    return undefined
  }

  /** Asked of every case. */
  eachPoint(visit: Parameters<EachPoint>[0]): void {
    const { block, points, kinds } = this.#of
    const { numbers, items } = block
    const { said, at, value } = items
    for (let n = this.#begin; n < this.#stop; n++) {
      const what = said[n] ?? 0
      const kind = points[what]
      if (kind !== undefined) {
        if (this.#counts(n)) visit(kind, numbers[at[n] ?? 0] ?? none, numbers[value[n] ?? 0] ?? none)
      } else if ((kinds[what] ?? 0) > 1) return
    }
  }

  /** Asked of every data point where figures are by person. */
  ownershipAt(at: number): ReturnType<CaseSummary["ownershipAt"]> {
    this.#owners ??= ownersOf(this.owned)
    return ownershipAt(this.#owners, at)
  }

  get owned() {
    return this.#list(2)
  }

  get grants() {
    return this.#list(3)
  }

  get answers() {
    return this.#list(4)
  }

  get reasons() {
    return this.#list(5)
  }

  get handovers() {
    return this.#list(6)
  }

  get endings(): CaseSummary["endings"] {
    return this.#list(11)
  }

  get done() {
    return this.#list(12)
  }

  /** Returns the place of the last item of a kind that counts; -1 if there is none. */
  #last(kind: ItemKind): number {
    if (!this.#hasKind(kind)) return -1
    const { block, kinds } = this.#of
    const { said } = block.items
    for (let n = this.#stop - 1; n >= this.#begin; n--) {
      const is = kinds[said[n] ?? 0] ?? 0
      if (is < kind) break
      if (is === kind && this.#counts(n)) return n
    }
    return -1
  }

  /** Returns the elements of a kind, in the order in which they became known. */
  #list<K extends keyof typeof readers>(kind: K): readonly ReturnType<(typeof readers)[K]>[] {
    if (!this.#hasKind(kind)) return noItems
    const read = readers[kind] as (said: ItemParts, at: number, value: number) => ReturnType<(typeof readers)[K]>
    const found: ReturnType<(typeof readers)[K]>[] = []
    const { block, kinds } = this.#of
    const { said } = block.items
    for (let n = this.#begin; n < this.#stop; n++) {
      const what = said[n] ?? 0
      const is = kinds[what] ?? 0
      if (is > kind) break
      if (is === kind && this.#counts(n)) found.push(read(saidIn(this.#of, what), this.#numberAt(n), this.#valueAt(n)))
    }
    return found
  }

  #hasKind(kind: ItemKind): boolean {
    return (this.#has & (1 << kind)) !== 0
  }

  #kindAt(item: number): number {
    return this.#of.kinds[this.#of.block.items.said[item] ?? 0] ?? 0
  }

  #counts(item: number): boolean {
    const { seen } = this.#of
    return seen === undefined || ((seen[item] ?? 0) & this.#as) !== 0
  }

  /** Returns the statement of an item; undefined for place -1. */
  #said<K extends ItemKind>(item: number): Said<K> | undefined {
    return item < 0 ? undefined : saidIn<K>(this.#of, this.#of.block.items.said[item] ?? 0)
  }

  /** Returns the first number of an item; NaN for place -1. */
  #numberAt(item: number): number {
    const { numbers, items } = this.#of.block
    return numbers[items.at[item] ?? 0] ?? none
  }

  #valueAt(item: number): number {
    const { numbers, items } = this.#of.block
    return numbers[items.value[item] ?? 0] ?? none
  }
}

const none = Number.NaN
const nothing = {}
const noTexts: CaseTraits["texts"] = new Map()
const noItems: readonly never[] = []

const instantOf = (number: number): number | undefined => (Number.isNaN(number) ? undefined : number)

/** Returns what is said at a place of a block: many cases say it. */
export const saidIn = <K extends ItemKind>({ block, parts, known }: SeenBlock, what: number): Said<K> => {
  const found = parts[what]
  if (found !== undefined) return found as Said<K>
  const said = block.said[what] ?? ""
  let made = known.get(said)
  if (made === undefined) {
    made = JSON.parse(said) as ItemParts
    known.set(said, made)
  }
  parts[what] = made
  return made as Said<K>
}
