package org.huxin.assessment;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.huxin.engine.Submission;

/**
 * The instruments of one assessment (E06), scored by code and never by hand.
 *
 * @param phqA PHQ-A, if it was used
 * @param phq9 PHQ-9, if it was used
 * @param gad7 GAD-7, if it was used
 * @param asq ASQ, if it was used
 * @param licensed an instrument of which the school holds the licence, if one was used
 */
record Instruments(Optional<PhqA> phqA, Optional<Phq9> phq9, Optional<Gad7> gad7, Optional<Asq> asq,
		Optional<LicensedResult> licensed) {

	static Instruments in(Submission submission, Optional<LicensedResult> licensed) {
		List<String> used = submission.texts("instruments");
		return new Instruments(used.contains("PHQ_A") ? Optional.of(phqA(submission)) : Optional.empty(),
				used.contains("PHQ_9") ? Optional.of(new Phq9(frequencies(submission, "phq9Item", Phq9.ITEMS)))
						: Optional.empty(),
				used.contains("GAD_7") ? Optional.of(new Gad7(frequencies(submission, "gad7Item", Gad7.ITEMS)))
						: Optional.empty(),
				used.contains("ASQ") ? Optional.of(asq(submission)) : Optional.empty(), licensed);
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
		return this.phqA.filter(PhqA::positive).isPresent() || this.phq9.filter(Phq9::positive).isPresent()
				|| this.asq.filter(Asq::positive).isPresent()
				|| this.licensed.filter(LicensedResult::positive).isPresent();
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
		return this.phqA.map(PhqA::band)
			.orElse(Band.MINIMAL)
			.worse(this.phq9.map(Phq9::band).orElse(Band.MINIMAL))
			.worse(this.gad7.map(Gad7::band).orElse(Band.MINIMAL))
			.worse(this.licensed.map(LicensedResult::band).orElse(Band.MINIMAL));
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
		this.phq9.ifPresent((phq) -> {
			submission.record("phq9Total", phq.total());
			submission.record("phq9Band", phq.band().name());
			submission.record("phq9Version", Phq9.VERSION);
		});
		this.licensed.ifPresent((result) -> {
			submission.record("licensedName", result.instrument().line());
			submission.record("licensedBand", result.band().name());
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
