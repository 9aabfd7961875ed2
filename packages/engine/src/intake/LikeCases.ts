/**
 * Finds, among all cases of a customer, those that say the same as some feedback. Indexed cases are looked up; the
 * others are read, and are indexed once there are many. The cost does not grow with their number, and none is missed.
 */
import { type Case, Landing, type Likeness } from "@hearback/core"
import type { EngineContext } from "../context/Context.ts"
import { makeRecentCache } from "../decide/RecentCache.ts"
import * as Stream from "../name/Stream.ts"
import type { IndexedCustomer } from "../port/CaseIndex.ts"
import type { Json } from "../port/Event.ts"
import * as KeySubject from "../record/KeySubject.ts"
import { editionOf, sealerWith, unseal } from "../record/Seal.ts"
import { type IndexEntry, makeWordIndex, type Sought, type WordIndex } from "./WordIndex.ts"

interface LikeQuery extends Pick<Sought, "alike"> {
  readonly of: IndexedCustomer
  /** Returns what is looked up in the index; it takes longer to make than to read a few cases. */
  readonly sought: () => Sought
  /** Cases that are read anyway. */
  readonly known: readonly Case.Case[]
  /** Returns the words in which these cases say the same, which are looked up as well. */
  readonly repeated: (found: readonly Case.Case[]) => readonly Likeness.WeighedText[]
}

/** Returns the cases that may say the same, perhaps with others. */
export type FindLike = (query: LikeQuery) => Promise<readonly Case.Case[]>

/** The number of a customer's cases that are read for each feedback; further ones are indexed. */
export const mostRead = 16
const casesPerSegment = 50
const segmentsPerPage = 50
/** The number of customers whose indexes stay in memory. */
const mostIndexes = 8
/** The format of segments. Another format is another edition. */
const form = "word index 1"
/** An edition that no indexed case has. */
const noEdition = -1

/** Reads a case, of which the version may be known; undefined if it cannot be read. */
export type CaseReader = (id: string, version?: number) => Promise<Case.Case | undefined>

/** Makes the search for like cases. */
export const makeFindLike = (context: EngineContext, read: CaseReader): FindLike => {
  const { tenant, store } = context
  const indexes = makeRecentCache<WordIndex>(mostIndexes)

  const load = async (ids: Iterable<string>, into: Map<string, Case.Case>): Promise<void> => {
    for (const id of ids) {
      const state = into.has(id) ? undefined : await read(id)
      if (state !== undefined) into.set(id, state)
    }
  }

  const keyOf = async (of: IndexedCustomer) => {
    const subject = KeySubject.render(of === null ? { kind: "anonymous" } : { kind: "customer", id: of })
    const key = await context.keys.keyOf(tenant, subject)
    return { subject, key, edition: editionOf(key, form) }
  }

  /** Returns the index with all segments that the store has. */
  const upToDate = async (of: IndexedCustomer, edition: number): Promise<WordIndex> => {
    const name = JSON.stringify([of, edition])
    const index = indexes.get(name) ?? makeWordIndex()
    indexes.set(name, index)
    for (;;) {
      const found = await store.segments(tenant, of, index.last, segmentsPerPage)
      for (const { number, sealed } of found) {
        const opened = await unseal(context.keys, tenant, sealed)
        // A segment that was sealed before an erasure cannot be read any more.
        const entries = opened.ok ? (opened.value as unknown as readonly IndexEntry[]) : []
        if (number > index.last) index.add(number, entries)
      }
      if (found.length < segmentsPerPage) return index
    }
  }

  const addToIndex = async (of: IndexedCustomer, found: readonly Case.Case[]): Promise<void> => {
    const { subject, key, edition } = await keyOf(of)
    const sealed = sealerWith(key, tenant, subject)
    const index = await upToDate(of, edition)
    // Another customer's words are not sealed under this customer's key, since that customer's erasure would not delete
    // them.
    const own = found
      .map((state) => ({ state, traits: Landing.traitsOf(state) }))
      .filter(({ traits }) => !traits.isShared)
    for (let from = 0; from < own.length; from += casesPerSegment) {
      const some = own.slice(from, from + casesPerSegment)
      await store.index(tenant, {
        of,
        edition,
        cases: some.map(({ state: { id, version } }) => ({ id, stream: Stream.ofCase(id), version })),
        sealed: sealed(some.map(({ state, traits }) => index.entryFor(state.id, traits)) as unknown as Json)
      })
    }
  }

  const lookUp = async (
    { sought: make, repeated }: LikeQuery,
    index: WordIndex,
    found: Map<string, Case.Case>
  ): Promise<void> => {
    const asked = new Set<string>()
    const sought = make()
    for (let next: readonly Likeness.WeighedText[] = [sought.content]; next.length > 0; ) {
      for (const content of next) {
        asked.add(nameOf(content))
        await load(index.like({ ...sought, content }), found)
      }
      next = repeated([...found.values()]).filter((content) => !asked.has(nameOf(content)))
    }
  }

  return async (query) => {
    const { of, alike } = query
    const found = new Map(query.known.map((state) => [state.id, state]))
    // If all texts count as alike, every case is read.
    const edition = alike === 0 ? noEdition : (await keyOf(of)).edition
    const { isBegun, without } = await store.coverage(tenant, of, edition)
    await load(without, found)
    if (alike > 0 && without.length > mostRead)
      await addToIndex(
        of,
        without.flatMap((id) => found.get(id) ?? [])
      )
    if (isBegun) await lookUp(query, await upToDate(of, edition), found)
    return [...found.values()]
  }
}

/** Returns a name for a text, so that texts with the same words are looked up once. */
const nameOf = ({ weights }: Likeness.WeighedText): string => [...weights.keys()].sort().join(" ")
