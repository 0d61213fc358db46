package org.huxin.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.huxin.casefile.CaseRef;
import org.huxin.identity.Account;
import org.huxin.school.Role;

/**
 * A desk with made-up work, so that pages are shown without engine and database.
 */
class FakeDesk implements Desk {

	static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

	final List<String> amendments = new ArrayList<>();

	boolean empty;

	@Override
	public List<StartPage.WaitingTask> waitingFor(Account reader) {
		if (this.empty || reader.roles().contains(Role.ADMINISTRATOR)) {
			return List.of();
		}
		return List.of(new StartPage.WaitingTask("t1", "2026-0003", "核实上报情况", left(Duration.ofHours(-3)), true),
				new StartPage.WaitingTask("t2", "2026-0007", "评估危机风险", left(Duration.ofMinutes(50)), true),
				new StartPage.WaitingTask("t3", "2026-0004", "记录本次辅导", left(Duration.ofHours(20)), false),
				new StartPage.WaitingTask("t4", "2026-0001", "与学生面谈并填写本月跟踪随访情况", left(Duration.ofDays(9)), true));
	}

	@Override
	public List<StartPage.ToExplain> toExplain(Account reader) {
		return (this.empty || !reader.roles().contains(Role.HEAD_TEACHER)) ? List.of()
				: List.of(new StartPage.ToExplain("t9", "2026-0002", "关注学生近况", left(Duration.ofHours(-30))));
	}

	@Override
	public List<String> stuck(Account reader) {
		return (this.empty || !reader.roles().contains(Role.COUNSELOR)) ? List.of() : List.of("2026-0004");
	}

	@Override
	public int faults(Account reader) {
		return reader.roles().contains(Role.ADMINISTRATOR) ? 2 : 0;
	}

	@Override
	public int deadLetters(Account reader) {
		return reader.roles().contains(Role.ADMINISTRATOR) ? 3 : 0;
	}

	@Override
	public List<StartPage.Startable> startableBy(Account reader) {
		return reader.roles().contains(Role.ADMINISTRATOR) ? List.of()
				: List.of(new StartPage.Startable("CrisisCase", "发现上报"));
	}

	@Override
	public List<CaseList.Row> casesOf(Account reader) {
		if (this.empty) {
			return List.of();
		}
		return List.of(row("2026-0001", "OPEN", Duration.ofDays(9), 30), row("2026-0002", "CLOSED", null, 90),
				row("2026-0003", "OPEN", Duration.ofHours(-3), 1), row("2026-0004", "OPEN", Duration.ofHours(20), 12),
				row("2026-0005", "NOT_A_CRISIS", null, 60), row("2026-0007", "OPEN", Duration.ofMinutes(50), 0));
	}

	@Override
	public Optional<CasePage> page(Account reader, CaseRef ref) {
		String number = ref.number();
		if (!number.equals("2026-0007") && !number.equals("2026-0002")) {
			return Optional.empty();
		}
		if (number.equals("2026-0002")) {
			return Optional.of(new CasePage(number, null, null, "CLOSED", null, null, moment(90), List.of(), null,
					List.of(), List.of(), List.of()));
		}
		return Optional.of(new CasePage(number, null, "李明（七年级1班）", "OPEN",
				reader.roles().contains(Role.COUNSELOR) ? "MODERATE" : null, "王静", moment(1),
				List.of(new CasePage.Owed("评估危机风险", "王静", left(Duration.ofMinutes(50)), Tasklist.task("t2")),
						new CasePage.Owed("告知监护人并记录反馈", "张老师、刘老师", left(Duration.ofHours(-5)), null)),
				null,
				List.of(new CasePage.Model("p1", "学生心理危机个案",
						List.of("callActivity_assessRisk", "userTask_informGuardian"),
						List.of("userTask_informGuardian"), List.of("userTask_verifyConcern")),
						new CasePage.Model("p2", "危机风险评估", List.of("userTask_assessRisk"), List.of(), List.of())),
				List.of(new CasePage.Entry(1, "发现上报", false, reader.name().equals("teacher"), "张老师", moment(1),
						List.of(new CasePage.Field("看到或听到了什么", List.of("课间独自哭泣，对同学说“活着没意思”。\n两周来午饭都没有吃。")),
								new CasePage.Field("预警表现（C 类）", List.of("情绪低落持续两周", "流露轻生念头")),
								new CasePage.Field("现在是否安全", List.of("是，由生活老师陪同"))),
						List.of(new CasePage.Amendment(4, "张老师", moment(0), "更正：是上周四开始不吃午饭，不是两周。"))),
						new CasePage.Entry(2, "已提醒心理老师：核实的时间还剩 1 小时", true, false, "", moment(0), List.of(), List.of()),
						new CasePage.Entry(3, "核实上报情况", false, reader.name().equals("counselor"), "王静", moment(0),
								List.of(), List.of())),
				reader.roles().contains(Role.COUNSELOR)
						? List.of(new Trend("GAD-7", List.of(new Trend.Point("10.0", "37.0", 14, moment(30)),
								new Trend.Point("290.0", "60.0", 8, moment(0)))))
						: List.of()));
	}

	@Override
	public Optional<String> model(Account reader, CaseRef ref, String id) {
		try {
			return Optional.of(Files.readString(
					java.nio.file.Path.of("processes", id.equals("p1") ? "crisis-case.bpmn" : "risk-assessment.bpmn")));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	@Override
	public Optional<Integer> amend(Account author, CaseRef ref, int entry, String text) {
		String number = ref.number();
		this.amendments.add(author.name() + " " + number + " " + entry + " " + text);
		return (entry == 1) ? Optional.of(5) : Optional.empty();
	}

	private static CaseList.Row row(String number, String state, Duration due, int daysAgo) {
		return new CaseList.Row(number, null, state, true, (due != null) ? left(due) : null, moment(daysAgo));
	}

	private static TimeLeft left(Duration duration) {
		return TimeLeft.until(NOW.plus(duration), NOW);
	}

	private static Moment moment(int daysAgo) {
		return new Moment(NOW.minus(Duration.ofDays(daysAgo)));
	}

}
