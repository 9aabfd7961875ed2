/** One changed line is one difference, in the aspect that it belongs to, with the cases that it concerns. */
import { RulePath } from "@hearback/core"
import { describe, expect, it } from "vitest"
import { compare } from "../../src/compare/Comparison.ts"
import { format } from "../../src/index.ts"
import { bundleOf, sound } from "../compile/Sample.ts"
import { changed, said, shop } from "./Pair.ts"

const add = (line: string): string => changed("authority:", `${line}\nauthority:`)

describe("compare", () => {
  it.each([
    [
      "a later deadline of one grade",
      add("clocks: { agreed: { within: { urgent: 48 hours } } }"),
      "weaker: clock agreed within: 24 hours -> 48 hours where urgency urgent, as urgency=urgent"
    ],
    [
      "a deadline in another unit",
      add("clocks: { agreed: { within: { urgent: 1 day } } }"),
      "perhaps-weaker: clock agreed within: 24 hours -> 1 day where urgency urgent, as urgency=urgent"
    ],
    [
      "another calendar",
      add("clocks: { told: { calendar: always } }"),
      "perhaps-weaker: clock told calendar: office -> always"
    ],
    [
      "a longer pause",
      add("clocks: { told: { pause: { waiting-on-customer: 9 working days } } }"),
      "weaker: clock told pause.waiting-on-customer: 5 working days -> 9 working days"
    ],
    ["a larger limit", changed("per-case: 500", "per-case: 800"), "weaker: authority agent per-case: 50000 -> 80000"],
    [
      "a limit that goes",
      changed("per-case: 500, per-month: 5000", "per-case: 500, per-month: unlimited"),
      "weaker: authority agent per-month: 500000 -> null"
    ],
    [
      "a text of its own for some cases",
      changed(
        'text: "Please look at {case.id}"',
        'text: [{ when: { kind: praise }, then: "Well done" }, { otherwise: "Please look at {case.id}" }]'
      ),
      'other: message notice text: {"en":"Please look at {case.id}"} -> {"en":"Well done"} where kind praise, as kind=praise'
    ],
    ["a shorter retention", changed("keep: 3 years", "keep: 2 years"), "weaker: retention keep: 3 years -> 2 years"],
    [
      "a gate for fewer cases",
      changed('amount: ">= 5000"', 'amount: ">= 6000"'),
      "weaker: gate approved gate: approval -> none where amount [5000.00 CNY..6000.00 CNY), as amount=5000.00 CNY"
    ],
    [
      "a gate for all cases",
      changed('by: supervisor, when: { amount: ">= 5000" }', "by: supervisor"),
      "stronger: gate approved gate: none -> approval where amount < 5000.00 CNY, as amount=4999.99 CNY"
    ],
    [
      "another who may pass a gate",
      changed("by: supervisor, when", "by: [agent, supervisor], when"),
      'weaker: gate approved by: ["supervisor"] -> ["agent","supervisor"]'
    ],
    [
      "a row of a table of grades",
      changed("{ otherwise: light }", "{ when: { category: billing }, then: heavy }, { otherwise: light }"),
      "stronger: grade weight grade: light -> heavy where amount < 1000.00 CNY & category billing & emotion upset, unmoved & same-matter.contacts < 3, as amount=999.99 CNY category=billing emotion=unmoved same-matter.contacts=1"
    ],
    [
      "what a category says of its urgency",
      changed("defaults: { urgency: routine }", "defaults: { urgency: important }"),
      "stronger: grade urgency grade: routine -> important where amount < 1000.00 CNY & category delivery & emotion upset, unmoved & same-matter.contacts < 3, as amount=999.99 CNY category=delivery emotion=unmoved same-matter.contacts=1"
    ],
    [
      "a lift",
      changed("{ otherwise: light }]", '{ otherwise: light }], lift: [{ when: { amount: "< 10" }, up: 1 }]'),
      "stronger: grade weight grade: light -> heavy where amount < 10.00 CNY & emotion upset, unmoved & same-matter.contacts < 3, as amount=9.99 CNY emotion=unmoved same-matter.contacts=1"
    ],
    [
      "the department of a category",
      changed("department: finance,", "department: stores,"),
      "other: owner billing department: finance -> stores"
    ],
    [
      "an owner",
      add("ownership: { take-up: 2 working hours }")
        .replace("ownership: { department: category.department }\n", "")
        .replace("take-up", "department: category.department, take-up"),
      "other: owner take-up: 1 working hour -> 2 working hours"
    ],
    [
      "a text",
      changed("Please look", "Look"),
      'other: message notice text: {"en":"Please look at {case.id}"} -> {"en":"Look at {case.id}"}'
    ],
    [
      "whom a gate tells",
      changed("needs: approval, by", "needs: approval, notify: manager, by"),
      'other: message approved notify: [] -> ["manager"]'
    ],
    [
      "a window of reopening",
      add("").replace(
        "    customer-loop:\n",
        "    reopen: { dissatisfied: { within: 10 days } }\n    customer-loop:\n"
      ),
      "weaker: loop complaint reopen.dissatisfied.within: 30 days -> 10 days"
    ],
    [
      "who may withdraw",
      add("endings: { withdrawn: { by: [customer, owner] } }"),
      'weaker: loop withdrawn by: ["customer"] -> ["customer","owner"]'
    ],
    [
      "hours in which no question leaves",
      add("sending: { quiet-questions: [22:00-07:00] }"),
      'other: message quiet-questions: ["21:00-08:00"] -> ["22:00-07:00"]'
    ],
    [
      "hours of a calendar",
      add("calendars: { office: { hours: { mon-fri: [09:00-16:00] } } }"),
      'perhaps-weaker: other calendars.office.hours: ["mon 09:00-17:00","tue 09:00-17:00","wed 09:00-17:00","thu 09:00-17:00","fri 09:00-17:00"] -> ["mon 09:00-16:00","tue 09:00-16:00","wed 09:00-16:00","thu 09:00-16:00","fri 09:00-16:00"]'
    ],
    [
      "a fact",
      add("facts: { colour: { one-of: [red, green] } }"),
      'other: other facts.colour: none -> {"one-of":["red","green"]}'
    ],
    [
      "a section that no aspect speaks of",
      add("intake: { same-case: { within: 7 days } }"),
      "other: other same-case.within: 14 days -> 7 days"
    ]
  ])("reports %s", (_, after, line) => {
    expect(said(shop, after)).toEqual([line])
  })

  it("reports a change of grades in each dimension that depends on it, with the line of both rows", () => {
    const after = changed('amount: ">= 1000"', 'amount: ">= 2000"')
    const { differences } = compare(bundleOf(shop), bundleOf(after))
    expect(new Set(differences.map(({ of }) => of))).toEqual(new Set(["urgency", "weight"]))
    const routine = differences.find(({ after: level }) => level === "routine")
    expect(routine).toMatchObject({
      before: "urgent",
      weight: "weaker",
      places: { before: { file: "shop.policy.yaml", line: 16 } }
    })
    // Its category decides, in a row that takes the level from the category.
    expect(routine?.places.after).toEqual(
      RulePath.placeOf(bundleOf(after).places, "dictionary.categories.other.defaults.urgency")
    )
  })

  it("reports the level of a category at the category's line, with consequences that depend only on it", () => {
    const clocks = (length: string): string =>
      changed("authority:", `clocks: { seen: { within: ${length}, met-by: told-customer } }\nauthority:`)
    const after = clocks("4 days").replace(
      "department: finance, defaults: { urgency: important }",
      "defaults: { urgency: routine }"
    )
    const found = compare(bundleOf(clocks("3 days")), bundleOf(after)).differences
    const urgency = found.find(({ of }) => of === "urgency")
    expect(urgency?.places).toMatchObject({ before: { line: 10 }, after: { line: 10 } })
    expect(urgency?.leadsTo?.map(({ of }) => of)).toEqual(["agreed"])
  })

  it("reports what meets a deadline once, at its own line, also if it then is no promise to the customer", () => {
    const within = changed(
      "    customer-loop:\n",
      "    system-loop: { seen: { needs: record } }\n    customer-loop:\n"
    ).replace("authority:", "clocks: { heard: { within: 3 days, met-by: corrected } }\nauthority:")
    const [found, ...others] = compare(
      bundleOf(within),
      bundleOf(within.replace("met-by: corrected", "met-by: seen"))
    ).differences
    expect(others).toEqual([])
    expect(found).toMatchObject({ key: "met-by", weight: "weaker" })
  })

  it("says that policies have no level in common, and not that nothing is weaker", () => {
    const before = changed(
      "    customer-loop:\n",
      "    customer-loop:\n      corrected: { within: { heavy: 3 days, light: 9 days } }\n"
    )
    const after = before.replaceAll("heavy", "grave").replaceAll("light", "slight").replace("9 days", "99 days")
    const lines = said(before, after)
    expect(lines).toContain("not done: clock")
  })

  it("distinguishes a role that may give without limit from one that may give nothing", () => {
    const limits = "authority: { limits: { agent: { compensate: { per-case: 500, per-month: 5000 } } } }"
    const role = (what: string): string =>
      shop
        .replace("departments:", "roles: { loop: { title: Path } }\ndepartments:")
        .replace("} } } }\nmessages", `} }, loop: { ${what} } } }\nmessages`)
    expect(shop).toContain(limits)
    expect(
      said(role("close: [routine]"), role("close: [routine], compensate: unlimited, discount: unlimited"))
    ).toEqual(["weaker: authority loop per-case: none -> null", "weaker: authority loop discount: none -> null"])
    expect(said(role("close: [routine]"), role("close: [routine]").replace("title: Path", "title: Rule"))).toEqual([
      'other: other roles.loop.title: {"en":"Path"} -> {"en":"Rule"}'
    ])
  })

  it("compares cells of different inputs", () => {
    const alarm = (facts: string, input: string): string =>
      `${shop}facts: { ${facts} }\nalarms: { odd: { when: { ${input}: yes }, notify: manager } }\n`
    const [one, two] = ["vip: { type: yes-no, default: no }", "new: { type: yes-no, default: no }"]
    expect(said(alarm(`${one}, ${two}`, "vip"), alarm(`${two}, ${one}`, "new"))).toEqual([
      "other: other alarms.odd.when: none -> true where vip no & new yes, as vip=no new=yes",
      "other: other alarms.odd.when: true -> none where vip yes & new no, as vip=yes new=no"
    ])
  })

  it("compares conditions by the names of inputs, whatever their order", () => {
    const facts = (names: string, limit = 5): string =>
      `${shop.replace("ownership: {", "ownership: { recuse: { when: { vip: yes }, to: supervisor },")}facts: { ${names} }
assume: [{ never: { vip: yes, size: small }, because: "nobody" }]
learning: { targets: { kept: ">= 9${limit}%" } }
channels: { poll: { mode: passive, scale: [1, 5], kind-by-score: { complaint: "<= 2", praise: 5 } } }
`
    const [vip, size] = ["vip: { type: yes-no, default: no }", "size: { one-of: [small, large], default: large }"]
    expect(said(facts(`${vip}, ${size}`), facts(`${size}, ${vip}`))).toEqual([])
    expect(said(facts(`${vip}, ${size}`), facts(`${size}, ${vip}`, 6))).toEqual([
      "other: other learning.targets.kept: >= 95% -> >= 96%"
    ])
    const without = facts(`${vip}, ${size}`)
      .replace("assume:", "accepted-findings: []\nassume:")
      .replace("vip: yes, size: small", "vip: no, size: small")
    expect(said(facts(`${vip}, ${size}`), without)).toEqual([
      'other: other assume: [{"never":[{"vip":"yes","size":"small"}],"because":"nobody"}] -> [{"never":[{"vip":"no","size":"small"}],"because":"nobody"}]'
    ])
  })

  it("reports which cases take another loop, which may demand less", () => {
    const moved = (kinds: string): string =>
      changed(
        "loops:\n",
        `loops:\n  small: { when: { kind: complaint, amount: "${kinds}" }, customer-loop: { told: { needs: result } } }\n`
      ).replace("  complaint:\n", `  complaint:\n    when: { kind: complaint, amount: { not: "${kinds}" } }\n`)
    const lines = said(moved("< 5"), moved("< 9"))
    expect(lines).toEqual([
      "perhaps-weaker: loop when: complaint -> small where amount [5.00 CNY..9.00 CNY) & kind complaint, as amount=5.00 CNY kind=complaint"
    ])
  })

  it("reports a gate that is needed only for a new category", () => {
    const after = changed(
      "    delivery:",
      "    theft: { words: [stolen], defaults: { urgency: routine } }\n    delivery:"
    ).replace("      approved:", "      seen: { needs: record, when: { category: theft } }\n      approved:")
    const gates = (one: string, two: string) => said(one, two).filter((line) => line.includes(" gate "))
    expect(gates(shop, after)).toEqual(["stronger: gate seen gate: none -> record"])
    expect(gates(after, shop)).toEqual(["weaker: gate seen gate: record -> none"])
  })

  it("reports words with a text that both dictionaries read differently", () => {
    const { differences } = compare(bundleOf(shop), bundleOf(changed("[parcel]", "[package]")))
    expect(differences).toMatchObject([
      {
        aspect: "words",
        of: "delivery",
        before: ["parcel"],
        after: ["package"],
        reading: { text: "parcel", before: { category: "delivery" }, after: { category: "other" } }
      }
    ])
  })

  it.each([
    ["negation: { also: [hardly] }", "negation", "hardly"],
    ["negation: { also: [毫无] }", "negation", "毫无"],
    ["intensifiers: { stronger: { also: [awfully] } }", "intensifiers.stronger", "awfully"],
    ["negation: { without: [never] }", "negation", "never"]
  ])("finds a text for words without a reading of their own: %s", (line, of, word) => {
    const { differences } = compare(bundleOf(shop), bundleOf(changed("dictionary:\n", `dictionary:\n  ${line}\n`)))
    const [found, ...others] = differences.filter(({ aspect }) => aspect === "words")
    expect(others).toEqual([])
    expect(found?.of).toBe(of)
    const { text = "", before, after } = found?.reading ?? {}
    expect(text).toContain(word)
    expect(text.length).toBeGreaterThan(word.length)
    expect(before).not.toEqual(after)
    // A Chinese word needs no blank before the next one.
    expect(text.includes(" ")).toBe(word !== "毫无")
  })

  it("reports no difference between a policy and itself", () => {
    for (const name of ["itr-service", "quality-closed-loop", "uk-fca-disp", "itr-service.zh"])
      expect(compare(sound(name), sound(name))).toEqual({ differences: [], notDone: [] })
  })

  it("ignores layout, comments, the order of keys and the key language", () => {
    const texts = [
      format({ path: "shop.policy.yaml", text: shop }).text,
      format({ path: "shop.policy.yaml", text: shop }, { keys: "zh-CN" }).text,
      shop
        .replaceAll("\n", "\n# a comment\n")
        .replace("{ per-case: 500, per-month: 5000 }", "{ per-month: 5000, per-case: 500 }"),
      shop.replace(/( {4}billing.*\n)( {4}delivery.*\n)/, "$2$1"),
      shop.replace(/(departments.*\n)([\s\S]*)(messages.*\n)([\s\S]*)/, "$3$2$4$1")
    ]
    for (const text of texts) {
      expect(text).not.toBe(shop)
      expect(said(shop, text ?? "")).toEqual([])
    }
  })

  it("reports the opposite when the policies are exchanged", () => {
    const after = changed('amount: ">= 1000"', 'amount: ">= 2000"')
    const [there, back] = [compare(bundleOf(shop), bundleOf(after)), compare(bundleOf(after), bundleOf(shop))]
    expect(there.differences.map(({ before, after: to, cases }) => [before, to, cases?.classes])).toEqual(
      back.differences.map(({ before, after: to, cases }) => [to, before, cases?.classes])
    )
    expect([...there.differences, ...back.differences].map(({ weight }) => weight)).toEqual([
      ...there.differences.map(() => "weaker"),
      ...back.differences.map(() => "stronger")
    ])
  })
})
