/** A terminal that keeps what is printed, and a folder of its own for each test. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { onTestFinished } from "vitest"
import { run, type Terminal } from "../../src/cli.ts"

export const root = resolve(import.meta.dirname, "../../../..")
export const example = (path: string): string => join(root, "examples", path)

export interface Ran {
  readonly exit: number
  readonly out: string
  readonly err: string
  /** The object of `--json`. */
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what the tests are about
  readonly json: any
}

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

/** Returns a folder that is gone when the test is. */
export const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), "hearback-cli-"))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
export const ansi = /\u001b\[/
