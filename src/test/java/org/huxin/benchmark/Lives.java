package org.huxin.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;

/**
 * Whole lives of a case in every engine, slice by slice in turn, so that whatever else
 * the machine does meets all of them.
 */
final class Lives {

	private final List<Side> sides;

	private final int slices;

	private final Report report;

	/** What one slice of one side was. */
	record Slice(double perSecond, double[] milliseconds, double statements, double commits) {

		double part(double part) {
			return Figures.percentile(this.milliseconds, part);
		}

	}

	Lives(List<Side> sides, int slices, Report report) {
		this.sides = sides;
		this.slices = slices;
		this.report = report;
	}

	/** Compares the sides, the first with all the others. */
	Map<Side, List<Slice>> compare(Script script, int threads, int lives) throws Exception {
		Map<Side, List<Slice>> results = new LinkedHashMap<>();
		for (int slice = 0; slice < this.slices; slice++) {
			// the first side takes each place in turn
			for (int i = 0; i < this.sides.size(); i++) {
				Side side = this.sides.get((i + slice) % this.sides.size());
				results.computeIfAbsent(side, (key) -> new ArrayList<>()).add(slice(side, script, threads, lives));
			}
		}
		print(script, threads, lives, results);
		return results;
	}

	static Slice slice(Side side, Script script, int threads, int lives) throws Exception {
		long statements = side.meter().statements();
		long commits = side.meter().commits();
		ExecutorService workers = Executors.newFixedThreadPool(threads);
		List<Future<long[]>> answers = new ArrayList<>();
		long begin = System.nanoTime();
		for (int i = 0; i < lives; i++) {
			answers.add(workers.submit(() -> side.live(script)));
		}
		List<Double> times = new ArrayList<>();
		try {
			for (Future<long[]> answer : answers) {
				for (long time : answer.get()) {
					times.add(time / 1e6);
				}
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(side.name() + ": " + ex.getCause(), ex);
		}
		finally {
			workers.shutdownNow();
		}
		double seconds = (System.nanoTime() - begin) / 1e9;
		double tasks = times.size();
		return new Slice(lives / seconds, times.stream().mapToDouble(Double::doubleValue).toArray(),
				(side.meter().statements() - statements) / tasks, (side.meter().commits() - commits) / tasks);
	}

	private void print(Script script, int threads, int lives, Map<Side, List<Slice>> results) {
		this.report.line("");
		this.report.line("### " + script.name() + ", " + threads + (threads == 1 ? " thread" : " threads") + ": "
				+ script.tasks() + " tasks a life, " + this.slices + " slices of " + lives + " lives");
		this.report.head("", "lives/s", "p50 ms", "p95 ms", "p99 ms", "statements per task", "write commits per task");
		for (Side side : this.sides) {
			List<Slice> all = results.get(side);
			this.report.row(side.name(), of(all.stream().mapToDouble(Slice::perSecond)),
					of(all.stream().mapToDouble((slice) -> slice.part(0.5))),
					of(all.stream().mapToDouble((slice) -> slice.part(0.95))),
					of(all.stream().mapToDouble((slice) -> slice.part(0.99))),
					of(all.stream().mapToDouble(Slice::statements)), of(all.stream().mapToDouble(Slice::commits)));
		}
		Side ours = this.sides.get(0);
		for (Side side : this.sides.subList(1, this.sides.size())) {
			List<Slice> mine = results.get(ours);
			List<Slice> theirs = results.get(side);
			this.report.row("**ratio to " + side.name() + "**", ratio(mine, theirs, Slice::perSecond),
					ratio(mine, theirs, (slice) -> slice.part(0.5)), ratio(mine, theirs, (slice) -> slice.part(0.95)),
					ratio(mine, theirs, (slice) -> slice.part(0.99)), ratio(mine, theirs, Slice::statements),
					ratio(mine, theirs, Slice::commits));
		}
	}

	private static String ratio(List<Slice> mine, List<Slice> theirs,
			java.util.function.ToDoubleFunction<Slice> figure) {
		double[] ratios = new double[mine.size()];
		for (int i = 0; i < ratios.length; i++) {
			ratios[i] = figure.applyAsDouble(mine.get(i)) / figure.applyAsDouble(theirs.get(i));
		}
		return Figures.spread(ratios);
	}

	private static String of(DoubleStream values) {
		return Figures.spread(values.toArray());
	}

}
