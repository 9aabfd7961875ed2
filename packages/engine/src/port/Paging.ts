/** Lists read to their end, page by page. */
import type { Page } from "./ListRow.ts"

/** Yields every item of a list; `pageAt` reads the page that begins at a place. */
export async function* itemsOf<T>(pageAt: (place: { readonly after?: string }) => Promise<Page<T>>): AsyncGenerator<T> {
  for (let place: { readonly after?: string } = {}; ; ) {
    const { items, next } = await pageAt(place)
    yield* items
    if (next === undefined) return
    place = { after: next }
  }
}
