package org.huxin.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.huxin.identity.Account;
import org.huxin.identity.Accounts;
import org.huxin.school.Role;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The first screen of each role. Leaders see how many cases stand where and what is late,
 * without a name or a word (D20).
 */
@Controller
class StartController {

	/** They keep the system or watch it; no task comes to them. */
	private static final Set<Role> WITHOUT_TASKS = EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR);

	private final Accounts accounts;

	private final Desk desk;

	private final boolean demo;

	StartController(Accounts accounts, Desk desk, @Value("${huxin.demo:false}") boolean demo) {
		this.accounts = accounts;
		this.desk = desk;
		this.demo = demo;
	}

	@GetMapping("/")
	String start(Model model) {
		Account reader = this.accounts.currentAccount();
		List<StartPage.WaitingTask> tasks = this.desk.waitingFor(reader);
		model.addAttribute("page",
				new StartPage(!tasks.isEmpty() || !WITHOUT_TASKS.containsAll(reader.roles()),
						tasks.stream().filter(StartPage.WaitingTask::late).toList(),
						tasks.stream().filter((task) -> !task.late()).toList(), this.desk.startableBy(reader),
						counts(reader), administration(reader), this.desk.toExplain(reader), this.desk.stuck(reader),
						this.desk.faults(reader), this.desk.deadLetters(reader)));
		return "start";
	}

	private List<StartPage.Count> counts(Account reader) {
		if (!reader.roles().contains(Role.LEADER)) {
			return List.of();
		}
		List<CaseList.Row> cases = this.desk.casesOf(reader);
		List<StartPage.Count> counts = new ArrayList<>();
		Map<String, Long> byState = cases.stream()
			.collect(Collectors.groupingBy(CaseList.Row::state, TreeMap::new, Collectors.counting()));
		CaseList.STATES.forEach(
				(state) -> counts.add(new StartPage.Count("case.state." + state, byState.getOrDefault(state, 0L))));
		counts.add(new StartPage.Count("start.counts.late",
				cases.stream().filter((row) -> row.left() != null && row.left().late()).count()));
		return List.copyOf(counts);
	}

	private List<StartPage.AdministrationLink> administration(Account reader) {
		if (!reader.roles().contains(Role.ADMINISTRATOR)) {
			return List.of();
		}
		List<StartPage.AdministrationLink> links = new ArrayList<>();
		links.add(new StartPage.AdministrationLink("/directory", "start.administration.directory"));
		links.add(new StartPage.AdministrationLink("/jobs", "start.administration.jobs"));
		links.add(new StartPage.AdministrationLink("/messages", "start.administration.messages"));
		if (this.demo) {
			links.add(new StartPage.AdministrationLink("/demo/clock", "start.administration.clock"));
		}
		return List.copyOf(links);
	}

}
