// Type-checks hosts with our installed declarations; libraries are checked, too.
import { cpSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Problem } from "../guard.mjs"
import { programs, project } from "./project.mjs"

/** A host with types from its policy: one line of it is wrong. */
const typed = `import { Hearback, memory } from "hearback"
import { given } from "hearback/testing"
import { policy } from "./policy.gen.js"

export const work = async (): Promise<void> => {
  const loop = await Hearback.open({ policy, store: memory() })
  await loop.execute("2611-7Q2K9M", { do: "pass", gate: "agreed", proposal: "A refund" })
  // @ts-expect-error: there is no such gate.
  await loop.execute("2611-7Q2K9M", { do: "waive", gate: "agree", reason: "none" })
  await loop.forCustomer("C-17").execute("2611-7Q2K9M", { do: "reply", gate: "agreed", says: "agree" })
  // @ts-expect-error: there is no such channel.
  await loop.forCustomer("C-17").submit({ channel: "telegraph", verbatim: "My invoice is wrong." })
  // @ts-expect-error: nor is there in a scenario.
  given(policy, { at: "2026-11-16 09:00" }).submit("A", { channel: "telegraph" })
}
`

/** The same host with Effect. */
const typedEffect = `import * as Effect from "effect/Effect"
import { memory } from "hearback"
import { layer, loopOf } from "hearback/effect"
import { policy } from "./policy.gen.js"

const program = Effect.gen(function* () {
  const loop = yield* loopOf(policy)
  yield* loop.execute("2611-7Q2K9M", { do: "pass", gate: "agreed", proposal: "A refund" })
  // @ts-expect-error: there is no such gate.
  yield* loop.execute("2611-7Q2K9M", { do: "waive", gate: "agree", reason: "none" })
})
export const run = (): Promise<void> => Effect.runPromise(Effect.provide(program, layer({ policy, store: memory() })))
`

/** The compilers, each with the declarations of Node that an ordinary host uses with it. */
const beside = {
  5.4: ["typescript@5.4.5", "@types/node@22.19.1"],
  7: ["typescript@7", "@types/node"]
}

async function host(name, packages) {
  const made = await project(`types-${name}`, { "package.json": '{ "private": true, "type": "module" }' })
  for (const file of readdirSync(programs)) cpSync(join(programs, file), join(made.cwd, file))
  await made.type(`npm install hearback ${packages.join(" ")}`)
  writeFileSync(join(made.cwd, "typed.ts"), typed)
  writeFileSync(join(made.cwd, "typed-effect.ts"), typedEffect)
  await made.type("npx hearback types policy.yaml -o policy.gen.ts")
  return made
}

/** The compilers between the oldest and the newest, installed under other names. */
const between = ["5.5.4", "5.6.3", "5.7.3", "5.8.3", "5.9.3", "6"]

/** Checks hosts with these compilers; the declarations of libraries are checked by the oldest and the newest only. */
export const typesBetween = async () => {
  const aliases = between.map((version) => `typescript-${version}@npm:typescript@${version}`)
  const made = await host("between", [...aliases, "@types/node@22.19.1"])
  const compilers = []
  for (const version of between) {
    const compiler = `node node_modules/typescript-${version}/bin/tsc`
    compilers.push((await made.type(`${compiler} --version`)).trim().replace("Version ", ""))
    const options = { module: "nodenext", moduleResolution: "nodenext", skipLibCheck: true }
    const files = ["entries.ts", "loop.ts", "effect.ts", "typed.ts", "typed-effect.ts"]
    const wrong = await errorsOf(made, options, files, compiler)
    if (wrong.length > 0) throw new Problem(`TypeScript ${version}\n${wrong.join("\n")}`)
  }
  return compilers.join(", ")
}

/**
 * Checks every entry point but `hearback/effect` for errors; errors in Effect's own declarations are reported
 * separately.
 */
export const types = (version) => async () => {
  const made = await host(version, beside[version])
  const compiler = await made.type("npx tsc --version")
  const said = new Set()
  for (const [module, moduleResolution] of [
    ["nodenext", "nodenext"],
    ["esnext", "bundler"]
  ]) {
    const errors = (files) => errorsOf(made, { module, moduleResolution }, files)
    const own = await errors(["entries.ts", "loop.ts", "typed.ts"])
    const effect = await errors(["effect.ts", "typed-effect.ts"])
    const foreign = effect.filter((line) => line.startsWith("node_modules/effect/"))
    const wrong = [...own, ...effect.filter((line) => !foreign.includes(line))]
    if (wrong.length > 0) throw new Problem(`${moduleResolution}, ${compiler}${wrong.join("\n")}`)
    if (foreign.length > 0) said.add(`${foreign.length} errors in effect's own declarations with hearback/effect`)
  }
  return [compiler.trim(), ...said].join(", ")
}

/** Returns the errors, one a line, each with its continuation lines. */
async function errorsOf({ cwd, answer }, options, files, compiler = "npx tsc") {
  const usual = { target: "es2022", lib: ["es2022"], types: ["node"], strict: true, noEmit: true, skipLibCheck: false }
  const config = { compilerOptions: { ...usual, ...options }, files }
  writeFileSync(join(cwd, "tsconfig.json"), JSON.stringify(config))
  const { status, stdout, stderr } = await answer(`${compiler} -p . --pretty false`)
  if (status === 0) return []
  return `${stdout}${stderr}`.trim().split(/\n(?! )/)
}
