package org.huxin.report;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * 准备移交 and 等接收方确认: a student is not handed over out of what is still owed here (G16).
 * First he is assessed, a running emergency ends, and the police know of suspected harm.
 */
@Configuration(proxyBeanMethods = false)
class HandOverRules {

	@Bean
	FormRule prepareHandOverRule() {
		return new Rule("prepare-hand-over", "handOver");
	}

	@Bean
	FormRule confirmHandOverRule() {
		return new Rule("confirm-hand-over", "receivedBy");
	}

	/**
	 * One of the two.
	 *
	 * @param form the form
	 * @param field where the refusal stands
	 */
	private record Rule(String form, String field) implements FormRule {

		@Override
		public void apply(Submission submission) {
			if (this.form.equals("prepare-hand-over") && !submission.text("handOver").equals("AGREED")) {
				return;
			}
			if (MandatoryReports.isOwed(submission)) {
				submission.refuse(this.field, "rule.handOver.mandatory");
			}
			if (submission.levelThatHolds().isEmpty()) {
				submission.refuse(this.field, "rule.handOver.notAssessed");
			}
			if (isInEmergency(submission)) {
				submission.refuse(this.field, "rule.handOver.emergency");
			}
		}

		// an emergency is over when the student was handed over, or assessed anew
		private static boolean isInEmergency(Submission submission) {
			Optional<LocalDateTime> began = last(submission.past("emergencyBegan").stream());
			Optional<LocalDateTime> over = last(Stream.concat(submission.past("assess-risk").stream(),
					submission.past("hand-over-student")
						.stream()
						.filter((handOver) -> !"NOT_YET".equals(handOver.fields().get("settlement")))));
			return began.isPresent() && over.filter((end) -> !end.isBefore(began.get())).isEmpty();
		}

		private static Optional<LocalDateTime> last(Stream<Submission.Past> entries) {
			return entries.map(Submission.Past::at).max(Comparator.naturalOrder());
		}

	}

}
