/** Help for commands on policies, in Chinese. */
import type { PolicyCommandHelp } from "../../en/help/CommandHelp.ts"

const policy = "策略文件（缺省从当前目录向上找 hearback.yaml、policy.yaml 或唯一的 *.policy.yaml）"
export const keyFile = "其密钥文件（缺省取 HEARBACK_KEY_FILE，再取数据文件名加 .keys）"
export const people = "人员表（缺省取策略旁的 people.yaml）"
export const at = "假定现在是这一时刻：2026-11-16T09:40+08:00，或策略时区的本地时间"

export const policyCommands: PolicyCommandHelp = {
  init: {
    summary: "新建策略：一份带注释的小策略、一个场景、人员表和说明",
    about: "写出的文件可直接通过 `检查` 和 `测试`。不写 `--覆盖` 就不覆盖已有文件。",
    arguments: { folder: "写到哪个目录；不写则为当前目录" },
    options: {
      name: "策略编号（缺省取目录名）",
      pack: "继承这个策略包：策略、人员表和场景，用策略包的语言或 --语言 所写的",
      project: "独立的项目：另写 package.json 和一个可运行的程序",
      force: "覆盖已有文件"
    },
    examples: [
      ["hearback 新建", "写到当前目录"],
      ["hearback 新建 my-loop --语言 zh", "写到新目录，键、词句和注释都用中文"],
      ["hearback 新建 投诉 --策略包 cn-cbirc", "以策略包为底新建；`hearback 策略包` 列出全部"]
    ],
    exits: ["已写出", "不会出现"]
  },
  check: {
    summary: "上线之前找出策略的问题",
    about:
      "一次报告看得出的全部问题：写法、名称、有遗漏或有无效行的规则表、无人能过的关口。写法有歧义的文件须先改好，其内容随后再检查。策略旁的模拟方案和日志映射一并检查；指明其中一个时，连同它所指的策略检查。",
    arguments: { policy },
    options: {
      format:
        "供人阅读：详列、每条一行；供程序读取：json、sarif（代码平台与编辑器）、github（GitHub Actions 批注）、junit（持续集成）",
      fix: "把确定无误的修正写入文件",
      "fail-on": "从哪一级起算作不通过：错误、警告，或从不",
      html: "另把结果写成一页独立的网页，逐条列在所涉部分的图旁，可切换语言",
      watch: "策略旁的文件一有改动就重新检查，按 Ctrl-C 结束"
    },
    examples: [
      ["hearback 检查 policy.yaml", "列出所有问题及所在的行"],
      ["hearback 检查 a.policy.yaml b.policy.yaml --格式 json", "供程序读取"],
      ["hearback 检查 policy.yaml --不通过条件 警告", "在持续集成中连警告也算"],
      ["hearback 检查 policy.yaml --格式 sarif", "供代码平台逐行显示"],
      ["hearback 检查 policy.yaml --监视", "与编辑器并用"]
    ],
    exits: ["没有错误", "有问题"]
  },
  explain: {
    summary: "一条诊断是什么意思、为什么要紧、怎样写才对",
    about: "不写代码则列出“检查”能发现的全部问题；写领域（如 clock）则列出该领域的。",
    arguments: { code: "“检查”所示的代码，或其前半" },
    options: {},
    examples: [
      ["hearback 详解 clock/due-while-closed", "一条诊断"],
      ["hearback 详解 clock", "时钟的全部诊断"]
    ],
    exits: ["已说明", "不会出现"]
  },
  fmt: {
    summary: "统一书写格式，或转换键名语言",
    about: "键按参考手册的顺序，时长写全称，能放一行就放一行。注释保留，含义不变。",
    arguments: { files: "策略、分文件、场景、人员表、模拟方案、日志映射，或其目录；不写则为当前目录" },
    options: {
      check: "不写文件；有需要改动的即答“否”",
      keys: "全部键名和用词的语言：zh-CN 或 en",
      flat: "打印合并继承内容之后的策略，并注明各部分的出处"
    },
    examples: [
      ["hearback 排版", "当前目录下全部文件"],
      ["hearback 排版 --只检查", "用于持续集成"],
      ["hearback 排版 policy.yaml --键名语言 zh-CN", "英文键名转为中文，写 en 则转回"],
      ["hearback 排版 policy.yaml --展开", "继承之后逐行生效的内容"]
    ],
    exits: ["已写好，或无需改动", "文件有错误，或 --只检查 发现需要改动"]
  },
  pack: {
    summary: "可供继承的策略包：列出、查看，锁定策略所用的",
    about:
      "说明策略包承诺什么、依据哪些条款、核对到什么程度、留给继承者什么。锁定时在策略旁写一份文件，记下所用各策略包的哈希；升级后策略包有变，`检查` 会指出。",
    arguments: { action: "list（缺省）、show 或 lock", what: "查看：策略包；锁定：策略文件" },
    options: {},
    examples: [
      ["hearback 策略包", "列出全部"],
      ["hearback 策略包 查看 cn-cbirc", "其承诺、关口、权限与来源"],
      ["hearback 策略包 锁定 policy.yaml", "写出 policy.lock.json，供 `检查` 比对"]
    ],
    exits: ["已列出、查看或写出", "不会出现"]
  },
  types: {
    summary: "把策略中的名称写成类型：程序用了策略中没有的名称即无法编译",
    about:
      "渠道、类别、角色、部门、等级、记录项、事件、闭环、关口及其凭据、时钟、消息、拒绝代码，写成平铺的 TypeScript 类型。策略改动后重新生成，不要手工修改。",
    arguments: { policy },
    options: {
      output: "写入哪个文件，也可写 `-o`",
      check: "不写入；文件与应写内容不同即答“否”"
    },
    examples: [
      ["hearback 类型 policy.yaml -o policy.gen.ts", "每次改动策略之后"],
      ["hearback 类型 policy.yaml -o policy.gen.ts --只检查", "用于 CI"]
    ],
    exits: ["已写入，或无需写入", "`--只检查` 时文件不存在，或与应写内容不同"]
  },
  docs: {
    summary: "把策略写成管理者能读的网页：流程图、表格、消息样例",
    about:
      "一个独立的文件，可切换语言，可阅读、打印和转发：各类反馈的环节及其退回、定级、时限与工作时间、逐级升级、授权阶梯、每条消息发出的样子，`check` 的结果列在所涉部分旁边。策略须没有错误，有错误时请先改正。",
    arguments: { policy },
    options: { output: "要写入的网页，也可写 `-o`" },
    examples: [
      ["hearback 说明书 policy.yaml -o policy.html", "给不读 YAML 的人看的策略"],
      ["hearback 说明书 policy.yaml -o policy.html --语言 en", "打开时先显示英文"]
    ],
    exits: ["已写入", "不会出现"]
  },
  diff: {
    summary: "按对案件的作用比较两份策略，不论写法",
    about:
      "列出哪些案件的定级、路径、关口、时限不同，以及权限、首问人、消息、用语、保存期的变化：每处附一个可复现的案件和两份文件中的行号，放松的排在最前。排版、注释、键的先后和键名语言都不算不同。",
    arguments: { old: "原来的策略", new: "新的策略", files: "与 `--驱动` 同用：git 在路径之后给出的参数" },
    options: {
      db: "并列出此数据文件中受影响的在办和已结案件，及如何受影响",
      "key-file": keyFile,
      git: "作 git 的比较驱动，路径和新旧两方由 git 补上：git config diff.hearback.command 'hearback 比较 --驱动'",
      assert: "不放松：有放松或可能放松之处即答“否”",
      html: "另写成一页独立的网页，可切换语言",
      markdown: "输出 Markdown，用于合并请求"
    },
    examples: [
      ["hearback 比较 a.policy.yaml b.policy.yaml", "变了什么，对谁而变"],
      ["hearback 比较 a.policy.yaml b.policy.yaml --要求 不放松", "用于持续集成：对客户的承诺不少于从前"]
    ],
    exits: ["已比较", "不合 `--要求`"]
  },
  grade: {
    summary: "试算：这条反馈会怎样处理，依据哪一行",
    about: "在内存中按真实步骤立一个案件，展示结果，不保存任何内容。",
    arguments: { policy },
    options: {
      text: "客户原话",
      channel: "策略中的渠道（缺省取第一个）",
      fact: "策略中的事实，写作 名称=值",
      score: "评分，用于有分值的渠道",
      kind: "已知的性质：投诉、建议、咨询、表扬或评分",
      customer: "哪位客户；其事实取自人员表",
      contacts: "这位客户为同一事项联系过几次，含本次",
      as: "接收人（缺省为渠道自动接收：system:<渠道>）",
      people,
      at
    },
    examples: [
      ['hearback 试算 policy.yaml --渠道 email --文字 "发票又开错了，第三次了，完全不能忍"', "会怎样处理，为什么"],
      ['hearback 试算 policy.yaml --文字 "收到时已破损" --事实 amount=1200 --时刻 2026-11-16T09:40', "带事实和时刻"],
      ["hearback 试算 policy.yaml --渠道 rating --评分 3 --机读", "只有评分，供程序读取"]
    ],
    exits: ["会立案", "不会立案：没有客户原话，或策略拒收"]
  },
  test: {
    summary: "运行场景，对照预期与实际",
    about: "参数为场景文件或目录；目录中查找 *.scenario.yaml。",
    arguments: { files: "场景文件或目录；不写则为当前目录" },
    options: {
      coverage: "另列场景覆盖了策略的哪些部分、漏了哪些，各附所在行",
      min: "覆盖的最低百分比；低于它即答“否”",
      propose: "另给出可复制的场景以覆盖其余部分，均已试跑；需要数秒",
      mutate: "另列改动策略而没有场景发现之处：界值、表行、关口、限额；需要一些时间",
      most: "最多试多少处改动；不写则 100"
    },
    examples: [
      ["hearback 测试", "当前目录下的全部场景"],
      ["hearback 测试 --覆盖率 --至少 90", "并看场景是否覆盖策略的九成"],
      ["hearback 测试 policy.scenario.yaml --机读", "一个目录，供程序读取"]
    ],
    exits: ["全部符合", "有不符，或覆盖低于 `--至少`"]
  },
  simulate: {
    summary: "假设推演：在虚拟时间里模拟数周的反馈、人手与客户，给出区间",
    about:
      "反馈随机到达，人员表中的人按与真实人员相同的规则办理，客户作出答复。未说明之处按假定计，并在结果中列出。同一随机种子得到同一结果。",
    arguments: { policy },
    options: {
      plan: "模拟方案 *.simulation.yaml：来件、人手与用时、客户行为、成本",
      against:
        "与另一策略或另一模拟方案（*.simulation.yaml）对比：同一批客户，给出差异、区间，以及最先改变的案件和依据的行",
      sweep: "策略或模拟方案中的一项逐一取各值：路径=值,值",
      "staff-for": "达到目标所需的最少人手，如“按时率.处理方案 >= 95%”",
      role: "调整哪个角色的人数（缺省取首问角色中的第一个）",
      sensitivity: "对某一数值影响最大的因素，如 按时率.处理方案（缺省为按时率最低的时限）：来件、用时、人手逐一增减",
      workers: "用几个线程并行（缺省每核一个）；结果不变",
      html: "另写成一页独立的网页，可切换语言：图、表和一个案件的经过",
      log: "写出第一次重复中发生的一切：.xes 供流程挖掘工具读取，否则为 CSV",
      weeks: "反馈持续到达几周（缺省 12）",
      "per-day": "平均每天收到多少件反馈",
      replications: "换一组随机数重做几次（缺省 10 至 30，平均答复用时误差不超过 10% 即止）；次数越多，区间越窄",
      seed: "决定全部随机性的整数（缺省 1）",
      people
    },
    examples: [
      ["hearback 模拟 policy.yaml --周数 1 --重复次数 2 --每日件数 2", "先看一眼，未说明之处按假定"],
      ["hearback 模拟 policy.yaml --人员表 people.yaml --每日件数 1 --周数 1 --重复次数 2 --机读", "供程序读取"],
      ["hearback 模拟 a.policy.yaml --对比 b.policy.yaml --每日件数 1 --周数 1 --重复次数 2", "改策略前后对比"],
      ["hearback 模拟 policy.yaml --逐值 来件.每日件数=1,2 --周数 1 --重复次数 2", "逐一取值"],
      [
        'hearback 模拟 policy.yaml --人手下限 "time-to-answer <= 90 天" --每日件数 1 --周数 2 --重复次数 2',
        "最少需要几人"
      ],
      ["hearback 模拟 policy.yaml --敏感度 time-to-answer --每日件数 1 --周数 1 --重复次数 2", "哪个因素影响最大"]
    ],
    exits: ["有结果", "积压不断增加：人手赶不上来件；或多少人都达不到目标"]
  },
  backtest: {
    summary: "用日志中的历史案件回测策略：当时会如何判定",
    about:
      "日志中的每件案件都按正式运行的规则，依当时已知的内容重新判定：定级、首问人、时限、关口、谁有权。可与另一版本对照，也可与当时的决定对照。策略要读而日志没有的，计为无法判定，绝不补填。",
    arguments: { policy },
    options: {
      log: "其他系统的事件日志：CSV 或 .xes",
      db: "没有日志时，重新判定此数据文件中的案件",
      "key-file": keyFile,
      map: "日志映射 *.mapping.yaml：哪一列是什么，用词是什么意思",
      baseline: "所对照的版本；缺省为日志所记当时的决定",
      people,
      encoding: "CSV 的字符编码（缺省自行识别）",
      "fail-on": "条件，如 `新增超期 > 0, 定级降低 > 1%`；有一条成立即答“否”，没有一件得到判定也答“否”",
      mine: "从日志提炼一个定级维度的规则表并打印，如 `grading.priority`",
      markdown: "打印 Markdown，供合并请求使用",
      estimate: "另外估计当时会怎样：以日志中的来件模拟，与精确部分分开列出",
      html: "另写成一页独立的网页，可切换语言",
      plan: "配合 --估计：模拟方案 *.simulation.yaml，写明日志没有的内容",
      weeks: "配合 --估计：只取日志最后几周的来件",
      replications: "配合 --估计：换一组随机数重做几次（缺省 10）",
      seed: "配合 --估计：决定全部随机性的整数（缺省 1）",
      workers: "配合 --估计：用几个线程并行（缺省每核一个）；结果不变"
    },
    examples: [
      ["hearback 回测 policy.yaml --事件日志 incidents.csv --配对 incidents.mapping.yaml", "与当时的决定对照"],
      [
        "hearback 回测 policy.yaml --事件日志 incidents.csv --配对 incidents.mapping.yaml --对照 policy.yaml --不通过条件 '定级降低>0'",
        "与另一版本对照；有案件定级会降低即不通过"
      ],
      ["hearback 回测 policy.yaml --数据文件 loop.db --对照 a.policy.yaml", "回测自己的案件"],
      [
        "hearback 回测 policy.yaml --事件日志 incidents.csv --配对 incidents.mapping.yaml --提炼 grading.urgency",
        "从日志提炼规则表"
      ]
    ],
    exits: ["有结果，且 `--不通过条件` 均不成立", "有条件成立，或没有一件得到判定"]
  }
}
