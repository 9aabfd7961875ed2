/**
 * Lists cases, also by words of their customers. These words are encrypted and there is no index, so texts are
 * decrypted page by page.
 */
import { type Case, defined, foldedText } from "@hearback/core"
import {
  encodeCursor,
  lastSort,
  type Page,
  pageSize,
  type CaseListQuery as StoredQuery,
  type CaseListRow as StoredRow
} from "@hearback/engine"
import type { Session } from "../call/Call.ts"
import { type CaseQuery, namesOf, storedQueryOf } from "./CaseQuery.ts"
import { type CaseRow, rowView } from "./Worklist.ts"

/** The most cases that one call decrypts. */
const mostOpened = 1_000

/** Returns one page of cases. */
export const listCases = async (session: Session, query: CaseQuery): Promise<Page<CaseRow>> => {
  const { engine } = session
  const stored = await storedQueryOf(session, "list", query)
  const mine = query.for === undefined ? undefined : await namesOf(session, query.for)
  const { items, next } =
    query.text === undefined
      ? await engine.store.list(engine.tenant, stored)
      : await searched(session, stored, foldedText(query.text).split(/\s+/))
  return defined({ items: items.map((row) => rowView(session, row, mine)), next })
}

/** Returns one page of the cases whose customers said all of some words. */
const searched = async (
  { engine }: Session,
  query: StoredQuery,
  words: readonly string[]
): Promise<Page<StoredRow>> => {
  const size = pageSize(query.limit)
  const items: StoredRow[] = []
  let { after } = query
  for (let opened = 0; opened < mostOpened; ) {
    const page = await engine.store.list(engine.tenant, { ...query, limit: 100, ...defined({ after }) })
    for (const row of page.items) {
      opened += 1
      after = cursorAt(engine.tenant, query, row)
      if (!says((await engine.cases.load(row.id)).state, words)) continue
      items.push(row)
      if (items.length === size)
        return row === page.items.at(-1) ? defined({ items, next: page.next }) : { items, next: after }
    }
    if (page.next === undefined) return { items }
    after = page.next
  }
  return defined({ items, next: after })
}

/** Returns the cursor of the page after a row. */
const cursorAt = (tenant: string, { order = "due" }: StoredQuery, row: StoredRow): string =>
  encodeCursor(tenant, order, {
    sort: order === "due" ? (row.promiseAt ?? lastSort) : row.receivedAt,
    id: row.id
  })

const says = ({ feedback, conversation }: Case.Case, words: readonly string[]): boolean => {
  const { verbatim, description, demand, where } = feedback.receipt ?? {}
  const texts = [verbatim, description, demand, where, ...conversation.said.map(({ text }) => text)]
  const said = foldedText(texts.filter((text) => text !== undefined).join("\n"))
  return words.every((word) => said.includes(word))
}
