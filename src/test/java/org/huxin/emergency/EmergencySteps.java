package org.huxin.emergency;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huxin.CaseWalk;
import org.huxin.casefile.CaseRef;
import org.huxin.emergency.process.EmergencyResponseProcess;
import org.huxin.emergency.process.MajorReportProcess;
import org.huxin.school.GuardianEntry;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;

/**
 * The steps of an emergency as the people of the first demo school take them, each with
 * plausible answers which a test changes where it matters.
 */
public final class EmergencySteps {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final CaseWalk walk;

	private final SchoolDirectory directory;

	private final StudentEntry student;

	public EmergencySteps(CaseWalk walk, SchoolDirectory directory, StudentEntry student) {
		this.walk = walk;
		this.directory = directory;
		this.student = student;
	}

	/** Somebody is in danger. */
	public void begins(CaseRef ref, String plan, String guardianChannel) {
		this.walk.startCalled(ref, EmergencyResponseProcess.KEY,
				Map.of("urgency", "NOW", "guardianChannel", guardianChannel, "responsePlan", plan));
	}

	/** The leader names the counsellor as commander. */
	public void commandTaken(CaseRef ref) {
		submit("leader", ref, EmergencyResponseProcess.TAKE_COMMAND, new Object[0], "commander", staff("counselor"),
				"place", "三楼谈话室", "orders", "不要围观");
	}

	/** The leader says in one tap whether telling is safe. */
	public void safetyAnswered(CaseRef ref, String answer, Object... changes) {
		submit("leader", ref, EmergencyResponseProcess.ANSWER_SAFETY, changes, "guardianSafe", answer);
	}

	/** The head teacher calls a guardian, 0 the first. */
	public void called(CaseRef ref, int guardian, String answer) {
		submit("teacher", ref, EmergencyResponseProcess.CALL_GUARDIAN, new Object[0], "guardian", guardian(guardian),
				"callAnswer", answer, "arrival", answer.equals("REACHED") ? "SOON" : null);
	}

	/** The leader finds somebody else. */
	public void otherAdultNamed(CaseRef ref) {
		submit("leader", ref, EmergencyResponseProcess.NAME_OTHER_ADULT, new Object[0], "adultKind", "RELATIVE",
				"adultWho", "姑姑", "adultComes", "SOON");
	}

	/** The head teacher is with the student in a safe place. */
	public void inSafePlace(CaseRef ref) {
		submit("teacher", ref, EmergencyResponseProcess.KEEP_STUDENT_SAFE, new Object[0], "withWho", "周老师", "cutOff",
				List.of("MEANS", "ONLOOKERS"));
	}

	/** Student affairs write a roster of one shift. */
	public void guardPlanned(CaseRef ref, Duration shift) {
		submit("affairs", ref, EmergencyResponseProcess.PLAN_GUARD, new Object[0], "guard1", staff("teacher"),
				"guard1Until", moment(shift));
	}

	/** The counsellor has come. */
	public void counsellorThere(CaseRef ref) {
		submit("counselor", ref, EmergencyResponseProcess.GO_ON_SITE, new Object[0], "arrived", true);
	}

	/** The doctor has looked. */
	public void aidGiven(CaseRef ref) {
		submit("doctor", ref, EmergencyResponseProcess.GIVE_FIRST_AID, new Object[0], "aid", List.of("WOUND"));
	}

	/** Security has secured the scene. */
	public void sceneSecured(CaseRef ref, String element, String ground, String police) {
		submit("security", ref, element, new Object[0], "policeGrounds", List.of(ground), "policeAnswer", police,
				"secured", List.of("GATES"));
	}

	/** The leader decides about the police. */
	public void policeDecided(CaseRef ref) {
		submit("leader", ref, EmergencyResponseProcess.DECIDE_POLICE, new Object[0], "policeDecision", "NOT",
				"policeReason", "没有器械，已有人看护");
	}

	/** Student affairs protect who may be attacked. */
	public void targetProtected(CaseRef ref, String law) {
		submit("affairs", ref, EmergencyResponseProcess.PROTECT_AT_SCENE, new Object[0], "hasTarget", "YES",
				"targetWho", "同班同学", "targetDone", List.of("APART", "TOLD"), "lawMatterAnswer", law);
	}

	/** The head teacher calms the class. */
	public void classCalmed(CaseRef ref) {
		submit("teacher", ref, EmergencyResponseProcess.CALM_CLASS, new Object[0], "classDone", List.of("CLASS"));
	}

	/** A round of the search. */
	public void searched(CaseRef ref, String found, String how) {
		submit("security", ref, EmergencyResponseProcess.SEARCH_STUDENT, new Object[0], "lastSeen", "午饭后，操场，蓝色校服",
				"searched", List.of("CAMPUS"), "found", found, "foundHow", how, "foundWhere",
				(how != null) ? "实验楼，冯老师陪着" : null);
	}

	/** The commander looks again. */
	public void looked(CaseRef ref, String danger, Object... changes) {
		submit("counselor", ref, EmergencyResponseProcess.CHECK_DANGER, changes, "danger", danger);
	}

	/** Handed over to the first guardian with everything settled. */
	public void handedOver(CaseRef ref, Object... changes) {
		submit("affairs", ref, EmergencyResponseProcess.HAND_OVER, changes, "settlement", "HANDED_OVER", "receiver",
				guardian(0), "idSeen", true, "ableToStay", true, "meansSecured", true, "appointment", "区人民医院，明早九点",
				"nightPlan", "父亲陪着睡", "numbersGiven", true, "signedBy", "父亲、谢敏", "needsAftercare", "YES");
	}

	/** Handed over to a hospital, or another way. */
	public void settled(CaseRef ref, String settlement, Object... values) {
		submit("affairs", ref, EmergencyResponseProcess.HAND_OVER, values, "settlement", settlement);
	}

	/** The leader tells those above. */
	public void superiorsTold(CaseRef ref, String element) {
		submit("leader", ref, element, new Object[0], "superiors", List.of("DISTRICT"), "onTheirWay", "YES");
	}

	/** One person for the family. */
	public void liaisonNamed(CaseRef ref) {
		submit("leader", ref, EmergencyResponseProcess.NAME_LIAISON, new Object[0], "liaison", staff("affairs"),
				"noCause", true, "noMessages", true);
	}

	/** The counsellor looks after brothers and sisters. */
	public void siblingsSeen(CaseRef ref) {
		submit("counselor", ref, EmergencyResponseProcess.CARE_FOR_SIBLINGS, new Object[0], "siblings", "HERE",
				"siblingsWith", "林老师陪着");
	}

	/** What may be said is agreed. */
	public void wordsAgreed(CaseRef ref) {
		submit("leader", ref, EmergencyResponseProcess.AGREE_WORDS, new Object[0], "familyAgreed", true, "policeAgreed",
				true, "publicWords", "我校一名同学去世，我们和家人一起悼念。", "needsAftercare", "YES");
	}

	/** The first report. */
	public void firstReported(CaseRef ref) {
		submit("leader", ref, MajorReportProcess.SEND_FIRST_REPORT, new Object[0], "eventKind", "ATTEMPT", "occurredAt",
				moment(Duration.ofMinutes(-5)), "knownAt", moment(Duration.ofMinutes(-5)), "exactPlace", "三楼",
				"persons", "七年级，13 岁，男", "stateNow", "TREATED", "measures", List.of("AMBULANCE"), "helpNeeded",
				List.of("NONE"), "firstReportedTo", "区教育局，电话");
	}

	/** The evidence is listed. */
	public void evidenceListed(CaseRef ref) {
		submit("security", ref, MajorReportProcess.LIST_EVIDENCE, new Object[0], "evidenceKinds", List.of("PHOTOS"),
				"evidence1", "走廊监控，监控室，当天 10 点，冯大勇");
	}

	/** The class hands in what it holds. */
	public void materialSubmitted(CaseRef ref) {
		submit("teacher", ref, MajorReportProcess.SUBMIT_CLASS_MATERIAL, new Object[0], "materials", List.of("DIARY"),
				"originals", "学生科保险柜");
	}

	/** The written report. */
	public void reportWritten(CaseRef ref) {
		submit("counselor", ref, MajorReportProcess.WRITE_MAJOR_REPORT, new Object[0], "eventKind", "ATTEMPT",
				"occurredAt", moment(Duration.ofDays(-1)), "exactPlace", "三楼", "persons", "七年级，13 岁，男", "stateNow",
				"SAFE", "course", "课间……", "causeKnown", "待查", "measures", List.of("AMBULANCE"), "measureLines",
				"10:05 打 120", "helpNeeded", List.of("EXPERTS"));
	}

	/** The leader sends it, or wants it mended. */
	public void reportDecided(CaseRef ref, String decision) {
		boolean send = decision.equals("SEND");
		submit("leader", ref, MajorReportProcess.SEND_MAJOR_REPORT, new Object[0], "reportDecision", decision,
				"reportedTo", send ? "区教育局" : null, "returnWhy", send ? null : "推测不要写成事实");
	}

	public String guardian(int index) {
		return guardians().get(index).id().toString();
	}

	public List<GuardianEntry> guardians() {
		return this.directory.guardians(this.student.id());
	}

	public String staff(String account) {
		return this.directory.staffByAccount(account).orElseThrow().id().toString();
	}

	public String moment(Duration fromNow) {
		return LocalDateTime.ofInstant(this.walk.now().plus(fromNow), ZONE)
			.format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm")) + "+08:00";
	}

	private void submit(String account, CaseRef ref, String element, Object[] changes, Object... values) {
		Map<String, Object> form = new HashMap<>();
		put(form, values);
		put(form, changes);
		form.values().removeIf((value) -> value == null);
		this.walk.submit(account, ref, element, form);
	}

	private static void put(Map<String, Object> form, Object[] values) {
		for (int i = 0; i < values.length; i += 2) {
			form.put((String) values[i], values[i + 1]);
		}
	}

}
