package org.huxin.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.huxin.FakeSubmission;
import org.huxin.assessment.Asq.Answer;
import org.huxin.school.LicensedInstrumentEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Scoring by code (E06): totals, bands at their limits, and suicide items that override
 * them.
 */
class InstrumentsTests {

	@ParameterizedTest
	@CsvSource({ "0, MINIMAL", "4, MINIMAL", "5, MILD", "9, MILD", "10, MODERATE", "14, MODERATE",
			"15, MODERATELY_SEVERE", "19, MODERATELY_SEVERE", "20, SEVERE", "24, SEVERE" })
	void phqATotalFallsIntoItsBand(int total, Band band) {
		PhqA phq = new PhqA(answers(PhqA.ITEMS, total, false), false, false);
		assertThat(phq.total()).isEqualTo(total);
		assertThat(phq.band()).isEqualTo(band);
		assertThat(phq.positive()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "0, MINIMAL", "4, MINIMAL", "5, MILD", "9, MILD", "10, MODERATE", "14, MODERATE", "15, SEVERE",
			"21, SEVERE" })
	void gad7TotalFallsIntoItsBand(int total, Band band) {
		Gad7 gad = new Gad7(answers(Gad7.ITEMS, total, true));
		assertThat(gad.total()).isEqualTo(total);
		assertThat(gad.band()).isEqualTo(band);
	}

	@Test
	void highestPhqATotalIsTwentySeven() {
		assertThat(new PhqA(answers(PhqA.ITEMS, 27, true), false, false).total()).isEqualTo(27);
	}

	@Test
	void anyAnswerToTheNinthItemOfPhqAIsPositiveWhateverTheTotal() {
		List<Frequency> items = new ArrayList<>(answers(PhqA.ITEMS, 0, false));
		items.set(8, Frequency.SEVERAL_DAYS);
		PhqA phq = new PhqA(items, false, false);
		assertThat(phq.band()).isEqualTo(Band.MINIMAL);
		assertThat(phq.positive()).isTrue();
	}

	@Test
	void eitherSuicideQuestionOfPhqAIsPositiveWhateverTheTotal() {
		assertThat(new PhqA(answers(PhqA.ITEMS, 0, false), true, false).positive()).isTrue();
		assertThat(new PhqA(answers(PhqA.ITEMS, 0, false), false, true).positive()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "0, MINIMAL", "4, MINIMAL", "5, MILD", "9, MILD", "10, MODERATE", "14, MODERATE",
			"15, MODERATELY_SEVERE", "19, MODERATELY_SEVERE", "20, SEVERE", "24, SEVERE" })
	void phq9TotalFallsIntoItsBand(int total, Band band) {
		Phq9 phq = new Phq9(answers(Phq9.ITEMS, total, false));
		assertThat(phq.total()).isEqualTo(total);
		assertThat(phq.band()).isEqualTo(band);
		assertThat(phq.positive()).isFalse();
	}

	@Test
	void anyAnswerToTheNinthItemOfPhq9IsPositiveWhateverTheTotal() {
		List<Frequency> items = new ArrayList<>(answers(Phq9.ITEMS, 0, false));
		items.set(8, Frequency.SEVERAL_DAYS);
		assertThat(new Phq9(items).positive()).isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> new Phq9(List.of()));
	}

	@ParameterizedTest
	@CsvSource({ "0, MINIMAL", "19, MINIMAL", "20, MILD", "29, MILD", "30, MODERATE", "40, MODERATE" })
	void scoreOfALicensedInstrumentAsksForACloserLookAndNoMore(int score, Band band) {
		LicensedResult result = licensed(score, false);
		assertThat(result.band()).isEqualTo(band);
		assertThat(result.isOnTheScale()).isTrue();
		assertThat(licensed(41, false).isOnTheScale()).isFalse();
	}

	@Test
	void positiveSuicideItemOfALicensedInstrumentOverridesItsScore() {
		Instruments used = Instruments.in(new FakeSubmission("assess-risk", Map.of("instruments", List.of("LICENSED"))),
				Optional.of(licensed(0, true)));
		assertThat(used.positiveItem()).isTrue();
		assertThat(used.distress()).isEqualTo(Band.MINIMAL);
		FakeSubmission submission = new FakeSubmission("assess-risk", Map.of());
		used.record(submission);
		assertThat(submission.recorded("licensedName")).isEqualTo("本校量表 2024 版");
	}

	private static LicensedResult licensed(int score, boolean positive) {
		return new LicensedResult(new LicensedInstrumentEntry(new UUID(0, 7), "本校量表", "2024 版", 0, 40, 20, 30, true),
				score, positive);
	}

	@Test
	void asqIsNegativeOnlyIfAllFourAnswersAreNo() {
		Asq asq = asq(Answer.NO, Answer.NO, Answer.NO, Answer.NO, Answer.NO);
		assertThat(asq.positive()).isFalse();
		assertThat(asq.acute()).isFalse();
	}

	@Test
	void asqTakesARefusalForAYes() {
		assertThat(asq(Answer.NO, Answer.NO, Answer.REFUSED, Answer.NO, Answer.NO).positive()).isTrue();
		assertThat(asq(Answer.NO, Answer.NO, Answer.NO, Answer.YES, Answer.NO).acute()).isFalse();
		assertThat(asq(Answer.YES, Answer.NO, Answer.NO, Answer.NO, Answer.YES).acute()).isTrue();
		assertThat(asq(Answer.YES, Answer.NO, Answer.NO, Answer.NO, Answer.REFUSED).acute()).isTrue();
	}

	@Test
	void instrumentWithMissingAnswersIsNoInstrument() {
		assertThatIllegalArgumentException().isThrownBy(() -> new PhqA(List.of(), false, false));
		assertThatIllegalArgumentException().isThrownBy(() -> new Gad7(List.of(Frequency.NOT_AT_ALL)));
		assertThatIllegalArgumentException().isThrownBy(() -> new Asq(List.of(), Answer.NO));
	}

	@Test
	void answersScoresAndVersionsStandTogetherInTheEntry() {
		Map<String, Object> values = new HashMap<>(
				Map.of("instruments", List.of("PHQ_A", "GAD_7", "ASQ"), "phqAMonth", "NO", "phqAEver", "NO"));
		for (int i = 1; i <= 9; i++) {
			values.put("phqA" + i, (i <= 3) ? "NEARLY_EVERY_DAY" : "NOT_AT_ALL");
		}
		for (int i = 1; i <= 7; i++) {
			values.put("gad7Item" + i, "MORE_THAN_HALF");
		}
		for (int i = 1; i <= 4; i++) {
			values.put("asq" + i, "NO");
		}
		FakeSubmission submission = new FakeSubmission("assess-risk", values);
		Instruments instruments = Instruments.in(submission, Optional.empty());
		instruments.record(submission);
		assertThat(submission.recorded("phqATotal")).isEqualTo(9);
		assertThat(submission.recorded("phqABand")).isEqualTo("MILD");
		assertThat(submission.recorded("phqAVersion")).isEqualTo(PhqA.VERSION);
		assertThat(submission.recorded("gad7Total")).isEqualTo(14);
		assertThat(submission.recorded("asqResult")).isEqualTo("NEGATIVE");
		assertThat(instruments.distress()).isEqualTo(Band.MODERATE);
		assertThat(instruments.positiveItem()).isFalse();
	}

	@Test
	void withoutAnyInstrumentNothingIsScored() {
		Instruments none = Instruments.in(new FakeSubmission("assess-risk", Map.of()), Optional.empty());
		assertThat(none).isEqualTo(new Instruments(Optional.empty(), Optional.empty(), Optional.empty(),
				Optional.empty(), Optional.empty()));
		assertThat(none.distress()).isEqualTo(Band.MINIMAL);
	}

	private static Asq asq(Answer one, Answer two, Answer three, Answer four, Answer now) {
		return new Asq(List.of(one, two, three, four), now);
	}

	/** Answers with this total; the last item is left at zero unless it is needed. */
	private static List<Frequency> answers(int items, int total, boolean last) {
		List<Frequency> answers = new ArrayList<>();
		int left = total;
		for (int i = 0; i < items; i++) {
			int score = (i == items - 1 && !last) ? 0 : Math.min(3, left);
			answers.add(Frequency.values()[score]);
			left -= score;
		}
		assertThat(left).isZero();
		return answers;
	}

}
