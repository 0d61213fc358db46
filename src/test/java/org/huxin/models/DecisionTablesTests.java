package org.huxin.models;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huxin.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Each decision table row by row: what fires it, what it answers, and that nothing else
 * fires before it. K04 K05 K07 K12 K21 S1 S4 E06 F08 F13 F15 G07 G11.
 */
class DecisionTablesTests {

	private static final Map<String, Object> CALM = Map.of("asqAcute", false, "ideation", "NONE", "plan", false,
			"behaviour", "NONE", "intent", "NO_ACT", "harmOthers", "NONE", "realityDoubtful", false, "positiveItem",
			false, "distress", "MINIMAL", "burdens", 0L);

	private static final Map<String, Object> FRESH = Map.of("leaderReported", false, "careTrack", "UNASSESSED",
			"urgency", "WEEK", "reportMoment", "CONCERN_REPORTED");

	private static final Map<String, Object> STEADY = Map.of("alarm", "NONE", "followUpSafety", "NONE",
			"followUpSuggestion", "CONTINUE", "followUpTrend", "SAME", "followUpPeriod", 3L, "familyView", "CALM",
			"contactFound", "NONE");

	private static final Map<String, Object> READY = Map.of("closingReason", "RECOVERED", "handover", "NOT_ASKED",
			"level", "MILD", "lastSafety", "NONE", "calmFollowUps", 3L, "guardianNotice", "DONE", "contactPlan",
			"LIGHT", "firstYear", "NONE", "cleanAssessments", "TOO_FEW", "guardianView", "AGREES");

	private static final Map<String, Object> ASSESSED = Map.of("level", "MILD", "situation", "ASSESSED", "pastAttempt",
			false);

	private static final Map<String, Object> PAPER = Map.of("usedElsewhere", false, "verification", "CONFIRMED",
			"dated", "IN_TIME", "issuerStanding", "ALLOWED", "physicianNamed", true, "originalSeen", true, "wording",
			"FIT");

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("rows")
	void rowFiresAndAnswers(String decision, String row, Map<String, Object> inputs, String answer) {
		Tables.Answer given = Tables.of(decision).decide(inputs);
		assertThat(given.row()).isEqualTo("rule_" + row);
		assertThat(given.outputs().values().stream().map(Object::toString).collect(Collectors.joining(" ")))
			.isEqualTo(answer);
	}

	@Test
	void everyRowIsTested() {
		Map<String, Set<String>> tested = new HashMap<>();
		rows().map(Arguments::get)
			.forEach((row) -> tested.computeIfAbsent((String) row[0], (decision) -> new HashSet<>())
				.add("rule_" + row[1]));
		assertThat(tested).hasSize(6);
		tested.forEach((decision, rows) -> assertThat(rows).as(decision)
			.containsExactlyInAnyOrderElementsOf(Tables.of(decision).rows()));
	}

	static Stream<Arguments> rows() {
		return Stream.of(levels(), routes(), trends(), closings(), plans(), certificates()).flatMap((rows) -> rows);
	}

	private static Stream<Arguments> levels() {
		return Stream.of(level("acuteAsq", "ACUTE", "asqAcute", true),
				level("acutePlan", "ACUTE", "ideation", "HOURS_48", "plan", true),
				level("acuteAttempt", "ACUTE", "behaviour", "MONTHS_3", "intent", "INTENT"),
				level("acuteThreat", "ACUTE", "harmOthers", "VERY_SERIOUS"),
				level("severePlan", "SEVERE", "ideation", "MONTH", "plan", true),
				level("severeAmbivalent", "SEVERE", "behaviour", "MONTHS_3", "intent", "AMBIVALENT"),
				level("severeThreat", "SEVERE", "harmOthers", "SERIOUS"),
				level("severeReality", "SEVERE", "realityDoubtful", true),
				level("severeIdeationActs", "SEVERE", "ideation", "HOURS_48", "behaviour", "EVER", "intent",
						"NO_INTENT"),
				level("severeIdeationActs", "SEVERE", "ideation", "HOURS_48", "behaviour", "MONTHS_3", "intent",
						"NO_INTENT"),
				level("severeDistress", "SEVERE", "distress", "SEVERE", "burdens", 3L),
				level("moderateDistress", "MODERATE", "distress", "SEVERE", "burdens", 2L),
				level("moderateIdeation", "MODERATE", "ideation", "MONTH"),
				level("moderateIdeation", "MODERATE", "ideation", "HOURS_48"),
				level("moderateRecent", "MODERATE", "behaviour", "MONTHS_3", "intent", "NO_INTENT"),
				level("moderatePast", "MODERATE", "behaviour", "EVER", "intent", "INTENT"),
				level("moderatePast", "MODERATE", "behaviour", "EVER", "intent", "AMBIVALENT"),
				level("moderateItem", "MODERATE", "positiveItem", true),
				level("moderateDistress", "MODERATE", "distress", "MODERATELY_SEVERE"),
				level("moderateDistress", "MODERATE", "distress", "SEVERE"),
				level("mildIdeation", "MILD", "ideation", "PAST"),
				level("mildPast", "MILD", "behaviour", "EVER", "intent", "NO_INTENT"),
				level("mildThreat", "MILD", "harmOthers", "TRANSIENT"),
				level("mildDistress", "MILD", "distress", "MILD"),
				level("mildDistress", "MILD", "distress", "MODERATE"), level("mildBurdens", "MILD", "burdens", 2L),
				level("none", "NONE", "burdens", 1L), level("none", "NONE"));
	}

	private static Stream<Arguments> routes() {
		return Stream.of(
				row("ReportRoute", FRESH, "alreadyReported", "ALREADY", "leaderReported", true, "urgency", "NOW"),
				row("ReportRoute", FRESH, "moreHelp", "AT_ONCE", "reportMoment", "HIGHER_CARE_NEEDED"),
				row("ReportRoute", FRESH, "moreHelp", "AT_ONCE", "reportMoment", "DANGER_FOUND"),
				row("ReportRoute", FRESH, "danger", "AT_ONCE", "urgency", "NOW"),
				row("ReportRoute", FRESH, "today", "AT_ONCE", "urgency", "TODAY"),
				row("ReportRoute", FRESH, "unassessed", "AT_ONCE", "reportMoment", "UNASSESSED_TOO_LONG"),
				row("ReportRoute", FRESH, "mild", "WEEKLY_FIGURES", "careTrack", "SCHOOL"), row("ReportRoute", FRESH,
						"mild", "WEEKLY_FIGURES", "careTrack", "NONE", "reportMoment", "UNASSESSED_TOO_LONG"),
				row("ReportRoute", FRESH, "waiting", "LATER"));
	}

	private static Stream<Arguments> trends() {
		return Stream.of(
				row("FollowUpTrend", STEADY, "worry", "REASSESS", "alarm", "WORRY", "followUpSuggestion", "CLOSE"),
				row("FollowUpTrend", STEADY, "risk", "REASSESS", "followUpSafety", "PRESENT"), row("FollowUpTrend",
						STEADY, "familyWorry", "REASSESS", "familyView", "WORRY", "followUpSuggestion", "CLOSE"),
				row("FollowUpTrend", STEADY, "notFound", "REASSESS", "contactFound", "NOT_FOUND"),
				row("FollowUpTrend", STEADY, "familyConcerned", "INTENSIFY", "familyView", "CONCERNED",
						"followUpSuggestion", "CLOSE"),
				row("FollowUpTrend", STEADY, "arranged", "INTENSIFY", "contactFound", "ARRANGED"),
				row("FollowUpTrend", STEADY, "goOn", "CONTINUE", "contactFound", "SEEN", "familyView", "NONE"),
				row("FollowUpTrend", STEADY, "assessNow", "REASSESS", "followUpSuggestion", "ASSESS_NOW"),
				row("FollowUpTrend", STEADY, "intensify", "INTENSIFY", "followUpSuggestion", "INTENSIFY"),
				row("FollowUpTrend", STEADY, "worse", "INTENSIFY", "followUpTrend", "WORSE", "followUpSuggestion",
						"CLOSE"),
				row("FollowUpTrend", STEADY, "ready", "READY_TO_CLOSE", "followUpSuggestion", "CLOSE"),
				row("FollowUpTrend", STEADY, "ready", "READY_TO_CLOSE", "followUpSuggestion", "CLOSE", "followUpTrend",
						"BETTER", "followUpPeriod", 7L),
				row("FollowUpTrend", STEADY, "goOn", "CONTINUE"),
				row("FollowUpTrend", STEADY, "goOn", "CONTINUE", "followUpSuggestion", "CLOSE", "followUpPeriod", 2L),
				row("FollowUpTrend", STEADY, "goOn", "CONTINUE", "followUpSuggestion", "CLOSE", "followUpSafety",
						"NOT_ASKED"));
	}

	private static Stream<Arguments> closings() {
		return Stream.of(
				row("ClosingCriteria", READY, "noFurtherCare", "MET NOTHING", "closingReason", "DEATH", "level",
						"ACUTE"),
				row("ClosingCriteria", READY, "noFurtherCare", "MET NOTHING", "closingReason", "DUPLICATE"),
				row("ClosingCriteria", READY, "handoverMissing", "NOT_MET HANDOVER", "closingReason", "GRADUATED"),
				row("ClosingCriteria", READY, "handoverMissing", "NOT_MET HANDOVER", "closingReason", "TRANSFERRED",
						"handover", "NOT_ASKED", "level", "SEVERE"),
				row("ClosingCriteria", READY, "handoverOpen", "NOT_MET HANDOVER_OPEN", "closingReason", "GRADUATED",
						"handover", "WAITING"),
				row("ClosingCriteria", READY, "handedOver", "MET NOTHING", "closingReason", "TRANSFERRED", "handover",
						"RECEIVED", "level", "SEVERE"),
				row("ClosingCriteria", READY, "handedOver", "MET NOTHING", "closingReason", "GRADUATED", "handover",
						"SILENT"),
				row("ClosingCriteria", READY, "handedOver", "MET NOTHING", "closingReason", "TRANSFERRED", "handover",
						"REFUSED"),
				row("ClosingCriteria", READY, "yearRunning", "NOT_MET YEAR", "contactPlan", "RETURN_CLOSE", "firstYear",
						"RUNNING", "cleanAssessments", "ENOUGH"),
				row("ClosingCriteria", READY, "yearRunning", "NOT_MET YEAR", "contactPlan", "RETURN_CLOSE", "firstYear",
						"RUNNING", "closingReason", "NOT_A_CRISIS", "level", "NONE"),
				row("ClosingCriteria", READY, "tooFewAssessments", "NOT_MET ASSESSMENTS", "contactPlan", "RETURN"),
				row("ClosingCriteria", READY, "tooFewAssessments", "NOT_MET ASSESSMENTS", "contactPlan", "RETURN_CLOSE",
						"firstYear", "OVER"),
				row("ClosingCriteria", READY, "guardianDisagrees", "NOT_MET GUARDIAN_VIEW", "contactPlan", "RETURN",
						"cleanAssessments", "ENOUGH", "guardianView", "DISAGREES"),
				row("ClosingCriteria", READY, "met", "MET NOTHING", "contactPlan", "RETURN_CLOSE", "firstYear", "OVER",
						"cleanAssessments", "ENOUGH"),
				row("ClosingCriteria", READY, "met", "MET NOTHING", "guardianView", "DISAGREES"),
				row("ClosingCriteria", READY, "levelTooHigh", "NOT_MET LEVEL", "level", "MODERATE"),
				row("ClosingCriteria", READY, "levelTooHigh", "NOT_MET LEVEL", "level", "ACUTE", "closingReason",
						"NOT_A_CRISIS"),
				row("ClosingCriteria", READY, "notACrisis", "MET NOTHING", "closingReason", "NOT_A_CRISIS", "level",
						"NONE", "calmFollowUps", 0L, "lastSafety", "NOT_ASKED"),
				row("ClosingCriteria", READY, "safetyOpen", "NOT_MET SAFETY", "lastSafety", "NOT_ASKED"),
				row("ClosingCriteria", READY, "safetyOpen", "NOT_MET SAFETY", "lastSafety", "PRESENT"),
				row("ClosingCriteria", READY, "tooFew", "NOT_MET FOLLOW_UPS", "calmFollowUps", 2L),
				row("ClosingCriteria", READY, "guardianOpen", "NOT_MET GUARDIAN", "guardianNotice", "OPEN"),
				row("ClosingCriteria", READY, "met", "MET NOTHING"), row("ClosingCriteria", READY, "met", "MET NOTHING",
						"closingReason", "ORDINARY_CARE", "guardianNotice", "NOT_ADVISED"));
	}

	// G03 G04 G05 K03 L18
	private static Stream<Arguments> certificates() {
		return Stream.of(paper("used", "USED FAILED", "usedElsewhere", true, "verification", "PENDING"),
				paper("denied", "DENIED FAILED", "verification", "DENIED"),
				paper("future", "FUTURE FAILED", "dated", "FUTURE"),
				paper("tooOld", "TOO_OLD FAILED", "dated", "TOO_OLD"),
				paper("beforeSuspension", "BEFORE_SUSPENSION FAILED", "dated", "BEFORE_SUSPENSION"),
				paper("beforeDanger", "BEFORE_DANGER FAILED", "dated", "BEFORE_DANGER"),
				paper("tooLow", "TOO_LOW FAILED", "issuerStanding", "TOO_LOW"),
				paper("notSpecialised", "NOT_SPECIALISED FAILED", "issuerStanding", "NOT_SPECIALISED"),
				paper("advisesDelay", "ADVISES_DELAY FAILED", "wording", "DEFER"),
				paper("notListed", "NOT_LISTED SUPPLEMENT", "issuerStanding", "NOT_LISTED"),
				paper("noPhysician", "PHYSICIAN SUPPLEMENT", "physicianNamed", false),
				paper("noOriginal", "ORIGINAL SUPPLEMENT", "originalSeen", false),
				paper("unclear", "WORDING SUPPLEMENT", "wording", "OTHER"),
				paper("ready", "NOTHING READY", "verification", "PENDING"),
				paper("ready", "NOTHING READY", "verification", "PENDING", "wording", "NOTHING_FOUND"),
				paper("noAnswer", "UNVERIFIED VERIFY_AGAIN", "verification", "NO_ANSWER"),
				paper("limited", "ONLY_NOTHING_FOUND LIMITED", "wording", "NOTHING_FOUND"),
				paper("passed", "NOTHING PASSED"), paper("passed", "NOTHING PASSED", "wording", "FIT_WITH_REVIEW"));
	}

	private static Arguments paper(String row, String answer, Object... changes) {
		return row("CertificateCheck", PAPER, row, answer, changes);
	}

	private static Stream<Arguments> plans() {
		return Stream.of(
				row("ContactPlan", ASSESSED, "returnedAfterAttempt", "RETURN_CLOSE", "situation", "RETURNED",
						"pastAttempt", true),
				row("ContactPlan", ASSESSED, "returnedSevere", "RETURN_CLOSE", "situation", "RETURNED", "level",
						"SEVERE"),
				row("ContactPlan", ASSESSED, "returnedSevere", "RETURN_CLOSE", "situation", "RETURNED", "level",
						"ACUTE"),
				row("ContactPlan", ASSESSED, "returned", "RETURN", "situation", "RETURNED", "level", "MODERATE"),
				row("ContactPlan", ASSESSED, "acute", "CLOSE", "level", "ACUTE"),
				row("ContactPlan", ASSESSED, "acute", "CLOSE", "level", "ACUTE", "situation", "TREATED"),
				row("ContactPlan", ASSESSED, "treatedAfterAttempt", "CLOSE", "level", "SEVERE", "situation", "TREATED",
						"pastAttempt", true),
				row("ContactPlan", ASSESSED, "treated", "TREATED", "level", "SEVERE", "situation", "TREATED"),
				row("ContactPlan", ASSESSED, "treated", "TREATED", "situation", "TREATED", "pastAttempt", true),
				row("ContactPlan", ASSESSED, "severe", "CLOSE", "level", "SEVERE"),
				row("ContactPlan", ASSESSED, "moderate", "STEADY", "level", "MODERATE", "pastAttempt", true),
				row("ContactPlan", ASSESSED, "attemptLongAgo", "STEADY", "pastAttempt", true),
				row("ContactPlan", ASSESSED, "light", "LIGHT"),
				row("ContactPlan", ASSESSED, "light", "LIGHT", "level", "NONE"));
	}

	private static Arguments level(String row, String answer, Object... changes) {
		return row("RiskLevel", CALM, row, answer, changes);
	}

	private static Arguments row(String decision, Map<String, Object> usual, String row, String answer,
			Object... changes) {
		Map<String, Object> inputs = new HashMap<>(usual);
		for (int i = 0; i < changes.length; i += 2) {
			inputs.put((String) changes[i], changes[i + 1]);
		}
		return arguments(decision, row, inputs, answer);
	}

	@Test
	void everyTableTakesTheFirstRowThatFits() {
		assertThat(List.of("RiskLevel", "ReportRoute", "FollowUpTrend", "ClosingCriteria", "ContactPlan",
				"CertificateCheck"))
			.allSatisfy((decision) -> assertThat(Tables.of(decision).rows()).doesNotHaveDuplicates().isNotEmpty());
	}

}
