import type { Sealed } from "../../port/Event.ts"
import type { EventStore, Unit } from "../../port/EventStore.ts"
import { type BrokenStore, broken } from "./BrokenStore.ts"

const latest = "the latest cases of a customer are given with the versions of their streams"
const gives = "segments of a subject are given as they were added, in that order, after any of them"
const names = "a case is named until it is indexed, and again once it says more"
const moved = "a case that has moved on since it was read is not indexed"
const drops = "an index that is dropped has no segments any more, and those of others stay"

const saying = (store: EventStore, saysMore: boolean): Partial<EventStore> => ({
  append: (unit: Unit) => store.append({ ...unit, writes: unit.writes.map((write) => ({ ...write, saysMore })) })
})

/** Stores whose index of cases is wrong. */
export const brokenIndexes: readonly BrokenStore[] = [
  broken(latest, "gives the first one first", (store) => ({
    latest: async (tenant, customer, before, limit) =>
      (await store.latest(tenant, customer, before, 100)).toReversed().slice(0, limit)
  })),
  broken(latest, "knows no limit", (store) => ({
    latest: (tenant, customer, before) => store.latest(tenant, customer, before, 100)
  })),
  broken(latest, "takes in what came at that very instant", (store) => ({
    latest: (tenant, customer, before, limit) => store.latest(tenant, customer, before + 1, limit)
  })),
  broken(latest, "gives the versions that the cases began with", (store) => ({
    latest: async (...asked) => (await store.latest(...asked)).map(({ id }) => ({ id, version: 1 }))
  })),
  broken(latest, "gives those of every tenant", (store) => ({
    latest: async (tenant, customer, before, limit) => [
      ...(await store.latest(tenant, customer, before, limit)),
      ...(await store.latest(tenant === "acme" ? "other" : "acme", customer, before, limit))
    ]
  })),
  broken(gives, "gives the last one first", (store) => ({
    segments: async (...asked) => [...(await store.segments(...asked))].reverse()
  })),
  broken(gives, "always begins anew", (store) => ({
    segments: (tenant, of, _, limit) => store.segments(tenant, of, 0, limit)
  })),
  broken(gives, "knows no limit", (store) => ({
    segments: (tenant, of, after) => store.segments(tenant, of, after, 100)
  })),
  broken(gives, "keeps one index for all", (store) => ({
    index: (tenant, indexing) => store.index(tenant, { ...indexing, of: null }),
    segments: (tenant, _, after, limit) => store.segments(tenant, null, after, limit)
  })),
  broken(gives, "keeps one segment", (store) => ({
    segments: async (...asked) => (await store.segments(...asked)).slice(-1)
  })),
  broken(gives, "keeps the bytes that it was given", (store) => {
    const given: Sealed[] = []
    return {
      index: (tenant, indexing) => {
        given.push(indexing.sealed)
        return store.index(tenant, indexing)
      },
      segments: async (...asked) =>
        (await store.segments(...asked)).map((one, n) => ({ ...one, sealed: given[n] ?? one.sealed }))
    }
  }),
  broken(names, "forgets who says more", (store) => saying(store, false)),
  broken(names, "takes every change for more", (store) => saying(store, true)),
  broken(names, "knows one edition", (store) => ({
    coverage: (tenant, of) => store.coverage(tenant, of, 2 ** 48 - 1)
  })),
  broken(names, "never begins", (store) => ({
    coverage: async (...asked) => ({ ...(await store.coverage(...asked)), isBegun: false })
  })),
  broken(names, "names the cases of all", (store) => ({
    coverage: async (tenant, of, edition) => {
      const [own, others] = [await store.coverage(tenant, of, edition), await store.coverage(tenant, null, edition)]
      return { ...own, without: [...new Set([...own.without, ...others.without])] }
    }
  })),
  broken(names, "counts a row that was put in place as indexed", (store) => ({
    refile: async (tenant, rows) => {
      const { without } = await store.coverage(tenant, "c-1", 2 ** 48 - 1)
      await store.refile(tenant, rows)
      for (const { id } of rows.put.case.filter((row) => !without.includes(row.id))) {
        const stream = `case/${id}`
        const { version } = await store.load({ tenant, stream })
        const sealed = { customer: "", ciphertext: new Uint8Array() }
        await store.index(tenant, { of: "c-1", edition: 2 ** 48 - 1, cases: [{ id, stream, version }], sealed })
      }
    }
  })),
  broken(moved, "does not look at versions", (store) => ({
    index: async (tenant, indexing) => {
      const cases = []
      for (const one of indexing.cases)
        cases.push({ ...one, version: (await store.load({ tenant, stream: one.stream })).version })
      await store.index(tenant, { ...indexing, cases })
    }
  })),
  broken(drops, "drops nothing", () => ({ dropIndex: async () => {} })),
  broken(drops, "drops the index of all", (store) => ({
    dropIndex: async (tenant) => {
      for (const each of ["c-1", null]) await store.dropIndex(tenant, each)
    }
  })),
  broken(drops, "drops the index of every tenant", (store) => ({
    dropIndex: async (_, of) => {
      for (const tenant of ["acme", "other"]) await store.dropIndex(tenant, of)
    }
  }))
]
