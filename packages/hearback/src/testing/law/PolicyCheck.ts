/**
 * Checks a policy against a team's own law, over random lives of cases. A counterexample is shrunk and written as a
 * scenario.
 */
import { createHash } from "node:crypto"
import { accessSync, constants, existsSync, mkdirSync, statSync, writeFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { defined } from "@hearback/core"
import { readScenarios } from "@hearback/policy"
import { hearbackError } from "../../call/HearbackError.ts"
import * as Shape from "../../call/Shape.ts"
import { peopleBeside } from "../../policy/Files.ts"
import { failuresOf } from "../scenario/Failure.ts"
import { runScenario } from "../scenario/ScenarioRun.ts"
import { search } from "./Arbitraries.ts"
import { scenarioText } from "./Counterexample.ts"
import type { PolicyLaw } from "./Law.ts"
import { type LifeSubject, playLife, shrunk, subjectIn, type Violation } from "./Life.ts"

/** The options of `checkPolicy`. */
export interface CheckPolicyOptions {
  /** The people file. Default: `people.yaml` beside the policy. */
  readonly people?: string
  /** The number of lives that are played. Default 100. */
  readonly runs?: number
  /** The seed of the random numbers: the same seed plays the same lives. Default 1. */
  readonly seed?: number
  /** A folder. A counterexample is written into it as a scenario file. */
  readonly write?: string
}

/** Whether a law holds for a policy; if not, the shortest scenario that breaks it. */
export interface PolicyChecked {
  /** Whether the law holds. */
  readonly ok: boolean
  /** A sentence: what broke the law and the line of the policy behind it, or that nothing did. */
  readonly says: string
  /** The number of lives that were played. */
  readonly lives: number
  /** The number of states of cases in which the law expected something. */
  readonly spoke: number
  /**
   * The counterexample. `scenario`: the text of a scenario file that fails under `hearback test`. `file`: where it was
   * written.
   */
  readonly counterexample?: Violation & {
    /** The text of a scenario file that runs with `hearback test` and fails there. */
    readonly scenario: string
    /** Where it was written. */
    readonly file?: string
  }
}

/**
 * Plays random lives of cases under a policy and checks a law in each state. A law that never expects anything fails.
 *
 * Errors: `policy/invalid`, `people/invalid`; `call/invalid` if the law expects what no scenario can, or if fast-check
 * is not installed.
 */
export const checkPolicy = async (
  policy: string,
  law: PolicyLaw,
  options: CheckPolicyOptions = {}
): Promise<PolicyChecked> => {
  const { runs = 100, seed = 1, write } = options
  Shape.mustBe("the policy of `checkPolicy`", policy, Shape.name)
  Shape.required("checkPolicy", law, ["law", "expects"])
  Shape.check("checkPolicy", law, { law: Shape.name, expects: Shape.called })
  Shape.check("checkPolicy", options, {
    people: Shape.name,
    runs: Shape.count,
    seed: Shape.wholeNumber,
    write: Shape.name
  })
  const peoplePath = options.people ?? peopleBeside(policy)
  if (write !== undefined) mayBeMade(write)
  const subject = subjectIn(policy, peoplePath)
  let spoke = 0
  const { counterexample, lives } = await search(runs, seed, async (life) => {
    const played = await playLife(subject, life, law)
    spoke += played.spoke
    return played.violation === undefined
  })
  const title = `the law “${law.law}”`
  if (counterexample === undefined && spoke === 0)
    return {
      ok: false,
      says: `${title} applied in none of ${lives} generated cases: nothing was checked`,
      lives,
      spoke
    }
  const found = counterexample === undefined ? undefined : await playLife(subject, counterexample, law)
  const played = found && (await shrunk(subject, found, law))
  if (played?.violation === undefined)
    return { ok: true, says: `${title} held in ${spoke} states of ${lives} generated cases`, lives, spoke }
  const folder = write ?? dirname(policy)
  const named = (path: string): string => relative(resolve(folder), resolve(path)).replaceAll("\\", "/")
  const from = { law: law.law, policy: named(policy), people: peoplePath === undefined ? undefined : named(peoplePath) }
  const scenario = scenarioText({ ...from, steps: played.steps })
  await mustFail(subject, scenario, played.violation)
  const file = write === undefined ? undefined : fileOf(write, law.law)
  if (file !== undefined) {
    makeFolder(dirname(file))
    writeFileSync(file, scenario)
  }
  return {
    ok: false,
    says: `${title} is broken${file === undefined ? "" : `, as ${file} shows`}: ${saying(played.violation)}\n${scenario}`,
    lives,
    spoke,
    counterexample: defined({ ...played.violation, scenario, file })
  }
}

/** Throws for a folder that cannot be made, before anything is played. */
const mayBeMade = (folder: string): void => {
  const path = resolve(folder)
  if (!existsSync(path) && dirname(path) !== path) {
    mayBeMade(dirname(path))
    return
  }
  try {
    accessSync(path, constants.W_OK)
    if (statSync(path).isDirectory()) return
  } catch (error) {
    throw hearbackError("call/invalid", `\`write\`: nothing can be written into ${path}`, { cause: error })
  }
  throw hearbackError("call/invalid", `\`write\`: ${path} is not a folder`)
}

/** Makes a folder step by step, because `recursive` tries for ever if the file system never lets one appear. */
const makeFolder = (folder: string): void => {
  const path = resolve(folder)
  if (existsSync(path)) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    throw hearbackError("call/invalid", `\`write\`: the folder ${path} cannot be made`, { cause: error })
  }
}

const saying = ({ what, expected, actual, place }: Violation): string =>
  `${what}: expected ${expected}, found ${actual}${place === undefined ? "" : `; decided by ${place.file}:${place.line} (${place.rule})`}`

/** Throws if a counterexample passes as a scenario, because the law then demands something else each time. */
const mustFail = async ({ bundle, people }: LifeSubject, text: string, { what }: Violation): Promise<void> => {
  const { scenarios } = readScenarios({ path: "law.scenario.yaml", text }, bundle, people)
  const [first] = scenarios
  const failed = first === undefined ? [] : failuresOf(await runScenario(first, bundle, people, { language: "en" }))
  if (failed.length !== 1 || failed[0]?.includes(`: ${what}: `) !== true)
    throw new Error(`the counterexample does not fail as a scenario does: ${failed.join("; ") || "it passes"}\n${text}`)
}

/** Device names of Windows, which are reserved with any extension. */
const reserved = /^(?:con|prn|aux|nul|conin|conout|com[\d¹²³]|lpt[\d¹²³])$/

/** The number of characters of up to four bytes that always fit into a file name. */
const firstLetters = /^.{0,50}/u

/**
 * Returns a file name for a law. The parts that it omits (signs, capitals, and everything after the first words)
 * determine the digits at its end, so that two laws never have the same file.
 */
const fileOf = (folder: string, law: string): string => {
  const words = law.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const [slug = ""] = firstLetters.exec(words.join("-").normalize("NFC")) ?? []
  const isWhole = slug.replaceAll("-", " ") === law && !reserved.test(slug)
  const digits = createHash("sha256").update(law).digest("hex").slice(0, 8)
  const name = isWhole ? slug : [...(slug === "" ? ["law"] : [slug.replace(/-$/, "")]), digits].join("-")
  return join(folder, `${name}.scenario.yaml`)
}
