// Projects of strangers: an empty folder, and what they type in it.
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { folder } from "./place.mjs"
import { must, run } from "./process.mjs"
import { npm } from "./registry.mjs"

/** Programs and policies of small hosts. */
export const programs = join(import.meta.dirname, "host")

/** Makes an empty project of this name, with the files given. */
export async function project(name, files = {}) {
  const cwd = folder(name)
  for (const [file, text] of Object.entries(files)) writeFileSync(join(cwd, file), text)
  const env = await npm()
  return {
    cwd,
    /** Types a line into a shell there. */
    type: (line, options = {}) => must("sh", ["-c", line], { cwd, ...options, env: { ...env, ...options.env } }),
    /** The same, where a line may fail. */
    answer: (line, options = {}) => run("sh", ["-c", line], { cwd, ...options, env: { ...env, ...options.env } })
  }
}
