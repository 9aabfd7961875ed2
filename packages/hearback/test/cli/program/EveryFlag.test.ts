/** Every flag of the command line has an effect: the commands give the list, and each flag changes an answer. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { commands } from "../../../src/cli/Commands.ts"
import { type CommandSpec, common } from "../../../src/cli/program/Command.ts"
import { commandNames } from "../../../src/cli/text/Names.ts"
import { type FlagWorld, makeWorld, outcomeOf } from "./FlagWorld.ts"
import { probes, usually } from "./probes.ts"

const specs: readonly CommandSpec[] = await Promise.all(
  commandNames.map(async (name) => (await commands[name]()).command)
)
const flags = specs.flatMap(({ name, options }) => options.map(({ flag }) => `${name} ${flag}`))

describe("every flag of the command line", () => {
  const cwd = mkdtempSync(join(tmpdir(), "hearback-flags-"))
  afterAll(() => rmSync(cwd, { recursive: true }))
  let world: FlagWorld
  beforeAll(async () => {
    world = await makeWorld(cwd)
  }, 60_000)

  /** A cache of answers to lines without a flag, because many flags are tested with the same lines. */
  const usuals = new Map<string, Promise<string>>()
  const usualOf = (lines: readonly string[]): Promise<string> => {
    const asked = usuals.get(lines.join("\n")) ?? answered(lines)
    usuals.set(lines.join("\n"), asked)
    return asked
  }
  /** Commands whose answers do not depend on random numbers, in order. */
  const certain = new Set<string>()
  const answered = async (lines: readonly string[]): Promise<string> => {
    const usual = await outcomeOf(world, lines, true)
    const commands = lines.map((line) => line.split(" ", 1)).join()
    // A random difference would look like an effect.
    if (!certain.has(commands)) expect(await outcomeOf(world, lines, true)).toBe(usual)
    certain.add(commands)
    return usual
  }

  it("F-C24 · has a test case", () => {
    expect(flags.filter((flag) => probes[flag] === undefined)).toEqual([])
    expect(Object.keys(probes).filter((flag) => !flags.includes(flag))).toEqual([])
  })

  it.each(Object.entries(probes))(
    "F-C24 · has an effect: %s",
    async (flag, { without, within, after = [], before = [], fails = false }) => {
      const [, name = ""] = flag.split(" ")
      expect(within).toContain(name)
      const usual = await usualOf([...before, without, ...after])
      expect(await outcomeOf(world, [...before, within, ...after], fails)).not.toBe(usual)
    }
  )

  it.each(specs.map(({ name }) => name))("F-C24 · of all commands has an effect on %s", async (name) => {
    expect(common.map(({ flag }) => flag)).toEqual(["--json", "--lang", "--help"])
    const line = usually[name] ?? name
    const usual = await usualOf([line])
    for (const more of ["--json", "--lang zh", "--help"])
      expect(await outcomeOf(world, [`${line} ${more}`])).not.toBe(usual)
  })
})
