/** What `init` writes in Chinese: keys stay English, everything people read is Chinese. */
import { type Choices, type Files, schemaLine } from "./Choices.ts"

export const chineseFiles = ({ name, zone, schemas }: Choices): Files => ({
  "policy.yaml": `${schemaLine(schemas, "policy")}
hearback: 1                       # 策略语言的版本
policy: ${name}
language: zh-CN                   # 本文件中未注明语言的文字
extends: [pack:starter]           # 五个关口及其时限，以及角色 agent（客服）、supervisor（主管）、manager（经理）；
time-zone: ${zone.padEnd(22)} # 下面只写不同之处。\`hearback grade\` 会指出由哪一行决定
currency: CNY

facts:
  order: { type: text, title: 订单号 }                # 业务系统所知的事实，规则可以引用

# 客户怎么说，说的是什么。同样的话总是归入同一类别。
dictionary:
  categories:
    billing:  { title: 账单, words: [发票, 多收, 重复扣款, 退款],       defaults: { urgency: important } }
    delivery: { title: 配送, words: [没收到, 送错, 破损, 太晚],         defaults: { urgency: important } }
    service:  { title: 服务, words: [态度差, 没人理, 没人回复, 打不通], defaults: { urgency: routine } }

# 从上往下，第一条符合的规则决定。策略包的规则排在后面：极度不满为紧急，同一事项第三次来也为紧急。
grading:
  urgency:
    rules: { also: [{ when: { amount: ">= 1000" }, then: urgent }] }

# 对客户的承诺，覆盖策略包中的承诺。
clocks:
  agreed: { within: { urgent: 8 working hours, important: 2 working days, routine: 5 working days } }

# 权限上限。超出的不会被拒绝，而是等待有权的最低一级角色批准。
authority:
  limits:
    agent: { compensate: { per-case: 200, per-month: 2000 } }
`,
  "people.yaml": `${schemaLine(schemas, "people")}
hearback: 1
people:                           # 角色只来自这里，不由调用者自称
  li-na:   { name: 李娜, roles: [agent] }
  zhao-min: { name: 赵敏, roles: [supervisor] }
  chen-jun: { name: 陈军, roles: [manager] }
customers:
  c-1: { name: 秦女士, language: zh-CN }
`,
  "policy.scenario.yaml": `${schemaLine(schemas, "scenario")}
hearback: 1
policy: policy.yaml
people: people.yaml
scenarios:
  - scenario: 发票又开错：先收悉，补偿 300 元须主管批准
    steps:
      - at: 2026-11-16 09:40
        submit: A
        by: li-na
        channel: email
        customer: c-1
        verbatim: "发票又开错了，完全不能忍！"
        expect:
          A: { kind: complaint, category: billing, emotion: furious, urgency: urgent, owner: li-na, due: { acknowledged: 2026-11-16 11:40 } }
      - at: 2026-11-16 09:50
        pass: A.acknowledged
        by: li-na
        expect: { sent: [receipt to c-1], A: { gates: { agreed: open } } }
      - at: 2026-11-16 10:00
        compensate: A
        by: li-na
        amount: 300
        reason: 发票第三次出错
        expect: { pending: authority.limits.agent.compensate.per-case, sent: [approval-asked to zhao-min] }
`,
  "README.md": `# ${name}

这里怎样处理投诉：写成策略，先检查、再测试、然后运行。

| 文件 | 内容 |
|---|---|
| \`policy.yaml\` | 结案之前必须出示什么，由谁，多快，权限到多少 |
| \`people.yaml\` | 有哪些人，各是什么角色 |
| \`policy.scenario.yaml\` | 写成测试的故事 |

\`\`\`sh
hearback check policy.yaml
hearback test
hearback grade policy.yaml --channel email --text "包裹没收到，一直没人回复"
hearback ingest policy.yaml --db loop.db --input feedback.csv --map verbatim=text --map channel:=web
hearback worklist --db loop.db
\`\`\`

改动 \`policy.yaml\` 的一行再运行 \`hearback test\`：不再成立的预期会指出是哪一行。
`
})
