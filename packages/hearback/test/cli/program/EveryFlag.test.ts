/** Every flag of the command line acts: the list comes from the commands, and each flag changes an answer. */
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

  /** What lines without a flag answer, by the lines: many flags are probed on the same ones. */
  const usuals = new Map<string, Promise<string>>()
  const usualOf = (lines: readonly string[]): Promise<string> => {
    const asked = usuals.get(lines.join("\n")) ?? answered(lines)
    usuals.set(lines.join("\n"), asked)
    return asked
  }
  /** Commands of which it is known that chance decides nothing that they say, in their order. */
  const certain = new Set<string>()
  const answered = async (lines: readonly string[]): Promise<string> => {
    const usual = await outcomeOf(world, lines, true)
    const commands = lines.map((line) => line.split(" ", 1)).join()
    // What chance decides would look like an effect.
    if (!certain.has(commands)) expect(await outcomeOf(world, lines, true)).toBe(usual)
    certain.add(commands)
    return usual
  }

  it("F-C24 · has a probe", () => {
    expect(flags.filter((flag) => probes[flag] === undefined)).toEqual([])
    expect(Object.keys(probes).filter((flag) => !flags.includes(flag))).toEqual([])
  })

  it.each(Object.entries(probes))(
    "F-C24 · %s acts",
    async (flag, { without, within, after = [], before = [], fails = false }) => {
      const [, name = ""] = flag.split(" ")
      expect(within).toContain(name)
      const usual = await usualOf([...before, without, ...after])
      expect(await outcomeOf(world, [...before, within, ...after], fails)).not.toBe(usual)
    }
  )

  it.each(specs.map(({ name }) => name))("F-C24 · what all commands take acts on %s", async (name) => {
    expect(common.map(({ flag }) => flag)).toEqual(["--json", "--lang", "--help"])
    const line = usually[name] ?? name
    const usual = await usualOf([line])
    for (const more of ["--json", "--lang zh", "--help"])
      expect(await outcomeOf(world, [`${line} ${more}`])).not.toBe(usual)
  })
})
