// Runs child processes like another person's shell: nothing of this workspace is on the path or in the environment.
import { spawn } from "node:child_process"
import { delimiter, dirname } from "node:path"
import { Problem } from "../guard.mjs"
import { root } from "./place.mjs"

/** Runs a program and returns its exit code and output; never throws for an exit code. */
export function run(command, args, { cwd, env = {}, node = process.execPath }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: strangers(node, env), stdio: ["ignore", "pipe", "pipe"] })
    let [stdout, stderr] = ["", ""]
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text
    })
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text
    })
    child.on("error", reject)
    child.on("close", (status) => resolve({ status, stdout, stderr }))
  })
}

/** Runs a program that must succeed, and returns its standard output. */
export async function must(command, args, options) {
  const { status, stdout, stderr } = await run(command, args, options)
  if (status === 0) return stdout
  throw new Problem(`${[command, ...args].join(" ")}: exit ${status}\n${stdout}${stderr}`)
}

/** Matches variables that npm scripts or continuous integration add; settings of the registry are kept. */
const added =
  /^(npm_(?!config_)|npm_config_((local_|global_)?prefix|user_agent)$|HEARBACK_|LC_|(INIT_CWD|CI|NODE_OPTIONS)$)/

/**
 * Returns the environment. The language is English unless a caller sets another; the caller's Node comes first on the
 * path.
 */
function strangers(node, env) {
  const own = Object.entries(process.env).filter(([name]) => !added.test(name))
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.startsWith(root))
  return { ...Object.fromEntries(own), LANG: "C.UTF-8", ...env, PATH: [dirname(node), ...path].join(delimiter) }
}
