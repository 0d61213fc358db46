package org.huxin.assessment;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.huxin.engine.Submission;

/**
 * The instruments of one assessment (E06), scored by code and never by hand.
 *
 * @param phqA PHQ-A, if it was used
 * @param gad7 GAD-7, if it was used
 * @param asq ASQ, if it was used
 */
record Instruments(Optional<PhqA> phqA, Optional<Gad7> gad7, Optional<Asq> asq) {

	static Instruments in(Submission submission) {
		List<String> used = submission.texts("instruments");
		return new Instruments(
				used.contains("PHQ_A") ? Optional.of(phqA(submission)) : Optional.empty(), used.contains("GAD_7")
						? Optional.of(new Gad7(frequencies(submission, "gad7Item", Gad7.ITEMS))) : Optional.empty(),
				used.contains("ASQ") ? Optional.of(asq(submission)) : Optional.empty());
	}

	private static PhqA phqA(Submission submission) {
		return new PhqA(frequencies(submission, "phqA", PhqA.ITEMS), submission.isYes("phqAMonth"),
				submission.isYes("phqAEver"));
	}

	private static Asq asq(Submission submission) {
		List<Asq.Answer> items = IntStream.rangeClosed(1, Asq.ITEMS)
			.mapToObj((number) -> Asq.Answer.valueOf(submission.text("asq" + number)))
			.toList();
		return new Asq(items, submission.isBlank("asq5") ? Asq.Answer.NO : Asq.Answer.valueOf(submission.text("asq5")));
	}

	private static List<Frequency> frequencies(Submission submission, String prefix, int items) {
		return IntStream.rangeClosed(1, items)
			.mapToObj((number) -> Frequency.valueOf(submission.text(prefix + number)))
			.toList();
	}

	/**
	 * Whether any suicide item is positive: it overrides every total.
	 */
	boolean positiveItem() {
		return this.phqA.filter(PhqA::positive).isPresent() || this.asq.filter(Asq::positive).isPresent();
	}

	boolean acute() {
		return this.asq.filter(Asq::acute).isPresent();
	}

	/**
	 * Whether the student said in an instrument that he once tried to end his life.
	 */
	boolean everAttempted() {
		return this.phqA.filter(PhqA::everAttempted).isPresent() || this.asq.filter(Asq::everAttempted).isPresent();
	}

	/**
	 * The worse of low mood and anxiety.
	 */
	Band distress() {
		return this.phqA.map(PhqA::band).orElse(Band.MINIMAL).worse(this.gad7.map(Gad7::band).orElse(Band.MINIMAL));
	}

	/**
	 * Adds scores and versions to the sealed entry, next to the answers.
	 */
	void record(Submission submission) {
		this.phqA.ifPresent((phq) -> {
			submission.record("phqATotal", phq.total());
			submission.record("phqABand", phq.band().name());
			submission.record("phqAVersion", PhqA.VERSION);
		});
		this.gad7.ifPresent((gad) -> {
			submission.record("gad7Total", gad.total());
			submission.record("gad7Band", gad.band().name());
			submission.record("gad7Version", Gad7.VERSION);
		});
		this.asq.ifPresent((questions) -> {
			submission.record("asqResult",
					(questions.acute()) ? "ACUTE_POSITIVE" : (questions.positive()) ? "POSITIVE" : "NEGATIVE");
			submission.record("asqVersion", Asq.VERSION);
		});
		submission.record("positiveItem", positiveItem());
	}

}
