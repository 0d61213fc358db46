package org.huxin;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huxin.care.process.SchoolCounsellingProcess;
import org.huxin.casefile.CaseRef;
import org.huxin.followup.process.MonthlyFollowUpProcess;

/**
 * The steps of help at school and of follow-up under the closer contact plans, as the
 * people of the first demo school take them.
 */
public final class CareSteps {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final CaseWalk walk;

	private final CaseSteps steps;

	public CareSteps(CaseWalk walk, CaseSteps steps) {
		this.walk = walk;
		this.steps = steps;
	}

	/** Starts one of the called models for a case of its own. */
	public CaseRef begun(String process, Map<String, Object> facts) {
		CaseRef ref = this.steps.reported();
		Map<String, Object> all = new HashMap<>(Map.of("urgency", "WEEK"));
		all.putAll(facts);
		this.walk.startCalled(ref, process, all);
		return ref;
	}

	/** The head teacher's 本周关注: nothing to worry about. */
	public void watched(CaseRef ref, Object... changes) {
		Map<String, Object> form = new HashMap<>(Map.of("talked", "YES", "attendance", "NORMAL", "peers", "NORMAL",
				"mood", "NORMAL", "homework", "NORMAL", "alarm", "NONE", "home", "REACHED"));
		if ("AT_DISTANCE"
			.equals(this.walk.shown("teacher", ref, SchoolCounsellingProcess.WEEKLY_WATCH).get("contactMode"))) {
			form.put("way", "PHONE");
		}
		this.walk.submit("teacher", ref, SchoolCounsellingProcess.WEEKLY_WATCH, changed(form, changes));
	}

	/** The session that looks back: it goes on as planned. */
	public void evaluated(CaseRef ref, Object... changes) {
		Map<String, Object> form = new HashMap<>(Map.of("present", "CAME", "at", this.steps.moment(), "safety", "NONE",
				"goalsReached", "PARTLY", "trend", "BETTER", "studentView", "有用", "note", "继续练习", "evaluation",
				"CONTINUE", "nextSessionOn", this.steps.day(14)));
		this.walk.submit("counselor", ref, SchoolCounsellingProcess.EVALUATE_COUNSELLING, changed(form, changes));
	}

	/** What the family says, asked by the head teacher on the phone: as ever. */
	public void familyAnswers(CaseRef ref, Object... changes) {
		Map<String, Object> form = new HashMap<>(
				Map.of("answeredBy", "STAFF", "overall", "SAME", "worry", "NO", "visit", "NOT_NEEDED"));
		this.walk.submit("teacher", ref, MonthlyFollowUpProcess.FOLLOW_UP_GUARDIAN, changed(form, changes));
	}

	/** The head teacher does not reach the family. */
	public void familyNotReached(CaseRef ref) {
		familyAnswers(ref, "answeredBy", "NOT_REACHED", "overall", null, "worry", null, "visit", null);
	}

	/** The leader looks after a contact that failed twice. */
	public void gapResolved(CaseRef ref, String found) {
		this.walk.submit("leader", ref, MonthlyFollowUpProcess.RESOLVE_GAP,
				Map.of("contactFound", found, "arrangement", "生活老师今晚去宿舍看他"));
	}

	/** The elements at which the case that was started apart waits. */
	public List<String> waitingAt(CaseRef ref) {
		return this.walk.waitingAt(ref)
			.stream()
			.filter((element) -> !element.equals("userTask_verifyConcern"))
			.filter((element) -> !element.equals("userTask_confirmLeaderReport"))
			.toList();
	}

	/** Goes on to a time of a day, counted from the business day. */
	public void toMorning(int days) {
		Instant then = this.walk.today().plusDays(days).atTime(8, 1).atZone(ZONE).toInstant();
		this.walk.forward(Duration.between(this.walk.now(), then));
	}

	private static Map<String, Object> changed(Map<String, Object> form, Object... changes) {
		for (int i = 0; i < changes.length; i += 2) {
			form.put((String) changes[i], changes[i + 1]);
		}
		form.values().removeIf((value) -> value == null);
		return form;
	}

}
