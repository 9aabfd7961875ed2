// Projects of other people: an empty folder, and the commands that are typed in it.
import { readdirSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { folder, once } from "./place.mjs"
import { must, run } from "./process.mjs"
import { cacheFor, npm } from "./registry.mjs"

/** Programs and policies of small hosts. */
export const programs = join(import.meta.dirname, "host")

/** Makes an empty project with this name and these files. Commands in it run on this Node, with this locale. */
export async function project(name, files = {}, usual = {}) {
  const cwd = folder(name)
  for (const [file, text] of Object.entries(files)) writeFileSync(join(cwd, file), text)
  const env = { ...(await npm()), npm_config_cache: await cacheFor(name), ...usual.env }
  const options = (special) => ({ cwd, ...usual, ...special, env: { ...env, ...special.env } })
  return {
    cwd,
    /** Runs a line in a shell there. */
    type: (line, special = {}) => must("sh", ["-c", line], options(special)),
    /** Runs a line that may fail. */
    answer: (line, special = {}) => run("sh", ["-c", line], options(special))
  }
}

/** A project with only `hearback`, which checks read and never change. */
export const lean = once(async () => {
  const made = await project("lean", { "package.json": '{ "private": true, "type": "module" }' })
  await made.type("npm install hearback")
  return made
})

/** Returns the bytes of all files below a folder. */
export function bytesOf(path) {
  return readdirSync(path, { withFileTypes: true }).reduce((sum, entry) => {
    const child = join(path, entry.name)
    if (entry.isDirectory()) return sum + bytesOf(child)
    return sum + (entry.isFile() ? statSync(child).size : 0)
  }, 0)
}
