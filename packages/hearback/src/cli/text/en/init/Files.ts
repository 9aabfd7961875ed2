/** What `init` writes in English. */
import type { Text } from "@hearback/core"

/** What the files that `init` writes vary by. */
export interface Choices {
  /** Id of the policy. */
  readonly name: string
  /** IANA. */
  readonly zone: string
  /** Returns the first line of a file, by which editors complete and check while one types. */
  readonly schema: (kind: "policy" | "people" | "scenario") => string
  /** Not only the policy and what belongs to it: a program that runs, and its package.json. */
  readonly project: boolean
}

/** Contents by file name. */
export type FileContents = Readonly<Record<string, string>>

const written = ({ name, zone, schema, project }: Choices): FileContents => ({
  "policy.yaml": `${schema("policy")}
hearback: 1                       # version of the policy language
policy: ${name}
language: en                      # the language of the texts in this file
extends: [pack:starter]           # five gates, their clocks, and the roles agent, supervisor and manager;
time-zone: ${zone.padEnd(22)} # only what differs is below. \`npx hearback grade\` shows which line decided
currency: EUR

facts:
  order: { type: text, title: Order number }          # what the host knows about a case; rules may read it

# What customers say, and what it is about. The same words always give the same category.
dictionary:
  categories:
    billing:  { words: [invoice, charged twice, overcharged, refund], defaults: { urgency: important } }
    delivery: { words: [never arrived, late, damaged, wrong item],    defaults: { urgency: important } }
    service:  { words: [rude, nobody answers, no reply],              defaults: { urgency: routine } }

# The first row that fits decides. The rows of the pack follow these: furious is urgent, and so is a third contact.
grading:
  urgency:
    rules: { also: [{ when: { amount: ">= 1000" }, then: urgent }] }

# Promises to the customer. They replace those of the pack.
clocks:
  agreed: { within: { urgent: 8 working hours, important: 2 working days, routine: 5 working days } }

# Limits of authority. A higher amount is not refused: it waits for approval by the lowest role that may grant it.
authority:
  limits:
    agent: { compensate: { per-case: 200, per-month: 2000 } }
`,
  "people.yaml": `${schema("people")}
hearback: 1
people:                           # roles come from here alone, never from the caller
  agent-7:      { name: Agent Seven,    roles: [agent] }
  supervisor-2: { name: Supervisor Two, roles: [supervisor] }
  manager-3:    { name: Manager Three,  roles: [manager] }
customers:
  C-17: { name: Customer Seventeen, language: en }
`,
  "policy.scenario.yaml": `${schema("scenario")}
hearback: 1
policy: policy.yaml
people: people.yaml
scenarios:
  - scenario: A wrong invoice is acknowledged, and 300 needs the supervisor
    steps:
      - at: 2026-11-16 09:40
        submit: A
        by: agent-7
        channel: email
        customer: C-17
        verbatim: "The invoice is wrong again. Unacceptable."
        expect:
          A: { kind: complaint, category: billing, emotion: furious, urgency: urgent, owner: agent-7, due: { acknowledged: 2026-11-16 11:40 } }
          sent: [receipt to C-17]
      - at: 2026-11-16 09:50
        pass: A.acknowledged
        by: agent-7
        expect: { A: { gates: { agreed: open } } }
      - at: 2026-11-16 10:00
        compensate: A
        by: agent-7
        amount: 300
        reason: third wrong invoice
        expect: { pending: authority.limits.agent.compensate.per-case, sent: [approval-asked to supervisor-2] }
`,
  "feedback.csv": `text
The parcel never arrived.
I was charged twice for one order.
Nobody answers my questions.
`,
  ...(project ? { "index.ts": program } : {}),
  "README.md": `# ${name}

How complaints are handled here, as a policy that is checked, tested and then run.

| file | holds |
|---|---|
| \`policy.yaml\` | which evidence a complaint needs before it may close, who shows it and by when, and the limits of authority |
| \`people.yaml\` | who works here, with which roles |
| \`policy.scenario.yaml\` | scenarios that are run as tests |
| \`feedback.csv\` | what three customers said, to try the policy |
${project ? "| `index.ts` | a program that takes a complaint and works on it |\n" : ""}
\`\`\`sh
${project ? "npm install\nnpm test\nnpm start" : "npm install hearback\nnpx hearback check\nnpx hearback test"}
npx hearback grade --channel email --text "The parcel never arrived and nobody answers."
npx hearback ingest --db feedback.db --input feedback.csv --map verbatim=text --map channel:=web
npx hearback worklist --db feedback.db
\`\`\`

Change a line of \`policy.yaml\` and run \`npx hearback test\`: a failed expectation names its line.
`
})

const program = `import { Hearback } from "hearback"
import { consoleChannel } from "hearback/channels"
import { sqlite } from "hearback/sqlite"

const loop = await Hearback.open({ policy: "policy.yaml", store: sqlite("loop.db"), channels: [consoleChannel()] })

// A complaint arrives. It is stored before anything else happens to it.
const receipt = await loop.submit({
  channel: "email",
  customer: "C-17",
  verbatim: "The invoice is wrong again. Unacceptable."
})
console.log(receipt.message)

// What the policy made of it and why, and each gate that has to be passed before the case may be closed.
const { lines } = await loop.explain(receipt.case)
for (const { message } of lines) console.log(\`  \${message}\`)
const view = await loop.get(receipt.case)
for (const gate of view?.gates ?? []) console.log(\`  \${gate.title}: \${gate.stateTitle}\`)

// 300 is above an agent's limit of 200. It is not refused: the supervisor is asked.
const agent = loop.for({ actor: { id: "agent-7" } })
const answer = await agent.execute(receipt.case, { do: "compensate", amount: "300 EUR", reason: "third wrong invoice" })
console.log(answer.ok ? answer.message : answer.rejection.message)

// In a server this is called by a timer: it tells the time, and sends the messages that wait.
await loop.tick()
await loop.close()
`

/** What `init` writes: with a pack, and without one. */
export const files = {
  written,
  pack: {
    pack: (name: string) => `what it promises: npx hearback pack show ${name}`,
    roles: "roles come from here, never from whoever calls",
    front: "front-desk",
    back: "back-office",
    currency: "EUR",
    customer: "Customer Seventeen",
    complaint: (words: string) => `I want to complain: ${words}`,
    it: "it does not work",
    else: "it is not clear",
    scenario: (owner: string) => `A complaint is received, and ${owner} is handling it by these times`
  }
}

/** What is written keeps its type, and every text of packs is checked. */
export interface InitFiles {
  readonly written: (choices: Choices) => FileContents
  readonly pack: Text.Like<typeof files.pack>
}
