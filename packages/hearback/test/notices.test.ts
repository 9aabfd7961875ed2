/** The content of notices, in the reader's language: who, what, how much, why, until when. */
import { join } from "node:path"
import type { Actor, Bundle } from "@hearback/core"
import { type Channel, memoryKeyStore, memoryStore, type Outgoing, openEngine } from "@hearback/engine"
import { readPeople } from "@hearback/policy"
import { compileFile } from "@hearback/policy/node"
import { describe, expect, it } from "vitest"
import { directoryOf } from "../src/open/PeopleDirectory.ts"

const cases = join(import.meta.dirname, "scenario/cases")
const bundle = compileFile(join(cases, "notices.policy.yaml")).bundle as Bundle.Bundle

/** The same people, who all read one language. */
const peopleIn = (language: Bundle.Language) => {
  const { people } = readPeople(
    {
      path: "people.yaml",
      text: `hearback: 1
people:
  ann: { name: ${language === "en" ? "Ann Bell" : "安宁"}, roles: [agent], language: ${language} }
  sue: { name: ${language === "en" ? "Sue East" : "苏东"}, roles: [supervisor], language: ${language} }
  max: { name: Max Ford, roles: [manager], language: ${language} }
`
    },
    bundle
  )
  if (people === undefined) throw new Error("the people cannot be read")
  return people
}

const start = async (language: Bundle.Language, messages: Bundle.Bundle["messages"] = bundle.messages) => {
  let now = Date.UTC(2026, 10, 16, 9)
  const sent: Outgoing[] = []
  let isHeld = false
  const channel: Channel = {
    name: "test",
    audiences: ["customer", "staff"],
    needsAddress: false,
    send: async (message) => {
      if (isHeld) return { delivery: "deferred" }
      sent.push(message)
      return { delivery: "sent" }
    }
  }
  const engine = await openEngine({
    bundle: { ...bundle, messages, ...(messages === bundle.messages ? {} : { content: "another" }) },
    store: memoryStore(),
    keys: memoryKeyStore(),
    clock: { now: () => now },
    directory: directoryOf(peopleIn(language)),
    channels: [channel]
  })
  const person = async (id: string): Promise<Actor.Actor> => {
    const found = await engine.staff.person(id)
    if (found === undefined) throw new Error(`the directory has no ${id}`)
    return found
  }
  let keys = 0
  const take = async (feedback: { readonly channel: string; readonly verbatim?: string }, automatic = false) =>
    engine.intake.take({
      key: `k${keys++}`,
      channel: feedback.channel,
      actor: { kind: "channel", channel: feedback.channel },
      receivedAt: now,
      feedback: { customer: "c-1", ...feedback },
      ...(automatic ? { automatic } : {})
    })
  return {
    engine,
    take,
    person,
    hold: () => {
      isHeld = true
    },
    /** Lets an hour pass, so that nothing waits for others, and returns the messages to a person. */
    left: async (to: string, minutes = 60) => {
      const from = sent.length
      await engine.work.tick()
      now += minutes * 60_000
      await engine.work.tick()
      return sent.slice(from).filter((message) => message.to.id === to)
    },
    give: async (id: string, by: string, command: Parameters<typeof engine.cases.execute>[0]["command"]) =>
      engine.cases.execute({ case: id, command, actor: await person(by), key: `c${keys++}` })
  }
}

const texts = (messages: readonly Outgoing[]): string => messages.map(({ text }) => text).join("\n")

describe("notices", () => {
  it.each([
    ["en", "from the customer is assigned to you", "My invoice is wrong"],
    ["zh-CN", "现由您负责", "My invoice is wrong"]
  ] as const)("F-D13 · in %s tell the owner about a new case", async (language, says, words) => {
    const desk = await start(language)
    await desk.take({ channel: "web", verbatim: "My invoice is wrong" })
    const [notice] = await desk.left("ann", 0)
    expect(notice?.message).toBe("assigned")
    expect(notice?.text).toContain(says)
    expect(notice?.text).toContain(words)
    expect(notice?.subject).toMatch(language === "en" ? /is assigned to you$/ : /由您负责$/)
  })

  it.each([
    [
      "en",
      /Ann Bell asks for your decision on \S+: compensation\. Amount: 300\.00 GBP\. Reason: wrong twice\. Please decide by 16 November 2026 at 14:00\./,
      /denied: compensation\. Amount: 300\.00 GBP\. Reason: too much\. Decided by Sue East\./
    ],
    [
      "zh-CN",
      /安宁就 \S+ 提出申请：补偿。数额：300\.00 英镑。理由：wrong twice。请在 2026年11月16日 14:00 前审批。/,
      /未获批准：补偿。数额：300\.00 英镑。原因：too much。决定人：苏东。/
    ]
  ] as const)(
    "F-D13 · in %s say who requests what, how much, why and until when, and so does the answer",
    async (language, asked, denied) => {
      const desk = await start(language)
      const opened = await desk.take({ channel: "web", verbatim: "My invoice is wrong" })
      const id = opened.outcome === "opened" ? opened.case : ""
      await desk.left("ann")
      await desk.give(id, "ann", { do: "compensate", amount: 300, reason: "wrong twice" })
      expect(texts(await desk.left("sue"))).toMatch(asked)
      await desk.give(id, "sue", { do: "deny", reason: "too much" })
      expect(texts(await desk.left("ann"))).toMatch(denied)
    }
  )

  it.each([
    [
      "en",
      /^q-\S+ could not be opened as a case and waits in quarantine\. Reason: the feedback has neither words nor a score\. Channel: phone\. Please complete it or reject it\.$/
    ],
    ["zh-CN", /^q-\S+ 未能立案，在隔离区待处理。原因：.+。来信渠道：phone。请补全后立案，或不予受理。$/]
  ] as const)("F-D13 · in %s tell the person responsible for quarantine what waits there", async (language, says) => {
    const desk = await start(language)
    const taken = await desk.take({ channel: "phone" })
    expect(taken.outcome).toBe("quarantined")
    const [notice] = await desk.left("sue", 0)
    expect(notice).toMatchObject({ message: "quarantined", audience: "staff" })
    expect(notice?.text).toMatch(says)
  })

  it("F-D13 · are not sent if the policy removes them", async () => {
    const { assigned: _, quarantined: __, ...rest } = bundle.messages
    const desk = await start("en", rest)
    await desk.take({ channel: "web", verbatim: "My invoice is wrong" })
    await desk.take({ channel: "phone" })
    expect([...(await desk.left("ann", 0)), ...(await desk.left("sue", 0))].map(({ message }) => message)).toEqual([])
  })

  it("F-D13 · about quarantine that wait together are recorded as they were sent", async () => {
    const desk = await start("en")
    for (let n = 0; n < 3; n++) await desk.take({ channel: "phone" })
    desk.hold()
    for (let n = 0; n < 4; n++) await desk.left("sue", 20)
    expect((await desk.engine.audit.verify()).faults).toEqual([])
  })
})
