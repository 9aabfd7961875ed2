/** What `init` writes in English. */
import { type Choices, type Files, schemaLine } from "./Choices.ts"

export const englishFiles = ({ name, zone, schemas }: Choices): Files => ({
  "policy.yaml": `${schemaLine(schemas, "policy")}
hearback: 1                       # version of the policy language
policy: ${name}
language: en                      # of every text here that does not say its own
extends: [pack:starter]           # five gates, their clocks, and the roles agent, supervisor and manager;
time-zone: ${zone.padEnd(22)} # below stands only what differs. \`hearback grade\` shows which line decided
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

# Promises to the customer, over what the pack promises.
clocks:
  agreed: { within: { urgent: 8 working hours, important: 2 working days, routine: 5 working days } }

# Up to what limit. More is not refused: it waits for the lowest role that may.
authority:
  limits:
    agent: { compensate: { per-case: 200, per-month: 2000 } }
`,
  "people.yaml": `${schemaLine(schemas, "people")}
hearback: 1
people:                           # roles come from here, never from whoever calls
  ada:   { name: Ada,   roles: [agent] }
  boris: { name: Boris, roles: [supervisor] }
  chen:  { name: Chen,  roles: [manager] }
customers:
  c-1: { name: Customer One, language: en }
`,
  "policy.scenario.yaml": `${schemaLine(schemas, "scenario")}
hearback: 1
policy: policy.yaml
people: people.yaml
scenarios:
  - scenario: A wrong invoice is acknowledged, and 300 needs the supervisor
    steps:
      - at: 2026-11-16 09:40
        submit: A
        by: ada
        channel: email
        customer: c-1
        verbatim: "The invoice is wrong again. Unacceptable."
        expect:
          A: { kind: complaint, category: billing, emotion: furious, urgency: urgent, owner: ada, due: { acknowledged: 2026-11-16 11:40 } }
      - at: 2026-11-16 09:50
        pass: A.acknowledged
        by: ada
        expect: { sent: [receipt to c-1], A: { gates: { agreed: open } } }
      - at: 2026-11-16 10:00
        compensate: A
        by: ada
        amount: 300
        reason: third wrong invoice
        expect: { pending: authority.limits.agent.compensate.per-case, sent: [approval-asked to boris] }
`,
  "README.md": `# ${name}

How complaints are handled here, as a policy that is checked, tested and then run.

| file | holds |
|---|---|
| \`policy.yaml\` | what must be shown before a complaint may be closed, by whom, how soon, up to what limit |
| \`people.yaml\` | who works here, with which roles |
| \`policy.scenario.yaml\` | stories that are tests |

\`\`\`sh
hearback check policy.yaml
hearback test
hearback grade policy.yaml --channel email --text "The parcel never arrived and nobody answers."
hearback ingest policy.yaml --db loop.db --input feedback.csv --map verbatim=text --map channel:=web
hearback worklist --db loop.db
\`\`\`

Change a line of \`policy.yaml\` and run \`hearback test\`: an expectation that no longer holds names the line.
`
})
