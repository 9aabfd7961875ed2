/** Shows who owns a case, and who works on it. */
import type { Markup } from "../../Markup.ts"
import { type PolicyView, pairs } from "../part/PolicyView.ts"
import { variedText } from "../part/TimeText.ts"

/** Makes the section. */
export const owner = ({ bundle, words, naming }: PolicyView): readonly Markup[] => {
  const { ownership } = bundle
  const { firstOwner, queue, takeUp, handover, absent = [], recuse, onCall, atMostOpen, department, team } = ownership
  const says = words.owner
  const when = (condition: Parameters<typeof naming.condition>[0] | undefined): string | undefined =>
    condition && naming.condition(condition)
  const handing = says.handoverSays(naming.length(handover.acceptWithin), handover.atMost, naming.one(handover.arbiter))
  return [
    pairs([
      [
        says.first,
        [says.firstSays(naming.list(firstOwner.map(naming.one))), ...(queue === true ? [says.queue] : [])].join(
          words.semicolon
        )
      ],
      [says.takeUp, takeUp && naming.length(takeUp)],
      [says.handover, handover.outsideDepartment === "never" ? `${handing}${words.semicolon}${says.inside}` : handing],
      [says.absent, naming.list(absent.map(naming.one))],
      [says.recuse, recuse && says.recuseSays(naming.condition(recuse.when), naming.who(recuse.to))],
      [
        says.onCall,
        onCall &&
          says.onCallSays(naming.list(onCall.to.map(naming.one)), naming.length(onCall.acceptWithin), when(onCall.when))
      ],
      [says.atMost, atMostOpen === undefined ? undefined : String(atMostOpen)],
      [
        says.department,
        department &&
          variedText(
            department,
            (to) => ("department" in to ? naming.department(to.department) : says.departmentOfCategory),
            words,
            naming
          )
      ],
      [
        says.team,
        team &&
          says.teamSays(
            naming.list(team.members.map(naming.one)),
            when(team.when),
            team.answerWithin && naming.length(team.answerWithin)
          )
      ],
      [says.overdue, team && naming.who(team.overdue, words.both)]
    ])
  ]
}
