/**
 * What counts of each case, kept beside the record: a row for each case, made anew from the case's own events whenever there
 * are more of them. So the rows are the same whether the record was read at once or step by step, and wherever reading was
 * broken off. A row holds no word of anybody's: it comes from the clear part of events alone.
 * Source: docs/decisions/0044-figures-from-rows.md
 */
import { setImmediate as nextTurn } from "node:timers/promises"
import { type Engine, Stream } from "@hearback/engine"
import { type CaseSummary, type Known, readRow, renderRow, rowFormat } from "@hearback/insight"
import { clearRecordOf } from "./Stories.ts"

/** Rows of another format have another name: programs of two versions may work beside each other. */
const name = `summaries.${rowFormat}`

/** How far the record was read. */
interface Mark {
  /** Everything up to here is in the rows, once all cases were walked through. */
  readonly position: number
  /** The stream behind which the first walk through all cases goes on; absent once it has ended. */
  readonly walked?: string
}

/** Cases that are read at once, events that are looked through at once, and rows. */
const [walkSize, moveSize, pageSize] = [200, 20_000, 500]

/** Gives what counts of each case of which anything counts in a period, page by page, as known at an end and now. */
export async function* keptSummaries(
  engine: Engine,
  period: { readonly from: number; readonly end: number }
): AsyncGenerator<readonly Known<CaseSummary>[], void, undefined> {
  await catchUpSummaries(engine)
  const { store, tenant } = engine
  const from = Math.max(period.from, Number.MIN_SAFE_INTEGER)
  const before = Math.min(period.end, Number.MAX_SAFE_INTEGER)
  let after: { readonly last: number; readonly key: string } | undefined
  for (;;) {
    const query = { from, before, limit: pageSize, ...(after === undefined ? {} : { after }) }
    const rows = await store.projected(tenant, name, query)
    yield rows.map(({ key, body }) => readRow(key, body, period.end))
    after = rows.at(-1)
    if (rows.length < pageSize) return
    // A store that answers at once would keep everybody else in the process waiting.
    await nextTurn()
  }
}

/** Brings the rows up to what the record says. Whoever else does so at the same time takes some of the steps. */
const catchUpSummaries = async (engine: Engine): Promise<void> => {
  while (await step(engine)) await nextTurn()
}

/** Forgets all rows; they are made anew when somebody asks. */
export const forgetSummaries = async ({ store, tenant }: Engine): Promise<void> => {
  for (let isDone = false; !isDone; ) {
    const { mark } = await store.projection(tenant, name)
    isDone = mark === null || (await store.project(tenant, name, { from: mark, to: null, rows: [] }))
  }
}

/** Returns whether there may be more to read. */
const step = async (engine: Engine): Promise<boolean> => {
  const { store, tenant } = engine
  const { mark, settled } = await store.projection(tenant, name)
  const { position, walked } =
    mark === null ? { position: settled, walked: Stream.ofCase("") } : (JSON.parse(mark) as Mark)
  const put = (to: Mark, rows: readonly ReturnType<typeof renderRow>[]): Promise<boolean> =>
    store.project(tenant, name, { from: mark, to: JSON.stringify(to), rows })
  if (walked !== undefined) {
    const histories = await store.clearHistories(tenant, walked, walkSize)
    const rows = []
    for (const { stream, events } of histories) {
      const id = Stream.caseIn(stream)
      // Names of cases stand together.
      if (id !== undefined) rows.push(renderRow(id, await clearRecordOf(engine, stream, events)))
    }
    const isOver = rows.length === 0 || rows.length < histories.length
    await put(isOver ? { position } : { position, walked: histories.at(-1)?.stream ?? walked }, rows)
    return true
  }
  if (position >= settled) return false
  const { heads, to } = await store.moved(tenant, position, moveSize)
  if (to === null) return false
  const rows = []
  for (const { stream } of heads) {
    const id = Stream.caseIn(stream)
    if (id === undefined) continue
    const { events } = await store.load({ tenant, stream })
    rows.push(renderRow(id, await clearRecordOf(engine, stream, events)))
  }
  await put({ position: to }, rows)
  return true
}
