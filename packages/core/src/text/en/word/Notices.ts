/** Who hears of something by a notice to the staff, and on which occasion. */

const owner = "owner"
const asker = "who asked"

export const notices = {
  assigned: { to: owner, when: "a case has become theirs" },
  "said-again": { to: owner, when: "the customer said it again, or another case was merged" },
  "word-to-read": { to: owner, when: "the customer has written" },
  "proposal-agreed": { to: owner, when: "the customer agreed to the proposal" },
  "proposal-countered": { to: owner, when: "the customer asks for a change of the proposal" },
  "proposal-refused": { to: owner, when: "the customer refused the proposal" },
  "proposal-undecided": { to: "the arbiter", when: "the rounds are over and nothing was agreed" },
  "customer-satisfied": { to: owner, when: "the customer confirmed that it was put right" },
  "customer-dissatisfied": { to: owner, when: "the customer is not satisfied, and no reopening takes it" },
  reopened: { to: owner, when: "the case is open again" },
  "reopening-parked": { to: owner, when: "a word of the customer's came too often to reopen the case by itself" },
  "ended-early": { to: owner, when: "the case was withdrawn, forwarded, turned away or merged" },
  "closed-by-silence": { to: owner, when: "the customer stayed silent, and the loop was closed" },
  "message-bounced": { to: owner, when: "a message to the customer did not arrive" },
  regraded: { to: owner, when: "a grade changed" },
  reminder: {
    to: "owner; with `escalate` before the due whom it names",
    when: "a point of `remind` or `escalate` before the due"
  },
  overdue: {
    to: "whom `escalate` names; owner and lead for take-up, handover, call",
    when: "its due, or a point after it"
  },
  alarm: {
    to: "whom the alarm names; owner",
    when: "an alarm; a decision comes up again; a prevention failed elsewhere"
  },
  "gate-passed": { to: "whom `notify` of the gate names", when: "a gate is passed" },
  praised: { to: "the praised, where a gate says so", when: "a gate is passed" },
  "signature-asked": {
    to: "who has to sign",
    when: "evidence was shown, or a reason given, that waits for signatures"
  },
  "review-asked": { to: "`dictionary.review-by`", when: "the dictionary is not sure" },
  "spot-check": { to: "`authority.spot-check.by`", when: "a decision was drawn" },
  "handover-offered": {
    to: "who is asked to take over",
    when: "a handover, a call, or too many handovers for the arbiter"
  },
  "handover-returned": {
    to: "who offered it, or was offered it",
    when: "a handover was accepted, declined or taken back; a call was taken"
  },
  "team-formed": { to: "members of the team", when: "a team is formed" },
  "department-asked": { to: "contact of the department", when: "a department owes its part" },
  "department-answered": { to: owner, when: "a department has done its part" },
  "action-asked": { to: "owner of the action", when: "an action is planned, and when 80 % of its time is over" },
  "action-overdue": { to: "owner of the action, owner, head of the department", when: "an action is overdue" },
  "action-done": { to: owner, when: "an action was reported done" },
  "approval-asked": { to: "who is asked", when: "a request waits for approval" },
  "request-approved": { to: asker, when: "it was approved" },
  "request-denied": { to: asker, when: "it was denied, by a person or because nobody answered" },
  "request-passed-on": {
    to: "who asked, and who did not answer",
    when: "nobody answered in time, and the next is asked"
  },
  "request-ended": {
    to: "who asked, and who was asked",
    when: "what it was about has ended, it was taken back, or somebody else answered"
  },
  "problem-told": { to: owner, when: "the cause of the case is being prevented" },
  "problem-closed": { to: owner, when: "that prevention has proved effective" },
  "verification-failed": { to: owner, when: "a check of effectiveness failed" },
  invited: { to: "everybody of the roles in `invite`", when: "a case of a routine opens, such as a review" },
  quarantined: { to: "`intake.quarantine.notify`", when: "an arrival waits in quarantine" }
}
