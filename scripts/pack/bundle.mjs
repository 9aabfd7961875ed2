// Bundles a host with everything that it uses into one file, by esbuild without plugins, and runs it where nothing is
// installed.
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import { build } from "esbuild"
import { Problem } from "../guard.mjs"
import { oldest, running } from "./fetch-node.mjs"
import { folder } from "./place.mjs"
import { run } from "./process.mjs"
import { lean, programs } from "./project.mjs"

/**
 * The arguments of each program in `host/`, and what it prints. Packs and the shape of a policy must be in the bundle.
 */
const runs = {
  loop: [{ args: [], prints: /^opened complaint billing 5 true$/m, exit: 0 }],
  command: [
    { args: ["check", "policy.yaml"], prints: /: nothing found$/m, exit: 0 },
    { args: ["check", "broken.yaml"], prints: /^error\[shape\/unknown-key\]: /m, exit: 1 }
  ]
}

/** Bundles a program to both formats and runs both, on the running Node and on the oldest one. */
export const bundle = (program) => async () => {
  const nodes = [await running(), await oldest()]
  const sizes = []
  for (const format of ["esm", "cjs"]) {
    const file = await bundled(program, format)
    for (const { node } of nodes) await proven(program, file, node)
    sizes.push(`${format} ${(statSync(file).size / 1e6).toFixed(1)} MB`)
  }
  return `${sizes.join(", ")}, Node ${nodes.map(({ version }) => version).join(" and ")}`
}

async function proven(program, file, node) {
  const cwd = dirname(file)
  for (const { args, prints, exit } of runs[program]) {
    const { status, stdout, stderr } = await run(node, [file, ...args], { cwd, node })
    if (status !== exit || !prints.test(stdout))
      throw new Problem(`${file} ${args}: exit ${status}\n${stdout}${stderr}`)
  }
  // A key file that is left would show that the store was restored.
  for (const name of ["loop.db", "loop.db.keys"]) rmSync(join(cwd, name), { force: true })
}

/** Bundles a program without any warning; returns the file in a folder with a policy beside it. */
async function bundled(program, format) {
  const { cwd } = await lean()
  const alone = folder(`bundle-${program}-${format}`)
  const file = join(alone, `program.${format === "esm" ? "mjs" : "cjs"}`)
  const { warnings, metafile } = await build({
    stdin: { contents: readFileSync(join(programs, `${program}.ts`), "utf8"), resolveDir: cwd, loader: "ts" },
    bundle: true,
    platform: "node",
    format,
    outfile: file,
    metafile: true,
    logLevel: "silent"
  })
  if (warnings.length > 0)
    throw new Problem(warnings.map(({ text, location }) => `${location?.file}: ${text}`).join("\n"))
  const unstable = Object.keys(metafile.inputs).find((path) => path.includes("node_modules/effect/dist/unstable/"))
  if (unstable !== undefined)
    throw new Problem(`the shell uses stable modules of effect alone, but there is ${unstable}`)
  for (const name of readdirSync(programs).filter((each) => each.endsWith(".yaml")))
    cpSync(join(programs, name), join(alone, name))
  return file
}
