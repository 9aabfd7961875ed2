/** Reads the files from which a loop is opened: the policy, and the people beside it. */
import { existsSync, readFileSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import type { Bundle } from "@hearback/core"
import { type Diagnostic, type People, readPeople, renderCompact } from "@hearback/policy"
import { compileFile } from "@hearback/policy/node"
import { type HearbackError, hearbackError } from "../call/HearbackError.ts"

/** The bundle of a policy file, or its error. */
export type PolicyRead = { readonly bundle: Bundle.Bundle } | { readonly error: HearbackError }

/** Returns the bundle of a policy file. Errors: `policy/invalid`, which lists every finding. */
export const policyInFile = (path: string): Bundle.Bundle => {
  const file = readPolicyFile(path)
  if ("error" in file) throw file.error
  return file.bundle
}

/** Compiles a policy file. The error lists every finding. */
export const readPolicyFile = (path: string): PolicyRead => {
  const { bundle, diagnostics } = compileFile(path)
  return bundle === undefined ? { error: unusable("policy/invalid", path, diagnostics) } : { bundle }
}

/** Returns the people file beside a policy file, if there is one. */
export const peopleBeside = (policy: string): string | undefined => {
  const path = join(dirname(policy), "people.yaml")
  return existsSync(path) ? path : undefined
}

/** Returns a text that changes when a file changes; empty if the file is missing. */
export const versionOf = (path: string): string => {
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined ? "" : `${found.ino}:${found.mtimeMs}:${found.size}`
}

/** Reads a people file. Errors: `people/invalid`. */
export const readPeopleFile = (path: string, bundle: Bundle.Bundle): People => {
  const { people, diagnostics } = readPeople({ path, text: textOf(path) }, bundle)
  if (people === undefined) throw unusable("people/invalid", path, diagnostics)
  return people
}

const textOf = (path: string): string => {
  try {
    return readFileSync(path, "utf8")
  } catch (cause) {
    throw hearbackError("people/invalid", `cannot read ${path}`, { cause })
  }
}

const unusable = (
  code: "policy/invalid" | "people/invalid",
  path: string,
  diagnostics: readonly Diagnostic[]
): HearbackError => {
  const errors = diagnostics.filter(({ level }) => level === "error").map((each) => renderCompact(each, "en"))
  return hearbackError(code, `${path} cannot be used:\n${errors.join("\n")}`, { diagnostics })
}
