package org.huxin.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.huxin.HuxinTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random cases of schools of all four kinds go through random decisions of random people
 * and random time, and after each step the eleven invariants of the process catalogue
 * hold. {@code -Dhuxin.walk.lives=10000} walks longer; a finding prints how to replay it.
 */
@HuxinTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomWalkTests {

	private static final int LIVES_OF_A_WALK = 8;

	/** After so many walks of a campaign its summary is printed. */
	private static final int TOLD_EVERY = 50;

	private final World world;

	private final Quiet quiet;

	@Autowired
	RandomWalkTests(ApplicationContext context) {
		this.world = World.of(context);
		this.quiet = new Quiet(this.world);
	}

	@BeforeAll
	void othersRest() {
		this.quiet.begin();
	}

	@AfterAll
	void othersGoOn() {
		this.quiet.end();
	}

	@Test // A12 D01 D16 D17 G07 G17
	void whateverPeopleDoNoCaseFallsOutOfTheLoop() {
		WalkReport report = new WalkReport();
		Map<String, String> findings = new TreeMap<>();
		int lives = Integer.getInteger("huxin.walk.lives", 200);
		try {
			for (long seed : seeds(lives)) {
				if (report.lives() < lives) {
					walk(report, seed, findings);
					if (seed % TOLD_EVERY == 0) {
						tell(report);
					}
				}
			}
		}
		finally {
			tell(report);
		}
		assertThat(findings.values()).as("findings").isEmpty();
		assertThat(report.neverCompleted()).as("forms that nobody could ever complete").isEmpty();
	}

	private void tell(WalkReport report) {
		System.out.println(report.summary(this.world.elements(), this.world.visited().byWalks()));
	}

	// with huxin.walk.first several machines share a campaign
	private static List<Long> seeds(int lives) {
		Long one = Long.getLong("huxin.walk.seed");
		long first = Long.getLong("huxin.walk.first", 1);
		return (one != null) ? List.of(one) : LongStream.range(first, first + lives).boxed().toList();
	}

	// with huxin.walk.all one finding does not hide the others
	private void walk(WalkReport report, long seed, Map<String, String> findings) {
		Walk walk = new Walk(this.world, report, seed, LIVES_OF_A_WALK);
		long begin = System.nanoTime();
		try {
			walk.run();
			System.out.printf("Walk with seed %d: %d steps in %d ms, %d lives so far%n", seed, walk.steps().size(),
					(System.nanoTime() - begin) / 1_000_000, report.lives());
		}
		catch (WalkFailed ex) {
			if (!Boolean.getBoolean("huxin.walk.all")) {
				throw shortened(seed, walk.steps().size(), ex);
			}
			String likeness = ex.getMessage()
				.replaceAll("(?s)^.*?(\\) failed: |\\):\n)", "")
				.replaceAll("walk\\d+", "walk")
				.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|\\d{4}-\\d{4}", "…");
			if (findings.putIfAbsent(likeness, "seed " + seed + ": " + ex.getMessage()) == null) {
				System.out.println("FOUND with seed " + seed + ": " + ex.getMessage());
				walk.steps()
					.stream()
					.skip(Math.max(0, walk.steps().size() - 12L))
					.forEach((step) -> System.out.println("    " + step));
			}
		}
	}

	// replays ever smaller parts of the steps in fresh schools, as long as they find the
	// same

	private AssertionError shortened(long seed, int taken, WalkFailed found) {
		List<Long> steps = new ArrayList<>(Walk.seeds(seed, LIVES_OF_A_WALK).subList(0, taken));
		long until = System.nanoTime() + 60_000_000_000L;
		WalkFailed last = found;
		List<String> story = List.of();
		for (int size = Math.max(1, steps.size() / 2); size >= 1 && System.nanoTime() < until; size /= 2) {
			for (int at = 0; at + size <= steps.size() && System.nanoTime() < until;) {
				List<Long> fewer = new ArrayList<>(steps.subList(0, at));
				fewer.addAll(steps.subList(at + size, steps.size()));
				Walk replay = new Walk(this.world, new WalkReport(), seed, LIVES_OF_A_WALK);
				WalkFailed again = replay(replay, fewer);
				if (again != null && again.kind().equals(found.kind())) {
					steps = fewer.subList(0, Math.min(fewer.size(), replay.steps().size()));
					last = again;
					story = replay.steps();
				}
				else {
					at += size;
				}
			}
		}
		StringBuilder text = new StringBuilder();
		text.append("The walk with seed %d found: %s%n".formatted(seed, found.getMessage()));
		text.append("Replay it with -Dhuxin.walk.seed=%d -Dtest=RandomWalkTests%n".formatted(seed));
		text.append("Shortened to %d of %d steps: %s%n".formatted(steps.size(), taken, last.getMessage()));
		story.forEach((step) -> text.append("  - ").append(step).append(System.lineSeparator()));
		return new AssertionError(text.toString(), (found.getCause() != null) ? found.getCause() : null);
	}

	private static WalkFailed replay(Walk walk, List<Long> steps) {
		try {
			walk.run(steps);
			return null;
		}
		catch (WalkFailed ex) {
			return ex;
		}
	}

}
