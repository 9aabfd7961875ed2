// Type-checks hosts against our declarations as they are installed, with libraries checked too.
import { cpSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Problem } from "../guard.mjs"
import { programs, project } from "./project.mjs"

/** A host that is typed by its policy: one line of it is wrong. */
const typed = `import { Hearback, memory } from "hearback"
import { policy } from "./policy.gen.js"

export const work = async (): Promise<void> => {
  const loop = await Hearback.open({ policy, store: memory() })
  await loop.execute("2611-7Q2K9M", { do: "pass", gate: "agreed", proposal: "A refund" })
  // @ts-expect-error: there is no such gate.
  await loop.execute("2611-7Q2K9M", { do: "waive", gate: "agree", reason: "none" })
}
`

/** Each compiler with the declarations of Node that an ordinary host has beside it. */
const beside = {
  5.4: ["typescript@5.4.5", "@types/node@22.19.1"],
  7: ["typescript@7", "@types/node"]
}

async function host(version) {
  const made = await project(`types-${version}`, { "package.json": '{ "private": true, "type": "module" }' })
  for (const file of readdirSync(programs)) cpSync(join(programs, file), join(made.cwd, file))
  await made.type(`npm install hearback ${beside[version].join(" ")}`)
  writeFileSync(join(made.cwd, "typed.ts"), typed)
  await made.type("npx hearback types policy.yaml -o policy.gen.ts")
  return made
}

/** Every entry but `hearback/effect` is without an error anywhere; what is in Effect's own declarations is told apart. */
export const types = (version) => async () => {
  const made = await host(version)
  const compiler = await made.type("npx tsc --version")
  const said = new Set()
  for (const [module, moduleResolution] of [
    ["nodenext", "nodenext"],
    ["esnext", "bundler"]
  ]) {
    const errors = (files) => errorsOf(made, { module, moduleResolution }, files)
    const own = await errors(["entries.ts", "loop.ts", "typed.ts"])
    const effect = await errors(["effect.ts"])
    const foreign = effect.filter((line) => line.startsWith("node_modules/effect/"))
    const wrong = [...own, ...effect.filter((line) => !foreign.includes(line))]
    if (wrong.length > 0) throw new Problem(`${moduleResolution}, ${compiler}${wrong.join("\n")}`)
    if (foreign.length > 0) said.add(`${foreign.length} errors in effect's own declarations with hearback/effect`)
  }
  return [compiler.trim(), ...said].join(", ")
}

/** Returns the errors, a line each; continuation lines stay with theirs. */
async function errorsOf({ cwd, answer }, options, files) {
  const compilerOptions = { ...options, target: "es2022", lib: ["es2022"], types: ["node"], strict: true, noEmit: true }
  const config = { compilerOptions: { ...compilerOptions, skipLibCheck: false }, files }
  writeFileSync(join(cwd, "tsconfig.json"), JSON.stringify(config))
  const { status, stdout, stderr } = await answer("npx tsc -p . --pretty false")
  if (status === 0) return []
  return `${stdout}${stderr}`.trim().split(/\n(?! )/)
}
