/** Why a file beside a policy or a store cannot be used, and what to do about it. */
import type { Like } from "@hearback/core"
import type * as en from "../en/Stores.ts"

const trouble: Readonly<Record<string, string>> = {
  "store/schema": "它由较新版本的 hearback 写成，或被其他程序改动、损坏",
  "store/outdated": "其库表由较旧版本的 hearback 建立：请运行 `hearback 库表 升级`",
  "store/export": "请先写完整的记录文件，再写它的密钥文件；文件如有损坏，请重新导出",
  "store/not-empty": "其中已有内容：请导入新库",
  "store/missing": "其中尚无内容：可用 `hearback 库表 升级` 建立库表",
  "store/keys": "请恢复它自己的密钥，或用 `--密钥文件` 指明位置；`库表 导入` 的第二个文件是密钥文件",
  "store/conflict": "另一个进程正在写入，请重试",
  "store/folder": "数据文件或密钥文件所在的文件夹不存在，请先建立",
  "store/driver": "PostgreSQL 存储需要其驱动：请运行 `npm install pg`"
}

export const store: Like<typeof en.store> = {
  trouble: (code) => trouble[code] ?? "它不是 hearback 的数据文件、已损坏，或没有权限打开",
  noKeys: (keys) => `旁边没有其密钥文件 \`${keys}\``,
  otherKeys: "旁边的密钥文件属于另一数据文件",
  endsEarly: "文件不完整",
  noXml: (line, column) => `第 ${line} 行第 ${column} 列不是 XML`
}
