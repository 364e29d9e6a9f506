import { afterFilingDialogues } from "./after-filing.ts";
import { askDialogues } from "./ask.ts";
import { askBareFollowUpDialogues } from "./ask-bare-follow-up.ts";
import { askFollowUpDialogues } from "./ask-follow-up.ts";
import { askPlainlyDialogues } from "./ask-plainly.ts";
import { askTopicsDialogues } from "./ask-topics.ts";
import { askTwoDialogues } from "./ask-two.ts";
import type { Dialogue } from "./cases.ts";
import { checkCorrectDialogues } from "./check-correct.ts";
import { checkDesilDialogues } from "./check-desil.ts";
import { checkFollowUpDialogues } from "./check-follow-up.ts";
import { checkLeftDialogues } from "./check-left.ts";
import { checkMissedDialogues } from "./check-missed.ts";
import { checkNoNumberDialogues } from "./check-no-number.ts";
import { checkNumberDialogues } from "./check-number.ts";
import { checkPageDialogues } from "./check-page.ts";
import { checkProofDialogues } from "./check-proof.ts";
import { checkResultDialogues } from "./check-result.ts";
import { checkTwoDialogues } from "./check-two.ts";
import { complaintAgainDialogues } from "./complaint-again.ts";
import { complaintBubblesDialogues } from "./complaint-bubbles.ts";
import { complaintCategoryDialogues } from "./complaint-category.ts";
import { complaintConfirmDialogues } from "./complaint-confirm.ts";
import { complaintDraftDialogues } from "./complaint-draft.ts";
import { complaintGoOnDialogues } from "./complaint-go-on.ts";
import { complaintThreatDialogues } from "./complaint-threat.ts";
import { complaintWhereDialogues } from "./complaint-where.ts";
import { confideDialogues } from "./confide.ts";
import { directoryDialogues } from "./directory.ts";
import { everyStateDialogues } from "./every-state.ts";
import { finishDialogues } from "./finish.ts";
import { finishUnwantedDialogues } from "./finish-unwanted.ts";
import { harmDialogues } from "./harm.ts";
import { harmFirstStepDialogues } from "./harm-first-step.ts";
import { harmGivenDialogues } from "./harm-given.ts";
import { harmLaterDialogues } from "./harm-later.ts";
import { harmOnThePhoneDialogues } from "./harm-on-the-phone.ts";
import { holdBackDialogues } from "./hold-back.ts";
import { languageDialogues } from "./language.ts";
import { menuDialogues } from "./menu.ts";
import { misheardDialogues } from "./misheard.ts";
import { officerDialogues } from "./officer.ts";
import { officerDraftDialogues } from "./officer-draft.ts";
import { officesDialogues } from "./offices.ts";
import { privacyDialogues } from "./privacy.ts";
import { programmesDialogues } from "./programmes.ts";
import { keptByQuestionDialogues, readYetDialogues, whoReadsDialogues } from "./read-yet.ts";
import { repairDialogues } from "./repair.ts";
import { repairDeathDialogues } from "./repair-death.ts";
import { mourningDialogues } from "./repair-mourning.ts";
import { secrecyDialogues } from "./secrecy.ts";
import { shortQuestionDialogues } from "./short-questions.ts";
import { takenBackDialogues } from "./taken-back.ts";
import { ticketDialogues } from "./ticket.ts";
import { deadDialogues, unsentDialogues, whoDialogues } from "./ticket-who.ts";
import { toldDialogues } from "./told.ts";
import { trackDialogues } from "./track.ts";
import { urgentDialogues } from "./urgent.ts";
import { urgentAgainDialogues } from "./urgent-again.ts";
import { urgentAnotherDialogues } from "./urgent-another.ts";
import { urgentAskedDialogues } from "./urgent-asked.ts";
import { urgentBystanderDialogues } from "./urgent-bystander.ts";
import { careDialogues } from "./urgent-care.ts";
import { urgentConsentDialogues } from "./urgent-consent.ts";
import { urgentFurtherDialogues } from "./urgent-further.ts";
import { urgentGrowsDialogues } from "./urgent-grows.ts";
import { urgentHelpComesDialogues } from "./urgent-help-comes.ts";
import { urgentHelperDialogues } from "./urgent-helper.ts";
import { urgentHoldsDialogues } from "./urgent-holds.ts";
import { urgentInCareDialogues } from "./urgent-in-care.ts";
import { urgentKnownDoerDialogues } from "./urgent-known-doer.ts";
import { urgentLaterDialogues } from "./urgent-later.ts";
import { urgentNewsDialogues } from "./urgent-news.ts";
import { urgentNoConsentDialogues } from "./urgent-no-consent.ts";
import { urgentOpeningDialogues } from "./urgent-opening.ts";
import { urgentPickDialogues } from "./urgent-pick.ts";
import { urgentSeenDialogues } from "./urgent-seen.ts";
import { urgentStaysDialogues } from "./urgent-stays.ts";
import { urgentStepDialogues } from "./urgent-step.ts";
import { urgentWorseDialogues } from "./urgent-worse.ts";

/** The name of a table begins with its flow: `check-missed` is a part of `check`. */
export const allDialogues: readonly Dialogue[] = [
  ...afterFilingDialogues,
  ...readYetDialogues,
  ...misheardDialogues,
  ...finishUnwantedDialogues,
  ...askTwoDialogues,
  ...askPlainlyDialogues,
  ...checkTwoDialogues,
  ...keptByQuestionDialogues,
  ...whoReadsDialogues,
  ...askDialogues,
  ...askBareFollowUpDialogues,
  ...askFollowUpDialogues,
  ...askTopicsDialogues,
  ...checkCorrectDialogues,
  ...checkDesilDialogues,
  ...checkFollowUpDialogues,
  ...checkLeftDialogues,
  ...checkMissedDialogues,
  ...checkNoNumberDialogues,
  ...checkNumberDialogues,
  ...checkPageDialogues,
  ...checkProofDialogues,
  ...checkResultDialogues,
  ...complaintAgainDialogues,
  ...complaintBubblesDialogues,
  ...complaintCategoryDialogues,
  ...complaintConfirmDialogues,
  ...complaintDraftDialogues,
  ...complaintGoOnDialogues,
  ...complaintThreatDialogues,
  ...complaintWhereDialogues,
  ...confideDialogues,
  ...directoryDialogues,
  ...everyStateDialogues,
  ...finishDialogues,
  ...languageDialogues,
  ...menuDialogues,
  ...officerDialogues,
  ...officerDraftDialogues,
  ...officesDialogues,
  ...privacyDialogues,
  ...programmesDialogues,
  ...repairDialogues,
  ...mourningDialogues,
  ...repairDeathDialogues,
  ...harmDialogues,
  ...harmFirstStepDialogues,
  ...harmGivenDialogues,
  ...harmLaterDialogues,
  ...harmOnThePhoneDialogues,
  ...holdBackDialogues,
  ...careDialogues,
  ...urgentAgainDialogues,
  ...urgentAskedDialogues,
  ...whoDialogues,
  ...deadDialogues,
  ...unsentDialogues,
  ...secrecyDialogues,
  ...shortQuestionDialogues,
  ...takenBackDialogues,
  ...ticketDialogues,
  ...toldDialogues,
  ...trackDialogues,
  ...urgentDialogues,
  ...urgentConsentDialogues,
  ...urgentNoConsentDialogues,
  ...urgentInCareDialogues,
  ...urgentGrowsDialogues,
  ...urgentFurtherDialogues,
  ...urgentKnownDoerDialogues,
  ...urgentNewsDialogues,
  ...urgentLaterDialogues,
  ...urgentHelpComesDialogues,
  ...urgentBystanderDialogues,
  ...urgentHelperDialogues,
  ...urgentHoldsDialogues,
  ...urgentOpeningDialogues,
  ...urgentPickDialogues,
  ...urgentSeenDialogues,
  ...urgentStaysDialogues,
  ...urgentStepDialogues,
  ...urgentWorseDialogues,
  ...urgentAnotherDialogues,
];
