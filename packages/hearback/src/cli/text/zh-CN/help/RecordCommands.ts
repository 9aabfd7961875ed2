/** Help for commands that look after a record, in Chinese. */
import type { RecordCommandHelp } from "../../en/help/CommandHelp.ts"
import { people } from "./PolicyCommands.ts"
import { store } from "./StoreCommands.ts"

export const recordCommands: RecordCommandHelp = {
  verify: {
    summary: "核对记录：每条事件链、已签名的内容，以及由事件得出的各行",
    about:
      "核对无误的内容会用密钥文件中的密钥签名，并在其中计数：记录被退回、截断或重做都会被发现。已擦除的个人信息不影响核对。",
    arguments: {},
    options: {
      ...store,
      anchor: "同时与 `hearback 锚点` 输出的锚点比对"
    },
    examples: [
      ["hearback 核对 --数据文件 loop.db", "核对全部记录"],
      ["hearback 核对 --数据文件 loop.db --锚点 anchor.json", "记录是否仍与锚点一致"],
      ["hearback 核对 --数据文件 loop.db --机读", "供程序读取"]
    ],
    exits: ["记录完整", "记录不完整，逐处列出"]
  },
  anchor: {
    summary: "输出当前记录的锚点（一个哈希值），另行保存",
    about:
      "能同时改写数据文件和密钥文件的人，可以重做一份自身完整的记录。事先打印、邮寄或加盖时间戳的锚点可以查出这种改动：`hearback 核对 --锚点`。",
    arguments: {},
    options: { ...store },
    examples: [
      ["hearback 锚点 --数据文件 loop.db > anchor.json", "再把文件存到他人接触不到的地方"],
      ["hearback 锚点 --数据文件 loop.db --语言 en > anchor.json", "文件中的说明用英文"]
    ],
    exits: ["已输出", "不会出现"]
  },
  rebuild: {
    summary: "按事件重建列表、到期时刻和待发消息的各行",
    about: "用于 `核对` 发现不符的行。不写入也不改动任何事件；事件本身不完整时不重建。",
    arguments: {},
    options: {
      ...store,
      restored: "数据文件是有意从备份恢复的：按现状重新签名"
    },
    examples: [
      ["hearback 重建 --数据文件 loop.db", "更正各行"],
      ["hearback 重建 --数据文件 loop.db --已恢复", "恢复备份之后"]
    ],
    exits: ["各行均与事件一致", "不会出现"]
  },
  db: {
    summary: "数据库中的表：版本、升级，以及把全部内容转存到另一个数据库",
    about:
      "新版本的 hearback 可能需要旧版本没有建立的表。“升级”只增不减，上一版本的程序可以继续使用同一数据，直到 `--清除旧结构` 去掉只有它们才用的部分。“导出”把某一时刻的全部记录写入一个文件，密钥写入另一个文件，期间其他进程可以照常工作。“导入”把两者放进一个空库（文件或 PostgreSQL），此后它就是原来的那个库。",
    arguments: {
      action: "状况（缺省）、升级、打印、导出或导入",
      files: "导出、导入：记录文件和密钥文件"
    },
    options: {
      ...store,
      contract: "升级：同时去掉只有旧版本程序才用的部分，此后旧版本程序不能再使用"
    },
    examples: [
      ["hearback 库表 状况 --数据文件 loop.db", "库表是哪个版本"],
      ["hearback 库表 升级 --数据文件 loop.db", "升级 hearback 之后、启动进程之前"],
      ["hearback 库表 打印 --数据文件 loop.db", "列出“升级”要执行的语句，供数据库管理员使用"],
      ["hearback 库表 导出 record.ndjson keys.ndjson --数据文件 loop.db", "两个文件要分开保存：密钥能打开加密内容"],
      ["hearback 库表 导入 record.ndjson keys.ndjson --数据文件 new.db", "导入空库"]
    ],
    exits: ["已完成，或无需处理", "“状况”：库表需要升级"]
  },
  work: {
    summary: "持续向数据文件报时，直到中断",
    about:
      '专门处理待办事项的进程：到期的事项按时触发。写了 --送至 才发送消息；不写则留待您配有渠道的进程（`run: "worker"`）发送。可在多台机器上同时运行多个。收到 SIGINT 或 SIGTERM 后，完成手头事项再退出。',
    arguments: {},
    options: {
      ...store,
      people,
      every: "两次查看之间最多等待的秒数，缺省 10",
      http: "在此端口提供 /livez、/readyz、/metrics",
      "deliver-to": "把待发给客户和员工的消息全部写成此目录下的文件"
    },
    examples: [
      ["hearback 值守 --数据文件 loop.db", "与应答请求的进程并行"],
      ["hearback 值守 --数据文件 loop.db --端口 9464 --送至 outbox", "附探测接口，消息写成文件"]
    ],
    exits: ["已中断，手头事项均已完成", "不会出现"]
  }
}
