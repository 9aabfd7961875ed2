/**
 * A summary of each case for measures, kept beside the record and computed again from the case's events whenever
 * there are new ones. So the result does not depend on whether the record was read at once or step by step, and where
 * reading was interrupted. It contains no words of people, because it uses only the unencrypted parts of events and
 * the numbers of free texts.
 *
 * A changed case has a row of its own. When there are many such rows, they are packed: blocks divide all cases by
 * their ids, and each block is written once with all its changes. A row of a single case has priority over its block.
 * Source: docs/decisions/0044-figures-from-rows.md
 */
import {
  type ClearEvent,
  type Engine,
  type ProjectedRow,
  type StoredEvent,
  Stream,
  type StreamHistory,
  type TextFingerprint,
  textFingerprints
} from "@hearback/engine"
import {
  blockOf,
  type CaseBlock,
  type CaseSummary,
  gather,
  type KnownCase,
  makeBlockReader,
  parseBlock,
  renderBlock,
  rowFormat,
  spanOf,
  textFactsOf
} from "@hearback/insight"
import { rowRecordOf } from "./Stories.ts"

/**
 * The name of the rows. Rows of another format have another name, so that programs of two versions can work at the
 * same time.
 */
export const projection = `summaries.${rowFormat}`

/** How far the record was read. */
interface Mark {
  /** All events up to here are in the rows, once all cases were read. */
  readonly position: number
  /** The stream after which the first reading of all cases continues; absent when it has ended. */
  readonly walked?: string
  /** The number of rows of single cases since the last packing. */
  readonly loose: number
  readonly isPacking?: true
  /** The number of the step. No step may use rows that another step has meanwhile replaced. */
  readonly step: number
}

/** How much is read at once: cases, events, rows of single cases, and blocks. */
const [walkSize, moveSize, pageSize, blockPage] = [200, 20_000, 500, 16]
/** The number of rows of single cases that are packed, and the most cases of a block. Tests use smaller numbers. */
export const packing = { mostLoose: 2_000, mostInBlock: 1_024 }

/**
 * The keys of rows, in their order: blocks by the first id after their last case, the block without such an end, rows
 * of single cases. All stores sort ASCII in the same order.
 */
const [blockPrefix, lastBlock, casePrefix] = ["b", "c", "d"]
const placeOf = (id: string): string => encodeURIComponent(id)
const ever = { from: Number.MIN_SAFE_INTEGER, before: Number.MAX_SAFE_INTEGER }

/** Yields the summary of each case that counts in a period, page by page, as known at its end and now. */
export async function* keptSummaries(
  engine: Engine,
  period: { readonly from: number; readonly end: number }
): AsyncGenerator<Iterable<KnownCase<CaseSummary>>, void, undefined> {
  await catchUpSummaries(engine)
  const from = Math.max(period.from, ever.from)
  const before = Math.min(period.end, ever.before)
  const readBlock = makeBlockReader()
  const loose = new Set<string>()
  for await (const rows of pagesBehind(engine, casePrefix, { ...ever, limit: pageSize })) {
    for (const { key, first, last, body } of rows) {
      loose.add(key)
      if (last >= from && first < before) yield readBlock(parseBlock(body), period)
    }
  }
  const isLoose = (id: string): boolean => loose.has(casePrefix + placeOf(id))
  for await (const rows of pagesBehind(engine, blockPrefix, { from, before, limit: blockPage })) {
    const blocks = rows.filter(({ key }) => key < casePrefix)
    for (const row of blocks) yield readBlock(parseBlock(row.body), period, loose.size > 0 ? isLoose : undefined)
    if (blocks.length < rows.length) return
  }
}

/**
 * Yields the rows after a key. Packing at the same time does not disturb this: a divided block leaves no case behind
 * its old end, and packed rows were already returned.
 */
async function* pagesBehind(
  { store, tenant }: Engine,
  key: string,
  query: Omit<Parameters<Engine["store"]["projected"]>[2], "after">
): AsyncGenerator<readonly ProjectedRow[], void, undefined> {
  for (let after = key; ; ) {
    const rows = await store.projected(tenant, projection, { ...query, after })
    yield rows
    if (rows.length < query.limit) return
    after = rows.at(-1)?.key ?? after
    // A store that answers synchronously would block all other work of the process.
    await nextTurn()
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * Updates the rows to the record, and returns whether they are complete; false if `isOver` ended it before. Another
 * process that does the same shares the steps.
 */
export const catchUpSummaries = async (engine: Engine, isOver: () => boolean = () => false): Promise<boolean> => {
  while (await step(engine)) {
    if (isOver()) return false
    await nextTurn()
  }
  return true
}

/** Deletes all rows. They are computed again on the next request. */
export const forgetSummaries = async ({ store, tenant }: Engine): Promise<void> => {
  for (let isDone = false; !isDone; ) {
    const { mark } = await store.projection(tenant, projection)
    isDone = mark === null || (await store.project(tenant, projection, { from: mark, to: null, rows: [] }))
  }
}

/** The changes of a step. */
interface Change {
  readonly mark: Omit<Mark, "step">
  readonly rows: readonly ProjectedRow[]
  readonly out?: readonly string[]
}

/** Takes the next step; returns whether there can be more to read. */
const step = async (engine: Engine): Promise<boolean> => {
  const { store, tenant } = engine
  const { mark: from, settled } = await store.projection(tenant, projection)
  const mark: Mark =
    from === null ? { position: settled, walked: Stream.ofCase(""), loose: 0, step: 0 } : (JSON.parse(from) as Mark)
  const change = await (mark.isPacking === true
    ? pack(engine, mark)
    : mark.walked === undefined
      ? follow(engine, mark, settled)
      : walk(engine, mark, mark.walked))
  if (change === undefined) return false
  const isPacking = change.mark.isPacking ?? change.mark.loose >= packing.mostLoose
  const to = { ...change.mark, ...(isPacking ? { isPacking } : {}), step: mark.step + 1 }
  await store.project(tenant, projection, { ...change, from, to: JSON.stringify(to) })
  return true
}

/** Reads the next of all cases. */
const walk = async (engine: Engine, { walked: _, ...mark }: Mark, after: string): Promise<Change> => {
  const { store, tenant, policies } = engine
  // Free texts of facts are encrypted.
  const read = textFactsOf(policies.active).length === 0 ? store.clearHistories : store.histories
  const histories: readonly StreamHistory<ClearEvent | StoredEvent>[] = await read(tenant, after, walkSize)
  const rows: ProjectedRow[] = []
  const numbering = textNumberingOf(engine)
  for (const history of histories) {
    const id = Stream.caseIn(history.stream)
    // Events of one case come one after the other.
    if (id !== undefined) rows.push(rowOf(id, blockOf(id, await rowRecordOf(engine, history, numbering))))
  }
  const loose = mark.loose + rows.length
  const isOver = rows.length === 0 || rows.length < histories.length
  return { mark: isOver ? { ...mark, loose } : { ...mark, loose, walked: histories.at(-1)?.stream ?? after }, rows }
}

/** Reads the cases with new events. */
const follow = async (engine: Engine, mark: Mark, settled: number): Promise<Change | undefined> => {
  const { store, tenant } = engine
  if (mark.position >= settled) return undefined
  const { heads, to } = await store.moved(tenant, mark.position, moveSize)
  if (to === null) return undefined
  const rows: ProjectedRow[] = []
  const numbering = textNumberingOf(engine)
  for (const { stream } of heads) {
    const id = Stream.caseIn(stream)
    if (id === undefined) continue
    const { events } = await store.load({ tenant, stream })
    rows.push(rowOf(id, blockOf(id, await rowRecordOf(engine, { stream, events }, numbering))))
  }
  return { mark: { ...mark, position: to, loose: mark.loose + rows.length }, rows }
}

/** Returns the key of a case, which is requested only if the case has a text. */
const textNumberingOf = ({ keys, tenant }: Engine): (() => Promise<TextFingerprint>) => {
  let known: Promise<TextFingerprint> | undefined
  return () => {
    known ??= textFingerprints(keys, tenant)
    return known
  }
}

/** Packs the first rows of single cases into their block. */
const pack = async ({ store, tenant }: Engine, { isPacking: _, ...mark }: Mark): Promise<Change> => {
  const loose = await store.projected(tenant, projection, { ...ever, after: casePrefix, limit: pageSize })
  const [first] = loose
  if (first === undefined) return { mark: { ...mark, loose: 0 }, rows: [] }
  const blockKey = blockPrefix + first.key.slice(casePrefix.length)
  const [next] = await store.projected(tenant, projection, { ...ever, after: blockKey, limit: 1 })
  const block = next !== undefined && next.key < casePrefix ? next : undefined
  const end = block?.key ?? lastBlock
  const changed = loose.filter(({ key }) => blockPrefix + key.slice(casePrefix.length) < end)
  const cases = new Map<string, Parameters<typeof gather>[0][number]>()
  for (const row of [...(block === undefined ? [] : [block]), ...changed]) {
    const of = parseBlock(row.body)
    for (const [place, id] of of.ids.entries()) cases.set(placeOf(id), { of, place })
  }
  const inOrder = [...cases].sort(([a], [b]) => (a < b ? -1 : 1))
  const count = Math.ceil(inOrder.length / packing.mostInBlock)
  // Cases after the last block are mostly newer, so earlier blocks need not be written again.
  const size = end === lastBlock ? packing.mostInBlock : Math.ceil(inOrder.length / count)
  const rows: ProjectedRow[] = []
  for (let at = 0; at < inOrder.length; at += size) {
    const [behind] = inOrder[at + size] ?? []
    const part = gather(inOrder.slice(at, at + size).map(([, one]) => one))
    rows.push(rowAt(behind === undefined ? end : blockPrefix + behind, part))
  }
  return { mark: { ...mark, isPacking: true }, rows, out: changed.map(({ key }) => key) }
}

const rowOf = (id: string, block: CaseBlock): ProjectedRow => rowAt(casePrefix + placeOf(id), block)

const rowAt = (key: string, block: CaseBlock): ProjectedRow => ({ key, ...spanOf(block), body: renderBlock(block) })
