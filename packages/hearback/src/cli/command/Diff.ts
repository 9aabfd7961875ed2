/** `diff`: two policies compared by what they do to cases. */
import { dirname } from "node:path"
import { Fact } from "@hearback/core"
import { compare, type Difference } from "@hearback/policy"
import { compileFile } from "@hearback/policy/node"
import { findPolicy, mustExist } from "../file/Paths.ts"
import { seenFrom } from "../policy/Findings.ts"
import { broken } from "../policy/PolicyFiles.ts"
import type { Answer, CommandSpec, Context, Json, Request } from "../program/Command.ts"
import { writeDiffPage } from "../question/Page.ts"
import { diffMarkdown } from "../render/diff/Markdown.ts"
import { diffText } from "../render/diff/Report.ts"
import { type Compared, type Side, toldOf } from "../render/diff/Said.ts"
import { writtenText } from "../simulate/Written.ts"

export const command: CommandSpec = {
  name: "diff",
  arguments: [
    { name: "old", required: true },
    { name: "new", required: true }
  ],
  options: [
    { flag: "--assert", value: "what", choices: ["no-weaker"] },
    { flag: "--html", value: "file" },
    { flag: "--markdown" }
  ],
  run: async (request, context) => diff(request, context)
}

const diff = (request: Request, context: Context): Answer => {
  const [before = "", after = ""] = request.arguments
  const [one, two] = [sideOf(before, context), sideOf(after, context)]
  const compared: Compared = { comparison: compare(one.bundle, two.bundle), before: one, after: two }
  const { differences, notDone } = compared.comparison
  const { texts, paint } = context
  const weaker = differences.filter(({ weight }) => weight === "weaker" || weight === "perhaps-weaker")
  const fails = request.one("assert") !== undefined && (weaker.length > 0 || notDone.length > 0)
  const verdict =
    request.one("assert") === undefined ? undefined : fails ? texts.diff.asserted(weaker.length) : texts.diff.kept
  const paths = writeDiffPage(compared, request, context)
  return {
    exit: fails ? 1 : 0,
    json: {
      same: differences.length === 0 && notDone.length === 0,
      differences: plainOf(compared, context),
      notDone: notDone as unknown as Json,
      ...(paths.length > 0 && { written: paths })
    },
    pretty: () =>
      request.has("markdown")
        ? diffMarkdown(compared, verdict, context)
        : diffText(compared, verdict && paint(fails ? "bad" : "good", verdict), context) + writtenText(paths, context)
  }
}

const sideOf = (named: string, context: Context): Side => {
  const path = mustExist(findPolicy(named, context) ?? named, context)
  const { bundle, diagnostics } = compileFile(path)
  return bundle === undefined ? broken(path, seenFrom(dirname(path), diagnostics, context), context) : { path, bundle }
}

/** Values as the bundle keeps them, and as people read them. */
const plainOf = (compared: Compared, context: Context): Json => {
  const told = toldOf(compared, context)
  return compared.comparison.differences.map((one, i) => ({
    ...one,
    ...(one.cases && { cases: casesOf(one.cases) }),
    text: { ...told[i] }
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
