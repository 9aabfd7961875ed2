/** `ingest`: reads a file of feedback into a store, row by row. */
import { createHash } from "node:crypto"
import { defined, Fact, type Policy } from "@hearback/core"
import { mustBeFile } from "../file/Bytes.ts"
import { absolute, isFolder, shortPath } from "../file/Paths.ts"
import { adviceOf } from "../ingest/Advice.ts"
import { importRows } from "../ingest/Import.ts"
import { type IngestInput, openInput } from "../ingest/Input.ts"
import { channelFor, historyWords, type Mapping, mappingOf } from "../ingest/Mapping.ts"
import type { Counts } from "../ingest/Tally.ts"
import type { CommandContext, CommandOutput, CommandSpec, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { countOf, instantOf, numberOf } from "../program/Values.ts"
import { type IngestRun, ingestText } from "../render/Ingest.ts"
import { staffOptions, withStore } from "../store/OpenStore.ts"

/** The command `ingest`. */
export const command: CommandSpec = {
  name: "ingest",
  arguments: [{ name: "policy", many: true }],
  options: [
    { flag: "--input", value: "file" },
    { flag: "--map", value: "pair", many: true },
    { flag: "--at", value: "instant" },
    { flag: "--window", value: "length" },
    { flag: "--seed", value: "n" },
    { flag: "--limit", value: "n" },
    { flag: "--encoding", value: "name" },
    { flag: "--sort" },
    { flag: "--history" },
    { flag: "--keep-going" },
    { flag: "--virtual-time" },
    { flag: "--policy", value: "file" },
    ...staffOptions
  ],
  run: async (request, context) => {
    const { input: path, policy } = filesOf(request, context)
    return await withStore(
      request,
      context,
      async ({ loop, policy: loaded, db }) => {
        const began = performance.now()
        if (request.has("virtual-time")) await loop.tick({ at: new Date(instantOf(request, context, loaded.zone)) })
        const mapping = mappingOf(request.many("map"), loaded, context)
        checkHistory(mapping, request, context)
        const input = await openInput(path, mapping, request, context)
        const counts = await importRows(input, {
          loop,
          row: {
            mapping,
            channel: channelFor(mapping, loaded, context),
            undated: undatedOf(request, loaded, context),
            file: defined({
              history: request.has("history") || undefined,
              file: shortPath(path, context),
              head: input.layout?.head,
              delimiter: input.layout?.delimiter
            })
          },
          isSorted: request.has("sort"),
          keepGoing: request.has("keep-going"),
          signal: context.terminal.interrupted,
          limit: countOf(request, "limit", context) ?? Number.POSITIVE_INFINITY,
          tell: ({ rows, opened, quarantined }) =>
            context.progress.tell({ rows, opened, quarantined }, () =>
              context.texts.report.ingest.progress(rows, opened, quarantined)
            )
        })
        return answerOf(counts, input, { path: shortPath(path, context), db, ms: performance.now() - began }, context)
      },
      { create: true, policy, virtualTime: request.has("virtual-time") }
    )
  }
}

const answerOf = (all: Counts, { layout }: IngestInput, run: IngestRun, context: CommandContext): CommandOutput => {
  const { instants: _, ...counts } = all
  const advice = Object.keys(counts.reasons).flatMap((slug) => adviceOf(slug, all, context.texts) ?? [])
  const { path: input, db, ms } = run
  return {
    exit: counts.addUp && counts.only === undefined ? 0 : 1,
    json: defined({ input, db, ...counts, advice, headLine: layout?.headLines, ms: Math.round(ms) }),
    pretty: () => ingestText(all, layout, run, context)
  }
}

const isPolicy = (path: string, context: CommandContext): boolean =>
  /\.ya?ml$/i.test(path) || isFolder(absolute(path, context))

/** Reports columns about past answers if the feedback is still to be answered. */
const checkHistory = ({ sources }: Mapping, request: Request, { texts }: CommandContext): void => {
  const field = Object.keys(historyWords).find((name) => sources.has(name))
  if (field === undefined || request.has("history")) return
  cannotRun({ code: "map/history", message: texts.intake.ofHistory(field), help: texts.intake.historyHelp })
}

/** Returns the policy and the input in whatever order they are given; `--input` and `--policy` have priority. */
const filesOf = (
  request: Request,
  context: CommandContext
): { readonly input: string; readonly policy: string | undefined } => {
  const { fault, frame } = context.texts
  const inputs = [...request.many("input"), ...request.arguments.filter((path) => !isPolicy(path, context))]
  const policies = [...request.many("policy"), ...request.arguments.filter((path) => isPolicy(path, context))]
  const extra = inputs[1] ?? policies[1]
  if (extra !== undefined)
    return cannotRun({
      code: "usage/too-many-arguments",
      message: frame.tooManyArguments(extra),
      help: frame.seeHelp("ingest ")
    })
  if (inputs[0] === undefined)
    return cannotRun({ code: "usage/no-input", message: fault.noInput, help: fault.noInputHelp })
  return { input: mustBeFile(absolute(inputs[0], context), context), policy: policies[0] }
}

/**
 * Returns the time of rows without a time: the instant of the run, or an instant within a window before it, which
 * depends on the row's key.
 */
const undatedOf = (
  request: Request,
  policy: Policy.Policy,
  context: CommandContext
): ((key: string) => number | undefined) => {
  const at = instantOf(request, context, policy.zone)
  const seed = numberOf(request, "seed", context) ?? 1
  const text = request.one("window")
  if (text === undefined) return () => (request.one("at") === undefined ? undefined : at)
  const ms = Fact.encode({ _tag: "Span" }, text)
  const { fault } = context.texts
  if (ms === undefined)
    return cannotRun({
      code: "usage/bad-length",
      message: fault.badLength("--window", text),
      expected: fault.lengthExpected
    })
  return (key) => at - Math.floor(shareOf(`${seed}:${key}`) * ms)
}

/** Returns a number from 0 up to 1 that depends only on the text. */
const shareOf = (text: string): number => createHash("sha256").update(text).digest().readUIntBE(0, 6) / 2 ** 48
