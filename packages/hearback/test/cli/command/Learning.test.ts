import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { ansi, folder, hearback, type Ran, root, type World } from "../Capture.ts"

const shop = join(root, "packages/hearback/test/learning/shop.policy.yaml")

/**
 * Makes three complaints of November: one solved at once, one answered too late and disputed, one silent; and an
 * adopted suggestion.
 */
const store = async (terminal: World["terminal"] = {}): Promise<(...words: readonly string[]) => Promise<Ran>> => {
  const cwd = folder()
  const env = { HEARBACK_DB: "loop.db" }
  const call = (...words: readonly string[]): Promise<Ran> => hearback(words, { cwd, env, terminal })
  writeFileSync(
    join(cwd, "in.csv"),
    "at,who,said\n2026-11-02 09:00,c-1,my parcel is late\n2026-11-02 09:01,c-2,the parcel is broken\n2026-11-02 09:02,c-3,no parcel at all\n2026-11-02 09:03,c-4,I suggest gift wrap\n"
  )
  const map = ["received=at", "customer=who", "verbatim=said", "channel:=phone"].flatMap((pair) => ["--map", pair])
  await call("ingest", shop, "--input", "in.csv", ...map, "--virtual-time", "--at", "2026-11-02 09:10")
  const { cases } = (await call("worklist", "--order", "received", "--json")).json
  const [good, late, silent, idea]: readonly string[] = cases.map(({ id }: { id: string }) => id)
  const act = async (id: string | undefined, ...words: readonly string[]): Promise<void> => {
    const { exit, out, err } = await call(
      "act",
      id ?? "",
      ...words,
      ...(words.some((word) => word.startsWith("--as")) ? [] : ["--as", "ann"])
    )
    if (exit !== 0) throw new Error(out + err)
  }
  for (const id of [good, silent]) {
    await act(id, "pass", "--gate", "heard")
    await act(id, "pass", "--gate", "told", "--result", "sent again")
  }
  await act(good, "reply", "--says", "satisfied", "--as-customer", "c-1")
  await act(
    idea,
    "pass",
    "--gate",
    "decided",
    "--decision",
    "adopted",
    "--reason",
    "many asked for it",
    "--publish",
    "yes"
  )
  await call("tick", "--at", "2026-11-02 15:00")
  await act(late, "pass", "--gate", "heard")
  await act(late, "compensate", "--amount", "20", "--reason", "trouble")
  await act(late, "pass", "--gate", "told", "--result", "sent again")
  await act(late, "reply", "--says", "dissatisfied", "--as-customer", "c-2")
  await call("tick", "--at", "2026-12-05 09:00")
  return call
}

/** A complaint of November that becomes known in December. */
const tellLate = async (call: Awaited<ReturnType<typeof store>>): Promise<void> => {
  const cwd = folder()
  writeFileSync(join(cwd, "late.csv"), "at,who,said\n2026-11-20 09:00,c-9,my parcel is late\n")
  const map = ["received=at", "customer=who", "verbatim=said", "channel:=chat"].flatMap((pair) => ["--map", pair])
  const { json } = await call("ingest", shop, "--input", join(cwd, "late.csv"), ...map, "--json")
  expect(json.opened).toBe(1)
}

describe("measures", () => {
  it("shows every figure of a period beside the targets, and fails if one is missed", async () => {
    const call = await store()
    const { exit, out } = await call("measures", "--from", "2026-11-01", "--to", "2026-11-30")
    expect(exit).toBe(1)
    expect(out).toMatch(/^2026-11-01 – 2026-11-30 {2}shop \w{6}\n/)
    expect(out).toMatch(/^ ✗ {2}promises kept +71\.4% +5 of 7 +≥ 90%$/m)
    expect(out).toMatch(/^ {4}closed without a reply +50% +1 of 2$/m)
    expect(out).toMatch(/^ {6}time until “told” +\d/m)
    expect(out).toContain("   Agent: 20 GBP in 1 grant\n")
    expect(out).not.toContain("net promoter score")
    expect(out).not.toMatch(ansi)
    const zh = (await call("measures", "--lang", "zh")).out
    expect(zh).toMatch(/^ ✗ {2}承诺兑现率 +71\.4% +5\/7 +≥ 90%$/m)
    expect(zh).toContain("配送")
  })
  it("F-V3 · shows the figures by group, in tables that fit the terminal", async () => {
    const call = await store({ columns: 60 })
    const { out } = await call("measures", "--by", "person", "--percentiles")
    expect(out).toMatch(/^ {2}time taken by +75% within +90% within +95% within\n {2}time to close +10 d 14 h/m)
    expect(out).toMatch(/^ person +promises kept +time to close\n Ann Bell +✗ 71\.4% \(5 of 7\) +✗ 5 d 7 h \(2\)/m)
    const tables = out.slice(out.indexOf(" person"))
    expect(tables.split("\n").filter((line) => line.length > 60)).toEqual([])
    const zh = (await call("measures", "--by", "人员", "--lang", "zh")).out
    expect(zh).toMatch(/^ 人员 +.*承诺兑现率/m)
    expect(zh).toContain("✗ 71.4%（5/7）")
    const { groups, by } = (await call("measures", "--by", "kind", "--json")).json
    expect(by).toBe("kind")
    expect(groups.map(({ name, title }: { name: string; title: string }) => [name, title])).toEqual([
      ["complaint", "complaint"],
      ["suggestion", "suggestion"]
    ])
    const unknown = await call("measures", "--by", "persn")
    expect(unknown.exit).toBe(2)
    expect(unknown.err).toContain("did you mean `person`?")
  })
  it("F-V2 · marks what was learned after the end of the period, as a review does", async () => {
    const call = await store()
    const november = ["measures", "--from", "2026-11-01", "--to", "2026-11-30", "--by", "channel"]
    expect((await call(...november)).out).not.toMatch(/learned later|\bnow \d/)
    await tellLate(call)
    const { out } = await call(...november)
    expect(out).toContain("\n as known at the end of the period; later changes are marked `now`\n")
    expect(out).toMatch(/^ +feedback received +4 .* now 5$/m)
    expect(out).toContain("Delivery 4 (now 5)")
    expect(out).toMatch(/^ chat +– now 1 /m)
    const zh = (await call(...november, "--lang", "zh")).out
    expect(zh).toContain("数据截至期末；期末之后的变化以“现为”注明")
    expect(zh).toContain("配送 4（现为 5）")
    const { learnedLater } = (await call(...november, "--json")).json
    expect(learnedLater.heard).toEqual([{ category: "Delivery", cases: 5 }])
    expect(learnedLater.groups.map(({ name }: { name: string }) => name)).toEqual(["chat"])
    expect((await call("measures")).out).not.toMatch(/\bnow \d/)
  })
  it("has no figures for a period without cases, and no target is missed", async () => {
    const call = await store()
    const { exit, out } = await call("measures", "--to", "2026-10-31")
    expect(exit).toBe(0)
    expect(out).toMatch(/^ · {2}promises kept +no case +≥ 90%$/m)
    expect((await call("measures", "--from", "soon")).exit).toBe(2)
  })
})

describe("review", () => {
  it("shows the last whole period; the only review needs no name", async () => {
    const call = await store()
    const { exit, out } = await call("review")
    expect(exit).toBe(1)
    expect(out).toMatch(/^case-review {2}2026-11-01 – 2026-11-30/)
    expect(out).toMatch(/^targets: 3 missed$/m)
    expect(out).toMatch(
      / cases to read\n {3}\w{4}-\w{6} {2}Delivery {2}heard 1 h 59 min late Mon 2 Nov 13:01 · reopened Mon 2 Nov 15:00 · /
    )
    expect(out).toMatch(
      / recurring problems\n {3}Delivery {2}3 complaints \(before: 0\) {2}one problem, 3 cases of 3 customers in all\n/
    )
    expect(out).toMatch(/ procedures due\n {3}Delivery {2}2 similar cases closed; threshold reached Fri 13 Nov 00:00 /)
    const { json } = await call("review", "case-review", "--at", "2026-12-20", "--json")
    expect(json).toMatchObject({
      command: "review",
      ok: false,
      review: { name: "case-review", from: "2026-11-01T00:00:00.000Z" }
    })
  })
  it("F-V2 · marks what was learned after the end of the period", async () => {
    const call = await store()
    expect((await call("review")).out).not.toMatch(/learned later|\bnow \d/)
    await tellLate(call)
    const { out } = await call("review")
    expect(out).toContain("as known at the end of the period; later changes are marked `now`")
    expect(out).toMatch(/^ +feedback received +4 .* now 5$/m)
    expect(out).toContain("Delivery 4 (now 5)")
    expect(out).toMatch(/ learned later\n(.*\n)* {3}Delivery {2}4 complaints/)
    const zh = (await call("review", "--lang", "zh")).out
    expect(zh).toContain("数据截至期末；期末之后的变化以“现为”注明")
    expect(zh).toContain("配送 4（现为 5）")
    expect((await call("review", "--json")).json.review.learnedLater.heard).toEqual([
      { category: "Delivery", cases: 5 }
    ])
  })
  it("colours met and missed targets", async () => {
    const call = await store({ outIsTerminal: true })
    const { out } = await call("review")
    expect(out).toContain("\u001b[31mpromises kept\u001b[39m")
    expect(out).toContain("\u001b[36mcases to read\u001b[39m")
  })
  it("cannot run if the policy does not have it", async () => {
    const call = await store()
    const { exit, err } = await call("review", "case-reviw")
    expect(exit).toBe(2)
    expect(err).toContain("error[review/unknown]")
    expect(err).toContain("did you mean `case-review`?")
  })
  it("for customers is Markdown that names nobody", async () => {
    const call = await store()
    const { exit, out } = await call("review", "--public")
    expect(exit).toBe(0)
    expect(out).toContain(
      "# You said, we did\n\n2026-11-01 – 2026-11-30\n\nWe heard from you 4 times.\n\n- Delivery: 4\n"
    )
    expect(out).toContain("- Delivery: many asked for it\n")
    expect(out).toContain(
      "2 cases were answered.\n\n- 1 confirmed by the customer\n- 1 without a reply from the customer\n"
    )
    expect(out).not.toMatch(/c-\d|ann|parcel|\d{4}-[0-9A-Z]{6}/)
    expect((await call("review", "--public", "--lang", "zh")).out).toContain("# 您的反馈，我们的改进")
  })
})
