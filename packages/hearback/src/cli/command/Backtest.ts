/**
 * `backtest`: decides the cases of a log by this policy, and compares with another version or with the recorded
 * decisions.
 */
import {
  type AssembledLog,
  type BacktestReport,
  exceededBounds,
  type Miner,
  makeComparison,
  makeMiner,
  makeReplay,
  parseBounds,
  type Replay,
  type Replayed,
  type TotalBound
} from "@hearback/backtest"
import { defined } from "@hearback/core"
import { readLog } from "../backtest/Log.ts"
import { mappingFor } from "../backtest/MappingFile.ts"
import { readStore } from "../backtest/Store.ts"
import { staffAt } from "../grade/Staff.ts"
import { type LoadedPolicy, loadPolicy } from "../policy/PolicyFiles.ts"
import type { CommandContext, CommandOutput, CommandSpec, Json, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { notAmong } from "../program/Suggestion.ts"
import { refuse } from "../program/Values.ts"
import { checkFlags, estimateJson, estimateOf } from "../question/Estimate.ts"
import { writeBacktestPage } from "../question/Page.ts"
import { bothText } from "../render/backtest/Estimate.ts"
import { markdownOf } from "../render/backtest/Markdown.ts"
import { minedText } from "../render/backtest/MinedTable.ts"
import { backtestText } from "../render/backtest/Report.ts"
import { mustHavePlace, writtenText } from "../simulate/AnswerFile.ts"
import type { Judged } from "../simulate/BacktestEstimate.ts"
import { storeOptions } from "../store/OpenStore.ts"
import { totalMeant, totalsIn } from "../text/Backtesting.ts"

/** The command `backtest`. */
export const command: CommandSpec = {
  name: "backtest",
  arguments: [{ name: "policy" }],
  options: [
    { flag: "--log", value: "file" },
    ...storeOptions,
    { flag: "--map", value: "file" },
    { flag: "--baseline", value: "policy" },
    { flag: "--people", value: "file" },
    { flag: "--encoding", value: "name" },
    { flag: "--fail-on", value: "bounds" },
    { flag: "--mine", value: "name" },
    { flag: "--markdown" },
    { flag: "--estimate" },
    { flag: "--html", value: "file" },
    { flag: "--plan", value: "file" },
    { flag: "--weeks", value: "n" },
    { flag: "--replications", value: "n" },
    { flag: "--seed", value: "n" },
    { flag: "--workers", value: "n" }
  ],
  run: async (request, context) => backtest(request, context)
}

/** Options that have no meaning when a table is learned. */
const notMined = ["baseline", "fail-on", "markdown", "estimate", "html"]

const backtest = async (request: Request, context: CommandContext): Promise<CommandOutput> => {
  checkFlags(request, context)
  if (request.has("markdown")) refuse(["estimate"], "beside", "markdown", request, context)
  if (request.one("mine") !== undefined) refuse(notMined, "beside", "mine", request, context)
  mustHavePlace(["html"], request, context)
  const candidate = loadPolicy(request.arguments[0], request.one("people"), context)
  const source = sourceOf(request, candidate, context)
  const mined = request.one("mine")
  if (mined !== undefined) return await mine(mined, source, candidate, context)
  const bounds = boundsOf(request.one("fail-on"), context)
  const named = request.one("baseline")
  const baseline = named === undefined ? undefined : loadBaseline(named, candidate, request, context)
  const log = await source.read()
  const { report, decided } = await compared(log, candidate, baseline, context)
  const estimated = request.has("estimate")
    ? await estimateOf(decided, log.cases.length, { candidate, baseline }, request, context)
    : undefined
  const exceeded = exceededBounds(report.totals, bounds)
  // If no case was compared, the bounds do not count as kept.
  const isUntested = bounds.length > 0 && report.totals.replayed === 0
  const seen = { report, candidate, baseline, exceeded, isUntested, isOfLog: source.isOfLog }
  const paths = await writeBacktestPage(seen, estimated, request, context)
  return {
    exit: exceeded.length > 0 || isUntested ? 1 : 0,
    json: {
      report: report as unknown as Json,
      failed: exceeded as unknown as Json,
      untested: isUntested,
      ...(estimated && { estimate: estimateJson(estimated) }),
      ...(paths.length > 0 && { written: paths })
    },
    pretty: () => {
      if (request.has("markdown")) return markdownOf(seen, context)
      const text = estimated === undefined ? backtestText(seen, context) : bothText(seen, estimated, context)
      return text + writtenText(paths, context)
    }
  }
}

/** Where recorded cases come from, and the facts from which a table can be learned. */
interface Source {
  readonly isOfLog: boolean
  readonly facts: readonly string[]
  readonly dimensions: readonly string[]
  readonly read: (miner?: Miner) => Promise<AssembledLog>
}

const sourceOf = (request: Request, { policy }: LoadedPolicy, context: CommandContext): Source => {
  const [path, map] = [request.one("log"), request.one("map")]
  if (path !== undefined) refuse(["db", "key-file"], "beside", "log", request, context)
  const { bundle } = policy
  if (path !== undefined) {
    const mapping = mappingFor(path, map, policy, context)
    return {
      isOfLog: true,
      facts: Object.keys(mapping.facts),
      dimensions: Object.keys(mapping.grades),
      read: (miner) => readLog({ path, mapping, policy, ...defined({ miner }) }, request, context)
    }
  }
  const { mapOfNothing, mapOfNothingHelp } = context.texts.backtest
  if (map !== undefined) return cannotRun({ code: "usage/no-log", message: mapOfNothing, help: mapOfNothingHelp })
  return {
    isOfLog: false,
    // A table has a row for each value, so it is learned only from facts with few values.
    facts: Object.entries(bundle.facts).flatMap(([name, { kind }]) =>
      kind === "one-of" || kind === "yes-no" ? [name] : []
    ),
    dimensions: bundle.grading.map(({ name }) => name),
    read: async (miner) => {
      const log = await readStore(request, context)
      for (const { facts, moments, decided } of log.cases) {
        const later = moments.flatMap(({ what }) => (what._tag === "FactsRecorded" ? [what.facts] : []))
        miner?.observe(Object.assign({}, facts, ...later), decided.grades)
      }
      return log
    }
  }
}

/** Returns the people of another version: the same people, unless it has a people file beside it. */
const loadBaseline = (
  named: string,
  { peoplePath }: LoadedPolicy,
  request: Request,
  context: CommandContext
): LoadedPolicy => {
  const loaded = loadPolicy(named, request.one("people"), context)
  return loaded.peoplePath === undefined && peoplePath !== undefined ? loadPolicy(named, peoplePath, context) : loaded
}

/** Decides every case under both policies. Between cases, other work of the process can run. */
const compared = async (
  log: AssembledLog,
  candidate: LoadedPolicy,
  baseline: LoadedPolicy | undefined,
  context: CommandContext
): Promise<{ readonly report: BacktestReport; readonly decided: readonly Judged[] }> => {
  const decided: Judged[] = []
  const [after, before] = [replayOf(log, candidate), baseline && replayOf(log, baseline)]
  const comparison = makeComparison(candidate.policy, baseline?.policy)
  const { terminal, progress, texts } = context
  for (const [done, one] of log.cases.entries()) {
    const [was, is] = [before?.(one), after(one)]
    if (comparison.add(one, was, is)) decided.push({ recorded: one, kept: keptIn(was ?? is) })
    if (done % 200 !== 0) continue
    progress.tell({ cases: done, of: log.cases.length }, () => texts.backtest.deciding(done, log.cases.length))
    await nextTurn()
    terminal.interrupted.throwIfAborted()
  }
  return { report: comparison.report(log.quality), decided }
}

const keptIn = (replayed: Replayed): Judged["kept"] =>
  Object.fromEntries(
    Object.entries(replayed._tag === "Decided" ? replayed.decided.clocks : {}).flatMap(([clock, { verdict }]) =>
      verdict === "kept" || verdict === "broken" ? [[clock, verdict === "kept"]] : []
    )
  )

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const replayOf = ({ known, quality }: AssembledLog, { policy, people }: LoadedPolicy): Replay =>
  makeReplay(policy, { known, until: quality.to, peopleAt: (at) => staffAt(policy, people, at) })

const boundsOf = (text: string | undefined, context: CommandContext): readonly TotalBound[] => {
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
  source: Source,
  { policy }: LoadedPolicy,
  { texts, ...context }: CommandContext
): Promise<CommandOutput> => {
  const dimension = named.replace(/^(?:grading|定级)\./u, "")
  if (!source.dimensions.includes(dimension))
    return notAmong(
      { code: "usage/bad-choice", message: texts.backtest.notMined(named) },
      dimension,
      source.dimensions.map((name) => `grading.${name}`),
      texts.frame
    )
  const order = policy.bundle.grading.find(({ name }) => name === dimension)?.levels ?? []
  const miner = makeMiner(dimension, source.facts, order)
  const { quality } = await source.read(miner)
  const table = miner.table()
  return {
    exit: table === undefined ? 1 : 0,
    json: { table: (table ?? null) as unknown as Json, quality: quality as unknown as Json },
    pretty: () => minedText(table, { texts, ...context })
  }
}
