/** Tries one setting of a policy or a simulation file with each of several values: `path=value,value`. */
import { basename } from "node:path"
import { Policy } from "@hearback/core"
import { compile, type Diagnostic, nearest, pathIn, readSimulation } from "@hearback/policy"
import { flattenFile } from "@hearback/policy/node"
import type { SimulationSubject } from "@hearback/simulation"
import { shortPath } from "../file/Paths.ts"
import { type Settable, settable } from "../file/Yaml.ts"
import type { CommandContext } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import type { SimulationQuestion } from "./Subject.ts"

/** A setting with the simulations of its values. */
export interface SweptSetting {
  readonly path: string
  readonly tried: readonly { readonly value: string; readonly subject: SimulationSubject }[]
}

/** Returns a setting with its simulations. Errors: no values, an unknown path, an invalid value. */
export const settingOf = async (
  written: string,
  asked: SimulationQuestion,
  context: CommandContext
): Promise<SweptSetting> => {
  const { texts } = context
  const cut = written.indexOf("=")
  const path = written.slice(0, cut).trim()
  const values = cut < 1 ? [] : apart(written.slice(cut + 1))
  if (values.length === 0 || values.includes(""))
    return cannotRun({
      code: "usage/bad-sweep",
      message: texts.simulate.noValues(written),
      expected: texts.simulate.valuesExpected
    })
  const make = subjectsOf(path, asked, context)
  // An invalid value is reported before anything runs.
  const tried: { readonly value: string; readonly subject: SimulationSubject }[] = []
  for (const value of values) tried.push({ value, subject: await make(value) })
  return { path, tried }
}

/** Splits values at commas; a value in brackets can contain commas. */
const apart = (text: string): readonly string[] => {
  const values = [""]
  let depth = 0
  for (const letter of text) {
    if ("[{".includes(letter)) depth += 1
    if ("]}".includes(letter)) depth -= 1
    if (letter === "," && depth === 0) values.push("")
    else values[values.length - 1] += letter
  }
  return values.map((value) => value.trim())
}

const subjectsOf = (
  path: string,
  asked: SimulationQuestion,
  context: CommandContext
): ((value: string) => SimulationSubject | Promise<SimulationSubject>) => {
  const { texts } = context
  const { text = "" } = flattenFile(asked.loaded.path)
  const ofPolicy = settable(text)
  if (ofPolicy.paths.includes(path)) return (value) => withPolicy(ofPolicy, path, value, asked, context)
  const ofPlan = settable(asked.plan?.text ?? "hearback: 1\nsimulation: what if\npolicy: policy.yaml\n")
  const inBoth = ofPlans.find((names) => names.includes(path))
  const inPlan = ofPlan.paths.includes(path) ? path : inBoth?.[ofPlan.paths.includes("闭环") ? 1 : 0]
  if (inPlan !== undefined) return (value) => withPlan(ofPlan, inPlan, value, asked, context)
  const planName = asked.plan === undefined ? texts.simulate.planOfNone : shortPath(asked.plan.path, context)
  inOtherKeys(
    path,
    [
      { kind: "policy", file: shortPath(asked.loaded.path, context), paths: ofPolicy.paths },
      { kind: "simulation", file: planName, paths: ofPlan.paths }
    ],
    context
  )
  const guess = nearest(path, [...ofPolicy.paths, ...ofPlan.paths, ...ofPlans.flat()])
  return cannotRun({
    code: "usage/bad-path",
    message: texts.simulate.noSuchPath(path, shortPath(asked.loaded.path, context)),
    help: guess === undefined ? texts.simulate.pathHelp : texts.frame.didYouMean(guess.word)
  })
}

interface Place {
  readonly kind: "policy" | "simulation"
  readonly file: string
  readonly paths: readonly string[]
}

/** Returns the path in one of these files. Errors: a path in the keys of the other language. */
const inOtherKeys = (path: string, places: readonly Place[], { texts }: CommandContext): void => {
  for (const { kind, file, paths } of places)
    for (const [from, to] of [
      ["en", "zh-CN"],
      ["zh-CN", "en"]
    ] as const) {
      const meant = pathIn(path, to, kind)
      if (meant !== undefined && meant !== path && paths.includes(meant))
        cannotRun({
          code: "usage/bad-path",
          message: texts.simulate.pathInOtherKeys(path, file, from),
          help: texts.simulate.pathMeant(meant)
        })
    }
}

/**
 * Paths that a simulation can have although its file does not have them, or without a file: in English and in Chinese
 * keys.
 */
const ofPlans: readonly (readonly [en: string, zh: string])[] = [
  ["weeks", "周数"],
  ["seed", "随机种子"],
  ["arrivals.per-day", "来件.每日件数"],
  ["work.rework", "办理.返工"],
  ["work.hand-over", "办理.移交"],
  ["staff.first", "人手.先办"]
]

const withPolicy = (
  policy: Settable,
  path: string,
  value: string,
  asked: SimulationQuestion,
  context: CommandContext
): SimulationSubject => {
  const { loaded, subject } = asked
  const root = basename(loaded.path)
  const bytes = new TextEncoder().encode(policy.withValue(path, value))
  const { bundle, diagnostics } = compile({ root, read: (file) => (file === root ? bytes : undefined) })
  if (bundle === undefined) return refused(path, value, diagnostics, context)
  return { ...subject, policy: Policy.load(bundle) }
}

const withPlan = async (
  plan: Settable,
  path: string,
  value: string,
  { subject, plan: given, files, complete }: SimulationQuestion,
  context: CommandContext
): Promise<SimulationSubject> => {
  const name = given === undefined ? "simulation" : shortPath(given.path, context)
  const { bundle } = subject.policy
  const file = { path: name, text: plan.withValue(path, value) }
  const read = await files((beside) => readSimulation(file, bundle, beside))
  const { simulation } = read
  if (simulation === undefined) return refused(path, value, read.diagnostics, context)
  return { ...subject, simulation: complete(simulation) }
}

/** Returns a file with the value. It is not on disk, so findings about it have no lines. */
const refused = (
  path: string,
  value: string,
  diagnostics: readonly Diagnostic[],
  { texts, language }: CommandContext
): never => {
  const errors = diagnostics.filter(({ level }) => level === "error").map(({ message }) => message[language])
  return cannotRun({ code: "usage/bad-value", message: texts.simulate.badValue(path, value, [...new Set(errors)]) })
}
