/** The acts of customers on a case: they answer, lose patience, write more, and come back. */

import { Actor, type Bundle, type Case, type Command, gateFacts, Inputs, Landing, type Step } from "@hearback/core"
import { offspring } from "../random/Chance.ts"
import { nextDraw } from "../world/LiveCase.ts"
import type { LiveCase } from "../world/Scene.ts"
import { drawFor, type SimulatedWorld } from "../world/World.ts"
import type { Deciding } from "./CaseDecisions.ts"
import { withWords } from "./CaseDecisions.ts"
import { answersFor } from "./SurveyAnswers.ts"

/** The most draws for another channel; if nearly all use the same one, it stays. */
const mostDrawn = 16

/** The acts of customers. */
export interface Answering {
  /** Tells customers about a step. */
  readonly hear: (live: LiveCase, before: Case.Case, step: Step.Step) => void
  /** Lets the customer of a new case begin to wait. */
  readonly came: (live: LiveCase) => void
}

/** Makes the acts of customers. */
export const makeAnswering = (
  world: SimulatedWorld,
  deciding: () => Deciding,
  over: (live: LiveCase) => void
): Answering => {
  const { plan, events, observer } = world
  const { policy, customers } = plan

  /** Lets a customer do something later. */
  const later = (live: LiveCase, after: number, act: () => void): void => {
    live.pending += 1
    events.push(world.now + Math.max(0, Math.round(after)), () => {
      live.pending -= 1
      if (world.cases.get(live.id) === live) act()
      over(live)
    })
  }

  const actorOf = (live: LiveCase): Actor.Actor => Actor.customer(live.customer.id)

  const gatesOf = ({ state }: LiveCase): readonly Bundle.GateRule[] =>
    policy.loops.get(state.lifecycle.loop ?? "")?.rule.gates ?? []

  /** Returns the question that a gate currently asks the customer; undefined if it asks none. */
  const questionAt = ({ state }: LiveCase, { name, kind }: Bundle.GateRule): string | undefined => {
    const gate = state.gates[name]
    const { replies, awaitsReply } = gateFacts[kind]
    if (gate?.status !== "open" || replies === undefined || awaitsReply?.(gate) !== true) return undefined
    return `${name} ${gate.rounds.length} ${gate.reopened}`
  }

  /** Returns answers to a survey of a gate that mean what the customer means. */
  const commandFor = (live: LiveCase, { name: gate, survey }: Bundle.GateRule, says: "agree"): Command.Command => {
    const n = nextDraw(live, `survey ${gate}`)
    const draw = (purpose: string): number => drawFor(world, live, `survey ${gate} ${purpose}`, n)
    const known = Inputs.inputs(policy, live.state)
    const facts = survey === undefined ? undefined : answersFor(policy, survey, known, says, draw)
    return facts === undefined ? { do: "reply", gate, says } : { do: "answer", gate, facts }
  }

  const decideOn = (live: LiveCase, rule: Bundle.GateRule, question: string): void => {
    live.replies.add(question)
    const isProposal = gateFacts[rule.kind].replies?.has("agree") === true
    const { delay, says } = isProposal ? customers.proposals : customers.confirmations
    const n = nextDraw(live, `reply ${rule.name}`)
    const said = says(drawFor(world, live, `reply ${rule.name}`, n))
    if (said === undefined || said === "silent") return
    const asked = world.now
    later(live, delay(drawFor(world, live, `reply delay ${rule.name}`, n)), () => {
      if (questionAt(live, rule) !== question) return
      observer.replied?.(live, rule.name, world.now - asked)
      deciding().give(live, { command: commandFor(live, rule, said as "agree"), actor: actorOf(live) })
    })
  }

  /** Lets a customer come back after the end, because it was not put right. */
  const comeBack = (live: LiveCase): void => {
    const { dissatisfied } = customers
    if (dissatisfied === undefined) return
    const n = nextDraw(live, "dissatisfied")
    if (drawFor(world, live, "dissatisfied", n) >= dissatisfied.share) return
    later(live, dissatisfied.after(drawFor(world, live, "dissatisfied after", n)), () => {
      if (live.state.lifecycle.customerLoop === undefined) return
      deciding().give(live, { command: { do: "reply", says: "dissatisfied", text: live.text }, actor: actorOf(live) })
    })
  }

  /** Returns the channel that a customer used before, or with some probability another one. */
  const channelFor = (live: LiveCase, purpose: string, share: number): string => {
    if (share <= 0 || drawFor(world, live, `other channel ${purpose}`) >= share) return live.channel
    for (let n = 0; n < mostDrawn; n++) {
      const found = plan.arrivals.channel(drawFor(world, live, `which channel ${purpose}`, n))
      if (found !== undefined && found !== live.channel) return found
    }
    return live.channel
  }

  const sayMore = (live: LiveCase): void => {
    const { words } = customers
    if (words === undefined) return
    const n = nextDraw(live, "word")
    later(live, words(drawFor(world, live, "word", n)), () => {
      if (live.state.lifecycle.customerLoop !== undefined) return
      const channel = channelFor(live, `word ${n}`, customers.otherChannel)
      deciding().give(live, { command: { do: "write", text: live.text, channel }, actor: actorOf(live) })
      sayMore(live)
    })
  }

  const isServed = ({ isBegun, state }: LiveCase): boolean => {
    if (state.lifecycle.customerLoop !== undefined) return true
    if (customers.patience?.until === "begun") return isBegun
    const [first] = state.conversation.said
    return first !== undefined && Landing.isAnswered(state, first)
  }

  const wait = (live: LiveCase): void => {
    const { patience } = customers
    if (patience === undefined) return
    const n = nextDraw(live, "patience")
    if (n >= patience.atMost) return
    later(live, patience.lasts(drawFor(world, live, "patience", n)), () => {
      if (isServed(live)) return
      const reaction = patience.reaction(drawFor(world, live, "impatience", n))
      if (reaction === "leaves") leave(live)
      else if (reaction !== undefined) {
        sayAgain(live, reaction === "escalates")
        wait(live)
      }
    })
  }

  const leave = (live: LiveCase): void => {
    observer.lost?.(live)
    deciding().give(live, { command: { do: "withdraw" }, actor: actorOf(live) })
  }

  /** Repeats the same feedback; the policy decides where it goes. */
  const sayAgain = (live: LiveCase, isAngry: boolean): void => {
    const n = nextDraw(live, "again")
    const angriest = policy.bundle.dictionary.emotions[0]?.words[0]
    const text = isAngry && angriest !== undefined ? `${live.text} ${angriest}` : live.text
    const channel = channelFor(live, `again ${n}`, isAngry ? 1 : customers.otherChannel)
    const submission = { channel, verbatim: text, customer: live.customer.id }
    const read = plan.arrivals.texts.read(text)
    const theirs = [...(world.byCustomer.get(live.customer.id) ?? [])].map(({ state }) => state)
    const landing = Landing.landing(policy, submission, world.now, theirs, { read })
    const by = Actor.channel(channel)
    const at = landing.as === "new" ? undefined : world.cases.get(landing.case)
    if (landing.as === "new") {
      const id = `${live.id}+${n}`
      const entity = offspring(live.entity, "again", n)
      const command = { do: "submit", case: id, ...submission } as const
      const { customer, fault } = live
      deciding().open(
        { id, entity, customer, text, channel, fault },
        { command, actor: by },
        withWords(read, landing.sameMatter)
      )
    } else if (at === undefined) return
    else if (landing.as === "joined") {
      const { contacts, unanswered } = landing
      deciding().give(at, { command: { do: "join", ...submission, contacts, unanswered }, actor: by }, withWords(read))
    } else if (landing.as === "answers") {
      const command = { do: "answer", gate: landing.gate, facts: landing.facts } as const
      deciding().give(at, { command, actor: actorOf(live) })
    } else if (landing.as === "answer") {
      const command = { do: "reply", gate: landing.gate, says: landing.says } as const
      deciding().give(at, { command, actor: actorOf(live) })
    } else deciding().give(at, { command: { do: "write", text, channel }, actor: actorOf(live) })
  }

  return {
    hear: (live, before, step) => {
      if (live.state.gates !== before.gates)
        for (const rule of gatesOf(live)) {
          const question = questionAt(live, rule)
          if (question !== undefined && !live.replies.has(question)) decideOn(live, rule, question)
        }
      if (step.events.some(({ event }) => event === "customer-loop-closed")) comeBack(live)
    },
    came: (live) => {
      wait(live)
      sayMore(live)
    }
  }
}
