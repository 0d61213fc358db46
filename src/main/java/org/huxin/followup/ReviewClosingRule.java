package org.huxin.followup;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
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
		Criteria criteria = Criteria.of(submission);
		Map<String, Object> answer = submission.decide("ClosingCriteria", criteria.inputs(submission));
		if (!"MET".equals(answer.get("closingCriteria"))) {
			submission.refuse("closingProposal", "rule.closing.missing." + answer.get("missing"));
		}
		submission.record("closingChecks",
				this.messages.getMessage("closing.checks",
						new Object[] { criteria.calmFollowUps(), word("safety", criteria.lastSafety()),
								word("level", criteria.level()), word("guardian", criteria.guardianNotice()) },
						Locale.CHINA));
	}

	private String word(String kind, String code) {
		return this.messages.getMessage("closing." + kind + "." + code, null, Locale.CHINA);
	}

	/**
	 * What the case file says about the criteria.
	 */
	record Criteria(String level, String lastSafety, long calmFollowUps, String guardianNotice) {

		static Criteria of(Submission submission) {
			return new Criteria(earlier(submission, "level", "NONE"),
					earlier(submission, "follow-up-counsellor.safety", "NOT_ASKED"),
					calm(submission.history("follow-up-head-teacher.alarm")), guardianNotice(submission));
		}

		private static String earlier(Submission submission, String key, String otherwise) {
			return submission.earlier(key).map(Object::toString).orElse(otherwise);
		}

		/** How many periods in a row, up to now, passed without a worry. */
		private static long calm(List<Object> alarms) {
			long calm = 0;
			for (Object alarm : alarms) {
				calm = (alarm.equals("NONE")) ? calm + 1 : 0;
			}
			return calm;
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
			inputs.put("handoverConsent",
					submission.isBlank("handoverConsent") ? "NOT_ASKED" : submission.text("handoverConsent"));
			inputs.put("level", this.level);
			inputs.put("lastSafety", this.lastSafety);
			inputs.put("calmFollowUps", this.calmFollowUps);
			inputs.put("guardianNotice", this.guardianNotice);
			return inputs;
		}

	}

}
