/** The page `docs/commands.md`: every command in one sentence of each language, its arguments, and an example. */
import { type CommandOf, reported, type Told, type Verb } from "../../../src/case/Command.ts"
import { word } from "../../../src/text/Text.ts"

type Both = readonly [en: string, zh: string]
type IsOptional<C, K extends keyof C> = Record<never, never> extends Pick<C, K> ? true : false

/** An argument stands here as the type has it: `may` where it may be left out, else `must`. */
type Arguments<C> = {
  readonly [K in Exclude<keyof C, "do">]-?: readonly [IsOptional<C, K> extends true ? "may" : "must", ...Both]
}

interface Page<V extends Verb> {
  readonly says: Both
  readonly takes: Arguments<CommandOf<V>>
  readonly example: CommandOf<V>
}

const reason = ["must", "Why.", "理由。"] as const
const mayReason = ["may", "Why.", "理由。"] as const
const gate = ["must", "The gate's name in the policy.", "关口在策略中的名称。"] as const
const mayGate = ["may", "The gate; else the open one that waits for it.", "关口；缺省为正在等待的那个。"] as const
const amount = [
  "must",
  'A number in the policy\'s units, or text with its unit: `"600 CNY"`, `"10%"`.',
  '按策略单位的数，或带单位的文字：`"600 CNY"`、`"10%"`。'
] as const
const approval = ["may", "The request's id; else the oldest.", "申请编号；缺省为最早的一项。"] as const
const suggested = [
  "may",
  "What the host's own classifier makes of the words, or why it makes nothing.",
  "宿主自己的分类器的判断，或为何没有判断。"
] as const
const problem = ["must", "The problem's id.", "同因问题编号。"] as const
const message = ["must", "The message's id on the case.", "消息在案件中的编号。"] as const

export const pages: { readonly [V in Verb]: Page<V> } = {
  submit: {
    says: ["Opens a case with what the customer said.", "以客户反馈开案。"],
    takes: {
      case: ["must", "The id of the new case.", "新案件编号。"],
      channel: ["must", "Where it came from, a name of `channels`.", "来自哪个渠道，`channels` 中的名称。"],
      customer: ["may", "The customer's id; without it the case is anonymous.", "客户编号；缺省为匿名。"],
      customerName: [
        "may",
        "How the customer is called; in YAML `name` under `customer`.",
        "客户称呼；YAML 中为 `customer` 下的 `name`。"
      ],
      customerLanguage: [
        "may",
        "`zh-CN` or `en`: the language of the answers; in YAML `language` under `customer`.",
        "`zh-CN` 或 `en`，答复所用语言；YAML 中为 `customer` 下的 `language`。"
      ],
      customerAddress: [
        "may",
        "Where answers go; in YAML `address` under `customer`.",
        "答复送达地址；YAML 中为 `customer` 下的 `address`。"
      ],
      verbatim: [
        "may",
        "The customer's own words. Words or a score must be there.",
        "客户原话。文字与评分至少有一项。"
      ],
      description: ["may", "What happened, in the words of whoever took it.", "接收人的客观描述。"],
      happenedAt: ["may", "When it happened, as the customer says it.", "发生时间，按客户所述。"],
      where: ["may", "Where it happened.", "发生地点。"],
      demand: ["may", "What the customer asks for.", "客户诉求。"],
      hopedForBy: ["may", "By when the customer hopes for it.", "客户期望时间。"],
      score: ["may", "The score on the channel's scale.", "渠道分值上的评分。"],
      kind: ["may", "The kind, where the host knows it.", "性质，宿主已知时给出。"],
      consent: ["may", "Purposes that the customer agreed to.", "客户同意的用途。"],
      attachments: ["may", "References to files.", "附件引用。"],
      facts: ["may", "Facts by name.", "按名称给出的事实。"],
      suggested,
      category: ["may", "The category, where a person named it in a split.", "类别，由人拆分时指定。"],
      of: ["may", "The case that it came out of; the engine's own.", "由哪件分出；引擎自用。"]
    },
    example: { do: "submit", case: "A", channel: "email", customer: "C-17", verbatim: "My invoice is wrong." }
  },
  write: {
    says: [
      "The customer says more; from staff it is word to the customer, outside a gate.",
      "客户又来信；由员工发出则是关口之外告知客户。"
    ],
    takes: {
      text: ["must", "The words.", "内容。"],
      channel: ["may", "The channel; else the customer's last one.", "渠道；缺省为客户最近所用。"],
      automatic: ["may", "Written by a machine: kept, and nothing follows.", "机器所写：只留档，不作处理。"]
    },
    example: { do: "write", text: "Any news?" }
  },
  reply: {
    says: ["The customer answers a proposal or a question for confirmation.", "客户答复方案或确认询问。"],
    takes: {
      gate: mayGate,
      says: [
        "must",
        "`agree`, `counter` or `refuse` to a proposal; `satisfied` or `dissatisfied` to a confirmation.",
        "对方案：`agree`、`counter`、`refuse`；对确认：`satisfied`、`dissatisfied`。"
      ],
      text: ["may", "The customer's words.", "客户原话。"]
    },
    example: { do: "reply", says: "counter", text: "By Wednesday, please." }
  },
  pause: {
    says: [
      "Clocks that allow this reason wait. It is a fact, so it may be recorded late.",
      "允许此理由的时钟暂停。属于事实，可以补记。"
    ],
    takes: { reason: ["must", "A reason that `pause` lists.", "`pause` 所列的理由。"] },
    example: { do: "pause", reason: "waiting-on-customer" }
  },
  event: {
    says: ["An event of the host's own happened, one of `events`.", "宿主系统的事件发生，须在 `events` 中声明。"],
    takes: { name: ["must", "The event's name.", "事件名称。"] },
    example: { do: "event", name: "delivered" }
  },
  merge: {
    says: [
      "The case goes on in another one, which answers both customers from then on.",
      "本案并入另一件，此后由其答复双方客户。"
    ],
    takes: { into: ["must", "The case that it goes on in.", "并入哪件。"], reason: mayReason },
    example: { do: "merge", into: "2611-AAAAAA", reason: "the same delivery" }
  },
  split: {
    says: ["A part of it goes on in a case of its own.", "其中一部分另立案件。"],
    takes: {
      text: ["must", "What goes on there.", "拆分出去的内容。"],
      kind: ["may", "Its kind; else as the words say.", "性质；缺省由文字判定。"],
      category: ["may", "Its category; else as the words say.", "类别；缺省由文字判定。"],
      facts: ["may", "Facts that are otherwise there.", "与原案不同的事实。"],
      reason: mayReason
    },
    example: { do: "split", text: "And the plug burned.", category: "safety" }
  },
  join: {
    says: ["The engine: the same customer said the same thing again.", "引擎：同一客户再次反映同一事项。"],
    takes: {
      contacts: ["must", "How often by now, this one included.", "连同本次共几次。"],
      unanswered: ["must", "How many of those before nobody has answered.", "此前未答复的次数。"],
      again: ["may", "The very same message, by another channel.", "同一条消息，从另一渠道收到。"],
      channel: ["must", "Where it came from.", "来自哪个渠道。"],
      customer: ["may", "The customer's id.", "客户编号。"],
      customerName: ["may", "How the customer is called.", "客户称呼。"],
      customerLanguage: ["may", "The language of the answers.", "答复所用语言。"],
      customerAddress: ["may", "Where answers go.", "答复送达地址。"],
      verbatim: ["may", "The customer's own words.", "客户原话。"],
      description: ["may", "What happened.", "客观描述。"],
      happenedAt: ["may", "When it happened.", "发生时间。"],
      where: ["may", "Where it happened.", "发生地点。"],
      demand: ["may", "What the customer asks for.", "客户诉求。"],
      hopedForBy: ["may", "By when the customer hopes for it.", "客户期望时间。"],
      score: ["may", "The score.", "评分。"],
      kind: ["may", "The kind.", "性质。"],
      consent: ["may", "Purposes agreed to.", "同意的用途。"],
      attachments: ["may", "References to files.", "附件引用。"],
      facts: ["may", "Facts by name; those not known yet are added.", "按名称给出的事实，未知的补上。"],
      suggested
    },
    example: { do: "join", channel: "phone", contacts: 2, unanswered: 1, verbatim: "My invoice is still wrong." }
  },
  absorb: {
    says: ["The engine: another case was merged into this one.", "引擎：另一件并入本案。"],
    takes: { case: ["must", "That case.", "那一件。"] },
    example: { do: "absorb", case: "2611-BBBBBB" }
  },
  resume: { says: ["The waiting is over.", "暂停结束。"], takes: {}, example: { do: "resume" } },
  "act-done": {
    says: [
      "A planned action is done; without a number, the part of the case that the actor's department owes.",
      "计划的措施已完成；不写措施号，则为本部门所负责的部分已完成。"
    ],
    takes: {
      gate: [
        "may",
        "The gate that planned it; else the first with such an open action.",
        "所属关口；缺省为首个有此未完成措施的关口。"
      ],
      action: [
        "may",
        "Its number, counted from 1; none: the part of a department.",
        "措施号，从 1 起；不写则为部门负责的部分。"
      ],
      evidence: ["may", "What shows that it is done.", "完成的证据。"]
    },
    example: { do: "act-done", gate: "prevented", action: 1, evidence: "release 4.2" }
  },
  withdraw: {
    says: ["The customer takes the feedback back.", "客户撤回。"],
    takes: { reason: mayReason },
    example: { do: "withdraw", reason: "found it myself" }
  },
  note: {
    says: ["Adds a note for the staff.", "员工内部记注。"],
    takes: { text: ["must", "The words.", "内容。"] },
    example: { do: "note", text: "Called back twice." }
  },
  pass: {
    says: ["Shows the evidence that a gate asks for.", "出示关口要求的凭据。"],
    takes: {
      gate,
      fields: ["may", "Facts that the gate asks for.", "关口要求的记录项。"],
      category: ["may", "Classification: the right category.", "分类：正确的类别。"],
      actions: [
        "may",
        "Correction and prevention: `what`, `metric`, `target`, `owner`, `due`.",
        "纠正、预防：`what`、`metric`、`target`、`owner`、`due`。"
      ],
      method: ["may", "Root cause: the method.", "根因：分析方法。"],
      whys: ["may", "Root cause: the chain of causes, from the symptom down.", "根因：从现象往下的原因链。"],
      causes: ["may", "Root cause: causes by bone or by question.", "根因：按鱼骨或问题列出的原因。"],
      cause: ["may", "Root cause: `incidental` or `systemic`.", "根因：`incidental` 偶发或 `systemic` 系统性。"],
      evidence: ["may", "Root cause: what proves it.", "根因：证据。"],
      proof: ["may", "Effectiveness: the figure that was measured.", "效果：测得的指标。"],
      proposal: ["may", "Proposal: what we mean to do.", "方案：打算怎么办。"],
      decision: ["may", "Decision: one of `one-of`.", "结论：`one-of` 之一。"],
      reason: ["may", "Decision: why. Classification: why it was corrected.", "结论：理由。分类：更正的理由。"],
      result: ["may", "Result: what came of it.", "结果：办理结果。"],
      shortfall: [
        "may",
        "Result: what could not be done, and why. Effectiveness: by how much the metric was missed; the check fails.",
        "结果：未能做到的部分及原因。效果：指标差多少，验证即未通过。"
      ],
      until: [
        "may",
        "Decision `later`: the day on which it comes up again; half a year on where none is named.",
        "结论为 `later` 时何日再议；未写则半年后。"
      ]
    },
    example: { do: "pass", gate: "told", result: "The invoice is corrected and 80 CNY refunded." }
  },
  sign: {
    says: ["Gives one of the signatures that a gate asks for.", "会签。"],
    takes: { gate },
    example: { do: "sign", gate: "agreed" }
  },
  explain: {
    says: [
      "Gives a reason instead of the evidence, where `or-explain` allows it.",
      "`or-explain` 许可时，以说明代替凭据。"
    ],
    takes: { gate, reason, fields: ["may", "Facts that the explanation asks for.", "说明要求的记录项。"] },
    example: { do: "explain", gate: "prevented", reason: "the product is withdrawn" }
  },
  waive: {
    says: ["Lets a gate go, by authority.", "凭权限豁免关口。"],
    takes: { gate, reason },
    example: { do: "waive", gate: "confirmed", reason: "the customer asked for no more mail" }
  },
  set: {
    says: [
      "Records facts, the nature of the cause, or another case of the same cause.",
      "记录事实、根因性质，或同因的另一案件。"
    ],
    takes: {
      facts: ["may", "Facts by name.", "按名称给出的事实。"],
      causeOf: ["may", "Another case with the same cause.", "同因的另一案件。"],
      cause: ["may", "`incidental` or `systemic`.", "`incidental` 偶发或 `systemic` 系统性。"],
      reason: mayReason
    },
    example: { do: "set", facts: { amount: 600 } }
  },
  reclassify: {
    says: ["Corrects what the dictionary read.", "更正词典的判定。"],
    takes: {
      category: ["may", "The right category.", "正确的类别。"],
      kind: ["may", "The right kind.", "正确的性质。"],
      reason
    },
    example: { do: "reclassify", category: "delivery", reason: "the parcel is late" }
  },
  regrade: {
    says: [
      "Sets a dimension of rules to a level; a matrix is never set.",
      "把规则维度设为某等级；矩阵维度不能直接设定。"
    ],
    takes: { to: ["must", "The level; it says which dimension.", "等级，由它可知是哪个维度。"], reason },
    example: { do: "regrade", to: "urgent", reason: "production stands still" }
  },
  compensate: {
    says: ["Grants money. Over the limit it waits for approval.", "给予补偿；超出权限则待审批。"],
    takes: { amount, reason },
    example: { do: "compensate", amount: "600 CNY", reason: "third error" }
  },
  discount: {
    says: ["Grants a discount.", "给予折扣。"],
    takes: { amount, reason },
    example: { do: "discount", amount: "10%", reason: "third error" }
  },
  grant: {
    says: ["Grants units of resources, such as days of work.", "给予资源，如人天。"],
    takes: { amount, reason },
    example: { do: "grant", amount: 3, reason: "on-site repair" }
  },
  approve: {
    says: [
      "Approves what waits, and it is done in the asker's name. Never one's own request.",
      "批准待批的申请，以申请人名义执行；不能批自己的。"
    ],
    takes: { approval },
    example: { do: "approve" }
  },
  deny: {
    says: ["Denies what waits.", "驳回待批的申请。"],
    takes: { approval, reason: mayReason },
    example: { do: "deny", reason: "too much" }
  },
  "hand-over": {
    says: ["Offers the case to somebody; it moves when they accept.", "提出移交，对方接收后才转移。"],
    takes: { to: ["must", "The person.", "接收人。"], reason },
    example: { do: "hand-over", to: "agent-8", reason: "end of my shift" }
  },
  accept: { says: ["Accepts the offered handover.", "接收移交。"], takes: {}, example: { do: "accept" } },
  decline: {
    says: ["Declines the offered handover; whoever offered it takes it back.", "谢绝移交；移交人可以此收回。"],
    takes: { reason: mayReason },
    example: { do: "decline", reason: "not my product" }
  },
  "take-up": {
    says: [
      "The owner begins; a case that nobody owns is taken by whoever gives it first, and who comes second works along.",
      "首问人着手；无人负责的案件由先认领者负责，后认领者协同。"
    ],
    takes: {},
    example: { do: "take-up" }
  },
  delegate: {
    says: [
      "Lends powers on this case until a date: never more than one has, and never on.",
      "将本案权限委托他人至某日：不得超出自己所有，也不得转委托。"
    ],
    takes: {
      to: ["must", "Who may use them.", "受托人。"],
      until: ["must", "A date, that day included, or an instant.", "日期（含当日）或时刻。"],
      roles: ["may", "Which of one's roles; else all.", "委托哪些角色，缺省为全部。"],
      reason: mayReason
    },
    example: { do: "delegate", to: "agent-8", until: "2026-12-31", roles: ["supervisor"], reason: "training week" }
  },
  extend: {
    says: [
      "Moves a deadline, before it is due; the customer is told. The owner may set an earlier date without more.",
      "到期前延期，并告知客户。首问人可自行改为更早的日期。"
    ],
    takes: {
      clock: ["must", "The clock's name.", "时钟名称。"],
      until: [
        "may",
        "A date, that day included, or an instant; later than the due it may lie no further than one extension leads.",
        "日期（含当日）或时刻；晚于原时限的，不得超过延期一次所能到。"
      ],
      reason
    },
    example: { do: "extend", clock: "told", until: "2026-11-27", reason: "waiting for a part" }
  },
  forward: {
    says: [
      "Another body answers for it: the customer loop ends, what the policy asks to be recorded is recorded.",
      "转交其他机构：客户闭环结束，并记录策略要求的事项。"
    ],
    takes: { fields: ["may", "Facts that the ending asks for.", "此结局要求的事实。"], reason: mayReason },
    example: { do: "forward", fields: { "forwarded-to": "the network operator" } }
  },
  "spot-check": {
    says: ["Says whether a decision that was drawn is right.", "记录对抽中决定的复查结论。"],
    takes: {
      decision: ["may", "The decision's id; else the first that nobody has looked at.", "决定编号；缺省为最早未查的。"],
      finds: ["must", "`right` or `wrong`.", "`right` 正确或 `wrong` 有误。"],
      reason: ["may", "Why; must be there when it is wrong.", "理由；认定有误时必填。"]
    },
    example: { do: "spot-check", finds: "wrong", reason: "paid twice" }
  },
  close: {
    says: ["Closes the loops whose gates are all settled, by authority.", "凭权限结束关口均已了结的闭环。"],
    takes: {},
    example: { do: "close" }
  },
  reopen: {
    says: ["Sends a loop back, where the policy allows it.", "策略许可时退回重开。"],
    takes: {
      because: [
        "must",
        "`dissatisfied`, `recurrence`, or an event of the host.",
        "`dissatisfied`、`recurrence` 或宿主事件。"
      ],
      reason
    },
    example: { do: "reopen", because: "dissatisfied", reason: "still wrong" }
  },
  time: { says: ["It is now as late as the record says.", "报时。"], takes: {}, example: { do: "time" } },
  count: {
    says: ["The problem tells how much it counts.", "同因问题告知计数。"],
    takes: {
      problem,
      customers: ["must", "Customers in the window.", "窗口内客户数。"],
      cases: ["must", "Cases in the window.", "窗口内件数。"],
      status: ["must", "`watching` or `open`.", "`watching` 观察中或 `open` 已立项。"]
    },
    example: { do: "count", problem: "3fa29c61", customers: 3, cases: 4, status: "open" }
  },
  progress: {
    says: ["Another case of the problem has shown that its cause is prevented.", "同因问题的另一案件已有预防进展。"],
    takes: {
      problem,
      case: ["must", "The case that shows it.", "有进展的案件。"],
      progress: [
        "must",
        "`live` in place, or `verified` proved effective.",
        "`live` 已落实，或 `verified` 已证明有效。"
      ]
    },
    example: { do: "progress", problem: "3fa29c61", case: "C-3", progress: "live" }
  },
  "move-policy": {
    says: ["To the version of the policy under which it is decided.", "换到作出决定所依据的策略版本。"],
    takes: { reason },
    example: { do: "move-policy", reason: "from the new year on" }
  },
  "move-calendar": {
    says: ["To the calendars under which it is decided.", "换用作出决定所依据的日历。"],
    takes: {},
    example: { do: "move-calendar" }
  },
  recurred: {
    says: ["The cause of this case came back in another.", "本案原因在另一案件中再发。"],
    takes: {
      case: ["must", "The other case.", "另一案件。"],
      receivedAt: ["may", "When the other case was received.", "另一案件的收到时间。"],
      reason
    },
    example: { do: "recurred", case: "C-9", reason: "same cause" }
  },
  flag: {
    says: ["Prevention failed on a case of the same cause.", "同因案件的预防未见效。"],
    takes: { case: ["must", "The other case.", "另一案件。"], reason },
    example: { do: "flag", case: "C-3", reason: "the figure did not move" }
  },
  erase: {
    says: ["The customer's key was destroyed.", "客户密钥已销毁。"],
    takes: {
      reason,
      customer: ["may", "Who, where it is not the customer of the case itself.", "不是本案客户时，是哪位。"]
    },
    example: { do: "erase", reason: "retention" }
  },
  delivered: {
    says: ["The channel took a message.", "渠道已接收消息。"],
    takes: { message },
    example: { do: "delivered", message: "m1" }
  },
  bounced: {
    says: ["A message did not arrive.", "消息未送达。"],
    takes: { message, reason },
    example: { do: "bounced", message: "m1", reason: "mailbox full" }
  }
}

const verbs = Object.keys(pages) as readonly Verb[]
/** Exhaustive by type: a verb that the engine alone gives does not stand among what people decide. */
const told = Object.keys({
  time: true,
  count: true,
  progress: true,
  "move-policy": true,
  "move-calendar": true,
  absorb: true,
  recurred: true,
  flag: true,
  erase: true,
  delivered: true,
  bounced: true
} satisfies Record<Told["do"], true>) as readonly Verb[]
const decided = verbs.filter((verb) => !reported.has(verb) && !told.includes(verb))

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

const argument = (name: string, [must, en, zh]: readonly ["may" | "must", string, string]): string => {
  const spelled =
    kebab(name) === name || name.startsWith("customer") ? `\`${name}\`` : `\`${name}\` (YAML \`${kebab(name)}\`)`
  return `| ${spelled} | ${must === "must" ? "yes" : ""} | ${en}<br>${zh} |`
}

const section = (verb: Verb): string => {
  const { says, takes, example } = pages[verb]
  const rows = Object.entries(takes) as [string, readonly ["may" | "must", string, string]][]
  return [
    `### \`${verb}\` · ${word("verb", verb, "zh-CN")}`,
    "",
    `${says[0]}<br>${says[1]}`,
    "",
    ...(rows.length === 0
      ? []
      : ["| argument | must | says · 说明 |", "|---|---|---|", ...rows.map(([name, row]) => argument(name, row)), ""]),
    "```json",
    JSON.stringify(example),
    "```"
  ].join("\n")
}

const group = (title: string, text: string, verbs: readonly Verb[]): readonly string[] => [
  `## ${title}`,
  text,
  ...verbs.map(section)
]

export const page = (): string =>
  `${[
    "# Commands",
    [
      "Everything that can be asked of a case, in the spelling that YAML, the command line, HTTP and TypeScript share:",
      '`{ "do": "hand-over", "to": "agent-8", "reason": "end of my shift" }`. Arguments of several words are camelCase in',
      "TypeScript and kebab-case in YAML; both are read."
    ].join("\n"),
    "对案件可以下达的全部命令，YAML、命令行、HTTP、TypeScript 写法一致。",
    "This page is made from the code: a test fails when a command or an argument has no line here.",
    ...group(
      "Reported · 事实",
      "What happened. It is placed when it happened, also in the past.<br>已经发生的事，记在发生的时刻，可以补记。",
      verbs.filter((verb) => reported.has(verb))
    ),
    ...group(
      "Decided · 决定",
      "What a person decides. It happens when it is recorded, whatever else is said.<br>人的决定，以记录的时刻为准。",
      decided
    ),
    ...group(
      "Told by the engine · 引擎告知",
      "What the engine says to a case; nobody else gives these.<br>由引擎下达，其他人不能使用。",
      told
    )
  ].join("\n\n")}\n`
