/** The page that an answer leaves behind where `--html` names one. */
import { absolute } from "../file/Paths.ts"
import { type PageOf, pageOf } from "../page/Page.ts"
import type { Context, Request } from "../program/Command.ts"
import { storyOf } from "../simulate/Story.ts"
import { written } from "../simulate/Written.ts"

/** Writes the page of an answer, with a case as it went. Returns its path for people; nothing where none is named. */
export const writePage = (page: PageOf, request: Request, context: Context): readonly string[] => {
  const named = request.one("html")
  if (named === undefined) return []
  const story = storyOf(page.subject, page.report.identity.countedFrom)
  return [written(absolute(named, context), pageOf({ ...page, story }, context), context)]
}
