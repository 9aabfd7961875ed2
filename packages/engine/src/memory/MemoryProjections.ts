/** Projections of a tenant in memory. */
import type { ProjectedQuery, ProjectedRow, ProjectionStep } from "../port/Projection.ts"
import { needWhole } from "../port/StoreError.ts"

/** The projections of a tenant. */
export interface MemoryProjections {
  mark(name: string): string | null
  step(name: string, step: ProjectionStep): boolean
  rows(name: string, query: ProjectedQuery): readonly ProjectedRow[]
}

/** Makes empty projections. */
export const makeMemoryProjections = (): MemoryProjections => {
  const all = new Map<string, { readonly mark: string; readonly rows: Map<string, ProjectedRow> }>()
  return {
    mark: (name) => all.get(name)?.mark ?? null,
    step: (name, { from, to, rows, out = [] }) => {
      const kept = all.get(name)
      if ((kept?.mark ?? null) !== from) return false
      if (to === null) return all.delete(name) || true
      needWhole(rows.flatMap(({ first, last }) => [first, last]))
      const put = kept?.rows ?? new Map<string, ProjectedRow>()
      for (const key of out) put.delete(key)
      for (const { key, first, last, body } of rows)
        put.set(key, Object.freeze({ key, first, last, body: body.slice() }))
      all.set(name, { mark: to, rows: put })
      return true
    },
    rows: (name, { from, before, after, limit }) =>
      [...(all.get(name)?.rows.values() ?? [])]
        .filter((row) => row.last >= from && row.first < before && (after === undefined || row.key > after))
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .slice(0, limit)
  }
}
