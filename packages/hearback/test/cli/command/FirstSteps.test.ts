/**
 * The first commands of a new user: each step that `init` prints, run by a shell, and each line of the README that it
 * writes. A command that a shell has run once is run in this process afterwards, because the shell starts the program
 * in the same way.
 */
import { spawnSync } from "node:child_process"
import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { fencesOf } from "../../../../../test/docs/Markdown.ts"
import { folder, hearback, root } from "../Capture.ts"

const source = join(root, "packages/hearback")
const people = { en: "LANG=en_US.UTF-8", zh: "LANG=zh_CN.UTF-8" }
type Lang = keyof typeof people

/** Makes links to the sources as `npm install` does; scripts and `npx` find the program there. */
const npm = `#!/bin/sh
set -e
case "$1" in
  install)
    mkdir -p node_modules/.bin
    ln -s "${source}" node_modules/hearback
    printf '#!/bin/sh\nexec node "%s" "$@"\n' "${join(source, "src/bin.ts")}" > node_modules/.bin/hearback
    chmod +x node_modules/.bin/hearback ;;
  test | start)
    script=$(sed -n 's/^ *"'$1'": "\\(.*\\)",\\{0,1\\}$/\\1/p' package.json)
    test -n "$script"
    PATH="$PWD/node_modules/.bin:$PATH" sh -c "$script" ;;
  create)
    shift 2
    [ "$2" = -- ] && first=$1 && shift 2 && set -- "$first" "$@"
    node "${join(root, "packages/create-hearback/src/bin.ts")}" "$@" ;;
esac
`
const npx = '#!/bin/sh\nprogram="node_modules/.bin/$1"\nshift\nexec "$program" "$@"\n'

/** Returns a shell in an empty folder, with npm and Node on its path, and no `hearback`. */
const shell = (lang: Lang) => {
  const [cwd, tools] = [folder(), folder()]
  for (const [name, text] of Object.entries({ npm, npx })) {
    writeFileSync(join(tools, name), text)
    chmodSync(join(tools, name), 0o755)
  }
  symlinkSync(process.execPath, join(tools, "node"))
  const [variable = "", locale] = people[lang].split("=")
  const env = {
    PATH: `${tools}:/usr/bin:/bin`,
    NODE_OPTIONS: "--conditions=source --no-warnings",
    NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"],
    [variable]: locale
  }
  const type = (line: string): string => {
    const { status, stdout, stderr } = spawnSync("sh", ["-ec", line], { cwd, env, encoding: "utf8" })
    expect(status, `${line}\n${stdout}${stderr}`).toBe(0)
    return stdout
  }
  /** Runs lines of the program in this process, and all others in the shell. */
  const askAll = async (lines: readonly string[], inside = cwd): Promise<void> => {
    for (const line of lines) {
      const words = wordsOf(line)
      if (words === undefined) type(`cd "${inside}" && ${line}`)
      else {
        const { exit, out, err } = await hearback(words, { cwd: inside, env: { [variable]: locale ?? "" } })
        expect(exit, `${line}\n${out}${err}`).toBe(0)
      }
    }
  }
  return { cwd, type, askAll }
}

/** Returns the arguments that a shell gives to the program; undefined if a line runs another program. */
const wordsOf = (line: string): readonly string[] | undefined => {
  const [, words] = /^npx hearback (.+)$/.exec(line) ?? []
  if (words === undefined) return undefined
  return spawnSync("sh", ["-c", `printf '%s\\0' ${words}`], { encoding: "utf8" })
    .stdout.split("\0")
    .slice(0, -1)
}

const nextOf = (said: string): string => {
  const line = /^(?:next: |接下来：)(.+)$/m.exec(said)?.[1]
  if (line === undefined) throw new Error(`nothing is said to be next:\n${said}`)
  return line
}

/** Returns what `npm test` runs in a folder, as lines that a person could type. */
const testOf = (inside: string): readonly string[] => {
  const { scripts } = JSON.parse(readFileSync(join(inside, "package.json"), "utf8"))
  return scripts.test.split(" && ").map((line: string) => `npx ${line}`)
}

/** Returns the lines of the README that were not run yet. */
const linesIn = (folder: string, typed: string): readonly string[] => {
  const file = join(folder, "README.md")
  const lines = fencesOf(file, readFileSync(file, "utf8"))
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.trim().split("\n"))
  expect(lines.length).toBeGreaterThan(4)
  return lines.filter((line) => !typed.split(" && ").includes(line))
}

const schemasFrom = (inside: string): readonly string[] =>
  readdirSync(inside)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => /^# yaml-language-server: \$schema=(\S+)/.exec(readFileSync(join(inside, name), "utf8"))?.[1] ?? "")

/** Adds the schemas to the package, where the build copies them for `files` and `exports`. */
const expectPublished = (schema: string): void => {
  const [, name = ""] = /^\.\/node_modules\/hearback\/schemas\/(.+)$/.exec(schema) ?? []
  expect(existsSync(join(root, "schemas", name)), schema).toBe(true)
}

describe.each(["en", "zh"] as const)("F-C17 · first steps in %s", (lang) => {
  // How a shell starts the program does not depend on the language, so it is tested in one.
  const isTyped = lang === "en"

  it("F-C17 · of `init` work as printed, and so does the README", async () => {
    const { cwd, type, askAll } = shell(lang)
    const next = nextOf(type(`node "${join(source, "src/bin.ts")}" init`))
    if (isTyped) type(next)
    else await askAll(next.split(" && "))
    for (const schema of schemasFrom(cwd)) expectPublished(schema)
    await askAll(linesIn(cwd, next))
  }, 120_000)

  it("F-C17 · of `npm create hearback` work as printed, and so does the README", async () => {
    const { cwd, type, askAll } = shell(lang)
    const inside = join(cwd, "my-loop")
    const next = nextOf(type("npm create hearback my-loop"))
    const started = isTyped ? type(next) : type(next.replace(" && npm test", ""))
    if (!isTyped) await askAll(testOf(inside), inside)
    const [first = "", ...rest] = linesIn(inside, next)
    if (isTyped) type(`cd "${inside}" && ${first}`)
    await askAll(isTyped ? rest : [first, ...rest], inside)
    // The program uses the language of its files, so no English word of the engine is left.
    if (lang === "zh") expect(started).not.toMatch(/\b(opened|joined|waiting|open|passed|complaint|confirmed)\b/)
  }, 120_000)
})

it("F-C17 · `npm create hearback` accepts a language as npm passes it on", () => {
  const { cwd, type } = shell("en")
  type("npm create hearback other -- --lang zh")
  expect(readFileSync(join(cwd, "other/policy.yaml"), "utf8")).toContain("\n闭环: 1")
}, 120_000)

describe("F-C17 · the first README", () => {
  it("F-C17 · names people that `init` has written", async () => {
    const cwd = folder()
    await hearback(["init"], { cwd })
    const named = readFileSync(join(root, "README.md"), "utf8").matchAll(/actor: \{ id: "([^"]+)" \}/g)
    const written = readFileSync(join(cwd, "people.yaml"), "utf8")
    for (const [, id] of named) expect(written).toMatch(new RegExp(`^  ${id}:`, "m"))
  })
})
