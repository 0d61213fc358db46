package org.huxin.engine;

import java.time.Duration;
import java.time.Instant;

import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.HuxinTest;
import org.huxin.casefile.CaseRef;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huxin.OurToken.token;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * The administrator of the demo moves from event to event.
 */
@HuxinTest
class DemoClockTests {

	private final CaseWalk walk;

	private final DemoClock demo;

	private final MockMvcTester mvc;

	private final CaseSteps steps;

	@Autowired
	DemoClockTests(CaseWalk walk, DemoClock demo, MockMvcTester mvc, SchoolDirectory directory) {
		this.walk = walk;
		this.demo = demo;
		this.mvc = mvc;
		this.steps = new CaseSteps(walk, directory, 7);
	}

	@AfterEach
	void realTime() {
		this.walk.resetClock();
	}

	@Test
	void theTimeMovesFromEventToEventAndNeverPastOne() {
		CaseRef ref = this.steps.reported();
		Instant due = this.walk.due(ref, CrisisCaseProcess.VERIFY_CONCERN).orElseThrow();
		boolean reminded = false;
		// other tests have left cases of their own, each with its events
		for (int i = 0; i < 2000 && this.walk.now().isBefore(due); i++) {
			NextEvent announced = this.demo.next().orElseThrow();
			assertThat(announced.at()).isAfter(this.walk.now().minusSeconds(5)).isBeforeOrEqualTo(due);
			Instant asked = this.walk.now();
			NextEvent reached = this.demo.forwardToNext().orElseThrow();
			if (!reached.equals(announced)) {
				// its moment came by itself in between
				assertThat(announced.at()).isBefore(asked.plusSeconds(5));
				assertThat(reached.at()).isAfterOrEqualTo(announced.at());
			}
			assertThat(this.walk.now()).isBetween(reached.at(), reached.at().plusSeconds(5));
			reminded = reminded || reached.kind() == NextEvent.Kind.REMINDER;
		}
		// the events of another case may lie within the same second
		this.walk.forward(Duration.ofSeconds(1));
		assertThat(reminded).as("a quarter of the time before").isTrue();
		assertThat(this.walk.now()).isBetween(due, due.plusSeconds(9));
		assertThat(this.walk.entries(ref)).extracting((entry) -> entry.form().orElse(""))
			.contains("reminded", "escalated");
	}

	@Test
	void onlyTheAdministratorMovesItAndThePageSaysWhatComes() {
		CaseRef ref = this.steps.reported();
		assertThat(this.mvc.get().uri("/demo/clock").with(user("admin").roles("administrator")).exchange())
			.hasStatusOk()
			.bodyText()
			.contains("下一件会自动发生的事", "走到这件事")
			.containsPattern("个案 \\d{4}-\\d{4}")
			.doesNotContain(this.walk.student("qinghe", 7).name(), "??");
		Instant before = this.walk.now();
		assertThat(next("counselor", "counselor")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(next("leader", "leader")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.walk.now()).isBefore(before.plusSeconds(30));
		assertThat(next("admin", "administrator")).hasRedirectedUrl("/demo/clock");
		assertThat(this.walk.isRunning(ref)).isTrue();
	}

	private MvcTestResult next(String account, String role) {
		return this.mvc.post()
			.uri("/demo/clock")
			.param("forward", "NEXT")
			.with(user(account).roles(role))
			.with(token())
			.exchange();
	}

}
