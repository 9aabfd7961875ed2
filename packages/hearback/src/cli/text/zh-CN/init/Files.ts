/** What `init` writes in Chinese: the keys too; names that a pack gives stay the pack's. */
import type { Choices, FileContents, InitFiles } from "../../en/init/Files.ts"

const written = ({ name, zone, schema, project }: Choices): FileContents => ({
  "policy.yaml": `${schema("policy")}
闭环: 1                           # 策略语言的版本
策略: ${name}
语言: zh-CN                       # 本文件中未注明语言的文字
继承: [pack:starter]              # 五个关口及其时限，角色 agent（客服）、supervisor（主管）、manager（经理）
时区: ${zone.padEnd(27)} # 下面只写不同之处。\`npx hearback 试算\` 会指出由哪一行决定
币种: CNY

事实:
  订单号: { 类型: 文字 }          # 业务系统所知的事实，规则可以引用

# 客户怎么说，说的是什么。同样的话总是归入同一类别。策略包给的名称（urgency、important）保持原样。
词典:
  类别:
    账单: { 用语: [发票, 多收, 重复扣款, 退款],       缺省: { urgency: important } }
    配送: { 用语: [没收到, 送错, 破损, 太晚],         缺省: { urgency: important } }
    服务: { 用语: [态度差, 没人理, 没人回复, 打不通], 缺省: { urgency: routine } }

# 从上往下，第一条符合的规则决定。策略包的规则排在后面：极度不满为紧急，同一事项第三次来也为紧急。
定级:
  urgency:
    规则: { 另加: [{ 当: { amount: ">= 1000" }, 则: urgent }] }

# 对客户的承诺，覆盖策略包中的承诺。
时钟:
  agreed: { 时限: { urgent: 8 工作小时, important: 2 个工作日, routine: 5 个工作日 } }

# 权限上限。超出的不会被拒绝，而是等待有权的最低一级角色批准。
授权:
  权限:
    agent: { 补偿: { 每件: 200, 每月: 2000 } }
`,
  "people.yaml": `${schema("people")}
闭环: 1
人员:                             # 角色只来自这里，不由调用者自称
  agent-7: { 姓名: 李娜, 角色: [agent] }
  supervisor-2: { 姓名: 赵敏, 角色: [supervisor] }
  manager-3: { 姓名: 陈军, 角色: [manager] }
客户:
  C-17: { 姓名: 秦女士, 语言: zh-CN }
`,
  "policy.scenario.yaml": `${schema("scenario")}
闭环: 1
策略: policy.yaml
人员表: people.yaml
场景:
  - 场景名: 发票又开错，先收悉，补偿 300 元须主管批准
    步骤:
      - 时刻: 2026-11-16 09:40
        提交: A
        经手人: agent-7
        渠道: email
        客户: C-17
        客户原话: "发票又开错了，完全不能忍！"
        期望:
          A: { 性质: 投诉, 类别: 账单, 情绪: furious, urgency: urgent, 首问人: agent-7, 时限: { acknowledged: 2026-11-16 11:40 } }
          已发: [receipt 给 C-17]
      - 时刻: 2026-11-16 09:50
        通过: A.acknowledged
        经手人: agent-7
        期望: { A: { 关口: { agreed: 进行中 } } }
      - 时刻: 2026-11-16 10:00
        补偿: A
        经手人: agent-7
        数额: 300
        理由: 发票第三次出错
        期望: { 待批于: 授权.权限.agent.补偿.每件, 已发: [approval-asked 给 supervisor-2] }
`,
  "feedback.csv": `text
包裹一直没收到
一个订单多收了两次钱
打了几次电话都没人理
`,
  ...(project ? { "index.ts": program } : {}),
  "README.md": `# ${name}

这里怎样处理投诉：写成策略，先检查、再测试、然后运行。

| 文件 | 内容 |
|---|---|
| \`policy.yaml\` | 结案须有哪些凭据、由谁办理、时限多长、权限多大 |
| \`people.yaml\` | 有哪些人，各是什么角色 |
| \`policy.scenario.yaml\` | 写成测试的场景 |
| \`feedback.csv\` | 三位客户的原话，供试用 |
${project ? "| `index.ts` | 一个程序：受理一件投诉并处理 |\n" : ""}
\`\`\`sh
${project ? "npm install\nnpm test\nnpm start" : "npm install hearback\nnpx hearback 检查\nnpx hearback 测试"}
npx hearback 试算 --渠道 email --文字 "包裹没收到，一直没人回复"
npx hearback 导入 --数据文件 feedback.db --输入 feedback.csv --配对 客户原话=text --配对 渠道:=web
npx hearback 待办 --数据文件 feedback.db
\`\`\`

改动 \`policy.yaml\` 的一行再运行 \`npx hearback 测试\`：未通过的预期会指明是哪一行。
`
})

const program = `import { Hearback } from "hearback"
import { consoleChannel } from "hearback/channels"
import { sqlite } from "hearback/sqlite"

const loop = await Hearback.open({ policy: "policy.yaml", store: sqlite("loop.db"), channels: [consoleChannel()] })

// 来了一件投诉。先存下，再做别的。
const receipt = await loop.submit({
  channel: "email",
  customer: "C-17",
  verbatim: "发票又开错了，完全不能忍！"
})
console.log(receipt.message)

// 策略怎样看待它，为什么；以及结案之前要通过的每一个关口。
const { lines } = await loop.explain(receipt.case)
for (const { message } of lines) console.log(\`  \${message}\`)
const view = await loop.get(receipt.case)
for (const gate of view?.gates ?? []) console.log(\`  \${gate.title}：\${gate.stateTitle}\`)

// 300 元超过客服 200 元的权限。不会被拒绝，而是请主管批准。
const agent = loop.for({ actor: { id: "agent-7" } })
const answer = await agent.execute(receipt.case, { do: "compensate", amount: "300 CNY", reason: "发票第三次出错" })
console.log(answer.ok ? answer.message : answer.rejection.message)

// 在服务器上由定时器调用：告诉引擎现在几点，并送出等待中的消息。
await loop.tick()
await loop.close()
`

/** What `init` writes: with a pack, and without one. */
export const files: InitFiles = {
  written,
  pack: {
    pack: (name) => `它承诺什么：npx hearback 策略包 查看 ${name}`,
    roles: "角色只来自这里，不由调用者自称",
    front: "受理",
    back: "办理",
    currency: "CNY",
    customer: "秦女士",
    complaint: (words) => `我要投诉：${words}`,
    it: "用不了",
    else: "说明不清",
    scenario: (owner) => `收到一件投诉，由${owner}负责，各项时限如下`
  }
}
