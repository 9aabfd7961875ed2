/**
 * The types of core that the compiler uses. Each alias has the name and the meaning of the type in core, where its
 * documentation is.
 */
import type * as Core from "@hearback/core"

export type AlarmRule = Core.Bundle.AlarmRule
export type AssumptionRule = Core.Bundle.AssumptionRule
export type AuthorityRule = Core.Bundle.AuthorityRule
export type Bundle = Core.Bundle.Bundle
export type CategoryRule = Core.Bundle.CategoryRule
export type ChannelRule = Core.Bundle.ChannelRule
export type ClockRule = Core.Bundle.ClockRule
export type Condition = Core.Bundle.Condition
export type DictionaryRule = Core.Bundle.DictionaryRule
export type DimensionRule = Core.Bundle.DimensionRule
export type Duty = Core.Bundle.Duty
export type EndingRule = Core.Bundle.EndingRule
export type FactDeclaration = Core.Bundle.FactDeclaration
export type FormRule = Core.Bundle.FormRule
export type Frequency = Core.Bundle.Frequency
export type GateKind = Core.Bundle.GateKind
export type GateRule = Core.Bundle.GateRule
export type Input = Core.Bundle.Input
export type Language = Core.Bundle.Language
export type LearningRule = Core.Bundle.LearningRule
export type TargetsRule = Core.Bundle.TargetsRule
export type LimitRule = Core.Bundle.LimitRule
export type LoopRule = Core.Bundle.LoopRule
export type MessageRule = Core.Bundle.MessageRule
export type OutputEntry = Core.Bundle.OutputEntry
export type OwnershipRule = Core.Bundle.OwnershipRule
export type RoutineDay = Core.Bundle.RoutineDay
export type RoutineTimes = Core.Bundle.RoutineTimes
export type QuestionRule = Core.Bundle.QuestionRule
export type PointsRule = Core.Bundle.PointsRule
export type PolicyPlace = Core.Bundle.PolicyPlace
export type ReopenRule = Core.Bundle.ReopenRule
export type RuleId = Core.Bundle.RuleId
export type RootCauseMethod = Core.Bundle.RootCauseMethod
export type Text = Core.Bundle.Text
export type Varying<T> = Core.Bundle.Varying<T>
export type CalendarRule = Core.Calendar.CalendarRule
export type Shift = Core.Calendar.Shift
export type DayPart = Core.Calendar.DayPart
export type FactType = Core.Fact.FactType
export type FactValue = Core.Fact.FactValue
export type ClockPoint = Core.Target.ClockPoint
export type Ranges = Core.Ranges.Ranges
export type TableRow = Core.Table.TableRow
export type Table = Core.Table.Table
export type Target = Core.Target.Target
export type ThresholdRule = Core.Bundle.ThresholdRule
export type Zone = Core.Zone.Zone
