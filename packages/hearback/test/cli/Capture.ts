/** A terminal that records the output, with a separate folder for each test. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { onTestFinished } from "vitest"
import { run, type Terminal } from "../../src/cli.ts"

/** The folder of the repository. */
export const root = resolve(import.meta.dirname, "../../../..")
/** Returns the path of an example. */
export const example = (path: string): string => join(root, "examples", path)

/** The result of a command line. */
export interface Ran {
  readonly exit: number
  readonly out: string
  readonly err: string
  /** The object of `--json`. */
  // biome-ignore lint/suspicious/noExplicitAny: tests check its shape
  readonly json: any
}

/** The environment of a command line. */
export interface World {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly terminal?: Partial<Terminal>
}

/** Sunday 2026-11-22 09:00 UTC. */
const NOW = Date.parse("2026-11-22T09:00:00Z")

/** Runs a command line in this process. */
export const hearback = async (
  argv: readonly string[],
  { cwd = root, env = {}, terminal = {} }: World = {}
): Promise<Ran> => {
  const [out, err]: [string[], string[]] = [[], []]
  const exit = await run(argv, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    outIsTerminal: false,
    errIsTerminal: false,
    columns: 120,
    env,
    cwd,
    now: () => NOW,
    interrupted: new AbortController().signal,
    ...terminal
  })
  const text = out.join("")
  return {
    exit,
    out: text,
    err: err.join(""),
    get json() {
      return JSON.parse(text)
    }
  }
}

/** Returns a folder that is removed when the test ends. */
export const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), "hearback-cli-"))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** Matches the beginning of an escape sequence. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
export const ansi = /\u001b\[/
