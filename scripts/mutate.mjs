// npm run mutate -- <files of packages/*/src> [--tests <test file> …]
//
// Changes each file in many small ways and runs the tests that reach each change. One change is a mutant. A mutant that
// no test notices shows a promise that is not tested, or code that nobody needs. Prints for each file the share that
// was noticed, and each other mutant with its place. Exits with 1 if a file is below 85 %.
import { globSync, readFileSync } from "node:fs"
import { getPriority, setPriority } from "node:os"
import { join, relative } from "node:path"
import { parseArgs } from "node:util"
import { Stryker } from "@stryker-mutator/core"

const enough = 85
const root = join(import.meta.dirname, "..")
process.chdir(root)
// Lower priority, so that interactive programs come first.
setPriority(Math.max(4, getPriority()))

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { tests: { type: "string", multiple: true, default: [] } }
})
const files = positionals.flatMap(named)
const outside = files.find((file) => !/^packages\/[\w-]+\/src\/.*\.ts$/.test(file))
if (files.length === 0) stop("Name at least one file to change.")
if (outside !== undefined) stop(`${outside} is not a file of packages/*/src.`)
const packages = new Set(files.map((file) => file.split("/")[1]))
const tests = values.tests.length > 0 ? values.tests.flatMap(named) : [...packages].flatMap(testsOf)

process.env.HEARBACK_MUTATE_HOME = root
process.env.HEARBACK_MUTATE_TESTS = [...new Set(tests)].join(",")

const mutants = await new Stryker({
  mutate: files,
  // A function without effect is noticed wherever its lines are, and each would take a run of all tests.
  mutator: { excludedMutations: ["ArrowFunction"] },
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  vitest: { configFile: "scripts/mutate/vitest.config.ts", related: true },
  coverageAnalysis: "perTest",
  // Code that runs while modules load would need a thread of its own, and all tests.
  ignoreStatic: true,
  concurrency: 1,
  reporters: ["progress-append-only"],
  logLevel: "warn",
  allowConsoleColors: false,
  // Only endless loops should end by time, since a loaded computer is slow and not wrong.
  timeoutFactor: 4,
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 30,
  // Stryker would rewrite this file by the compiler's interface, which TypeScript 7 does not have.
  tsconfigFile: "none",
  ignorePatterns: [".toolchain", "dist", ".demo"],
  cleanTempDir: "always",
  warnings: { slow: false }
})
  .runMutationTest()
  // Stryker has printed why.
  .catch(() => process.exit(2))

for (const file of files) {
  const own = mutants.filter(({ fileName }) => relative(root, fileName) === file)
  const unnoticed = own.filter(({ status }) => status === "Survived" || status === "NoCoverage")
  // Endless loops and a process that ends are noticed, too.
  const noticed = own.filter(({ status }) => ["Killed", "Timeout", "RuntimeError"].includes(status))
  const all = unnoticed.length + noticed.length
  const share = all === 0 ? 100 : 100 - (100 * unnoticed.length) / all
  const low = share < enough
  if (low) process.exitCode = 1
  say(`\n${file}: ${share.toFixed(1)} % of ${all} mutants noticed${low ? `; ${enough} % are needed` : ""}`)
  const loading = own.filter(({ statusReason }) => statusReason?.startsWith("Static mutant")).length
  if (loading > 0) say(`  ${loading} more act while modules load, and are not looked at`)
  const text = readFileSync(file, "utf8")
  for (const { location, replacement, status } of unnoticed) {
    const place = `${file}:${location.start.line}:${location.start.column}`
    const note = status === "NoCoverage" ? "   (no test reaches it)" : ""
    say(`  ${place}  ${short(textAt(text, location))}  became  ${short(replacement)}${note}`)
  }
}

/** Returns the tests for a package's files: its own, without long ones such as laws over generated histories. */
function testsOf(name) {
  const slow = /\/(laws|cli|fuzz|kills|simulation|isolation|truth)\//
  // The engine and its stores are promised to hosts, and much of them is tested there.
  const hosts = ["engine", "store-sql"].includes(name) ? "packages/hearback/test/*.test.ts" : []
  return globSync([`packages/${name}/test/**/*.test.ts`, ...[hosts].flat()]).filter((file) => !slow.test(file))
}

function named(pattern) {
  const found = globSync(pattern)
  if (found.length === 0) stop(`There is no file ${pattern}.`)
  return found.map((file) => relative(root, join(root, file)))
}

function stop(reason) {
  process.stderr.write(
    `${reason}\nusage: npm run mutate -- packages/core/src/who/Limits.ts … [--tests <test file> …]\n`
  )
  process.exit(2)
}

function say(line) {
  process.stdout.write(`${line}\n`)
}

function textAt(text, { start, end }) {
  const lines = text.split("\n").slice(start.line - 1, end.line)
  lines.push(lines.pop().slice(0, end.column - 1))
  return lines.join("\n").slice(start.column - 1)
}

function short(text) {
  const line = text.replace(/\s+/g, " ").trim()
  return line.length > 80 ? `${line.slice(0, 50)} … ${line.slice(-25)}` : line
}
