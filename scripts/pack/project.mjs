// Projects of strangers: an empty folder, and what they type in it.
import { readdirSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { folder, once } from "./place.mjs"
import { must, run } from "./process.mjs"
import { cacheFor, npm } from "./registry.mjs"

/** Programs and policies of small hosts. */
export const programs = join(import.meta.dirname, "host")

/** Makes an empty project of this name, with the files given; what is typed there runs on this Node, in this locale. */
export async function project(name, files = {}, usual = {}) {
  const cwd = folder(name)
  for (const [file, text] of Object.entries(files)) writeFileSync(join(cwd, file), text)
  const env = { ...(await npm()), npm_config_cache: await cacheFor(name), ...usual.env }
  const options = (special) => ({ cwd, ...usual, ...special, env: { ...env, ...special.env } })
  return {
    cwd,
    /** Types a line into a shell there. */
    type: (line, special = {}) => must("sh", ["-c", line], options(special)),
    /** The same, where a line may fail. */
    answer: (line, special = {}) => run("sh", ["-c", line], options(special))
  }
}

/** A project with `hearback` and nothing else, to be looked at, never changed. */
export const lean = once(async () => {
  const made = await project("lean", { "package.json": '{ "private": true, "type": "module" }' })
  await made.type("npm install hearback")
  return made
})

/** Bytes of all files below a folder. */
export function bytesOf(path) {
  return readdirSync(path, { withFileTypes: true }).reduce((sum, entry) => {
    const child = join(path, entry.name)
    if (entry.isDirectory()) return sum + bytesOf(child)
    return sum + (entry.isFile() ? statSync(child).size : 0)
  }, 0)
}
