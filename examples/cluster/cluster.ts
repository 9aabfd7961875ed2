/**
 * Runs `npm run cluster`: three processes share the cases of one store in PostgreSQL, and one of the processes is
 * killed. The server is the one that `HEARBACK_POSTGRES` names; without it, the script starts a server.
 */
import { type ChildProcess, fork } from "node:child_process"
import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { Hearback } from "hearback"
import { postgres } from "hearback/postgres"
import { folderOfPrograms, startServer } from "../../test/postgres/Server.ts"
import type { News, Note } from "./Member.ts"

const given = process.env["HEARBACK_POSTGRES"]
const programs = folderOfPrograms()
if (given === undefined && programs === undefined)
  throw new Error("no PostgreSQL: install its server, or say where one answers by HEARBACK_POSTGRES")
const server = given === undefined ? await startServer(programs ?? "") : undefined
const url = given ?? server?.url ?? ""
const name = `cluster_${randomBytes(4).toString("hex")}`
const ports = [34_431, 34_432, 34_433]
const say = (text: string): void => void process.stdout.write(`${text}\n`)

interface Member {
  readonly port: number
  readonly process: ChildProcess
}
const deciders = new Map<string, number>()
const stored = new Map<string, () => void>()
const children: ChildProcess[] = []

const start = (port: number): Promise<Member> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, "Member.ts"), [url, name, String(port)], {
      execArgv: ["--conditions=source"]
    })
    children.push(child)
    child.once("exit", (code) => reject(new Error(`the process on ${port} ended by itself (${code})`)))
    child.on("message", (news: News) => {
      if ("ready" in news) resolve({ port, process: child })
      else if ("stored" in news) stored.get(news.stored)?.()
      else deciders.set(news.decided, port)
    })
  })

/** Gives a note to a process and returns the port of the process that decided it. */
const give = async (member: Member | undefined, note: Note): Promise<number | undefined> => {
  await new Promise<void>((resolve) => {
    stored.set(note.text, resolve)
    member?.process.send(note)
  })
  return deciders.get(note.text)
}

const store = await postgres({ url, schema: name })
const loop = await Hearback.open({ policy: join(import.meta.dirname, "../first/first.policy.yaml"), store })
try {
  const members = await Promise.all(ports.map(start))
  const cases: string[] = []
  for (let n = 1; n <= 6; n++) {
    const words = { channel: "email", customer: `C-${n}`, verbatim: `Invoice ${n} is wrong` }
    cases.push((await loop.submit(words, { key: `invoice-${n}` })).case)
  }
  const round = async (what: string, among: readonly Member[]): Promise<void> => {
    say(`\n${what}`)
    for (const [n, id] of cases.entries()) {
      const asked = among[n % among.length]
      const began = performance.now()
      const owner = await give(asked, { case: id, text: `${what}: note ${n + 1}` })
      say(`  ${id}  asked ${asked?.port}  decided by ${owner}  ${Math.round(performance.now() - began)} ms`)
    }
  }
  await round("three processes", members)
  await round("asked the other way round", [...members].reverse())
  const [lost, ...left] = members
  lost?.process.kill("SIGKILL")
  await round(`${lost?.port} is killed`, left)
  await new Promise((resolve) => setTimeout(resolve, 10_000))
  await round("ten seconds later: its cases are taken over", left)
  const { ok } = await loop.verify()
  say(`\nthe record ${ok ? "verifies" : "does not verify"}`)
} finally {
  for (const child of children) child.kill("SIGKILL")
  await loop.close()
  await server?.stop()
}
