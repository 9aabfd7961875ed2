/**
 * The callers of the loop: each repeats its call with the same key until it is answered, at another process if the
 * first was killed; some call twice at once, as double clicks and relays do.
 */
import { isHearbackError, type Loop, type Outcome, type Receipt } from "hearback"
import type { Chance } from "./Chance.ts"
import type { Known, Order } from "./Orders.ts"
import { placeOf } from "./Thrown.ts"
import type { VirtualTime } from "./VirtualTime.ts"
import type { Process } from "./Weather.ts"

/** A process with its open loop. */
export interface Host {
  readonly process: Process
  readonly loop: Loop
  /** Settles when it is killed. */
  readonly end: Promise<"killed">
}

/** What a caller was told, in short; the same for every repetition. */
export interface Answered {
  readonly order: Order
  readonly said: string
  readonly case?: string
  readonly owner?: string
  /** The ids of the events of a command. */
  readonly events: readonly string[]
}

/** The callers of the loop. */
export interface Clients {
  readonly known: readonly Known[]
  readonly answered: ReadonlyMap<string, Answered>
  /** Orders that wait for their answer. */
  readonly waiting: ReadonlySet<Order>
  ask(order: Order): void
}

interface Given {
  readonly time: VirtualTime
  readonly chance: Chance
  /** Returns a running process. */
  readonly host: () => Host | undefined
  /** Called with what must never happen. */
  readonly broken: (what: string) => void
}

/** Makes the callers. */
export const makeClients = ({ time, chance, host, broken }: Given): Clients => {
  const known: Known[] = []
  const answered = new Map<string, Answered>()
  const waiting = new Set<Order>()

  const meet = ({ feedback }: Extract<Order, { kind: "submit" }>, { case: id, owner }: Answered): void => {
    if (id === undefined || owner === undefined || known.some((one) => one.id === id)) return
    known.push({ id, owner, customer: typeof feedback.customer === "string" ? feedback.customer : undefined, come: 0 })
  }
  const come = (id: string, step: number): void => {
    const one = known.find((each) => each.id === id)
    if (one !== undefined) one.come = Math.max(one.come, step)
  }

  const note = (order: Order, one: Answered): void => {
    const before = answered.get(order.key)
    if (before !== undefined && before.said !== one.said)
      broken(`${order.key} was answered ${before.said}, and then ${one.said}`)
    if (before !== undefined) return
    answered.set(order.key, one)
    if (order.kind === "submit") meet(order, one)
    else if (order.step !== undefined && one.said.startsWith("done")) come(order.case, order.step + 1)
  }

  /** Returns whether it has a final answer. */
  const askOnce = async (order: Order, { loop, end }: Host): Promise<boolean> => {
    const desk = order.by === undefined ? loop : loop.for({ actor: order.by })
    const { key } = order
    if (order.kind === "submit") {
      const receipt = await Promise.race([desk.submit(order.feedback, { key }), end])
      if (receipt === "killed" || receipt.outcome === "received") return false
      note(order, { order, ...ofReceipt(receipt), events: [] })
      return true
    }
    const outcome = await Promise.race([desk.execute(order.case, order.command, { key }), end])
    if (outcome === "killed") return false
    note(order, { order, ...ofOutcome(outcome) })
    return true
  }

  const ask = async (order: Order): Promise<void> => {
    waiting.add(order)
    for (;;) {
      const here = host()
      try {
        if (here !== undefined && (await askOnce(order, here))) break
      } catch (error) {
        if (!isHearbackError(error) || !error.retryable) {
          broken(`${order.key} threw what cannot be tried again: ${placeOf(error)}`)
          break
        }
      }
      await new Promise<void>((resolve) => time.after(50 + chance.below(5_000), resolve))
    }
    waiting.delete(order)
  }
  return { known, answered, waiting, ask: (order) => void ask(order) }
}

const ofReceipt = (receipt: Receipt): Pick<Answered, "said" | "case" | "owner"> => {
  if (receipt.outcome === "opened" || receipt.outcome === "joined")
    return { said: `${receipt.outcome} ${receipt.case}`, case: receipt.case, owner: receipt.owner }
  return { said: `${receipt.outcome} ${receipt.case}` }
}

const ofOutcome = (outcome: Outcome): { readonly said: string; readonly events: readonly string[] } => {
  if (!outcome.ok) return { said: `refused ${outcome.rejection.code}`, events: [] }
  const events = outcome.events.map(({ id }) => id)
  return { said: `done ${outcome.version} ${events.join()}`, events }
}
