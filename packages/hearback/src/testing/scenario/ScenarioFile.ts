/** Reads a scenario file with the policy and the people that it names. */
import { existsSync, readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { type Bundle, defined } from "@hearback/core"
import {
  type Diagnostic,
  diagnose,
  type People,
  readPeople,
  readScenarioHead,
  readScenarios,
  type Scenario,
  span
} from "@hearback/policy"
import { compileFile, filesOf } from "@hearback/policy/node"

/** A scenario file. `reads`: the files that it uses, itself first, also missing ones. */
export type ScenarioFile = { readonly reads: readonly string[]; readonly diagnostics: readonly Diagnostic[] } & (
  | {
      readonly scenarios: readonly []
      readonly bundle?: never
      readonly people?: never
    }
  | {
      readonly scenarios: readonly Scenario.Scenario[]
      readonly bundle: Bundle.Bundle
      readonly people: People
    }
)

const contentOf = (path: string): Uint8Array | undefined => {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

/** Reads the scenarios of a file with their policy and their people. Faults in any of them are findings. */
export const loadScenarios = (path: string): ScenarioFile => {
  const reads = [path]
  const failed = (...diagnostics: readonly Diagnostic[]): ScenarioFile => ({ reads, diagnostics, scenarios: [] })
  const text = contentOf(path)
  const nowhere = span({ path, text: "" }, 0, 0)
  if (text === undefined) return failed(diagnose("file/unreadable", { path }, nowhere))
  const head = readScenarioHead({ path, text })
  if (head.policy === undefined) return failed(...head.diagnostics)
  const policyPath = resolve(dirname(path), head.policy.path)
  reads.push(...filesOf(policyPath))
  if (!existsSync(policyPath))
    return failed(...head.diagnostics, diagnose("scenario/other-policy", { path: head.policy.path }, head.policy.span))
  const compiled = compileFile(policyPath)
  const faults = compiled.diagnostics
    .filter(({ level }) => level === "error")
    .map((fault) => placedIn(dirname(policyPath), fault))
  if (compiled.bundle === undefined) return failed(...head.diagnostics, ...faults)
  const peoplePath =
    head.people === undefined ? join(dirname(policyPath), "people.yaml") : resolve(dirname(path), head.people.path)
  reads.push(peoplePath)
  const peopleText = contentOf(peoplePath)
  if (peopleText === undefined) {
    const named = head.people ?? head.policy
    const shown = head.people?.path ?? join(dirname(head.policy.path), "people.yaml")
    return failed(...head.diagnostics, diagnose("people/none", { path: shown }, named.span))
  }
  const { people, diagnostics: told } = readPeople({ path: peoplePath, text: peopleText }, compiled.bundle)
  if (people === undefined) return failed(...told)
  const { scenarios, diagnostics } = readScenarios({ path, text }, compiled.bundle, people)
  return { reads, diagnostics: [...told, ...diagnostics], scenarios, bundle: compiled.bundle, people }
}

/** Returns findings with the right paths, because the compiler writes paths relative to the policy's folder. */
const placedIn = (folder: string, fault: Diagnostic): Diagnostic => {
  const placed = <A extends Pick<Diagnostic["primary"], "span">>(part: A): A => {
    const { file } = part.span
    const path = file.path.startsWith("pack:") ? file.path : resolve(folder, file.path)
    return { ...part, span: { ...part.span, file: { ...file, path } } }
  }
  const { primary, related, fix } = fault
  return {
    ...fault,
    primary: placed(primary),
    related: related.map(placed),
    ...defined({ fix: fix && placed(fix) })
  }
}
