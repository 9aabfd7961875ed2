// The first steps of a new user: `npx hearback init` in an empty folder, each step that it prints, and each line of the
// README.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fencesOf } from "../../test/docs/Markdown.ts"
import { keeps, promised } from "../../test/docs/Program.ts"
import { Problem } from "../guard.mjs"
import { oldest, running } from "./fetch-node.mjs"
import { root } from "./place.mjs"
import { project } from "./project.mjs"

/** Two users: one language with the newest Node, the other with the oldest. */
export const persons = {
  en: { env: { LANG: "en_US.UTF-8" }, has: running },
  zh: { env: { LANG: "zh_CN.UTF-8" }, has: oldest }
}

/** Returns the line that says what to type next. */
export const nextOf = (said) => {
  const line = said.match(/^(?:next: |接下来：)(.+)$/m)?.[1]
  if (line === undefined) throw new Problem(`nothing is said to be next:\n${said}`)
  return line
}

/** Returns the `sh` fences of a README, each to be run as a whole. */
export const scriptsOf = (file) =>
  fencesOf(file, readFileSync(file, "utf8"))
    .filter(({ language }) => language === "sh")
    .map(({ text }) => `set -e\n${text}`)

/** Throws if the `$schema` line of a file leads nowhere. */
export const schemasAreThere = (folder) => {
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"))
  for (const file of files) {
    const schema = readFileSync(join(folder, file), "utf8").match(/^# yaml-language-server: \$schema=(\S+)/)?.[1]
    if (schema === undefined || !existsSync(join(folder, schema))) throw new Problem(`${file}: there is no ${schema}`)
    JSON.parse(readFileSync(join(folder, schema), "utf8"))
  }
  return files.length
}

/** Returns the check of the first steps in a language. */
export const firstSteps = (language) => async () => {
  const { env, has } = persons[language]
  const { node, version } = await has()
  const { cwd, type } = await project(`init-${language}`, {}, { env, node })
  await type(nextOf(await type("npx hearback init")))
  const files = schemasAreThere(cwd)
  for (const script of scriptsOf(join(cwd, "README.md"))) await type(script)
  return `${files} schemas found, Node ${version}`
}

/** Checks that the programs in both READMEs print what these say. */
export const readme = async () => {
  const { cwd, type } = await project("readme", { "package.json": '{ "type": "module" }' })
  const host = join(root, "packages", "hearback", "README.md")
  for (const script of scriptsOf(host)) await type(script)
  await prints({ cwd, type }, fencesOf(host, readFileSync(host, "utf8")))

  const page = fencesOf("README.md")
  // The first README is read by the user who has run `init`.
  writeFileSync(join(cwd, "first.ts"), programOf(page))
  const said = await type("node --no-warnings first.ts")
  if (!/Agent Seven/.test(said)) throw new Problem(`agent-7 is nobody after init:\n${said}`)

  const first = join(cwd, "first")
  mkdirSync(first)
  for (const [tag, file] of [
    ["policy", "policy.yaml"],
    ["people", "people.yaml"],
    ["scenario", "first.scenario.yaml"]
  ])
    writeFileSync(join(first, file), page.find(({ tags }) => tags[0] === tag).text)
  await type("cd first && npx hearback check && npx hearback test")
  await prints({ cwd: first, type: (line) => type(`cd first && ${line}`) }, page)
}

const programOf = (fences) => fences.find(({ language }) => language === "ts").text

async function prints({ cwd, type }, fences) {
  const program = programOf(fences)
  writeFileSync(join(cwd, "program.ts"), program)
  const printed = (await type("node --no-warnings program.ts")).trimEnd().split("\n")
  const wanted = promised(program)
  const missing = wanted.find((line, at) => !keeps(printed[at], line))
  if (missing !== undefined) throw new Problem(`wanted ${missing}, printed:\n${printed.join("\n")}`)
}
