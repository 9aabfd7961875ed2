/** `backtest`: what this policy would have done with the cases of a log, beside another version or what was done then. */
import {
  type BacktestReport,
  type Bound,
  type EventLog,
  exceededBounds,
  makeComparison,
  makeMiner,
  makeReplay,
  parseBounds,
  type Replay
} from "@hearback/backtest"
import { readLog } from "../backtest/Log.ts"
import { mappingFor } from "../backtest/MappingFile.ts"
import { staffAt } from "../grade/Staff.ts"
import { type Loaded, loadPolicy } from "../policy/PolicyFiles.ts"
import type { Answer, CommandSpec, Context, Json, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { notAmong } from "../program/Suggestion.ts"
import { markdownOf } from "../render/backtest/Markdown.ts"
import { minedText } from "../render/backtest/Mined.ts"
import { backtestText } from "../render/backtest/Report.ts"
import { totalMeant, totalsIn } from "../text/Backtesting.ts"

export const command: CommandSpec = {
  name: "backtest",
  arguments: [{ name: "policy" }],
  options: [
    { flag: "--log", value: "file", required: true },
    { flag: "--map", value: "file" },
    { flag: "--baseline", value: "policy" },
    { flag: "--people", value: "file" },
    { flag: "--encoding", value: "name" },
    { flag: "--fail-on", value: "bounds" },
    { flag: "--mine", value: "name" },
    { flag: "--markdown" }
  ],
  run: async (request, context) => backtest(request, context)
}

const backtest = async (request: Request, context: Context): Promise<Answer> => {
  const candidate = loadPolicy(request.arguments[0], request.one("people"), context)
  const path = request.one("log") ?? ""
  const mapping = mappingFor(path, request.one("map"), candidate.policy, context)
  const mined = request.one("mine")
  if (mined !== undefined) return await mine(mined, { path, mapping, policy: candidate.policy }, request, context)
  const bounds = boundsOf(request.one("fail-on"), context)
  const named = request.one("baseline")
  const baseline = named === undefined ? undefined : loadBaseline(named, candidate, request, context)
  const log = await readLog({ path, mapping, policy: candidate.policy }, request, context)
  const report = await compared(log, candidate, baseline, context)
  const exceeded = exceededBounds(report.totals, bounds)
  const seen = { report, candidate, baseline, exceeded }
  return {
    exit: exceeded.length > 0 ? 1 : 0,
    json: { report: report as unknown as Json, failed: exceeded as unknown as Json },
    pretty: () => (request.has("markdown") ? markdownOf(seen, context) : backtestText(seen, context))
  }
}

/** Another version has the same people, unless it has its own beside it. */
const loadBaseline = (named: string, { peoplePath }: Loaded, request: Request, context: Context): Loaded => {
  const loaded = loadPolicy(named, request.one("people"), context)
  return loaded.peoplePath === undefined && peoplePath !== undefined ? loadPolicy(named, peoplePath, context) : loaded
}

/** Decides every case under both policies, and lets others have their turn between cases. */
const compared = async (
  log: EventLog,
  candidate: Loaded,
  baseline: Loaded | undefined,
  context: Context
): Promise<BacktestReport> => {
  const [after, before] = [replayOf(log, candidate), baseline && replayOf(log, baseline)]
  const comparison = makeComparison(candidate.policy, baseline?.policy)
  const { terminal, progress, texts } = context
  for (const [done, one] of log.cases.entries()) {
    comparison.add(one, before?.(one), after(one))
    if (done % 200 !== 0) continue
    progress.tell({ cases: done, of: log.cases.length }, () => texts.backtest.deciding(done, log.cases.length))
    await nextTurn()
    terminal.interrupted.throwIfAborted()
  }
  return comparison.report(log.quality)
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const replayOf = ({ known, quality }: EventLog, { policy, people }: Loaded): Replay =>
  makeReplay(policy, { known, until: quality.to, peopleAt: (at) => staffAt(policy, people, at) })

const boundsOf = (text: string | undefined, context: Context): readonly Bound[] => {
  if (text === undefined) return []
  const { texts, language } = context
  const { bounds, wrong } = parseBounds(text, (word) => totalMeant(word))
  if (wrong === undefined) return bounds
  const message = texts.backtest.badBound(wrong.text)
  const fault = { code: "usage/bad-bound", message }
  return wrong.word === undefined
    ? cannotRun({ ...fault, expected: texts.backtest.boundExpected })
    : notAmong(fault, wrong.word, totalsIn(language), texts.frame)
}

const mine = async (
  named: string,
  source: Parameters<typeof readLog>[0],
  request: Request,
  context: Context
): Promise<Answer> => {
  const { texts } = context
  const { mapping, policy } = source
  const dimension = named.replace(/^(?:grading|定级)\./u, "")
  const known = Object.keys(mapping.grades)
  if (!known.includes(dimension))
    return notAmong(
      { code: "usage/bad-choice", message: texts.backtest.notMined(named) },
      dimension,
      known.map((name) => `grading.${name}`),
      texts.frame
    )
  const order = policy.bundle.grading.find(({ name }) => name === dimension)?.levels ?? []
  const miner = makeMiner(dimension, Object.keys(mapping.facts), order)
  const { quality } = await readLog({ ...source, miner }, request, context)
  const table = miner.table()
  return {
    exit: table === undefined ? 1 : 0,
    json: { table: (table ?? null) as unknown as Json, quality: quality as unknown as Json },
    pretty: () => minedText(table, context)
  }
}
