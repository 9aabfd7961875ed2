/** A test of processes of a cluster that are killed and frozen while they take commands, and of what must then hold. */
import { type ChildProcess, fork } from "node:child_process"
import { join } from "node:path"
import { Hearback, type Loop } from "hearback"
import { postgres } from "hearback/postgres"
import type { News, Note } from "../../../../examples/cluster/Member.ts"
import { freePort } from "../../../../test/postgres/Server.ts"

const examples = join(import.meta.dirname, "../../../../examples")
/** After this time another process is asked.  Units: ms. */
const patienceMs = 1_000

/** The load of a run. */
export interface Load {
  readonly url: string
  /** The name of the schema and of the cluster; a new one for each run. */
  readonly name: string
  readonly cases: number
  readonly commands: number
  /** How many processes are lost: alternately killed, or frozen for some seconds. */
  readonly losses: number
  /** Returns a random integer from 0 up to, but without, `bound`. */
  readonly below: (bound: number) => number
  /** Called whenever a process is lost. */
  readonly told?: (line: string) => void
}

/** The result of a run. */
export interface Left {
  readonly violation?: string
  /** The longest time that a command took, over all processes that were asked. */
  readonly longestMs: number
  readonly seconds: number
  /** Whether each case has one owner again, whichever process is asked. */
  readonly hasOwners: boolean
}

interface Member {
  readonly process: ChildProcess
  isFrozen: boolean
}

/** Returns what is wrong with the notes of a case: each must be there once, in the order in which they were given. */
export const wrongNotes = (given: readonly string[], found: readonly string[]): string | undefined => {
  const twice = found.find((text, at) => found.indexOf(text) !== at)
  if (twice !== undefined) return `${twice} is stored twice`
  const lost = given.find((text) => !found.includes(text))
  if (lost !== undefined) return `${lost} was answered, and is not stored`
  const early = found.find((text, at) => text !== given[at])
  return early && `${early} is not in its place`
}

/** Runs the load, loses processes, and returns the result. */
export const loseMembers = async ({
  url,
  name,
  cases,
  commands,
  losses,
  below,
  told = () => {}
}: Load): Promise<Left> => {
  const store = await postgres({ url, schema: name })
  const loop = await Hearback.open({ policy: join(examples, "first/first.policy.yaml"), store })
  const answers = new Map<string, () => void>()
  const deciders = new Map<string, ChildProcess>()
  const start = async (): Promise<Member> => {
    const args = [url, name, String(await freePort())]
    const child = fork(join(examples, "cluster/Member.ts"), args, { execArgv: ["--conditions=source"] })
    const member: Member = { process: child, isFrozen: false }
    await new Promise<void>((resolve, reject) => {
      child.once("exit", (code) => reject(new Error(`a process ended by itself (${code})`)))
      child.on("message", (news: News) => {
        if ("ready" in news) resolve()
        else if ("stored" in news) answers.get(news.stored)?.()
        else deciders.set(news.decided, child)
      })
    })
    return member
  }
  const members = await Promise.all([start(), start(), start()])
  try {
    const ids: string[] = []
    for (let n = 0; n < cases; n++) ids.push(await opened(loop, n))
    const began = performance.now()
    let [done, longestMs] = [0, 0]
    const losing = { next: 1 }
    const give = async (note: Note): Promise<void> => {
      const from = performance.now()
      await stored(note, members, below(members.length), answers)
      longestMs = Math.max(longestMs, performance.now() - from)
      done += 1
      if (done * (losses + 1) < losing.next * commands || losing.next > losses) return
      losing.next += 1
      told(`${done} of ${commands} commands, the longest took ${Math.round(longestMs)} ms`)
      await lose(members, losing.next % 2 === 0, below, start)
    }
    const given = ids.map((id, n) => Array.from({ length: Math.ceil((commands - n) / cases) }, (_, k) => `${id} ${k}`))
    await Promise.all(
      ids.map(async (id, n) => {
        for (const text of given[n] ?? []) await give({ case: id, text })
      })
    )
    const seconds = (performance.now() - began) / 1000
    const violation = await wrongRecord(loop, ids, given)
    /** Returns who decides on a case, as every process says. */
    const ownersOf = async (id: string, round: number): Promise<ReadonlySet<ChildProcess | undefined>> => {
      const texts = members.map((_, n) => `${id} round ${round} of ${n}`)
      for (const [n, text] of texts.entries()) await stored({ case: id, text }, members, n, answers)
      return new Set(texts.map((text) => deciders.get(text)))
    }
    const hasOwners = await settled(async (round) => {
      const owners = await Promise.all(ids.map((id) => ownersOf(id, round)))
      return owners.every((all) => all.size === 1) && new Set(owners.flatMap((all) => [...all])).size > 1
    })
    return { longestMs, seconds, hasOwners, ...(violation === undefined ? {} : { violation }) }
  } finally {
    for (const member of members) member.process.kill("SIGKILL")
    await loop.close()
  }
}

const opened = async (loop: Loop, n: number): Promise<string> => {
  const words = { channel: "email", customer: `c-${n}`, verbatim: `The invoice ${n} is wrong` }
  const receipt = await loop.submit(words, { key: `case-${n}` })
  return receipt.case
}

/** Asks one process after the other until a note is stored. A process that was asked earlier may still answer. */
const stored = (note: Note, members: readonly Member[], first: number, answers: Map<string, () => void>) =>
  new Promise<void>((resolve) => {
    let next = first
    const ask = (): void => {
      const { process } = members[next++ % members.length] ?? {}
      if (process?.connected === true) process.send(note, () => {})
    }
    const again = setInterval(ask, patienceMs)
    answers.set(note.text, () => {
      clearInterval(again)
      answers.delete(note.text)
      resolve()
    })
    ask()
  })

/** Waits until all processes run and a condition holds. */
const settled = async (isSo: (round: number) => Promise<boolean>): Promise<boolean> => {
  const end = performance.now() + 60_000
  for (let round = 0; performance.now() < end; round++) if (await isSo(round)) return true
  return false
}

/** Loses a process: kills it and starts another one, or freezes it for some seconds. */
const lose = async (
  members: Member[],
  isKilled: boolean,
  below: (bound: number) => number,
  start: () => Promise<Member>
): Promise<void> => {
  const standing = members.filter(({ isFrozen }) => !isFrozen)
  const lost = standing[below(standing.length)]
  if (lost === undefined) return
  if (!isKilled) {
    lost.isFrozen = true
    lost.process.kill("SIGSTOP")
    setTimeout(() => {
      lost.isFrozen = false
      lost.process.kill("SIGCONT")
    }, 8_000)
    return
  }
  lost.process.kill("SIGKILL")
  members[members.indexOf(lost)] = await start()
}

const wrongRecord = async (
  loop: Loop,
  ids: readonly string[],
  given: readonly (readonly string[])[]
): Promise<string | undefined> => {
  const found = new Map<string, string[]>(ids.map((id) => [id, []]))
  for await (const { event, case: id, body } of loop.events())
    if (event === "note-added") found.get(id ?? "")?.push(String(body["text"]))
  const wrong = ids.map((id, n) => wrongNotes(given[n] ?? [], found.get(id) ?? [])).find((one) => one !== undefined)
  const { ok, breaks } = await loop.verify()
  return ok ? wrong : `the record does not verify: ${JSON.stringify(breaks[0])}`
}
