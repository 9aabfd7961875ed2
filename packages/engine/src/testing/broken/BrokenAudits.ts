import type { EventStore, FiledRow, RowKind } from "../../port/EventStore.ts"
import { type BrokenStore, broken } from "./BrokenStore.ts"

const moved = "streams that moved since a position are named with their last event, stretch by stretch"
const filed = "rows are given as they are kept, in pages by key, whatever became of them"
const refiled = "rows are put in place of others and taken out, and no event is written"

/** Stores whose answers to an audit are wrong. */
export const brokenAudits: readonly BrokenStore[] = [
  broken(moved, "names the heads of now", (store) => ({
    moved: async (tenant, after, limit) => {
      const stretch = await store.moved(tenant, after, limit)
      const heads = await store.streams(tenant, null, 100)
      const names = new Set(stretch.heads.map(({ stream }) => stream))
      return { ...stretch, heads: heads.filter(({ stream }) => names.has(stream)) }
    }
  })),
  broken(moved, "goes to the end whatever the limit", (store) => ({
    moved: (tenant, after) => store.moved(tenant, after, 1_000)
  })),
  broken(filed, "leaves out messages that were given up", (store) => ({
    filed: async <K extends RowKind>(tenant: string, kind: K, after: string | null, limit: number) => {
      const rows: readonly FiledRow<K>[] = await store.filed(tenant, kind, after, limit)
      const dead = (await store.undelivered(tenant, { state: "dead" })).items.map(({ message }) => message.id)
      return rows.filter(({ key }) => kind !== "message" || !dead.includes(key))
    }
  })),
  broken(filed, "begins anew on each page", (store) => ({
    filed: <K extends RowKind>(tenant: string, kind: K, _: string | null, limit: number) =>
      store.filed(tenant, kind, null, limit)
  })),
  broken(refiled, "puts in place and takes nothing out", (store: EventStore) => ({
    refile: (tenant, { put }) => store.refile(tenant, { put, out: { case: [], arrival: [], message: [] } })
  })),
  broken(refiled, "is blind to tenants", (store) => ({
    refile: async (tenant, rows) => {
      await store.refile(tenant, rows)
      await store.refile("other", { put: { case: [], arrival: [], message: [] }, out: { ...rows.out, case: ["1"] } })
    }
  }))
]
