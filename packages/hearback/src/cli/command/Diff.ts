/** `diff`: compares two policies by their effect on cases. */
import { dirname } from "node:path"
import { Fact, Policy } from "@hearback/core"
import { compare, type Difference } from "@hearback/policy"
import { compileFile } from "@hearback/policy/node"
import { logOf } from "../backtest/Store.ts"
import { findPolicy, mustExist } from "../file/Paths.ts"
import { seenFrom } from "../policy/Findings.ts"
import { sidesFromGit } from "../policy/GitSides.ts"
import { broken } from "../policy/PolicyFiles.ts"
import type { CommandContext, CommandOutput, CommandSpec, Json, Request } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { plain } from "../program/PlainJson.ts"
import { refuse } from "../program/Values.ts"
import { writeDiffPage } from "../question/Page.ts"
import { type ComparedPolicies, type PolicySide, toldOf } from "../render/diff/DifferenceLines.ts"
import { diffMarkdown } from "../render/diff/Markdown.ts"
import { diffText } from "../render/diff/Report.ts"
import { refused } from "../render/Outcome.ts"
import { touchedMarkdown, touchedStoreLines } from "../render/TouchedCases.ts"
import { writtenText } from "../simulate/AnswerFile.ts"
import { storeOptions, withStore } from "../store/OpenStore.ts"
import { type TouchedStore, touchedStore } from "../store/TouchedCases.ts"

/** The command `diff`. */
export const command: CommandSpec = {
  name: "diff",
  arguments: [
    { name: "old", required: true, unless: "--git" },
    { name: "new", required: true, unless: "--git" },
    { name: "files", many: true }
  ],
  options: [
    { flag: "--assert", value: "what", choices: ["no-weaker"] },
    { flag: "--html", value: "file" },
    { flag: "--markdown" },
    { flag: "--git", value: "file" },
    ...storeOptions
  ],
  run: async (request, context) => {
    const path = request.one("git")
    if (path !== undefined) return diffForGit(path, request, context)
    const [, , extra] = request.arguments
    const { tooManyArguments, seeHelp } = context.texts.frame
    if (extra !== undefined)
      cannotRun({ code: "usage/too-many-arguments", message: tooManyArguments(extra), help: seeHelp("diff ") })
    if (request.one("db") === undefined) refuse(["key-file"], "without", "db", request, context)
    const compared = comparedIn(request, context)
    if (request.one("db") === undefined) return answerOf(compared, undefined, request, context)
    const { before, after } = compared
    const versions = { before: before.bundle, after: after.bundle }
    const touched = await withStore(
      request,
      context,
      async (opened) => touchedStore(opened, await logOf(opened), versions),
      { withoutStaff: true }
    )
    return "open" in touched ? answerOf(compared, touched, request, context) : refused(touched, context)
  }
}

/** Returns exit code 0 for git, because git stops if a diff driver returns another one. */
const diffForGit = (path: string, request: Request, context: CommandContext): CommandOutput => {
  refuse(["assert", "html", "markdown", "db", "key-file"], "beside", "git", request, context)
  const { diff: texts } = context.texts
  const told = (text: string): CommandOutput => ({ exit: 0, json: { path, text }, pretty: () => `${text}\n` })
  const sides = sidesFromGit(path, request.arguments, context)
  if (sides === undefined) return told(texts.merging(path))
  const { before, after } = sides
  if (after === undefined) return told(texts.gone(path))
  if (before === undefined) return told(texts.added(path))
  const broken = [before, after].find((side) => typeof side === "string")
  if (typeof before === "string" || typeof after === "string")
    return told(`${texts.notCompared(path)}\n${String(broken).trimEnd()}`)
  const compared: ComparedPolicies = { comparison: compare(before.bundle, after.bundle), before, after }
  return {
    exit: 0,
    json: { path, differences: plainOf(compared, context) },
    pretty: () => diffText(compared, undefined, context)
  }
}

const comparedIn = (request: Request, context: CommandContext): ComparedPolicies => {
  const [one = "", two = ""] = request.arguments
  const [before, after] = [sideOf(one, context), sideOf(two, context)]
  return { comparison: compare(before.bundle, after.bundle), before, after }
}

const answerOf = async (
  compared: ComparedPolicies,
  touched: TouchedStore | undefined,
  request: Request,
  context: CommandContext
): Promise<CommandOutput> => {
  const { differences, notDone } = compared.comparison
  const { texts, paint } = context
  const weaker = differences.filter(({ weight }) => weight === "weaker" || weight === "perhaps-weaker")
  const fails = request.one("assert") !== undefined && (weaker.length > 0 || notDone.length > 0)
  const verdict =
    request.one("assert") === undefined ? undefined : fails ? texts.diff.asserted(weaker.length) : texts.diff.kept
  const paths = await writeDiffPage(compared, touched, request, context)
  return {
    exit: fails ? 1 : 0,
    json: {
      same: differences.length === 0 && notDone.length === 0,
      differences: plainOf(compared, context),
      notDone: notDone as unknown as Json,
      ...(touched && { touched: plain(touched) }),
      ...(paths.length > 0 && { written: paths })
    },
    pretty: () =>
      request.has("markdown")
        ? diffMarkdown(compared, verdict, context) +
          (touched === undefined ? "" : touchedMarkdown(touched, Policy.load(compared.after.bundle), context))
        : [
            diffText(compared, verdict && paint(fails ? "bad" : "good", verdict), context),
            ...(touched === undefined
              ? []
              : touchedStoreLines(touched, Policy.load(compared.after.bundle), context).map((line) => `${line}\n`)),
            writtenText(paths, context)
          ].join("")
  }
}

const sideOf = (named: string, context: CommandContext): PolicySide => {
  const path = mustExist(findPolicy(named, context) ?? named, context)
  const { bundle, diagnostics } = compileFile(path)
  return bundle === undefined ? broken(path, seenFrom(dirname(path), diagnostics, context), context) : { path, bundle }
}

/** Returns a value as the bundle has it, and as people read it. */
const plainOf = (compared: ComparedPolicies, context: CommandContext): Json => {
  const told = toldOf(compared, context)
  return compared.comparison.differences.map((one, index) => ({
    ...one,
    ...(one.cases && { cases: casesOf(one.cases) }),
    text: { ...told[index] }
  })) as unknown as Json
}

const casesOf = ({ classes, of, when, more, witness }: NonNullable<Difference["cases"]>) => ({
  classes,
  of,
  when: when.map((cells) =>
    Object.fromEntries(cells.map(({ input, type, set }) => [input, Fact.renderSet(type, set)]))
  ),
  more,
  witness: Object.fromEntries(witness.map(({ input, type, code }) => [input, Fact.render(type, code)]))
})
