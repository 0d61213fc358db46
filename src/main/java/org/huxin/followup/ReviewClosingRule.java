package org.huxin.followup;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.MandatoryReports;
import org.huxin.report.process.CareFacts;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * 提出结案: the criteria are computed from the case and checked by
 * {@code closing-criteria.dmn} (K21, G17). What is missing is told at once, and what was
 * found goes to the second person.
 */
@Component
class ReviewClosingRule implements FormRule {

	private static final Set<String> RETURNERS = Set.of("RETURN", "RETURN_CLOSE");

	private final MessageSource messages;

	ReviewClosingRule(MessageSource messages) {
		this.messages = messages;
	}

	@Override
	public String form() {
		return "review-closing";
	}

	@Override
	public void apply(Submission submission) {
		if (!submission.text("closingProposal").equals("PROPOSE")) {
			return;
		}
		if (submission.text("handoverState").equals("SILENT") && submission.date("handoverSentOn")
			.filter((sent) -> submission.after(sent, "closing.handover.silence").isAfter(submission.now()))
			.isPresent()) {
			submission.refuse("handoverState", "rule.closing.silenceTooShort");
		}
		refuseWhileReportsAreOwed(submission);
		Criteria criteria = Criteria.of(submission);
		Map<String, Object> answer = submission.decide("ClosingCriteria", criteria.inputs(submission));
		if (!"MET".equals(answer.get("closingCriteria"))) {
			submission.refuse("closingProposal", "rule.closing.missing." + answer.get("missing"));
		}
		submission.record("closingChecks", checks(criteria));
	}

	/** What is owed to the police or to those above outlives no case (law 11, K23). */
	private static void refuseWhileReportsAreOwed(Submission submission) {
		if (MandatoryReports.isOwed(submission)) {
			submission.refuse("closingProposal", "rule.closing.mandatory");
		}
		if (submission.history("emergencyBegan.majorReport").contains("DUE")
				&& submission.history("majorReportFiled.ledger").isEmpty()) {
			submission.refuse("closingProposal", "rule.closing.majorReport");
		}
	}

	private String checks(Criteria criteria) {
		StringBuilder checks = new StringBuilder(word("closing.checks", criteria.calmFollowUps(),
				word("closing.safety." + criteria.lastSafety()), word("closing.level." + criteria.level()),
				word("closing.guardian." + criteria.guardianNotice())));
		if (RETURNERS.contains(criteria.plan())) {
			checks.append(word("closing.checks.returner", criteria.clean()));
		}
		if (!criteria.handover().equals("NOT_ASKED")) {
			checks.append(word("closing.handover." + criteria.handover()));
		}
		return checks.toString();
	}

	private String word(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.CHINA);
	}

	/**
	 * What the case file says about the criteria.
	 *
	 * @param level the level of the last assessment
	 * @param lastSafety what the last follow-up talk said about safety
	 * @param calmFollowUps how many periods in a row passed without a worry
	 * @param guardianNotice whether a guardian was told
	 * @param plan the contact plan
	 * @param clean how many assessments in a row, up to the last, were at most mild
	 * @param handover how far the hand-over to another school is
	 */
	record Criteria(String level, String lastSafety, long calmFollowUps, String guardianNotice, String plan, long clean,
			String handover) {

		static Criteria of(Submission submission) {
			return new Criteria(earlier(submission, "level", "NONE"),
					earlier(submission, "follow-up-counsellor.safety", "NOT_ASKED"),
					inARow(submission.history("follow-up-head-teacher.alarm"), Set.of("NONE")),
					guardianNotice(submission), submission.fact(CareFacts.CONTACT_PLAN).orElse("LIGHT"),
					inARow(submission.history("assess-risk.level"), Set.of("NONE", "MILD")), handover(submission));
		}

		private static String earlier(Submission submission, String key, String otherwise) {
			return submission.earlier(key).map(Object::toString).orElse(otherwise);
		}

		/** How many in a row, up to now, were as they should be. */
		private static long inARow(List<Object> answers, Set<String> good) {
			long row = 0;
			for (Object answer : answers) {
				row = good.contains(answer.toString()) ? row + 1 : 0;
			}
			return row;
		}

		private static String handover(Submission submission) {
			return switch (submission.text("handoverConsent")) {
				case "YES" -> submission.text("handoverState");
				case "NO" -> "REFUSED";
				default -> "NOT_ASKED";
			};
		}

		private static String guardianNotice(Submission submission) {
			boolean told = submission.history("inform-guardian.reached").contains("REACHED")
					|| submission.history("follow-up-head-teacher.home").contains("REACHED");
			if (told) {
				return "DONE";
			}
			boolean somebodySafe = submission.earlier("informSafe")
				.filter((safe) -> !(safe instanceof List<?> list && list.isEmpty()))
				.isPresent();
			boolean held = earlier(submission, "inform-guardian.reached", "").equals("HELD");
			return (somebodySafe && !held) ? "OPEN" : "NOT_ADVISED";
		}

		Map<String, @Nullable Object> inputs(Submission submission) {
			Map<String, @Nullable Object> inputs = new HashMap<>();
			inputs.put("closingReason", submission.text("closingReason"));
			inputs.put("handover", this.handover);
			inputs.put("level", this.level);
			inputs.put("lastSafety", this.lastSafety);
			inputs.put("calmFollowUps", this.calmFollowUps);
			inputs.put("guardianNotice", this.guardianNotice);
			inputs.put("contactPlan", this.plan);
			inputs.put("firstYear", FirstYear.of(submission));
			boolean enough = this.clean >= Long.parseLong(submission.policy("closing.cleanAssessments"));
			inputs.put("cleanAssessments", enough ? "ENOUGH" : "TOO_FEW");
			inputs.put("guardianView", submission.text("guardianView"));
			return inputs;
		}

	}

}
