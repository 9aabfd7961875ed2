/**
 * What the system, a database or a library reports about a damaged file is shown in the reader's language, with
 * advice.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { beforeAll, describe, expect, it } from "vitest"
import { example, folder, hearback } from "../Capture.ts"

const first = example("first/first.policy.yaml")
const words = [
  "received,verbatim,channel,customer",
  "2026-11-02T09:00:00Z,my invoice is wrong,email,c1",
  "2026-11-02T10:00:00Z,broken again,email,c2"
]

let whole = { db: "", keys: "" }

/** Returns a folder with a copy of the store and a simulation that replays it. */
const copy = (): string => {
  const cwd = folder()
  copyFileSync(first, join(cwd, "first.policy.yaml"))
  writeFileSync(join(cwd, "db"), Buffer.from(whole.db, "base64"))
  writeFileSync(join(cwd, "db.keys"), Buffer.from(whole.keys, "base64"))
  const plan = "hearback: 1\nsimulation: Replay\npolicy: first.policy.yaml\narrivals: { trace: db }\n"
  writeFileSync(join(cwd, "replay.simulation.yaml"), plan)
  return cwd
}

const said = async (cwd: string, line: readonly string[]): Promise<string> => {
  const { exit, err } = await hearback([...line, "--lang", "zh"], { cwd })
  expect(exit).toBe(2)
  return err.replaceAll(/`[^`]*`|\[[a-z/-]+\]|\S+:\d+:\d+|^ +-->.*$|hearback/gm, "")
}

const sqlIn = (cwd: string, sql: string): void => {
  const database = new DatabaseSync(join(cwd, "db"))
  database.exec(sql)
  database.close()
}

const damages: Readonly<Record<string, (cwd: string) => void>> = {
  "half of it": (cwd) => truncateSync(join(cwd, "db"), 100_000),
  "half of its keys": (cwd) => truncateSync(join(cwd, "db.keys"), 5000),
  "no table of entries": (cwd) => sqlIn(cwd, "DROP TABLE hearback_entry"),
  "an entry cut off": (cwd) =>
    sqlIn(cwd, "UPDATE hearback_entry SET said = substr(said, 1, 20) WHERE stream LIKE 'case/%'"),
  "a sealed part cut off": (cwd) =>
    sqlIn(cwd, "UPDATE hearback_entry SET sealed = substr(sealed, 1, 20) WHERE stream LIKE 'case/%'")
}

describe("a folder instead of a file with rows", () => {
  it.each([
    ["backtest", "first.policy.yaml --log . --map l.mapping.yaml"],
    ["ingest", "first.policy.yaml --input . --db loop.db"]
  ])("is reported by %s", async (command, flags) => {
    const cwd = folder()
    copyFileSync(first, join(cwd, "first.policy.yaml"))
    writeFileSync(join(cwd, "l.mapping.yaml"), "hearback: 1\nmapping: l\npreset: simulated\n")
    const { exit, json } = await hearback([command, ...flags.split(" "), "--json"], { cwd })
    expect([exit, json.error]).toEqual([
      2,
      expect.objectContaining({ code: "file/unreadable", help: "it is a folder" })
    ])
  })
})

describe("a damaged store", () => {
  beforeAll(async () => {
    const cwd = mkdtempSync(join(tmpdir(), "hearback-damaged-"))
    writeFileSync(join(cwd, "in.csv"), `${words.join("\n")}\n`)
    const line = ["ingest", first, "in.csv", "--db", "db", "--virtual-time", "--at", "2026-11-05T12:00:00Z"]
    await hearback(line, { cwd })
    whole = {
      db: readFileSync(join(cwd, "db"), "base64"),
      keys: readFileSync(join(cwd, "db.keys"), "base64")
    }
    rmSync(cwd, { recursive: true })
  }, 60_000)

  it.each(Object.keys(damages))("is reported without an English word: %s", async (name) => {
    const cwd = copy()
    damages[name]?.(cwd)
    for (const line of [
      ["backtest", "first.policy.yaml", "--db", "db"],
      ["simulate", "--plan", "replay.simulation.yaml"]
    ]) {
      const text = await said(cwd, line)
      expect(text).not.toMatch(/ {4}at |[A-Za-z]{4,} [a-z]+ [a-z]+/)
      expect(text).toMatch(/损坏|无法使用/)
    }
  })
})

describe("a file that the system cannot read", () => {
  it.each([
    ["init", "不是文件夹", (cwd: string) => ["init", join(cwd, "file", "below")]],
    ["html", "没有该文件或文件夹", (cwd: string) => ["diff", first, first, "--html", join(cwd, "none", "a.html")]]
  ] as const)("is reported without an English word: %s", async (_, reason, line) => {
    const cwd = folder()
    writeFileSync(join(cwd, "file"), "")
    const text = await said(cwd, line(cwd))
    expect(text).toMatch(new RegExp(reason, "u"))
    expect(text).not.toMatch(/E[A-Z]{4,}|[a-z]{4,}/)
  })

  it.each([
    ["simulate", "--html", join("none", "a.html"), "没有该文件或文件夹"],
    ["simulate", "--log", "taken", "它是文件夹"],
    ["backtest", "--html", "taken", "它是文件夹"]
  ])("is reported before anything runs: %s %s", async (command, flag, path, reason) => {
    const cwd = folder()
    mkdirSync(join(cwd, "taken"))
    const told: string[] = []
    const terminal = { errIsTerminal: true, err: (text: string) => void told.push(text) }
    const { exit } = await hearback([command, first, flag, path, "--lang", "zh"], { cwd, terminal })
    expect(exit).toBe(2)
    expect(told).toEqual([expect.stringContaining(reason)])
  })

  it("is reported only with the place for an event log that is no XML", async () => {
    const cwd = folder()
    writeFileSync(join(cwd, "a.xes"), "<log>\n  <trace></log>")
    const { err } = await hearback(["backtest", first, "--log", "a.xes", "--lang", "zh"], { cwd })
    expect(err).toContain("a.xes:2:")
    expect(err).not.toMatch(/tag|close|unclosed/)
    writeFileSync(join(cwd, "b.xes"), "<log>\n  <trace>")
    const cut = await hearback(["backtest", first, "--log", "b.xes", "--lang", "zh"], { cwd })
    expect(cut.err).toContain("文件不完整")
  })
})
