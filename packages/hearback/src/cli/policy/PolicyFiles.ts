/** Loads a policy in order to use it: its errors stop the command. */
import { existsSync } from "node:fs"
import { basename, dirname, resolve } from "node:path"
import { Policy } from "@hearback/core"
import {
  type Compiled,
  type Diagnostic,
  diagnose,
  type People,
  readLogMapping,
  readLogMappingHead,
  readPeople,
  readSimulation,
  readSimulationHead,
  renderCompact
} from "@hearback/policy"
import { compileFile, lockName } from "@hearback/policy/node"
import { filesBeside as filesFrom } from "../../runtime/FilesBeside.ts"
import { bytesOf } from "../file/Bytes.ts"
import { filesBeside, findPeople, findPolicy, mustExist, shortPath } from "../file/Paths.ts"
import type { CommandContext } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"
import { findingsText, seenFrom } from "./Findings.ts"

/** A policy that was loaded, with its people. */
export interface LoadedPolicy {
  readonly path: string
  readonly policy: Policy.Policy
  readonly peoplePath: string | undefined
  readonly people: People
  /** A line for each finding that is no error. */
  readonly findings: string
}

interface CompiledFile {
  readonly path: string
  readonly bundle: Policy.Policy["bundle"]
  readonly diagnostics: readonly Diagnostic[]
}

/** Returns the given or found policy, without its people. Errors: none found, errors in it. */
export const compilePolicy = (named: string | undefined, context: CommandContext): CompiledFile => {
  const { fault } = context.texts
  const path = findPolicy(named, context)
  if (path === undefined) return cannotRun({ code: "policy/none", message: fault.noPolicy, help: fault.noPolicyHelp })
  mustExist(path, context)
  const { bundle, diagnostics } = compileFile(path)
  if (bundle === undefined) return broken(path, seenFrom(dirname(path), diagnostics, context), context)
  return { path, bundle, diagnostics }
}

/** Returns the given or found policy with its people. Errors: none found, errors in it, missing people file. */
export const loadPolicy = (
  named: string | undefined,
  people: string | undefined,
  context: CommandContext
): LoadedPolicy => {
  const { path, bundle, diagnostics } = compilePolicy(named, context)
  const peoplePath = findPeople(people, path, context)
  const findings = findingsText(seenFrom(dirname(path), diagnostics, context), "compact", context)
  return {
    path,
    policy: Policy.load(bundle),
    peoplePath,
    people: peopleOf(peoplePath, path, bundle, context),
    findings
  }
}

/** Returns a policy compiled for a check: with today's date, its people and its lock. */
export const checkedFile = (path: string, context: CommandContext): Compiled =>
  compileFile(path, {
    today: new Date(context.terminal.now()).toISOString().slice(0, 10),
    ...peopleBeside(path, context),
    ...lockBeside(path)
  })

/** Returns the people file beside a policy, so that it is checked, too. */
export const peopleBeside = (policy: string, context: CommandContext): { readonly people?: string } => {
  const path = findPeople(undefined, policy, context)
  return path === undefined ? {} : { people: basename(path) }
}

/** Returns the lock file beside a policy, so that it is checked, too. */
const lockBeside = (policy: string): { readonly lock?: string } => {
  const path = lockName(policy)
  return existsSync(path) ? { lock: basename(path) } : {}
}

/** Returns the people of a file; undefined if it cannot be read. */
export const peopleIn = (
  path: string,
  bundle: Policy.Policy["bundle"],
  context: CommandContext
): People["people"] | undefined =>
  readPeople({ path: shortPath(path, context), text: bytesOf(path, context) }, bundle).people?.people

/** Reads a log mapping for a check. The format of the log is unknown here, so it causes no finding. */
const readMapping = (file: Parameters<typeof readLogMapping>[0], bundle: Policy.Policy["bundle"], _: unknown) =>
  readLogMapping(file, bundle)

/** Kinds of files that belong to a policy beside them, by the ends of their names. */
const beside = [
  { end: ".simulation.yaml", head: readSimulationHead, read: readSimulation },
  { end: ".mapping.yaml", head: readLogMappingHead, read: readMapping }
] as const

/** Returns whether a path is that of a simulation file or a log mapping. */
export const isAboutPolicy = (path: string): boolean => beside.some(({ end }) => path.endsWith(end))

/** Returns the policy that a simulation file or a log mapping names, or that is beside it. */
export const policyOf = (path: string, context: CommandContext): string | undefined => {
  const file = { path: shortPath(path, context), text: bytesOf(path, context) }
  const named = beside.find(({ end }) => path.endsWith(end))?.head(file).policy?.path
  return named === undefined ? findPolicy(dirname(path), context) : resolve(dirname(path), named)
}

/**
 * Returns the findings of simulation files and log mappings that belong to a policy: those beside it, and given ones.
 */
export const findingsBeside = async (
  policy: string,
  bundle: Policy.Policy["bundle"],
  named: readonly string[],
  context: CommandContext
): Promise<readonly Diagnostic[]> => {
  const found: Diagnostic[] = []
  for (const { end, head, read } of beside)
    for (const path of new Set([...filesBeside(policy, end), ...named.filter((path) => path.endsWith(end))])) {
      const file = { path: basename(path), text: bytesOf(path, context) }
      const { policy: about } = head(file)
      const place = about === undefined ? policy : resolve(dirname(path), about.path)
      // A file that names no policy belongs to the one beside it. A file that names a missing policy belongs to none.
      if (about !== undefined && !existsSync(place))
        found.push(...seenFrom(dirname(path), [diagnose("file/unreadable", { path: about.path }, about.span)], context))
      if (place !== policy) continue
      const { diagnostics } = await filesFrom(dirname(path), bundle)((files) => read(file, bundle, files))
      found.push(...seenFrom(dirname(path), diagnostics, context))
    }
  return found
}

const peopleOf = (
  path: string | undefined,
  policy: string,
  bundle: Policy.Policy["bundle"],
  context: CommandContext
): People => {
  if (path === undefined) return { people: [], customers: {} }
  const name = shortPath(path, context)
  const { people, diagnostics } = readPeople({ path: name, text: bytesOf(path, context) }, bundle)
  return people ?? broken(path, diagnostics, context, policy)
}

/**
 * Throws the first errors, which are enough to know where to look. `check` shows all errors of the file or its
 * policy.
 */
export const broken = (
  path: string,
  diagnostics: readonly Diagnostic[],
  context: CommandContext,
  checked: string = path
): never => {
  const { fault } = context.texts
  const errors = diagnostics.filter(({ level }) => level === "error")
  const shown = errors.slice(0, 5).map((each) => `  ${renderCompact(each, context.language)}`)
  return cannotRun({
    code: "policy/invalid",
    message: [fault.policyBroken(shortPath(path, context), errors.length), ...shown].join("\n"),
    help: fault.policyBrokenHelp(shortPath(checked, context))
  })
}
