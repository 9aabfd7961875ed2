import { type BrokenStore, broken } from "./BrokenStore.ts"

const steps = "a projection goes on from its own mark alone, with all rows of a step or none"
const finds = "rows are found by what they are about, in the order of their keys, page by page"
const apart = "a projection is of one tenant and one name, and is forgotten as a whole"
const told = "a projection is told how far the record of its tenant is settled"

/** Stores whose projections are wrong. */
export const brokenProjections: readonly BrokenStore[] = [
  broken(steps, "goes on from any mark", (store) => ({
    project: async (tenant, name, step) =>
      store.project(tenant, name, { ...step, from: (await store.projection(tenant, name)).mark })
  })),
  broken(steps, "puts rows in place without the mark", (store) => ({
    project: async (tenant, name, step) => {
      const { mark } = await store.projection(tenant, name)
      await store.project(tenant, name, { from: mark, to: mark ?? "0", rows: step.rows })
      return store.project(tenant, name, { ...step, rows: [] })
    }
  })),
  broken(steps, "keeps the first row of a step", (store) => ({
    project: (tenant, name, step) => store.project(tenant, name, { ...step, rows: step.rows.slice(0, 1) })
  })),
  broken(steps, "keeps what a step takes out", (store) => ({
    project: (tenant, name, { out: _, ...step }) => store.project(tenant, name, step)
  })),
  broken(steps, "takes out rows without the mark", (store) => ({
    project: async (tenant, name, { out = [], ...step }) => {
      const { mark } = await store.projection(tenant, name)
      if (mark !== null) await store.project(tenant, name, { from: mark, to: mark, rows: [], out })
      return store.project(tenant, name, step)
    }
  })),
  broken(finds, "finds all", (store) => ({
    projected: (tenant, name, query) =>
      store.projected(tenant, name, { ...query, from: Number.MIN_SAFE_INTEGER, before: Number.MAX_SAFE_INTEGER })
  })),
  broken(finds, "finds what begins at the end", (store) => ({
    projected: (tenant, name, query) => store.projected(tenant, name, { ...query, before: query.before + 1 })
  })),
  broken(finds, "gives the last key first", (store) => ({
    projected: async (...asked) => (await store.projected(...asked)).toReversed()
  })),
  broken(finds, "always begins anew", (store) => ({
    projected: (tenant, name, { from, before, limit }) => store.projected(tenant, name, { from, before, limit })
  })),
  broken(apart, "knows one name", (store) => ({
    projected: (tenant, _, query) => store.projected(tenant, "counts.1", query)
  })),
  broken(apart, "knows one tenant", (store) => ({
    projected: (_, name, query) => store.projected("acme", name, query)
  })),
  broken(apart, "forgets nothing", (store) => ({
    project: async (tenant, name, step) => step.to === null || store.project(tenant, name, step)
  })),
  broken(told, "is told of nothing", (store) => ({
    projection: async (...asked) => ({ ...(await store.projection(...asked)), settled: 0 })
  })),
  broken(told, "is told of others", (store) => ({
    projection: async (tenant, name) => {
      const { settled } = await store.projection("other", name)
      const own = await store.projection(tenant, name)
      return { ...own, settled: Math.max(settled, own.settled) }
    }
  }))
]
