/**
 * A store whose positions are counted from one, in the order of its events, so that it can be compared with another
 * store. Positions of PostgreSQL have gaps.
 */
import type { Appended, EventStore } from "@hearback/engine"

/** Returns the store with counted positions. */
export const countedPositions = (store: EventStore): EventStore => {
  const known: number[] = []
  const learn = (answer: Appended): Appended => {
    if (answer.result === "appended") known.push(...answer.events.map(({ position }) => position))
    return answer
  }
  const counted = (position: number): number => known.indexOf(position) + 1
  const placeOf = (count: number | null): number | null =>
    count === null || count === 0 ? count : (known[count - 1] ?? Number.MAX_SAFE_INTEGER)
  const translated = <T>(value: T): T => {
    if (Array.isArray(value)) return value.map(translated) as T
    if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        key === "position" && typeof each === "number" ? counted(each) : translated(each)
      ])
    ) as T
  }
  return {
    ...store,
    append: async (unit) => translated(learn(await store.append(unit))),
    appendMany: async (units) => ((await store.appendMany?.(units)) ?? []).map((answer) => translated(learn(answer))),
    load: async (ref, after) => translated(await store.load(ref, after)),
    histories: async (...asked) => translated(await store.histories(...asked)),
    status: async (tenant) => translated(await store.status(tenant)),
    read: async (tenant, after, limit) => {
      const { events, next } = await store.read(tenant, placeOf(after), limit)
      return { events: translated(events), next: events.length === 0 ? after : counted(next ?? 0) }
    },
    moved: async (tenant, after, limit) => {
      const { heads, events, to } = await store.moved(tenant, placeOf(after), limit)
      return { heads, events, to: to === null ? null : counted(to) }
    }
  }
}
