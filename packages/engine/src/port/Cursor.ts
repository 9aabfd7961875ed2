/**
 * Cursors and pages for the lists of every store. A page continues after a *place* in the order, not after a number of
 * rows.
 */
import type { Page } from "./ListRow.ts"
import { storeError } from "./StoreError.ts"

/** The sort key and the id of the last row of a page. */
export interface CursorPlace {
  readonly sort: number
  readonly id: string
}

/** The sort key of rows without a promise, which come after all others. */
export const lastSort = Number.MAX_SAFE_INTEGER

/** Returns the size of a page: the limit between 1 and 200, by default 50. */
export const pageSize = (limit: number | undefined): number => Math.max(1, Math.min(200, Math.floor(limit ?? 50)))

/** Returns the cursor of a place, valid for its tenant and order only. */
export const encodeCursor = (tenant: string, order: string, place: CursorPlace): string =>
  Buffer.from(JSON.stringify([tenant, order, place.sort, place.id])).toString("base64url")

/** Returns the place of a cursor.  Errors: `store/cursor` if it is not one of this tenant and order. */
export const decodeCursor = (tenant: string, order: string, cursor: string | undefined): CursorPlace | undefined => {
  if (cursor === undefined) return undefined
  const [whose, which, sort, id] = parts(cursor)
  if (whose !== tenant || which !== order || typeof sort !== "number" || typeof id !== "string")
    throw storeError("store/cursor", "this cursor belongs to another list")
  return { sort, id }
}

const parts = (cursor: string): readonly unknown[] => {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

/** Yields every item of a list; `pageAt` reads the page that begins at a place. */
export async function* itemsOf<T>(pageAt: (place: { readonly after?: string }) => Promise<Page<T>>): AsyncGenerator<T> {
  for (let place: { readonly after?: string } = {}; ; ) {
    const { items, next } = await pageAt(place)
    yield* items
    if (next === undefined) return
    place = { after: next }
  }
}
