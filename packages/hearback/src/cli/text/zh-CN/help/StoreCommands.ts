/** Help for commands on a store, in Chinese. */
import type { StoreCommandHelp } from "../../en/help/CommandHelp.ts"
import { at, keyFile, people } from "./PolicyCommands.ts"

export const store = {
  db: "数据文件，一个 SQLite 文件，或 PostgreSQL 数据库的地址（缺省取 HEARBACK_DB）",
  "key-file": keyFile
}
const staff = { ...store, people }
const as = "由谁操作：人员表中的编号"

export const storeCommands: StoreCommandHelp = {
  ingest: {
    summary: "把反馈文件导入数据文件",
    about:
      "流式读取 CSV 或 NDJSON。每行有去重号（指定的列，否则取整行的哈希），重复导入不会增加内容。无法读取的行连同行号和原因进入隔离区，不占用去重号。",
    arguments: { policy: "策略文件；写在这里的 CSV 或 NDJSON 文件即为输入" },
    options: {
      input: "输入文件：.csv 或 .ndjson",
      map: "字段=列、字段:=常量、收到时间:格式=dd/MM/yyyy,时区=Europe/London；或写有这些配对的 YAML 文件",
      at: "导入时刻；没有时间的行取此时刻",
      window: "把没有时间的行分布到导入时刻之前的这段时间内，如 30 days",
      seed: "决定分布的数",
      limit: "读到这么多行为止",
      encoding: "文件的字符编码，无法自动判断时用：utf-8、gb18030、big5、windows-1252 等",
      sort: "按收到时间的先后导入，不按文件中的顺序；全部行都会放入内存",
      history:
        "各行在导入之前已有答复：不发送任何消息，案件记录在案并结案，承诺按答复时间、结案时间两列判定，未写的记为无法得知",
      "keep-going": "前 100 行都因同一原因失败时仍继续",
      "virtual-time": "数据文件的时间由 `报时 --时刻` 决定，从 --时刻 开始；用于演示",
      ...staff,
      policy: "策略文件，未写在最前时用"
    },
    examples: [
      [
        "hearback 导入 policy.yaml --数据文件 loop.db --输入 reviews.csv --配对 客户原话=text --配对 渠道:=web",
        "CSV 文件，逐列配对"
      ],
      ["hearback 导入 policy.yaml --数据文件 loop.db --输入 feedback.ndjson --配对 map.yaml", "用配对文件"],
      [
        "hearback 导入 policy.yaml --数据文件 loop.db --输入 old.csv --配对 map.yaml --时段 '30 days' --随机种子 7",
        "没有时间的行"
      ]
    ],
    exits: ["每行都已立案、并入、早已导入或隔离", "前 100 行都因同一原因失败，或行数与结果对不上"]
  },
  worklist: {
    summary: "未结案件，时限最近的在前",
    about: "一行一个案件。末尾的游标用来取下一页。",
    arguments: {},
    options: {
      ...staff,
      as: "此人要办的：本人负责的未结案件，以及等其审批、复查、复核、会签等的全部案件",
      owner: "只看此首问人的案件",
      state: "未结束、客户闭环已结、已结案、保存期满或全部（open、customer-loop-closed、closed、expired、all）",
      kind: "只看此性质",
      category: "只看此类别，名称或标题均可",
      customer: "只看此客户",
      grade: "只看某项定级的此级，如 priority=P1",
      gate: "只看此关口正在进行的案件",
      from: "自此日期或时刻起收到的",
      to: "至此时刻为止，或至此日期结束收到的",
      order: "时限（due）或收到时间（received）",
      limit: "每页行数，至多 200",
      after: "上一页的游标",
      at: "以此时刻计算是否超期"
    },
    examples: [
      ["hearback 待办 --数据文件 loop.db", "接下来要做的"],
      ["hearback 待办 --数据文件 loop.db --经手人 agent-7", "我的案件"],
      ["hearback 待办 --数据文件 loop.db --状态 已结案 --排序 收到时间 --机读", "供程序读取"]
    ],
    exits: ["已列出，空的也算", "不会出现"]
  },
  list: {
    summary: "查找任何状态的案件，按属性和客户原话",
    about: "按收到时间排列。--文字 在客户原话中查找：原话加密保存，不建索引，逐页解密比对，直到找够为止。",
    arguments: {},
    options: {
      text: "客户原话中都有的词句",
      ...staff,
      as: "此人要办的：本人负责的未结案件，以及等其审批、复查、复核、会签等的全部案件",
      owner: "只看此首问人的案件",
      state: "未结束、客户闭环已结、已结案、保存期满或全部（open、customer-loop-closed、closed、expired、all）",
      kind: "只看此性质",
      category: "只看此类别，名称或标题均可",
      customer: "只看此客户",
      grade: "只看某项定级的此级，如 priority=P1",
      gate: "只看此关口正在进行的案件",
      from: "自此日期或时刻起收到的",
      to: "至此时刻为止，或至此日期结束收到的",
      order: "时限（due）或收到时间（received）",
      limit: "每页行数，至多 200",
      after: "上一页的游标",
      at: "以此时刻计算是否超期"
    },
    examples: [
      ["hearback 查找 --自 2026-11-01 --至 2026-11-30 --性质 投诉 --数据文件 loop.db", "一个月的投诉"],
      ['hearback 查找 --文字 "包裹 破损" --定级 urgency=urgent --数据文件 loop.db', "按词句与定级"],
      ["hearback 查找 --关口 told --状态 未结束 --数据文件 loop.db --机读", "结果尚待告知的"]
    ],
    exits: ["已列出，空的也算", "不会出现"]
  },
  case: {
    summary: "一个案件：关口和时限的现状及其依据",
    about: "加 --为什么：发生过的每件事，及其依据的策略行。",
    arguments: { id: "案件编号" },
    options: {
      ...staff,
      why: "逐行列出全部记录",
      clock: "说明某个时限的由来：因何变动，计入了多少时间",
      all: "与 --时钟 同用：逐段列出计入与不计的时间",
      as: `${as}；显示此人现在能做什么`,
      "as-customer": "显示这位客户现在能做什么",
      at: "以此时刻计算是否超期"
    },
    examples: [
      ["hearback 案件 2611-7Q2K9M --数据文件 loop.db", "现状"],
      ["hearback 案件 2611-7Q2K9M --数据文件 loop.db --为什么", "来龙去脉"],
      ["hearback 案件 2611-7Q2K9M --数据文件 loop.db --时钟 agreed", "这个时限怎么来的"]
    ],
    exits: ["找到", "没有这个案件"]
  },
  act: {
    summary: "对案件进行一项操作：通过关口、补偿、移交……",
    about:
      "动词与参数同场景文件，中文、英文都认。操作首先要问的可以直接写在后面（`通过 acknowledged`、`补偿 600`），也可以写成选项（`--关口`、`--数额`）。形如 JSON 的值按 JSON 读；`--记录项.名称 值` 逐项填入。",
    arguments: {
      case: "案件编号",
      command: "通过、答复、来信、补偿、移交、接收、延期、结案、重开……",
      what: "操作首先要问的：关口、时钟、数额或人"
    },
    options: {
      ...staff,
      as,
      "as-customer": "以这位客户的身份操作，用于代录客户所说",
      key: "去重号：同一号重复执行无害",
      "if-version": "仅当此版本之后没有变化时才做"
    },
    examples: [
      ["hearback 办理 2611-7Q2K9M 通过 acknowledged --经手人 agent-7 --数据文件 loop.db", "通过一个关口"],
      ['hearback 办理 2611-7Q2K9M 补偿 --数额 600 --理由 "第三次出错" --经手人 agent-7 --数据文件 loop.db', "补偿"],
      ["hearback 办理 2611-7Q2K9M 移交 --给 supervisor-2 --理由 休假 --经手人 agent-7 --数据文件 loop.db", "移交"]
    ],
    exits: ["已完成，或已受理待批", "被拒绝，并列出拒绝它的每条规则"]
  },
  customer: {
    summary: "一位客户：同意的事项、询问过的问题、是否愿意接受询问",
    about:
      "不写意愿或事件则只显示。`何时询问`（`ask-after`）写有某事件的主动渠道，会在该事件通报之后询问愿意接受询问的客户，问卷由 `报时` 发出。有关案件的事件用 `办理 <案件> 事件 <名称>`。",
    arguments: { customer: "客户编号" },
    options: {
      event: "通报策略 `events` 中声明的事件",
      give: "客户给予的同意",
      withdraw: "客户撤回的同意",
      questions: "谢绝（refused）：不愿接受询问；恢复（welcome）：愿意接受询问。答复照常发出",
      key: "去重号：同一号重复执行无害",
      ...staff
    },
    examples: [
      ["hearback 客户 C-17 --数据文件 loop.db", "现状"],
      ["hearback 客户 C-17 --事件 delivered --去重号 order-4711 --数据文件 loop.db", "通报回访所等的事件"],
      ["hearback 客户 C-17 --询问 谢绝 --数据文件 loop.db", "客户不愿接受询问"]
    ],
    exits: ["已显示或已办理", "被拒绝，并列出所依据的每条规则"]
  },
  tick: {
    summary: "告知引擎时间，处理到期事项",
    about:
      "没有自己的进程报时的时候，可由 cron 运行。写了 --送至 才发送消息；不写则留待配有渠道的进程发送。除非数据文件使用虚拟时间，否则拒绝将来的 --时刻。",
    arguments: {},
    options: {
      ...staff,
      at: "时刻，带时差（缺省为现在）",
      "deliver-to": "把待发给客户和员工的消息全部写成此目录下的文件"
    },
    examples: [
      ["hearback 报时 --数据文件 loop.db", "现在"],
      ["hearback 报时 --数据文件 loop.db --送至 outbox", "没有其他进程发送：消息写成文件"],
      ["hearback 报时 --数据文件 loop.db --时刻 2026-11-17T09:00:00Z --机读", "另一时刻，供程序读取"]
    ],
    exits: ["已完成", "不会出现"]
  },
  measures: {
    summary: "一段时间内发生了什么：全部指标，与策略目标对照",
    about:
      "由记录算出，案件按其所用版本的策略计。没有案件的指标没有数值，既不是 0，也不是 100%；无需人工处理的不计入答复类指标。到期的事项报时之后才计入：先运行 `报时`。已结束的周期按期末所知列出，期后得知的以“现为”注明。",
    arguments: {},
    options: {
      from: "自此日期或时刻起（缺省自第一件起）",
      to: "至此时刻为止，或至此日期结束（缺省至今）",
      by: "同时分组列出：`person`（人员）或 `department`（部门，均指当时的负责方）、`category`（类别）、`kind`（性质）、`channel`（渠道）、策略中的某项定级，或非个人信息的事实",
      percentiles: "另列 75%、90%、95% 的案件在多长时间内完成",
      ...store
    },
    examples: [
      ["hearback 指标 --自 2026-11-01 --至 2026-11-30 --数据文件 loop.db", "一个月"],
      ["hearback 指标 --分组 人员 --百分位 --数据文件 loop.db", "按负责人分列"],
      ["hearback 指标 --数据文件 loop.db --机读", "迄今全部，供程序读取"]
    ],
    exits: ["没有目标未达", "有目标未达"]
  },
  review: {
    summary: "复盘材料：指标、重点案件、反复出现的问题",
    about:
      "`复盘改进.复盘` 所列复盘的上一个完整周期，按策略时区，与再上一期对照。按期末所知列出，期后得知的以“现为”注明。--公示 输出改进公示（策略中的 `改进公示`），Markdown 格式，不含任何可识别个人的内容。",
    arguments: { name: "复盘名（缺省为唯一的一个；有多个时列出）" },
    options: { public: "改进公示：给客户看的报告", at, ...store },
    examples: [
      ["hearback 复盘 case-review --数据文件 loop.db", "每月复盘的上一个整月"],
      ["hearback 复盘 case-review --时刻 2026-11-01 --数据文件 loop.db", "当时应开的那一次"],
      ["hearback 复盘 --公示 --数据文件 loop.db > said-and-done.md", "给客户看"]
    ],
    exits: ["没有目标未达", "有目标未达"]
  },
  publish: {
    summary: "发布策略的新版本并留下记录",
    about:
      "谁可以发布由现行版本写明（`授权.发布`），是否须另一人会签也由它写明：会签就是由另一人发布同一文件。文件有错误则拒绝，有警告则列出。发布后新案件即按此版本（或自 `生效日` 起）受理；在办案件仍按原版本，直到换版。新数据文件的首个版本由 `导入` 时所按的策略生效；此外其他命令都不会使策略生效。",
    arguments: { policy: "策略文件" },
    options: {
      as: "由谁发布",
      reason: "理由，记录在案",
      key: "此次发布的名称：同名只发布一次",
      ...staff
    },
    examples: [
      ["hearback 发布 policy.yaml --数据文件 loop.db --经手人 manager-3 --理由 董事会批准新限额", "使其生效"],
      ["hearback 发布 policy.yaml --数据文件 loop.db --经手人 supervisor-2 --理由 已核对", "需要会签时由另一人会签"]
    ],
    exits: ["已发布，或待会签", "被拒绝：无权发布，或有所欠缺"]
  },
  versions: {
    summary: "策略发布过的版本：由谁发布、为何发布",
    about: "最近的在前，含待生效和待会签的版本。",
    arguments: {},
    options: { ...store },
    examples: [
      ["hearback 版本 --数据文件 loop.db", "全部版本"],
      ["hearback 版本 --数据文件 loop.db --机读", "含完整哈希"]
    ],
    exits: ["已列出", "不会出现"]
  },
  move: {
    summary: "把在办案件换到策略的另一版本，或换用新公布的节假日",
    about:
      "案件一直使用立案时的版本，直到换版；已结案件不变。计时中的时钟按新版本的 `换版时` 处理，新版本没有的即取消。谁可以换版由现行版本的 `授权.换版` 规定，其他策略的文件不受理。先用 --预演 看一看。",
    arguments: { policy: "已发布版本的策略文件（缺省为现行版本）" },
    options: {
      "dry-run": "只看会有什么变化，不存入",
      calendars: "只换用该版本的日历：此后公布的节假日",
      case: "只换此案（可多次给出）",
      as: "由谁换版（--预演 时不用写）",
      reason: "理由，记入每件案件",
      key: "此次换版的名称：同名不会换两次",
      ...staff
    },
    examples: [
      ["hearback 换版 policy.yaml --数据文件 loop.db --预演", "各时限换版前后"],
      ["hearback 换版 policy.yaml --数据文件 loop.db --经手人 manager-3 --理由 新年起实行", "换版"],
      ["hearback 换版 --日历 --数据文件 loop.db --经手人 manager-3 --理由 新年度节假日已公布", "换用新公布的节假日"]
    ],
    exits: ["已换版，或没有可换的", "被拒绝，或点名的案件不变：已结案、没有此案，或已在该版本"]
  },
  quarantine: {
    summary: "收到但无法读取的来件：列出、查看、放行、重读",
    about:
      "不会丢失任何内容：无法读取的连同原始字节和原因留在这里。放行后按原收到时间立案。重读是用更好的配对再读来自文件的行，可指明条目，缺省为全部。",
    arguments: { action: "列出（缺省）、查看、放行或重读", id: "条目编号，用于查看、放行和重读" },
    options: {
      ...staff,
      text: "放行：缺少的客户原话",
      channel: "放行：渠道",
      customer: "放行：客户",
      score: "放行：评分",
      kind: "放行：性质",
      fact: "放行：名称=值",
      received: "放行：收到时间",
      map: "重读：字段=列，写法同导入",
      encoding: "重读：文件的字符编码"
    },
    examples: [
      ["hearback 隔离 --数据文件 loop.db", "等待处理的"],
      ["hearback 隔离 查看 q-3f9c21 --数据文件 loop.db", "一条来件的原始内容"],
      ['hearback 隔离 放行 q-3f9c21 --文字 "发票开错了" --数据文件 loop.db', "放行并立案"],
      ["hearback 隔离 重读 --配对 map.yaml --数据文件 loop.db", "用更好的配对重读每一行"]
    ],
    exits: ["已完成", "没有这个条目，或有条目仍无法读取"]
  },
  undelivered: {
    summary: "投递失败或已放弃的消息：列出、重发",
    about:
      "未发出的消息会自动重试，这里列出失败的原因。渠道拒收的消息，或多日无人接收的消息，不再重试，连同原因留在这里。重发即当作新消息，下一次 `报时` 送出。",
    arguments: { action: "列出（缺省）或重发", ids: "消息编号，用于重发" },
    options: { ...store, all: "重发：列表中的全部消息" },
    examples: [
      ["hearback 未送达 --数据文件 loop.db", "哪些没送到，为什么"],
      ["hearback 未送达 重发 case/2611-7K3QZM/12/0 --数据文件 loop.db", "地址改正之后"],
      ["hearback 未送达 重发 --全部 --数据文件 loop.db", "渠道恢复之后"]
    ],
    exits: ["已完成", "列表中没有这条消息"]
  },
  erase: {
    summary: "使一位客户的个人信息在所有副本中不再可读",
    about:
      "销毁该客户的密钥；档案本身保持完整，仍可核对。谁可以擦除由现行策略的 `授权.擦除` 规定。有案件未结、按 `档案保存` 仍须保存或还在隔离区时拒绝。保存期满的会自动擦除。",
    arguments: { customer: "客户编号" },
    options: {
      as: "由谁要求擦除",
      "as-customer": "由客户本人申请（须策略允许）",
      reason: "理由，记入每件案件",
      "even-if-kept": "即使仍须保存",
      ...staff
    },
    examples: [
      ["hearback 擦除 C-17 --经手人 manager-3 --理由 客户要求 --数据文件 loop.db", "擦除，或查看仍须保存的原因"],
      ["hearback 擦除 C-17 --经手人 manager-3 --理由 客户要求 --仍要擦除 --数据文件 loop.db", "仍须保存也擦除"]
    ],
    exits: ["已擦除", "被拒绝；或仍须保存，列出案件与期限；或没有与此编号有关的内容；或已擦除但仍有须再办的事项"]
  }
}
