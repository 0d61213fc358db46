package org.huxin.care.process;

import java.util.Collection;
import java.util.Date;
import java.util.List;

import org.huxin.engine.ProcessVariable;
import org.huxin.engine.RoutingFacts;

import org.springframework.stereotype.Component;

/**
 * The names of {@code school-counselling.bpmn} (校内辅导). What it shares with its caller
 * stands in {@code CrisisCaseProcess}.
 */
@Component
public final class SchoolCounsellingProcess implements RoutingFacts {

	/** The process. */
	public static final String KEY = "SchoolCounselling";

	public static final String HELP_BEGINS = "start_helpBegins";

	public static final String IN_PARALLEL = "gateway_inParallel";

	public static final String HELP = "subProcess_help";

	public static final String HELP_PLANNED = "start_help";

	public static final String WATCHED_TOO = "gateway_helpInParallel";

	public static final String PLAN_WATCH = "serviceTask_planWatch";

	public static final String WATCH_COMES = "timer_watchDue";

	public static final String WEEKLY_WATCH = "userTask_weeklyWatch";

	public static final String WATCH_ENDS_WITH = "gateway_watchWorried";

	public static final String WATCH_WORRIED = "end_watchWorried";

	public static final String SESSIONS_WANTED = "gateway_sessionsWanted";

	public static final String PLAN_COUNSELLING = "userTask_planCounselling";

	public static final String SESSIONS_PLANNED = "gateway_sessionsPlanned";

	public static final String EVALUATION_COMES = "gateway_evaluationDue";

	public static final String EVALUATE_COUNSELLING = "userTask_evaluateCounselling";

	public static final String NOTE_SESSION = "userTask_noteSession";

	public static final String SESSION_ENDS_WITH = "gateway_sessionResult";

	public static final String AFTER_SESSION = "gateway_afterSession";

	public static final String ASSESSMENT_NEEDED = "end_assessmentNeeded";

	public static final String GOALS_MET = "end_goalsMet";

	public static final String FOLLOW_UP_ONLY = "end_followUpOnly";

	public static final String CHECK_ON_STUDENT = "userTask_checkOnStudent";

	public static final String STUDENT_SAFE = "gateway_studentSafe";

	public static final String STUDENT_NOT_WELL = "end_studentNotWell";

	public static final String HELP_ENDS_WITH = "gateway_helpEndsWith";

	public static final String HELP_OVER = "end_helpOver";

	public static final String RISK_FOUND = "end_riskFound";

	public static final String GUARDIAN_KNOWN = "gateway_guardianKnown";

	public static final String INFORM_GUARDIAN = "userTask_informGuardian";

	public static final String GUARDIAN_REACHED = "gateway_guardianReached";

	public static final String GUARDIAN_HANDLED = "end_guardianInformed";

	public static final String GUARDIAN_NOT_INFORMED = "end_guardianNotInformed";

	public static final String CLARIFY_GUARDIAN = "userTask_clarifyGuardian";

	/** Until when a guardian is told, or tried again. */
	public static final ProcessVariable<Date> GUARDIAN_DUE = ProcessVariable.date("guardianDue");

	/** Whether the student takes sessions: counselling is voluntary. */
	public static final ProcessVariable<String> COUNSELLING = ProcessVariable.code("counselling", "SESSIONS",
			"FOLLOW_UP_ONLY");

	/** The day of the next session. */
	public static final ProcessVariable<Date> NEXT_SESSION_ON = ProcessVariable.date("nextSessionOn");

	/** What follows from a session. */
	public static final ProcessVariable<String> SESSION_RESULT = ProcessVariable.code("sessionResult", "CONTINUE",
			"SECOND_TRY", "GOALS_MET", "CHECK_ON_STUDENT", "REASSESS");

	/** Whether the next session looks back at what counselling has brought (F35, G17). */
	public static final ProcessVariable<Boolean> EVALUATION_DUE = ProcessVariable.flag("evaluationDue");

	/** When the head teacher looks next (F11, F16). */
	public static final ProcessVariable<Date> WATCH_ON = ProcessVariable.date("watchOn");

	/** Until when he answers. */
	public static final ProcessVariable<Date> WATCH_DUE = ProcessVariable.date("watchDue");

	/** What follows from his look. */
	public static final ProcessVariable<String> WATCH_RESULT = ProcessVariable.code("watchResult", "CALM", "WORRY");

	/** Whether the head teacher saw a student who did not come. */
	public static final ProcessVariable<String> STUDENT_SEEN = ProcessVariable.code("studentSeen", "SEEN_WELL",
			"SEEN_WORRYING", "NOT_SEEN");

	/** Whether the guardian was reached. */
	public static final ProcessVariable<String> REACHED = ProcessVariable.code("reached", "REACHED", "NO_ANSWER",
			"REFUSED", "WRONG_NUMBER", "LATER", "HELD");

	@Override
	public Collection<ProcessVariable<?>> all() {
		return List.of(GUARDIAN_DUE, COUNSELLING, NEXT_SESSION_ON, SESSION_RESULT, EVALUATION_DUE, WATCH_ON, WATCH_DUE,
				WATCH_RESULT, STUDENT_SEEN, REACHED);
	}

}
