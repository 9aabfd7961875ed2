/** Finds files that were not named: the policy in this folder or above, and the people file beside it. */
import { existsSync, readdirSync, statSync } from "node:fs"
import { dirname, isAbsolute, join, relative, resolve } from "node:path"
import { leadsOut } from "@hearback/policy/node"
import type { CommandContext } from "../program/Command.ts"
import { cannotRun } from "../program/Fault.ts"

/** The usual names of a policy, in the order in which they are looked for. */
const names = ["hearback.yaml", "policy.yaml"]

/** Returns an absolute path, relative to the terminal's folder. */
export const absolute = (path: string, { terminal }: CommandContext): string =>
  isAbsolute(path) ? path : resolve(terminal.cwd, path)

/** Returns the shortest form of a path, seen from the terminal's folder. */
export const shortPath = (path: string, { terminal }: CommandContext): string => {
  const short = relative(terminal.cwd, path)
  return short === "" ? "." : short.startsWith("..") && short.length > path.length ? path : short
}

/**
 * Returns the policy that was named, else the one in this folder or in the nearest folder above; undefined if there
 * is none.
 */
export const findPolicy = (named: string | undefined, context: CommandContext): string | undefined => {
  if (named !== undefined) {
    const path = absolute(named, context)
    return isFolder(path) ? (policyIn(path, context) ?? noneIn(path, context)) : path
  }
  for (let folder = context.terminal.cwd; ; folder = dirname(folder)) {
    const found = policyIn(folder, context)
    if (found !== undefined || dirname(folder) === folder) return found
  }
}

const noneIn = (folder: string, context: CommandContext): never => {
  const { fault } = context.texts
  return cannotRun({
    code: "policy/none",
    message: fault.noPolicyIn(shortPath(folder, context)),
    help: fault.noPolicyHelp
  })
}

/** Returns whether a path is a folder. Broken or circular links are none. */
export const isFolder = (path: string): boolean => {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  } catch {
    return false
  }
}

const policyIn = (folder: string, context: CommandContext): string | undefined =>
  names.map((name) => join(folder, name)).find((path) => existsSync(path)) ?? onlyPolicy(folder, context)

const onlyPolicy = (folder: string, context: CommandContext): string | undefined => {
  const found = filesIn(folder).filter((file) => file.endsWith(".policy.yaml"))
  if (found.length > 1)
    return cannotRun({
      code: "policy/several",
      message: context.texts.fault.manyPolicies(shortPath(folder, context)),
      expected: context.texts.frame.oneOf(found)
    })
  return found[0] === undefined ? undefined : join(folder, found[0])
}

/**
 * Returns the people file: the one named, else `people.<policy>.yaml` or `people.yaml` beside the policy; undefined
 * if there is none.
 */
export const findPeople = (named: string | undefined, policy: string, context: CommandContext): string | undefined => {
  if (named !== undefined) return mustExist(absolute(named, context), context)
  const folder = dirname(policy)
  const id = policy.slice(folder.length + 1).replace(/(\.policy)?\.ya?ml$/, "")
  return [`people.${id}.yaml`, "people.yaml"].map((name) => join(folder, name)).find((path) => existsSync(path))
}

/** Returns the files in the folder of a policy whose names end with `end`. */
export const filesBeside = (policy: string, end: string): readonly string[] =>
  filesIn(dirname(policy))
    .filter((file) => file.endsWith(end))
    .sort()
    .map((file) => join(dirname(policy), file))

/** Returns a path that exists; throws otherwise. */
export const mustExist = (path: string, context: CommandContext): string =>
  existsSync(path)
    ? path
    : cannotRun({ code: "file/missing", message: context.texts.fault.fileMissing(shortPath(path, context)) })

/** Returns the files below a folder whose names end with `end`, or the path itself if it is a file. */
export const filesBelow = (path: string, end: string): readonly string[] => {
  if (!isFolder(path)) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules" && !name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = join(path, entry.name)
      if (entry.isDirectory()) return filesBelow(inside, end)
      // A broken link is no file. A link to a folder is not followed: it can lead back up, and files outside the
      // folder were not named.
      const isOurs = entry.name.endsWith(end) && existsSync(inside) && !isFolder(inside) && !leadsOut(path, inside)
      return isOurs ? [inside] : []
    })
}

const filesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
