/**
 * Messages on their way out. A notice that others to the same person follow closely leaves together with them: the
 * first at once, what comes within its time after that as one message when the time is over.
 */
import type { Command } from "@hearback/core"
import { Actor } from "@hearback/core"
import type { Context } from "../context/Context.ts"
import type { Cases } from "../decide/Cases.ts"
import type { Channel, Delivery, Outgoing } from "../port/Channel.ts"
import type { OutboxClaim, Settlement } from "../port/EventStore.ts"
import { unseal } from "../record/Seal.ts"

/** A message that nobody takes is offered again, ever later, up to six hours apart. */
const later = (attempts: number): number => Math.min(6 * 3_600_000, 30_000 * 2 ** Math.min(attempts, 10))
const attemptsAtMost = 30

/** What of a message stands in the clear. */
interface Body {
  readonly id: string
  readonly language: "zh-CN" | "en"
  readonly gate?: string
  readonly message: string
  /** Within how many ms of another notice to the same person it leaves together with it. */
  readonly digest?: number
}

interface Letter {
  readonly claim: OutboxClaim
  readonly body: Body
  /** The case's stream. */
  readonly stream: string
}

export interface Letters {
  /** Sends what is claimed; says what became of it, in no order, and how many messages left. */
  deliver(
    claims: readonly OutboxClaim[]
  ): Promise<{ readonly settlements: readonly Settlement[]; readonly sent: number }>
}

export const makeLetters = (x: Context, cases: Cases): Letters => {
  const route = (name: string | undefined): Channel | undefined =>
    x.channels.find((channel) => channel.name === name && channel.send !== undefined) ??
    x.channels.find((channel) => channel.send !== undefined)

  /** Tells the case what became of its message, where a gate waits for it. */
  const report = async ({ claim, body, stream }: Letter, refused: string | undefined): Promise<void> => {
    if (body.gate === undefined) return
    const told: Command.Command =
      refused === undefined
        ? { do: "delivered", message: body.id }
        : { do: "bounced", message: body.id, reason: refused }
    await cases.execute({
      case: stream.slice(5),
      command: told,
      actor: Actor.system("channel"),
      key: `out:${claim.message.id}:${told.do}`
    })
  }

  const textOf = async ({ claim }: Letter): Promise<string | undefined> => {
    const { sealed } = claim.message
    const opened = sealed === undefined ? undefined : await unseal(x.keys, x.tenant, sealed)
    return opened?.ok === true ? (opened.value as { readonly text: string }).text : undefined
  }

  /** Several notices are one message, each a paragraph; a single one goes as it is. */
  const outgoing = async (letters: readonly Letter[], texts: readonly string[]): Promise<Outgoing | undefined> => {
    const [first] = letters
    if (first === undefined) return undefined
    const { to } = first.claim.message
    const name = (await x.customers(to))?.name
    const common = { to: { value: to, ...(name === undefined ? {} : { name }) }, language: first.body.language }
    const text = texts.join("\n\n")
    // A question by itself belongs to no case that an answer could name.
    const thread = first.stream.startsWith("case/") ? { thread: first.stream.slice(5) } : {}
    if (letters.length === 1)
      return { ...common, key: `${first.stream}/${first.body.id}`, ...thread, subject: first.body.message, text }
    const contains = letters.map(({ stream, body }) => ({ case: stream.slice(5), message: body.message }))
    return { ...common, key: `digest/${to}/${first.claim.message.id}`, subject: "digest", text, contains }
  }

  const settled = async (letter: Letter, delivery: Delivery): Promise<Settlement> => {
    const { id, attempts } = letter.claim
    switch (delivery.delivery) {
      case "sent":
      case "delivered":
        await report(letter, undefined)
        return { claim: id, outcome: "done" }
      case "refused":
      case "bounced":
        await report(letter, delivery.reason)
        return { claim: id, outcome: { dead: delivery.reason, at: x.clock.now() } }
      case "deferred": {
        if (attempts + 1 < attemptsAtMost) return { claim: id, outcome: { retryAt: x.clock.now() + later(attempts) } }
        await report(letter, "given up")
        return { claim: id, outcome: { dead: "given up", at: x.clock.now() } }
      }
    }
  }

  /** Sends letters to one person as one message. One that cannot be read any more is put aside. */
  const send = async (letters: readonly Letter[]): Promise<readonly Settlement[]> => {
    const attempts = Math.max(...letters.map(({ claim }) => claim.attempts))
    const channel = route(letters[0]?.claim.message.channel)
    if (channel?.send === undefined)
      return letters.map(({ claim }) => ({ claim: claim.id, outcome: { retryAt: x.clock.now() + later(attempts) } }))
    const opened = await Promise.all(letters.map(async (letter) => ({ letter, text: await textOf(letter) })))
    const readable = opened.flatMap(({ letter, text }) => (text === undefined ? [] : [{ letter, text }]))
    const erased = opened.filter(({ text }) => text === undefined)
    const results: Settlement[] = erased.map(({ letter }) => ({
      claim: letter.claim.id,
      outcome: { dead: "erased", at: x.clock.now() }
    }))
    const message = await outgoing(
      readable.map(({ letter }) => letter),
      readable.map(({ text }) => text)
    )
    if (message === undefined) return results
    const delivery = await channel
      .send(message, { signal: AbortSignal.timeout(30_000), attempt: attempts + 1 })
      .catch(() => ({ delivery: "deferred" as const }))
    for (const { letter } of readable) results.push(await settled(letter, delivery))
    return results
  }

  const lastOf = (person: string): string => `digest:${x.tenant}:${person}`

  /** Notices to one person: what follows another within its time waits until that time is over. */
  const notices = async (person: string, letters: readonly Letter[]): Promise<readonly Settlement[]> => {
    const now = x.clock.now()
    const last = await x.store.meta(lastOf(person))
    const since = typeof last === "number" && last <= now ? last : Number.NEGATIVE_INFINITY
    const until = Math.min(...letters.map(({ body }) => since + (body.digest ?? 0)))
    if (until > now) return letters.map(({ claim }) => ({ claim: claim.id, outcome: { retryAt: until } }))
    const results = await send(letters)
    if (results.some(({ outcome }) => outcome === "done")) await x.store.setMeta(lastOf(person), now)
    return results
  }

  /** One failing message holds nobody else up: it is offered again later. */
  const guarded = async (
    letters: readonly Letter[],
    act: () => Promise<readonly Settlement[]>
  ): Promise<readonly Settlement[]> => {
    try {
      return await act()
    } catch {
      return letters.map(({ claim }) => ({ claim: claim.id, outcome: { retryAt: x.clock.now() + 30_000 } }))
    }
  }

  return {
    deliver: async (claims) => {
      const alone: Letter[] = []
      const joined = new Map<string, Letter[]>()
      for (const claim of claims) {
        const { message } = claim
        const body = message.body as unknown as Body
        const letter = { claim, body, stream: message.id.split("/").slice(0, 2).join("/") }
        if (body.digest === undefined) alone.push(letter)
        else joined.set(message.to, [...(joined.get(message.to) ?? []), letter])
      }
      const settlements: Settlement[] = []
      let sent = 0
      const add = (results: readonly Settlement[]): void => {
        settlements.push(...results)
        if (results.some(({ outcome }) => outcome === "done")) sent += 1
      }
      for (const letter of alone) add(await guarded([letter], () => send([letter])))
      for (const [person, letters] of joined) add(await guarded(letters, () => notices(person, letters)))
      return { settlements, sent }
    }
  }
}
