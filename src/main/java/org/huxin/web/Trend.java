package org.huxin.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.huxin.engine.CaseRecord;

/**
 * How the scores of one instrument change from assessment to assessment (E06), drawn into
 * a box of 300 by 100. Only for who may read all of the case.
 *
 * @param name the instrument
 * @param points the scores, oldest first; at least two
 */
record Trend(String name, List<Point> points) {

	/** The instruments with the highest score of each, by the key of their total. */
	private static final Map<String, Scale> SCALES = Map.of("phqATotal", new Scale("PHQ-A", 27), "phq9Total",
			new Scale("PHQ-9", 27), "gad7Total", new Scale("GAD-7", 21));

	private static final String LICENSED = "licensedScore";

	/** An instrument of ours. */
	private record Scale(String name, int highest) {
	}

	/** A score as it was recorded. */
	private record Score(Instant at, int score) {
	}

	/**
	 * A point of the line.
	 */
	record Point(String x, String y, int score, Moment at) {
	}

	/** What a polyline needs. */
	public String line() {
		return this.points.stream().map((point) -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
	}

	/** The latest score. */
	public int latest() {
		return this.points.get(this.points.size() - 1).score();
	}

	/**
	 * The instruments that were used more than once.
	 */
	static List<Trend> of(List<CaseRecord.Line> lines) {
		Map<String, List<Score>> scores = new LinkedHashMap<>();
		Map<String, Integer> highest = new LinkedHashMap<>();
		for (CaseRecord.Line line : lines) {
			if (line.code().equals("assess-risk")) {
				for (CaseRecord.Field field : line.fields()) {
					collect(line, field, scores, highest);
				}
			}
		}
		return scores.entrySet()
			.stream()
			.filter((series) -> series.getValue().size() > 1)
			.map((series) -> new Trend(series.getKey(),
					points(series.getValue(), highest.getOrDefault(series.getKey(), 1))))
			.toList();
	}

	private static void collect(CaseRecord.Line line, CaseRecord.Field field, Map<String, List<Score>> scores,
			Map<String, Integer> highest) {
		Scale scale = SCALES.get(field.key());
		if (scale == null && !field.key().equals(LICENSED)) {
			return;
		}
		int score = (int) Math.round(Double.parseDouble(field.values().get(0)));
		String name = (scale != null) ? scale.name() : licensed(line);
		scores.computeIfAbsent(name, (fresh) -> new ArrayList<>()).add(new Score(line.at(), score));
		highest.merge(name, (scale != null) ? scale.highest() : Math.max(score, 1), Math::max);
	}

	private static String licensed(CaseRecord.Line line) {
		return line.fields()
			.stream()
			.filter((field) -> field.key().equals("licensedName"))
			.map((field) -> field.values().get(0))
			.findFirst()
			.orElse(LICENSED);
	}

	private static List<Point> points(List<Score> scores, int highest) {
		Instant first = scores.get(0).at();
		double whole = Math.max(1, Duration.between(first, scores.get(scores.size() - 1).at()).toSeconds());
		return scores.stream().map((score) -> {
			double x = 10 + 280 * Duration.between(first, score.at()).toSeconds() / whole;
			double y = 90 - 80.0 * score.score() / highest;
			return new Point(number(x), number(y), score.score(), new Moment(score.at()));
		}).toList();
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

}
