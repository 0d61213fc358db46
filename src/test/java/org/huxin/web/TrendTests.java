package org.huxin.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.huxin.casefile.EntryKind;
import org.huxin.engine.CaseRecord;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Scores of one instrument over time, from what the reader may see of the case (E06).
 */
class TrendTests {

	private static final Instant START = Instant.parse("2026-11-01T02:00:00Z");

	@Test
	void instrumentThatWasUsedTwiceHasALine() {
		List<Trend> trends = Trend.of(List.of(line(0, Map.of("gad7Total", "21", "phqATotal", "9")),
				line(10, Map.of("gad7Total", "0")), line(20, Map.of("gad7Total", "7"))));
		assertThat(trends).hasSize(1);
		Trend trend = trends.get(0);
		assertThat(trend.name()).isEqualTo("GAD-7");
		assertThat(trend.line()).isEqualTo("10.0,10.0 150.0,90.0 290.0,63.3");
		assertThat(trend.latest()).isEqualTo(7);
	}

	@Test
	void licensedInstrumentsAreKeptApartByNameAndVersion() {
		List<Trend> trends = Trend.of(List.of(line(0, Map.of("licensedScore", "30", "licensedName", "本校量表 2024 版")),
				line(5, Map.of("licensedScore", "15", "licensedName", "本校量表 2024 版")),
				line(9, Map.of("licensedScore", "15", "licensedName", "另一量表 1"))));
		assertThat(trends).extracting(Trend::name).containsExactly("本校量表 2024 版");
	}

	@Test
	void readerWhoSeesNoScoreSeesNoLine() {
		assertThat(Trend.of(List.of(line(0, Map.of()), line(1, Map.of())))).isEmpty();
	}

	private static CaseRecord.Line line(int day, Map<String, String> fields) {
		return new CaseRecord.Line(day + 1, EntryKind.SUBMISSION, "assess-risk", Optional.empty(), "counselor",
				START.plus(Duration.ofDays(day)), Optional.empty(),
				fields.entrySet()
					.stream()
					.map((field) -> new CaseRecord.Field(field.getKey(), Optional.empty(), Optional.empty(),
							List.of(field.getValue())))
					.toList(),
				Map.of());
	}

}
