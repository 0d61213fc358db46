package org.huxin.postvention.process;

import java.util.Collection;
import java.util.Date;
import java.util.List;

import org.huxin.engine.ProcessVariable;
import org.huxin.engine.RoutingFacts;

import org.springframework.stereotype.Component;

/**
 * The names of {@code postvention.bpmn} (群体帮扶与善后) and its routing facts. A test compares
 * them with the model both ways.
 */
@Component
public final class PostventionProcess implements RoutingFacts {

	/** The process. */
	public static final String KEY = "Postvention";

	public static final String EVENT_BEGUN = "start_eventBegun";

	public static final String EVENT_KIND_CHOICE = "gateway_eventKind";

	public static final String CONFIRM_FACTS = "userTask_confirmFacts";

	public static final String PROPOSE_GROUP_HELP = "userTask_proposeGroupHelp";

	public static final String DECIDE_GROUP_HELP = "userTask_decideGroupHelp";

	public static final String GROUP_HELP_DECIDED = "gateway_groupHelpDecided";

	public static final String END_UNNEEDED = "serviceTask_endUnneeded";

	public static final String GROUP_HELP_UNNEEDED = "end_groupHelpUnneeded";

	public static final String HELP_AGREED = "gateway_helpAgreed";

	public static final String HELP_BEGINS = "gateway_helpBegins";

	public static final String FAMILY_LIAISON_CHOICE = "gateway_familyLiaison";

	public static final String NAME_LIAISON = "userTask_nameLiaison";

	public static final String CONTACT_FAMILY = "userTask_contactFamily";

	public static final String FAMILY_CONTACT = "gateway_familyContact";

	public static final String NOTICE_WANTED_CHOICE = "gateway_noticeWanted";

	public static final String DRAFT_NOTICE = "userTask_draftNotice";

	public static final String APPROVE_NOTICE = "userTask_approveNotice";

	public static final String NOTICE_APPROVED = "gateway_noticeApproved";

	public static final String APPROVE_NOTICE_AGAIN = "userTask_approveNoticeAgain";

	public static final String NOTICE_APPROVED_AGAIN = "gateway_noticeApprovedAgain";

	public static final String ANNOUNCE_NOTICE = "userTask_announceNotice";

	public static final String NOTICE_GOES_ON = "gateway_noticeGoesOn";

	public static final String LIST_EXPOSED_PERSONS = "userTask_listExposedPersons";

	public static final String TRIAGE_EXPOSED_PERSONS = "userTask_triageExposedPersons";

	public static final String START_CHILD_CASES = "serviceTask_startChildCases";

	public static final String HELPERS_SET_OUT = "gateway_helpersSetOut";

	public static final String TALKS_NEEDED = "gateway_talksNeeded";

	public static final String TALK_IN_TURN = "userTask_talkInTurn";

	public static final String START_CASES_AFTER_TALKS = "serviceTask_startCasesAfterTalks";

	public static final String TALKS_GO_ON = "gateway_talksGoOn";

	public static final String GROUP_NEEDED = "gateway_groupNeeded";

	public static final String NOTE_GROUP_SESSION = "userTask_noteGroupSession";

	public static final String START_CASES_AFTER_GROUP = "serviceTask_startCasesAfterGroup";

	public static final String GROUP_GOES_ON = "gateway_groupGoesOn";

	public static final String REVIEW_COMES = "timer_reviewComes";

	public static final String REVIEW_AFTERCARE = "userTask_reviewAftercare";

	public static final String START_CASES_AFTER_REVIEW = "serviceTask_startCasesAfterReview";

	public static final String REVIEWS_GO_ON = "gateway_reviewsGoOn";

	public static final String RELIEF_NEEDED_CHOICE = "gateway_reliefNeeded";

	public static final String RELIEF_DONE = "gateway_reliefDone";

	public static final String ARRANGE_RELIEF = "userTask_arrangeRelief";

	public static final String DEBRIEF_RESPONDERS = "userTask_debriefResponders";

	public static final String FILE_EVENT_MATERIAL = "userTask_fileEventMaterial";

	public static final String SUMMARIZE_EVENT = "userTask_summarizeEvent";

	public static final String HELPERS_BACK = "gateway_helpersBack";

	public static final String HELP_ENDS = "gateway_helpEnds";

	public static final String PROPOSE_EVENT_CLOSING = "userTask_proposeEventClosing";

	public static final String DECIDE_EVENT_CLOSING = "userTask_decideEventClosing";

	public static final String EVENT_CLOSING_CHOICE = "gateway_eventClosing";

	public static final String CLOSE_EVENT = "serviceTask_closeEvent";

	public static final String EVENT_CLOSED = "end_eventClosed";

	/**
	 * Which of the starts: after an event, signs of a group crisis, a long strain, hits
	 * of a screening.
	 */
	public static final ProcessVariable<String> EVENT_KIND = ProcessVariable.code("eventKind", "EVENT", "SIGNS",
			"STRAIN", "SCREENED");

	/** What the leading group decided about the proposal (D11). */
	public static final ProcessVariable<String> GROUP_DECISION = ProcessVariable.code("groupDecision", "AGREE",
			"ADJUST", "NOT_NEEDED");

	/** Whether one person alone stays in touch with the family. */
	public static final ProcessVariable<Boolean> FAMILY_LIAISON = ProcessVariable.flag("familyLiaison");

	/** Whether he calls again. */
	public static final ProcessVariable<String> FAMILY_NEXT = ProcessVariable.code("familyNext", "GO_ON", "DONE");

	/** Until when he calls. */
	public static final ProcessVariable<Date> FAMILY_DUE = ProcessVariable.date("familyDue");

	/** Whether anything is said to the school; secret by default (K16). */
	public static final ProcessVariable<String> NOTICE_WANTED = ProcessVariable.code("noticeWanted", "NONE", "NEUTRAL");

	/** What the approver said last. */
	public static final ProcessVariable<String> NOTICE_APPROVAL = ProcessVariable.code("noticeApproval", "AGREE",
			"CHANGE");

	/** Whether another notice follows (H10). */
	public static final ProcessVariable<String> NOTICE_AGAIN = ProcessVariable.code("noticeAgain", "DONE", "AGAIN");

	/** Whether somebody is to be talked with in the next round (K27). */
	public static final ProcessVariable<String> TALKS = ProcessVariable.code("talks", "GO_ON", "DONE");

	/** Until when the round is over. */
	public static final ProcessVariable<Date> TALK_DUE = ProcessVariable.date("talkDue");

	/** Whether groups meet again. */
	public static final ProcessVariable<String> GROUP_NEXT = ProcessVariable.code("groupNext", "GO_ON", "GOALS_MET");

	/** When they meet. */
	public static final ProcessVariable<Date> GROUP_ON = ProcessVariable.date("groupOn");

	/** Whether somebody rests at home or changes the dormitory (F22). */
	public static final ProcessVariable<Boolean> RELIEF_NEEDED = ProcessVariable.flag("reliefNeeded");

	/** Which review comes next. */
	public static final ProcessVariable<String> REVIEW_STAGE = ProcessVariable.code("reviewStage", "FIRST", "SECOND",
			"THIRD", "YEAR", "DONE");

	/** When it is offered. */
	public static final ProcessVariable<Date> REVIEW_OPENS = ProcessVariable.date("reviewOpens");

	/** Until when it is done. */
	public static final ProcessVariable<Date> REVIEW_DUE = ProcessVariable.date("reviewDue");

	/** What the second person decided about closing. */
	public static final ProcessVariable<String> EVENT_CLOSING = ProcessVariable.code("eventClosing", "AGREE",
			"CONTINUE");

	@Override
	public Collection<ProcessVariable<?>> all() {
		return List.of(EVENT_KIND, GROUP_DECISION, FAMILY_LIAISON, FAMILY_NEXT, FAMILY_DUE, NOTICE_WANTED,
				NOTICE_APPROVAL, NOTICE_AGAIN, TALKS, TALK_DUE, GROUP_NEXT, GROUP_ON, RELIEF_NEEDED, REVIEW_STAGE,
				REVIEW_OPENS, REVIEW_DUE, EVENT_CLOSING);
	}

}
