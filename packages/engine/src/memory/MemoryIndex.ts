/** The index of a tenant's cases in memory. */
import type { IndexedCase, IndexedCustomer, Segment } from "../port/CaseIndex.ts"
import type { Sealed } from "../port/Event.ts"

/** The index of a tenant's cases. */
export interface MemoryIndex {
  /** Returns the edition in which a case is indexed; undefined if it is not. */
  edition(id: string): number | undefined
  add(of: IndexedCustomer, edition: number, cases: readonly IndexedCase[], sealed: Sealed): void
  segments(of: IndexedCustomer, after: number, limit: number): readonly Segment[]
  /** Removes a case from the index. */
  leave(id: string): void
  drop(of: IndexedCustomer): void
}

/** Makes an empty index. */
export const makeMemoryIndex = (): MemoryIndex => {
  const editions = new Map<string, number>()
  const all = new Map<IndexedCustomer, Segment[]>()
  let last = 0
  return {
    edition: (id) => editions.get(id),
    add: (of, edition, cases, sealed) => {
      const theirs = all.get(of) ?? []
      all.set(of, theirs)
      theirs.push({ number: ++last, sealed })
      for (const { id } of cases) editions.set(id, edition)
    },
    segments: (of, after, limit) => (all.get(of) ?? []).filter(({ number }) => number > after).slice(0, limit),
    leave: (id) => void editions.delete(id),
    drop: (of) => void all.delete(of)
  }
}
