/** What was assumed where a simulation says nothing, in sentences that a process owner reads. */

type Values = Readonly<Record<string, string | number>>

export const assumption = {
  "off-hours": (values: Values) =>
    `${values["share"]} of the feedback arrives while nobody works, so nearly everything waits: check the time zone of the arrivals and the hours of the staff.`,
  "from-and-length": (values: Values) =>
    `Feedback of ${values["weeks"]} ${String(values["weeks"]) === "1" ? "week" : "weeks"} from ${values["from"]} is simulated.`,
  "left-out": (values: Values) =>
    `Recorded arrivals: ${values["arrivals"]}; rows that cannot be used and are left out: ${values["leftOut"]} (\`hearback check\` says why).`,
  arrivals: (values: Values) =>
    `${values["perDay"]} pieces of feedback arrive a day on average: about as many as keep the busiest role (${values["role"]}) busy for ${values["share"]} of its time.`,
  profile: (values: Values) =>
    `Four in five arrive in the hours of the calendar ${values["calendar"]}, the others between 08:00 and 22:00 of every day.`,
  "profile-of-days": "Feedback arrives at random between 08:00 and 22:00 of every day.",
  categories: (v: Values) => `Every category that the dictionary has words for comes alike: ${v["names"]}.`,
  channels: (v: Values) => `Every channel on which customers come by themselves is used alike: ${v["names"]}.`,
  "form-facts": (values: Values) =>
    `Where a form asks for facts that nothing gives, their values come alike: ${values["names"]}.`,
  words: "What customers write is made of the words of the policy's dictionary.",
  staff: (v: Values) => `Two people of each role work: ${v["names"]}.`,
  hours: (v: Values) => `Who has no calendar works the hours of the calendar ${v["calendar"]}.`,
  discipline: "What is due first is taken up first.",
  times: (values: Values) =>
    `How long work takes is assumed: ${values["times"]} (half of the time less; one in ten takes more than 2.5 times as long).`,
  "errand-times": (v: Values) => `So is how long work takes that stands at no gate: ${v["times"]}.`,
  "proposal-delay": (v: Values) => `Customers answer a proposal after ${v["delay"]} hours (median).`,
  "proposal-answers": (values: Values) =>
    `To a proposal ${values["agree"]} agree, ${values["counter"]} counter, ${values["refuse"]} refuse, ${values["silent"]} never answer.`,
  "confirmation-delay": (v: Values) => `Customers say after ${v["delay"]} hours (median) whether it was put right.`,
  "confirmation-answers": (values: Values) =>
    `With the result ${values["satisfied"]} are satisfied, ${values["dissatisfied"]} dissatisfied, ${values["silent"]} stay silent.`,
  surveys: (values: Values) =>
    `When a period of these surveys begins, the customers who came in the one before are asked, all with their consent, and answer as above: ${values["names"]}. Other customers whom the host knows are not simulated.`,
  "no-more-words": "Customers write nothing more while their case is open, and do not come back after its end.",
  smooth: (v: Values) => `This never happens: ${v["names"]}.`,
  health: "Everybody works on one case at a time, and nobody falls ill.",
  "nothing-arrives": "Nothing arrives in the time that is simulated, so there are no figures of cases.",
  "as-recorded": (values: Values) =>
    `Feedback comes as it was recorded; what else is said of it counts for nothing: ${values["names"]}.`,
  "as-first": (values: Values) =>
    `Both are simulated in the time and with the chance that the first says; what the second says of these counts for nothing: ${values["names"]}.`,
  elsewhere: (v: Values) => `These lie outside the time that is simulated and change nothing: ${v["names"]}.`,
  patience: "Customers wait as long as it takes.",
  decisions: "Conclusions that the policy offers come alike.",
  compensation: "No money is given to customers.",
  deadlines: "Nobody pauses a clock, asks for more time, or lets a gate go.",
  systemic: (v: Values) => `${v["share"]} of root causes prove systemic.`,
  money: "An hour of work costs nothing: no rates were given.",
  "money-of": (v: Values) => `An hour of these roles costs nothing, since no rate was given: ${v["names"]}.`
}
