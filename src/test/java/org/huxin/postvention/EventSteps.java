package org.huxin.postvention;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huxin.CaseWalk;
import org.huxin.casefile.CaseRef;
import org.huxin.postvention.process.PostventionProcess;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;

/**
 * The steps of an event as the people of the first demo school take them.
 */
public final class EventSteps {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final CaseWalk walk;

	private final SchoolDirectory directory;

	public EventSteps(CaseWalk walk, SchoolDirectory directory) {
		this.walk = walk;
		this.directory = directory;
	}

	public CaseRef begun(String account, String kind, Object... changes) {
		CaseRef event = this.walk.start(account, PostventionProcess.KEY,
				form(changes, "eventKind", kind, "what", "宿舍楼里出了一件事，许多同学很担心。"));
		this.walk.runDueJobs();
		return event;
	}

	public void factsConfirmed(CaseRef event, Object... changes) {
		this.walk.submit("leader", event, PostventionProcess.CONFIRM_FACTS,
				form(changes, "factsWith", List.of("POLICE", "FAMILY"), "confirmedFacts", "昨晚在校内发生，现场已处理。",
						"causeStated", "NOT_STATED", "noticeWanted", "NONE"));
	}

	public void proposed(CaseRef event) {
		this.walk.submit("counselor", event, PostventionProcess.PROPOSE_GROUP_HELP, form(new Object[0], "whatSeen",
				"几个班都睡不好", "groupSigns", List.of("SLEEP", "RUMOUR"), "proposal", "每周一次班级辅导"));
	}

	public void decided(CaseRef event, String decision) {
		this.walk.submit("leader", event, PostventionProcess.DECIDE_GROUP_HELP, form(new Object[0], "groupDecision",
				decision, "instructions", decision.equals("AGREE") ? null : "先缩小范围"));
	}

	public void listed(CaseRef event, Object... changes) {
		this.walk.submit("counselor", event, PostventionProcess.LIST_EXPOSED_PERSONS,
				form(changes, "classes", List.of("九年级1班"), "responders", List.of(staff("doctor"), staff("leader"))));
	}

	public void triaged(CaseRef event, Object... changes) {
		this.walk.submit("counselor", event, PostventionProcess.TRIAGE_EXPOSED_PERSONS,
				form(changes, "groupNext", "GO_ON", "groupPlan", "九年级1班一组，好友一组", "groupOn", day(3)));
	}

	/** Who needs nothing but a word: no talks, no groups. */
	public void triagedCalmly(CaseRef event) {
		triaged(event, "groupNext", "GOALS_MET", "groupPlan", null, "groupOn", null);
	}

	public void talked(CaseRef event, Object... changes) {
		this.walk.submit("counselor", event, PostventionProcess.TALK_IN_TURN,
				form(changes, "at", moment(), "talkNote", "睡眠好一些"));
	}

	public void met(CaseRef event, Object... changes) {
		this.walk.submit("counselor", event, PostventionProcess.NOTE_GROUP_SESSION,
				form(changes, "sessionKind", "GROUP", "at", moment(), "groups", 2, "attended", 41, "sessionNote",
						"说了各自的担心", "groupNext", "GO_ON", "nextKind", "GROUP", "groupOn", day(7)));
	}

	public void metGoals(CaseRef event) {
		met(event, "groupNext", "GOALS_MET", "nextKind", null, "groupOn", null);
	}

	public void reviewed(CaseRef event, Object... changes) {
		this.walk.submit("counselor", event, PostventionProcess.REVIEW_AFTERCARE,
				form(changes, "lookedAt", List.of("CLASS", "DORMITORY"), "overall", "CALM", "reviewNote", "平稳"));
	}

	public void relieved(CaseRef event, Object... changes) {
		this.walk.submit("affairs", event, PostventionProcess.ARRANGE_RELIEF,
				form(changes, "restState", "NONE", "moveState", "DONE"));
	}

	public void debriefed(CaseRef event) {
		this.walk.submit("counselor", event, PostventionProcess.DEBRIEF_RESPONDERS,
				form(new Object[0], "invited", List.of(staff("doctor"), staff("leader")), "came",
						List.of(staff("doctor")), "debriefOn", day(0), "debriefDone", "DONE"));
	}

	public void filed(CaseRef event) {
		this.walk.submit("affairs", event, PostventionProcess.FILE_EVENT_MATERIAL, form(new Object[0], "material",
				List.of("COURSE", "PROCESS"), "ledgerNo", "台-1", "custodian", "学生科", "handedToGroup", true));
	}

	public void summarized(CaseRef event) {
		this.walk.submit("leader", event, PostventionProcess.SUMMARIZE_EVENT,
				form(new Object[0], "summary", "处置及时", "causes", "夜间值班人手少", "prevention", "学生科十二月前增加夜间值班"));
	}

	public void drafted(CaseRef event, Object... changes) {
		this.walk.submit("affairs", event, PostventionProcess.DRAFT_NOTICE,
				form(changes, "noticeText", "昨天我们失去了一位同学，大家都很难过。心理老师全天在辅导室。", "noticeTo", List.of("STAFF", "CLASSES")));
	}

	public void approved(String account, CaseRef event, String element, String approval) {
		this.walk.submit(account, event, element, form(new Object[0], "noticeApproval", approval, "noticeObjection",
				approval.equals("AGREE") ? null : "再平实一些"));
	}

	public void announced(CaseRef event, String again) {
		this.walk.submit("affairs", event, PostventionProcess.ANNOUNCE_NOTICE, form(new Object[0], "staffFirst", true,
				"at", moment(), "toldClasses", List.of("九年级1班"), "noticeAgain", again));
	}

	public void liaisonNamed(CaseRef event, String account) {
		this.walk.submit("leader", event, PostventionProcess.NAME_LIAISON,
				form(new Object[0], "liaison", staff(account), "othersTold", true));
	}

	public void familyContacted(String account, CaseRef event, String next) {
		this.walk.submit(account, event, PostventionProcess.CONTACT_FAMILY, form(new Object[0], "liaison",
				staff(account), "at", moment(), "familyReached", "REACHED", "familyNext", next));
	}

	public void closingProposed(CaseRef event, Object... changes) {
		this.walk.submit("counselor", event, PostventionProcess.PROPOSE_EVENT_CLOSING, form(changes, "closingDone",
				List.of("ALL_SEEN", "CASES_RUN", "GOALS", "STAFF"), "closingSummary", "大家都缓过来了"));
	}

	public void closingDecided(CaseRef event, String decision) {
		this.walk.submit("leader", event, PostventionProcess.DECIDE_EVENT_CLOSING,
				form(new Object[0], "eventClosing", decision, "closingWhy", decision.equals("AGREE") ? null : "再看两周"));
	}

	public String staff(String account) {
		return this.directory.staffByAccount(account).orElseThrow().id().toString();
	}

	static List<String> ids(StudentEntry... students) {
		return Arrays.stream(students).map((student) -> student.id().toString()).toList();
	}

	public String moment() {
		return LocalDateTime.ofInstant(this.walk.now(), ZONE).format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm"))
				+ "+08:00";
	}

	public String day(int days) {
		return LocalDateTime.ofInstant(this.walk.now(), ZONE).toLocalDate().plusDays(days).toString();
	}

	private static Map<String, Object> form(Object[] changes, Object... values) {
		Map<String, Object> form = new HashMap<>();
		put(form, values);
		put(form, changes);
		form.values().removeIf((value) -> value == null);
		return form;
	}

	private static void put(Map<String, Object> form, Object[] values) {
		for (int i = 0; i < values.length; i += 2) {
			form.put((String) values[i], values[i + 1]);
		}
	}

}
