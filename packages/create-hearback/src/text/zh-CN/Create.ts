/** `npm create hearback` 的提示。 */
import type { Create } from "../en/Create.ts"

export const create: Create = {
  language: "语言",
  answers: ["z", "chinese", "中文", "中"],
  folder: (usual) => `目录 [${usual}]：`,
  help: (languages) => `npm create hearback [目录] -- [选项]

新建一个目录：策略、人员、场景，以及一个可运行的程序。

  --lang ${languages}   文件的语言；不写则询问，或取系统语言
  --name <编号>  策略编号；缺省取目录名
  --force        覆盖已有文件
`
}
