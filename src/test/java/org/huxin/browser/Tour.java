package org.huxin.browser;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.camunda.bpm.engine.task.Task;
import org.huxin.CaseWalk;
import org.huxin.casefile.CaseRef;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What all tours through Tasklist do alike: find the card, open the form, fill it, send
 * it, and look at everything with the eyes of a reader of Chinese. What each person sees
 * is kept as a picture.
 */
final class Tour {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy/MM/dd");

	private static final DateTimeFormatter TYPED_TIME = DateTimeFormatter.ofPattern("HH:mm");

	private final CaseWalk walk;

	private final Visitors visitors;

	private final String name;

	private final List<String> secrets;

	private final List<Visitor> people = new ArrayList<>();

	private int step;

	/**
	 * A tour begins.
	 * @param secrets what no card shows, such as the student's name
	 */
	Tour(CaseWalk walk, Visitors visitors, String name, List<String> secrets) {
		this.walk = walk;
		this.visitors = visitors;
		this.name = name;
		this.secrets = secrets;
	}

	/** Somebody takes part. */
	Visitor with(String account) {
		Visitor visitor = this.visitors.signIn(account);
		this.people.add(visitor);
		return visitor;
	}

	/**
	 * Finds the card of a task in the right list, looks at it and opens the form.
	 */
	OpenForm open(Visitor visitor, CaseRef ref, String task) {
		boolean offered = task(ref, task).getAssignee() == null;
		Tasklist tasklist = visitor.tasklist().filter(offered ? "待认领" : "我的待办").turnTo(ref.number(), task);
		String card = tasklist.card(ref.number(), task).innerText();
		assertThat(card).as("the card of %s", task).contains(ref.number()).containsAnyOf("还剩", "已逾期");
		assertNoSecrets(card);
		OpenForm form = tasklist.open(ref.number(), task);
		assertThat(form.value("个案编号")).isEqualTo(ref.number());
		assertThat(form.words()).contains("请您这样做");
		return form;
	}

	/**
	 * Looks at the filled form and sends it; what follows by itself happens.
	 */
	void send(Visitor visitor, OpenForm form, String picture) {
		look(visitor, picture);
		form.submit();
		this.walk.runDueJobs();
	}

	/**
	 * Reads one of our own pages.
	 */
	String read(Visitor visitor, String path, String picture) {
		String words = visitor.read(path);
		look(visitor, picture);
		return words;
	}

	/**
	 * Keeps a picture of what somebody sees, all of it Chinese.
	 */
	void look(Visitor visitor, String picture) {
		this.step++;
		visitor.photograph("%s-%02d-%s".formatted(this.name, this.step, picture));
		assertThat(visitor.foreignLines()).as("what %s reads at %s", visitor.account(), picture).isEmpty();
	}

	/** Neither a name nor a level. */
	void assertNoSecrets(String words) {
		assertThat(words).doesNotContain(this.secrets).doesNotContain("一级", "二级", "三级", "四级", "日常关注", "重点关注", "重点干预");
	}

	/** No script has stumbled over any form or page. */
	void nobodyHadTrouble() {
		this.people.forEach((visitor) -> assertThat(visitor.troubles()).as(visitor.account()).isEmpty());
	}

	/** The names of the open tasks of a case. */
	List<String> waiting(CaseRef ref) {
		return this.walk.tasks(ref).stream().map(Task::getName).toList();
	}

	/** A day from the business day, as people type it. */
	String day(int days) {
		return today().plusDays(days).format(TYPED);
	}

	/** A day, as people type it. */
	static String typed(LocalDate day) {
		return day.format(TYPED);
	}

	/** The day and the time of a moment from now, as people type them. */
	String[] moment(int minutes) {
		LocalDateTime moment = now().plusMinutes(minutes);
		return new String[] { moment.format(TYPED), moment.format(TYPED_TIME) };
	}

	/** The business day. */
	LocalDate today() {
		return now().toLocalDate();
	}

	/** The business time. */
	LocalDateTime now() {
		return LocalDateTime.ofInstant(this.walk.now(), ZONE);
	}

	private Task task(CaseRef ref, String task) {
		return this.walk.tasks(ref)
			.stream()
			.filter((open) -> task.equals(open.getName()))
			.findFirst()
			.orElseThrow(() -> new AssertionError("Nobody waits for " + task + " but for " + waiting(ref)));
	}

}
