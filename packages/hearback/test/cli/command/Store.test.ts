import { readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { sqlite } from "hearback/sqlite"
import { describe, expect, it } from "vitest"
import { example, folder, hearback, type Ran, root } from "../Capture.ts"

const first = example("first/first.policy.yaml")

/** Makes a store with one complaint, received on Friday at ten. The test sets its time. */
const store = async () => {
  const cwd = folder()
  const env = { HEARBACK_DB: "loop.db" }
  const call = (...words: readonly string[]): Promise<Ran> => hearback(words, { cwd, env })
  writeFileSync(
    join(cwd, "in.csv"),
    "at,who,said\n2026-11-20 10:00,C-17,Third time my invoice is wrong. Unacceptable.\n2026-11-20 10:05,C-18,\n"
  )
  const map = ["received=at", "customer=who", "verbatim=said", "channel:=email"].flatMap((pair) => ["--map", pair])
  const { json } = await call(
    "ingest",
    first,
    "--input",
    "in.csv",
    ...map,
    "--virtual-time",
    "--at",
    "2026-11-20 10:30",
    "--json"
  )
  expect(json).toMatchObject({ opened: 1, quarantined: 1 })
  const id: string = (await call("worklist", "--json")).json.cases[0].id
  return { cwd, id, call, act: (...words: readonly string[]) => call("act", id, ...words, "--as", "agent-7") }
}

describe("worklist", () => {
  it("shows the nearest promise, by the store's own time", async () => {
    const { call, id } = await store()
    const { exit, out } = await call("worklist")
    expect(exit).toBe(0)
    expect(out).toContain("promise due")
    expect(out).toMatch(
      new RegExp(
        `${id} {2}Fri 20 Nov 12:00 {2}in 1 h 30 min +urgent +complaint +billing +Agent Seven +Customer Seventeen`
      )
    )
    expect((await call("worklist", "--at", "2026-11-20 13:00")).out).toContain("1 h late")
    expect((await call("worklist", "--lang", "zh")).out).toContain("还有 1 小时 30 分钟")
  })

  it("can be filtered, and an empty list is no failure", async () => {
    const { call } = await store()
    expect((await call("worklist", "--as", "agent-7", "--json")).json.cases).toHaveLength(1)
    expect((await call("worklist", "--kind", "praise")).out).toBe("no cases\n")
    expect((await call("worklist", "--state", "closed", "--json")).json).toMatchObject({
      ok: true,
      cases: [],
      next: null
    })
    expect((await call("worklist", "--state", "done")).exit).toBe(2)
  })
})

describe("case", () => {
  it("shows gates, clocks, and what a person can do now", async () => {
    const { call, id } = await store()
    const { exit, out } = await call("case", id, "--as", "agent-7")
    expect(exit).toBe(0)
    for (const part of [
      "“Third time my invoice is wrong. Unacceptable.”",
      "C-17 · Customer Seventeen",
      "customer loop",
      "▸ Acknowledgement",
      "agent-7 may",
      "pass",
      "acknowledged"
    ])
      expect(out).toContain(part)
    const { json } = await call("case", id, "--json")
    expect(json).toMatchObject({
      hearback: 1,
      command: "case",
      ok: true,
      case: { id, owner: "agent-7", state: "open", category: "billing" }
    })
  })

  it("CL-4, GR-6 · shows the deciding words with their places, and the line or person behind each grade", async () => {
    const { call, id, act } = await store()
    const before = await call("case", id)
    expect(before.out).toMatch(
      /read as\n +kind +complaint .*\n +category +billing +“invoice” 15–21\n +emotion +furious +“unacceptable” 33–44/i
    )
    expect(before.out).toMatch(/grades\n +Urgency +urgent +pack:starter:\d+\n/)
    expect((await act("reclassify", "--category", "delivery", "--reason", "read it")).exit).toBe(0)
    expect((await call("case", id)).out).toContain("set by agent-7")
    expect((await call("case", id, "--lang", "zh")).out).toMatch(/判定[\s\S]*由 agent-7 设定[\s\S]*定级/)
  })

  it("shows the requests that wait for people, and explains them, each with its line", async () => {
    const { call, id } = await store()
    expect((await call("case", id)).out).toMatch(/taking up the case +Fri 20 Nov \d\d:\d\d +running .* pack:base:\d+/)
    const { exit, out } = await call("case", id, "--clock", "take-up", "--lang", "zh")
    expect([exit, out]).toEqual([0, expect.stringMatching(/认领 {2}时限 .+pack:base:\d+\n[\s\S]+\n {2}计入 +/)])
    expect((await call("case", id, "--clock", "nosuch")).err).toContain("`take-up`")
  })

  it("shows what waits for approval in its own units, with the exceeded limit", async () => {
    const { cwd, call } = await store()
    const cases = join(root, "packages/hearback/test/scenario/cases")
    writeFileSync(join(cwd, "one.csv"), "who,said\nc-1,It is wrong\n")
    const flags = ["--db", "granting.db", "--people", join(cases, "granting.people.yaml")]
    const map = ["customer=who", "verbatim=said", "channel:=phone"].flatMap((pair) => ["--map", pair])
    await call("ingest", join(cases, "granting.policy.yaml"), "--input", "one.csv", ...map, ...flags)
    const [{ id }] = (await call("worklist", "--json", ...flags)).json.cases
    const act = (...words: readonly string[]) => call("act", id, ...words, "--reason", "late", "--as", "ann", ...flags)
    expect([(await act("discount", "6%")).exit, (await act("discount", "6%")).exit]).toEqual([0, 0])
    expect((await act("grant", "3")).exit).toBe(0)
    const { out } = await call("case", id, ...flags)
    expect(out).toMatch(/discount +6%/)
    expect(out).toMatch(/discount 6% .+granting\.policy\.yaml:\d+/)
    expect(out).toMatch(/grant 3 .+granting\.policy\.yaml:\d+/)
  })

  it("explains everything that happened, each with its line", async () => {
    const { call, id } = await store()
    const { json } = await call("case", id, "--why", "--json")
    expect(json.why.map((line: { event: string }) => line.event)).toEqual(
      expect.arrayContaining(["case-opened", "classified", "graded", "owner-assigned"])
    )
    expect(json.why.find((line: { event: string }) => line.event === "classified").place).toMatchObject({
      file: "first.policy.yaml",
      line: 9
    })
    expect((await call("case", id, "--why", "--lang", "zh")).out).toContain("first.policy.yaml:9")
  })

  it("explains a deadline", async () => {
    const { call, id } = await store()
    const { exit, out } = await call("case", id, "--clock", "agreed")
    expect(exit).toBe(0)
    expect(out).toMatch(/Agreed proposal {2}due Mon 23 Nov 17:00/)
    expect(out).toContain("counted")
    expect((await call("case", id, "--clock", "agred")).err).toContain("did you mean `agreed`?")
  })

  it("F-V6 · shows that the customer wrote again, with the latest words and the number of earlier ones", async () => {
    const { call, id } = await store()
    const { customer } = (await call("case", id, "--json")).json.case
    for (const text of ["second", "third", "fourth", "fifth", "sixth"])
      expect((await call("act", id, "write", "--text", `the ${text} time`, "--as-customer", customer)).exit).toBe(0)
    const { out } = await call("case", id)
    expect(out).toMatch(/repeated +5 times since; --why also shows the first 2\n +said later .*“the fourth time”\n/)
    expect(out).toMatch(/“the sixth time”\n +received /)
    expect((await call("case", id, "--lang", "zh")).out).toContain("此后又反映 5 次，更早的 2 次用 --为什么 查看")
    expect((await call("case", id, "--json")).json.case.said).toHaveLength(6)
  })

  it("fails for an unknown case", async () => {
    const { call } = await store()
    const { exit, json } = await call("case", "2611-XXXXXX", "--json")
    expect(exit).toBe(1)
    expect(json).toMatchObject({ ok: false, error: { code: "case/unknown" } })
  })
})

describe("act", () => {
  it("passes a gate, which the next worklist shows", async () => {
    const { act, call, id } = await store()
    const { exit, json } = await act("pass.acknowledged", "--json")
    expect(exit).toBe(0)
    expect(json).toMatchObject({ command: "act", ok: true, case: id, asked: { do: "pass", gate: "acknowledged" } })
    const gates = (await call("case", id, "--json")).json.case.gates
    expect(gates[0]).toMatchObject({ name: "acknowledged", state: "passed", by: "agent-7" })
  })

  it("waits for approval above the limit: accepted, exit code 0", async () => {
    const { act } = await store()
    const { exit, json, out } = await act("compensate", "--amount", "600", "--reason", "third error", "--json")
    expect(exit).toBe(0)
    expect(json.pending).toMatchObject({ from: "supervisor", people: ["supervisor-2"] })
    expect(out).toContain("first.policy.yaml")
    expect((await act("compensate", "--amount", "600", "--reason", "again", "--lang", "zh")).out).toContain(
      "first.policy.yaml:15"
    )
  })

  it("is refused with every rule, exit code 1", async () => {
    const { act } = await store()
    const { exit, json } = await act("pass.told", "--result", "repaid", "--json")
    expect(exit).toBe(1)
    expect(json).toMatchObject({ ok: false, rejection: { code: expect.stringMatching(/^gate\//) } })
    const { out } = await act("pass.told", "--result", "repaid", "--lang", "zh")
    expect(out).toMatch(/^被拒绝：/)
  })

  it("reads arguments by their types", async () => {
    const { act } = await store()
    await act("pass.acknowledged")
    await act("pass.agreed", "--proposal", "we pay it back")
    const { json } = await act("set", "--fact.amount", "700", "--reason", "as the invoice says", "--json")
    expect(json).toMatchObject({ ok: true, asked: { do: "set", facts: { amount: 700 } } })
    expect((await act("reply.agreed", "--says", "agre")).err).toContain("did you mean `agree`?")
    expect((await act("compensate", "--amount", "5")).err).toContain("`--reason` is missing")
    expect((await act("compensate", "--amont", "5")).err).toContain("did you mean `--amount`?")
    expect((await act("compansate")).err).toContain("did you mean `compensate`?")
    expect(
      (await act("pass.corrected", "--action", "pay back", "--action", '{"what":"call","owner":"agent-7"}', "--json"))
        .json.asked.actions
    ).toEqual([{ what: "pay back" }, { what: "call", owner: "agent-7" }])
  })

  it("gives the same answer to the same key", async () => {
    const { act } = await store()
    const once = (await act("note", "--text", "called back", "--key", "k1", "--json")).json
    const twice = (await act("note", "--text", "called back", "--key", "k1", "--json")).json
    expect(once.replayed).toBe(false)
    expect(twice).toMatchObject({ replayed: true, version: once.version })
  })

  it("refuses what was decided on an old version", async () => {
    const { act } = await store()
    await act("note", "--text", "called back")
    const { exit, json } = await act("note", "--text", "again", "--if-version", "1", "--json")
    expect(exit).toBe(1)
    expect(json.rejection.code).toBe("case/moved-on")
  })

  it("needs a person", async () => {
    const { call, id } = await store()
    expect((await call("act", id, "note", "--text", "a")).err).toContain("give `--as <id>`")
  })
})

describe("tick", () => {
  it("F-D18 · fires what is due, and writes messages into files only on request", async () => {
    const { call, cwd, id } = await store()
    const before = readdirSync(cwd)
    const { exit, json } = await call("tick", "--at", "2026-11-24T00:00:00Z", "--json")
    expect(exit).toBe(0)
    expect(json).toMatchObject({ fired: expect.any(Number), sent: 0, deliveredTo: null })
    expect(json.waiting).toBeGreaterThan(0)
    expect(readdirSync(cwd)).toEqual(before)
    const told = await call("tick")
    expect(told.out).toMatch(/\d+ messages wait for a process that delivers; `--deliver-to <folder>`/)
    expect((await call("tick", "--lang", "zh")).out).toContain("条消息待有渠道的进程发送")
    const delivered = await call("tick", "--deliver-to", "outbox", "--json")
    expect(delivered.json).toMatchObject({ waiting: 0, deliveredTo: "outbox" })
    expect(delivered.json.sent).toBeGreaterThan(0)
    expect(readdirSync(join(cwd, "outbox")).length).toBe(delivered.json.sent)
    const clocks = (await call("case", id, "--json")).json.case.clocks
    expect(clocks.find((clock: { name: string }) => clock.name === "agreed").state).toBe("missed")
    expect((await call("worklist")).out).toContain("late")
  })

  it("F-V6 · counts each due instant once, whether a tick or a delivery reached it first", async () => {
    const late = ["tick", "--at", "2026-12-24T00:00:00Z", "--json"] as const
    const fired = async (...options: readonly string[]) => {
      const { call } = await store()
      const { json } = await call(...late, ...options)
      expect((await call(...late, ...options)).json.fired).toBe(0)
      return json.fired
    }
    const told = await fired()
    expect(told).toBeGreaterThan(1)
    expect(await fired("--deliver-to", "outbox")).toBe(told)
  })

  it("refuses the future on real time", async () => {
    const cwd = folder()
    writeFileSync(join(cwd, "in.csv"), "said\nthe invoice is wrong\n")
    await hearback(
      ["ingest", first, "--db", "l.db", "--input", "in.csv", "--map", "verbatim=said", "--map", "channel:=web"],
      { cwd }
    )
    const { exit, err } = await hearback(["tick", "--db", "l.db", "--at", "2199-01-01T00:00:00Z"], { cwd })
    expect(exit).toBe(2)
    expect(err).toContain("error[time/in-the-future]")
  })
})

describe("quarantine", () => {
  it("lists, shows, and releases with the original receipt time", async () => {
    const { call } = await store()
    const { json } = await call("quarantine", "--json")
    const [entry] = json.entries
    expect(entry).toMatchObject({ channel: "email", reason: expect.stringContaining("intake/no-words") })
    expect((await call("quarantine", "show", entry.id)).out).toContain("neither words nor a score")
    const released = await call("quarantine", "release", entry.id, "--text", "the parcel never arrived", "--json")
    expect(released.exit).toBe(0)
    const id = released.json.receipt.case
    const view = (await call("case", id, "--json")).json.case
    expect(view).toMatchObject({ receivedAt: "2026-11-20T02:05:00.000Z", customer: "C-18", category: "delivery" })
    expect((await call("quarantine")).out).toBe("quarantine is empty\n")
  })

  it("refuses unknown entries, and those that still have no words", async () => {
    const { call } = await store()
    const [entry] = (await call("quarantine", "--json")).json.entries
    expect((await call("quarantine", "release", entry.id)).exit).toBe(1)
    expect((await call("quarantine", "show", "q-nothing")).exit).toBe(1)
    expect((await call("quarantine", "shwo")).err).toContain("did you mean `show`?")
    expect((await call("quarantine", "show")).exit).toBe(2)
  })
})

describe("undelivered", () => {
  it("lists messages that were given up, and tries them again", async () => {
    const { call, cwd, id } = await store()
    expect((await call("undelivered")).out).toBe("no undelivered messages\n")
    const { events } = sqlite(join(cwd, "loop.db"))
    const at = Date.parse("2026-11-20T02:31:00Z")
    const [claim] = await events.claim("default", "outbox", { now: at, leaseMs: 1, limit: 1 })
    await events.settle("default", [{ claim: claim?.id ?? "", outcome: { dead: "no such address", at } }])
    await events.close()
    const [message] = (await call("undelivered", "--json")).json.messages
    expect(message).toMatchObject({ case: id, reason: "no such address", givenUpAt: "2026-11-20T02:31:00.000Z" })
    expect((await call("undelivered")).out).toContain("no such address")
    expect((await call("undelivered", "--lang", "zh")).out).toContain("放弃或下次重试时间")
    expect((await call("undelivered", "retry")).exit).toBe(2)
    const unknown = await call("undelivered", "retry", "case/x/1/0")
    expect(unknown.exit).toBe(1)
    expect(unknown.out).toContain("no message `case/x/1/0` is undelivered")
    expect((await call("undelivered", "retry", message.id)).out).toBe(
      "1 message waits again for a process that delivers\n"
    )
    expect((await call("undelivered", "retry", "--all", "--json")).json).toMatchObject({ retried: 0 })
    expect((await call("undelivered", "--json")).json.messages).toEqual([])
  })
})

describe("customer", () => {
  const policy = `hearback: 1
policy: shop
language: en
extends: [pack:starter]
time-zone: Asia/Shanghai
currency: CNY
events: [delivered]
# The commands run at the real time, which may be at night.
sending: { quiet-questions: removed }
customers: { consent: { surveys: { ask: "May we ask you?", lasts: 6 months } } }
channels:
  survey: { mode: active, ask-after: delivered, question: "How was it?", scale: [1, 3], consent: surveys }
`
  const ready = async () => {
    const cwd = folder()
    writeFileSync(join(cwd, "policy.yaml"), policy)
    writeFileSync(join(cwd, "in.csv"), "verbatim,customer,channel\nmy parcel never arrived,c-1,web\n")
    const call = (...words: readonly string[]): Promise<Ran> => hearback([...words, "--db", "loop.db"], { cwd })
    await call("ingest", "policy.yaml", "in.csv")
    return call
  }

  it("IN-6 · reports an event about a customer, who is surveyed if that is allowed", async () => {
    const call = await ready()
    const ask = (...more: readonly string[]) => call("customer", "c-17", "--event", "delivered", ...more, "--json")
    expect((await ask()).json).toMatchObject({ ok: true, customer: { id: "c-17", questions: [] } })
    expect((await call("customer", "c-17", "--give", "surveys")).out).toMatch(/agreed to +surveys until /)
    expect((await ask("--key", "k")).json.customer.questions).toMatchObject([{ channel: "survey" }])
    expect((await ask("--key", "k")).json.customer.questions).toHaveLength(1)
    expect((await call("tick", "--deliver-to", "outbox", "--json")).json).toMatchObject({ sent: 2 })
    expect((await call("customer", "c-17", "--lang", "zh")).out).toMatch(/已同意 +surveys[\s\S]*已询问/)
  })

  it("records their wishes, and refuses unknown consents", async () => {
    const call = await ready()
    const refused = await call("customer", "c-17", "--questions", "refused", "--withdraw", "surveys", "--json")
    expect(refused.json).toMatchObject({ ok: true, customer: { refusesQuestions: true, consents: {} } })
    const { exit, err, out } = await call("customer", "c-17", "--event", "deliverd")
    expect([exit, err]).toEqual([1, ""])
    expect(out).toContain("`deliverd`")
    expect((await call("customer", "c-17", "--give", "profiling")).exit).toBe(1)
    expect((await call("customer", "c-17", "--questions", "maybe")).exit).toBe(2)
  })
})

describe("verify", () => {
  it("reports that the record is complete", async () => {
    const { call } = await store()
    const { exit, json } = await call("verify", "--json")
    expect(exit).toBe(0)
    expect(json).toMatchObject({ ok: true, breaks: [] })
    expect(json.events).toBeGreaterThan(5)
    expect((await call("verify", "--lang", "zh")).out).toContain("记录完整")
  })

  it("finds an event that somebody changed in the file", async () => {
    const { call, cwd } = await store()
    const database = new DatabaseSync(join(cwd, "loop.db"))
    const changed = database
      .prepare("UPDATE hearback_entry SET actor = 'somebody else' WHERE stream LIKE 'case/%'")
      .run()
    database.close()
    expect(changed.changes).toBeGreaterThan(0)
    const { exit, json, out } = await call("verify", "--json")
    expect(exit).toBe(1)
    expect(json.breaks.length, out).toBeGreaterThan(0)
    expect((await call("verify")).out).toContain("the record is damaged")
  })

  it("F-E3 · names a row that somebody changed, and rebuild corrects it", async () => {
    const { call, cwd } = await store()
    const database = new DatabaseSync(join(cwd, "loop.db"))
    database.exec("UPDATE hearback_case SET due_at = NULL, owner = 'nobody'")
    database.close()
    const { exit, out } = await call("verify")
    expect(exit).toBe(1)
    expect(out).toMatch(/the row of case `.+` does not match the events: .*dueAt/)
    expect(out).toContain("`hearback rebuild`")
    expect((await call("verify", "--lang", "zh")).out).toMatch(/案件的列表行 `.+` 与事件不符：/)
    expect((await call("rebuild")).out).toMatch(/^rows corrected: \d+;/)
    expect((await call("verify")).exit).toBe(0)
    expect((await call("rebuild")).out).toBe("every row matches the events\n")
  })

  it("F-E3 · compares the record with an anchor that was kept", async () => {
    const { call, cwd } = await store()
    const { out, exit } = await call("anchor")
    expect([exit, Object.keys(JSON.parse(out))]).toEqual([0, ["position", "digest", "says"]])
    writeFileSync(join(cwd, "anchor.json"), out)
    expect((await call("verify", "--anchor", "anchor.json")).exit).toBe(0)
    writeFileSync(
      join(cwd, "anchor.json"),
      out.replace(/"digest":"(.)/, (_, first) => `"digest":"${first === "0" ? "1" : "0"}`)
    )
    const other = await call("verify", "--anchor", "anchor.json")
    expect([other.exit, other.out]).toEqual([1, expect.stringContaining("differs from the one that was anchored")])
    writeFileSync(join(cwd, "anchor.json"), "{}")
    const none = await call("verify", "--anchor", "anchor.json")
    expect([none.exit, none.err]).toEqual([2, expect.stringContaining("error[anchor/invalid]")])
    expect((await call("verify", "--anchor", "nowhere.json")).exit).toBe(2)
  })

  it("cannot run on a file that is no store", async () => {
    const cwd = folder()
    writeFileSync(join(cwd, "text.db"), "this is no database, and long enough to be seen as none".repeat(20))
    const { exit, err } = await hearback(["verify", "--db", "text.db"], { cwd })
    expect(exit).toBe(2)
    expect(err).toContain("error[store/")
  })
})
