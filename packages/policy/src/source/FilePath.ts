/**
 * Paths of a policy's files, relative to the folder of its root file. A file that another one names must be inside
 * that folder, because files outside may be neither read into a bundle nor repaired.
 */

/** Matches an absolute path of any system; a letter and a colon name a Windows drive. */
const absolute = /^(?:\/|[A-Za-z]:)/u

/**
 * Returns the path of a file that another one names; undefined if it leads out of the folder, or is absolute. A
 * backslash is a separator as well, so that a path means the same on every system.
 */
export const pathBeside = (from: string, name: string): string | undefined => {
  const given = name.replaceAll("\\", "/")
  if (absolute.test(given) || given.includes("\u0000")) return undefined
  const steps = from.startsWith("pack:") ? [] : from.split("/").slice(0, -1)
  for (const each of given.split("/")) {
    if (each === "" || each === ".") continue
    if (each !== "..") steps.push(each)
    else if (steps.pop() === undefined) return undefined
  }
  return steps.join("/")
}
