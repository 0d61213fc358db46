package org.huxin.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** Medians and ranges. */
final class Figures {

	private Figures() {
	}

	static double median(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 0) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle];
	}

	static double percentile(double[] values, double part) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
	}

	/** {@code 1.23 (1.10–1.40)} */
	static String spread(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		return number(median(values)) + " (" + number(sorted[0]) + "–" + number(sorted[sorted.length - 1]) + ")";
	}

	static String number(double value) {
		return (value >= 100) ? String.format(Locale.ROOT, "%.0f", value)
				: (value >= 10) ? String.format(Locale.ROOT, "%.1f", value) : String.format(Locale.ROOT, "%.2f", value);
	}

}
