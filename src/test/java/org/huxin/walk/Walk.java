package org.huxin.walk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseStatus;
import org.huxin.casefile.CaseSummary;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.RecordedEntry;
import org.huxin.report.process.CaseChangeProcess;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.DirectoryRefused;
import org.huxin.school.GuardianEntry;
import org.huxin.school.Role;
import org.huxin.school.SafeToInform;
import org.huxin.school.SchoolKind;
import org.huxin.school.StaffEntry;
import org.huxin.walk.OpenedForm.Field;
import org.huxin.walk.SchoolState.JobRow;
import org.huxin.walk.SchoolState.TaskRow;

/**
 * One walk: a school of its own, in which several cases live at the same time through
 * random answers, random time and random misfortune. Each step is made from one number
 * and from what stands there, so that any part of a walk can be replayed.
 */
final class Walk {

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

	private static final Pattern TEXT = Pattern.compile(FormFiller.MARK + "(\\d+)");

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final AtomicInteger SCHOOLS = new AtomicInteger();

	private static final int TRIES = 10;

	/** How many steps a walk takes for each report. */
	private static final int STEPS_OF_A_LIFE = Integer.getInteger("huxin.walk.steps", 45);

	/** From this answer in a life on people want to come to an end. */
	private static final int LONG = STEPS_OF_A_LIFE / 3;

	private static final int LONGEST = STEPS_OF_A_LIFE * 4 / 5;

	private static final List<String[]> LIMITS = List.of(new String[] { "verify.limit", "PT4H", "PT2H" },
			new String[] { "confirm.limit", "PT24H", "PT12H" }, new String[] { "closing.review.limit", "P7D", "P3D" },
			new String[] { "verify.more.limit", "PT24H", "PT12H" });

	private final World world;

	private final WalkReport report;

	private final long seed;

	private final int lives;

	private final String school;

	private final SchoolKind kind;

	private final Map<String, CaseMemory> memories = new TreeMap<>();

	/** Which field each typed text was typed into, by its number. */
	private final Map<Integer, Typed> texts = new HashMap<>();

	private final Map<String, Integer> ages = new HashMap<>();

	private final Set<String> away = new TreeSet<>();

	private final List<String> steps = new ArrayList<>();

	private final Invariants invariants = new Invariants(this);

	private SchoolState before;

	private SchoolState state;

	private int typed;

	private int reported;

	private String finishedTask;

	/** Whether the watch has looked since the last thing that could be late. */
	private boolean looked;

	private final Map<String, Set<UUID>> blockedBefore = new HashMap<>();

	/** A field that a text was typed into. */
	record Typed(String author, String form, String key, Set<String> sees) {

		Typed and(Typed later) {
			Set<String> all = new TreeSet<>(this.sees);
			all.addAll(later.sees());
			return new Typed(this.author, this.form, this.key, all);
		}

	}

	Walk(World world, WalkReport report, long seed, int lives) {
		this.world = world;
		this.report = report;
		this.seed = seed;
		this.lives = lives;
		this.school = "walk" + SCHOOLS.incrementAndGet();
		Random dice = new Random(seed);
		this.kind = SchoolKind.values()[(int) Math.floorMod(seed, (long) SchoolKind.values().length)];
		LocalDateTime begins = LocalDateTime.of(2027, 1, 4, 0, 30).plusHours(dice.nextInt(24 * 700));
		org.camunda.bpm.engine.impl.util.ClockUtil
			.offset(begins.atZone(ZONE).toInstant().toEpochMilli() - System.currentTimeMillis());
		world.schools().open(this.school, this.kind, dice, begins.toLocalDate());
		this.state = SchoolState.read(world.jdbc(), this.school);
		this.before = this.state;
	}

	// what others ask

	World world() {
		return this.world;
	}

	String school() {
		return this.school;
	}

	SchoolState state() {
		return this.state;
	}

	SchoolState before() {
		return this.before;
	}

	Map<String, CaseMemory> memories() {
		return this.memories;
	}

	Map<Integer, Typed> texts() {
		return this.texts;
	}

	Instant now() {
		return this.world.walk().now();
	}

	CaseRef ref(String number) {
		return new CaseRef(this.school, number);
	}

	boolean looked() {
		return this.looked;
	}

	/** Who was blocked before this step. */
	Set<UUID> blockedBefore(CaseMemory memory) {
		return this.blockedBefore.getOrDefault(memory.number(), Set.of());
	}

	List<String> steps() {
		return this.steps;
	}

	/** The numbers that the steps of a walk are made from. */
	static List<Long> seeds(long seed, int lives) {
		return new SplittableRandom(seed).longs((long) lives * STEPS_OF_A_LIFE).boxed().toList();
	}

	/** Walks until every case has ended, or long enough. */
	void run() {
		run(seeds(this.seed, this.lives));
	}

	/** Takes some steps of a walk. */
	void run(List<Long> seeds) {
		try {
			for (long step : seeds) {
				if (this.reported >= this.lives && this.state.openCases().isEmpty()) {
					break;
				}
				take(step);
			}
			check("the end", this.invariants.atTheEnd());
		}
		finally {
			end();
		}
	}

	/** One step. */
	void take(long stepSeed) {
		this.report.step();
		this.steps.add("nothing");
		this.looked = false;
		Random dice = new Random(stepSeed);
		try {
			act(dice);
			time("engine: due jobs", () -> this.world.walk().runDueJobs());
		}
		catch (WalkFailed ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw new WalkFailed(ex.getClass().getSimpleName(),
					"Step " + this.steps.size() + " (" + this.steps.get(this.steps.size() - 1) + ") failed: " + ex, ex);
		}
		look();
		check(this.steps.get(this.steps.size() - 1), timed("checks: invariants", this.invariants::afterStep));
	}

	/** Reads what stands there now. */
	void look() {
		this.before = this.state;
		this.state = timed("checks: state", () -> SchoolState.read(this.world.jdbc(), this.school));
		time("checks: entries", this::remember);
	}

	List<String> violations() {
		look();
		return this.invariants.afterStep();
	}

	private void check(String where, List<String> found) {
		if (!found.isEmpty()) {
			throw new WalkFailed(found.get(0).replaceFirst("\\D.*", ""),
					"After step " + this.steps.size() + " (" + where + "):\n  " + String.join("\n  ", found), null);
		}
	}

	private void remember() {
		for (SchoolState.CaseRow row : this.state.cases().values()) {
			CaseMemory memory = this.memories.computeIfAbsent(row.number(), this::meet);
			if (memory.entries().size() != row.entries()) {
				this.blockedBefore.put(row.number(), Set.copyOf(memory.blocked()));
				memory.update(this.world.caseFiles().entries(ref(row.number())),
						this.world.caseFiles().get(ref(row.number())).level());
				avoid(memory);
				memory.blocked().clear();
				this.world.directory()
					.guardians(memory.student())
					.stream()
					.filter((guardian) -> guardian.safe() == SafeToInform.NO)
					.map(GuardianEntry::id)
					.forEach(memory.blocked()::add);
			}
			SchoolState.CaseRow earlier = this.before.cases().get(row.number());
			if (!row.isOpen() && (earlier == null || earlier.isOpen()) && !this.retired.contains(row.number())) {
				this.report.ended(row.status());
			}
		}
	}

	private CaseMemory meet(String number) {
		this.report.life();
		CaseSummary summary = this.world.caseFiles().get(ref(number));
		return new CaseMemory(number, summary.student(), new TreeSet<>());
	}

	private void avoid(CaseMemory memory) {
		java.util.function.Predicate<UUID> avoided = this.world.caseFiles().avoidance(ref(memory.number()));
		for (StaffEntry staff : this.world.directory().staff(this.school)) {
			if (avoided.test(staff.id())) {
				memory.avoided().add(staff.account());
			}
		}
	}

	// what happens

	private void act(Random dice) {
		List<String> open = this.state.openCases();
		if (open.stream().anyMatch(this::isOld)) {
			open.stream().filter(this::isOld).forEach(this::retire);
			look();
			open = this.state.openCases();
		}
		boolean wanted = this.reported < this.lives;
		if (wanted && (open.isEmpty() || (open.size() < 3 && dice.nextInt(4) == 0))) {
			report(dice);
			return;
		}
		int roll = dice.nextInt(100);
		if (this.state.tasks().isEmpty() && roll < 90) {
			time(dice);
		}
		else if (roll < 74) {
			answer(dice);
		}
		else if (roll < 85) {
			time(dice);
		}
		else if (roll < 88) {
			change(dice);
		}
		else if (roll < 92) {
			staff(dice);
		}
		else {
			rude(dice);
		}
	}

	private void say(String step) {
		this.steps.set(this.steps.size() - 1, step);
	}

	private boolean isOld(String number) {
		return this.ages.getOrDefault(number, 0) > LONGEST;
	}

	private boolean best(String number) {
		return this.ages.getOrDefault(number, 0) > LONG;
	}

	private void report(Random dice) {
		this.reported++;
		boolean event = dice.nextInt(10) == 0 && definition("Postvention") != null;
		String process = event ? "Postvention" : CrisisCaseProcess.KEY;
		for (int i = 0; i < 6; i++) {
			StaffEntry person = person(dice, (staff) -> true);
			if (start(dice, person.account(), process, false)) {
				return;
			}
		}
	}

	private void change(Random dice) {
		for (int i = 0; i < 4; i++) {
			StaffEntry person = person(dice, (staff) -> true);
			if (start(dice, person.account(), CaseChangeProcess.KEY, false)) {
				return;
			}
		}
	}

	private boolean start(Random dice, String account, String process, boolean best) {
		ProcessDefinition definition = definition(process);
		OpenedForm form;
		try {
			form = new OpenedForm(read(() -> as(account, () -> forms().getDeployedStartForm(definition.getId()))));
		}
		catch (FormFieldValidationException | BadUserRequestException ex) {
			requireChinese(ex, account + " may not start " + process);
			return false;
		}
		Map<String, Object> values = Map.of();
		Set<String> mend = Set.of();
		for (int attempt = 0; attempt < TRIES; attempt++) {
			FormFiller filler = filler(account, dice, attempt, best);
			Optional<Map<String, Object>> filled = filler.fill(form, values, mend);
			this.typed = filler.texts();
			if (filled.isEmpty()) {
				return false;
			}
			values = filled.get();
			Map<String, Object> sent = values;
			try {
				say(account + " starts " + process + " with " + codes(sent));
				ProcessInstance instance = timed("door: start",
						() -> as(account, () -> forms().submitStartForm(definition.getId(), sent)));
				remember(account, form, sent);
				this.report.submitted(form.id());
				say(account + " starts " + process + " of " + instance.getBusinessKey() + " with " + codes(sent));
				return true;
			}
			catch (FormFieldValidationException ex) {
				requireChinese(ex, form.id());
				this.report.refused(form.id(), ex.getMessage());
				mend = named(form, ex.getMessage());
				values = kept(values, mend, dice);
			}
		}
		this.report.stuck(form.id());
		return false;
	}

	private void answer(Random dice) {
		List<TaskRow> tasks = this.state.tasks();
		if (tasks.isEmpty()) {
			return;
		}
		TaskRow task = tasks.get(dice.nextInt(tasks.size()));
		List<String> owners = here(task.owners());
		if (owners.isEmpty()) {
			say("nobody who is here has " + task.element() + " of " + task.caseNo());
			return;
		}
		String owner = owners.get(dice.nextInt(owners.size()));
		if (this.gaveUp.contains(owner + " " + task.id()) && dice.nextInt(8) > 0) {
			say(owner + " leaves " + task.element() + " of " + task.caseNo() + " to others");
			return;
		}
		this.ages.merge(task.caseNo(), 1, Integer::sum);
		say(owner + " opens " + task.element() + " of " + task.caseNo());
		OpenedForm form = open(owner, task);
		claim(owner, task);
		String refusal = "";
		int same = 0;
		Map<String, Object> values = Map.of();
		Set<String> mend = Set.of();
		for (int attempt = 0; attempt < TRIES; attempt++) {
			FormFiller filler = filler(owner, dice, attempt, best(task.caseNo()));
			Optional<Map<String, Object>> filled = filler.fill(form, values, mend);
			this.typed = filler.texts();
			if (filled.isEmpty()) {
				values = Map.of();
				mend = Set.of();
				continue;
			}
			values = filled.get();
			say(owner + " answers " + task.element() + " of " + task.caseNo() + " with " + codes(values));
			if (submit(owner, task, form, values)) {
				somebodyElseIsTooLate(dice, owner, task, values);
				return;
			}
			if (this.lastRefusal.equals(refusal) && ++same >= 3) {
				break;
			}
			same = this.lastRefusal.equals(refusal) ? same : 0;
			refusal = this.lastRefusal;
			// nobody gets a certificate by trying again
			if (refusal.contains("资格")) {
				break;
			}
			mend = named(form, refusal);
			values = kept(values, mend, dice);
			Map<String, Object> advised = form.advised(refusal);
			values.putAll(advised);
			mend.removeAll(advised.keySet());
		}
		this.gaveUp.add(owner + " " + task.id());
		this.report.stuck(form.id());
	}

	/** Who could not do which task. */
	private final Set<String> gaveUp = new HashSet<>();

	private String lastRefusal = "";

	private boolean submit(String owner, TaskRow task, OpenedForm form, Map<String, Object> values) {
		try {
			timed("door: submit", () -> as(owner, () -> {
				forms().submitTaskForm(task.id(), values);
				return Boolean.TRUE;
			}));
			remember(owner, form, values);
			this.report.submitted(form.id());
			this.finishedTask = task.id();
			return true;
		}
		catch (FormFieldValidationException ex) {
			requireChinese(ex, form.id());
			this.report.refused(form.id(), ex.getMessage());
			this.lastRefusal = ex.getMessage();
			return false;
		}
	}

	private void somebodyElseIsTooLate(Random dice, String owner, TaskRow task, Map<String, Object> values) {
		if (dice.nextInt(25) > 0) {
			return;
		}
		List<String> others = here(List.copyOf(task.candidates())).stream()
			.filter((other) -> !other.equals(owner))
			.toList();
		String other = others.isEmpty() ? owner : others.get(dice.nextInt(others.size()));
		SchoolState found = SchoolState.read(this.world.jdbc(), this.school);
		refuses("two submit the same task", found, () -> as(other, () -> {
			forms().submitTaskForm(task.id(), values);
			return Boolean.TRUE;
		}));
	}

	private OpenedForm open(String person, TaskRow task) {
		OpenedForm form = new OpenedForm(
				timed("door: open", () -> read(() -> as(person, () -> forms().getDeployedTaskForm(task.id())))));
		List<String> found = this.invariants.shown(person, task, form);
		check(person + " opens " + task.element(), found);
		return form;
	}

	private void claim(String person, TaskRow task) {
		if (task.assignee() == null) {
			timed("door: claim", () -> as(person, () -> {
				this.world.engine().getTaskService().claim(task.id(), person);
				return Boolean.TRUE;
			}));
		}
	}

	private void time(Random dice) {
		Duration step;
		Optional<Instant> next = next();
		int roll = dice.nextInt(100);
		if (next.isPresent() && (roll < 50 || this.state.tasks().isEmpty())) {
			step = Duration.between(now(), next.get()).plusSeconds(1);
		}
		else if (roll < 70) {
			step = Duration.ofMinutes(1 + dice.nextInt(59));
		}
		else if (roll < 88) {
			step = Duration.ofHours(1 + dice.nextInt(30));
		}
		else {
			step = Duration.ofDays(1 + dice.nextInt(dice.nextInt(3) == 0 ? 40 : 7));
		}
		forward(step);
	}

	void forward(Duration step) {
		say("the clock moves by " + step);
		this.looked = true;
		time("engine: clock", () -> {
			this.world.walk().forward(step);
			this.world.absences().announce();
		});
	}

	private Optional<Instant> next() {
		Instant now = now();
		return Stream
			.concat(this.state.jobs().stream().filter(JobRow::isTimer).map(JobRow::due),
					this.state.tasks().stream().map(TaskRow::due))
			.filter((due) -> due != null && due.isAfter(now))
			.min(Comparator.naturalOrder());
	}

	private void policy(Random dice) {
		String[] limits = LIMITS.get(dice.nextInt(LIMITS.size()));
		String value = limits[1 + dice.nextInt(2)];
		boolean move = dice.nextBoolean();
		say("the policy changes " + limits[0] + " to " + value + (move ? ", running cases move" : ""));
		Optional<Long> version = this.world.schools().changePolicy(this.school, limits[0], value);
		if (move && version.isPresent()) {
			this.world.transaction()
				.executeWithoutResult((status) -> this.state.openCases()
					.forEach((number) -> this.world.caseFiles().follow(ref(number), version.get(), "admin")));
		}
	}

	private void staff(Random dice) {
		if (dice.nextInt(6) == 0) {
			policy(dice);
			return;
		}
		StaffEntry person = person(dice, (staff) -> true);
		LocalDate today = LocalDate.ofInstant(now(), ZONE);
		try {
			if (!this.away.isEmpty() && dice.nextInt(3) > 0) {
				String back = List.copyOf(this.away).get(dice.nextInt(this.away.size()));
				say(back + " works again");
				this.away.remove(back);
				this.world.schools().comeBack(back);
			}
			else if (dice.nextInt(3) == 0) {
				say(person.account() + " leaves");
				this.away.add(person.account());
				this.world.schools().leave(person.account());
			}
			else {
				String substitute = dice.nextBoolean() ? person(dice, (staff) -> true).account() : null;
				int days = 1 + dice.nextInt(14);
				say(person.account() + " is absent for " + days + " days, " + substitute + " stands in");
				this.world.schools().absent(this.school, person.account(), substitute, today, today.plusDays(days));
			}
		}
		catch (DirectoryRefused ex) {
			say("refused: " + this.steps.get(this.steps.size() - 1));
		}
		time("engine: clock", () -> this.world.walk().forward(Duration.ZERO));
	}

	// what must be refused

	private void rude(Random dice) {
		List<TaskRow> tasks = this.state.tasks();
		if (tasks.isEmpty()) {
			return;
		}
		TaskRow task = tasks.get(dice.nextInt(tasks.size()));
		List<String> owners = here(task.owners());
		if (owners.isEmpty()) {
			return;
		}
		String owner = owners.get(dice.nextInt(owners.size()));
		say(owner + " opens " + task.element() + " of " + task.caseNo());
		OpenedForm form = open(owner, task);
		FormFiller filler = filler(owner, dice, 0, false);
		Optional<Map<String, Object>> filled = filler.fill(form, Map.of(), Set.of());
		this.typed = filler.texts();
		if (filled.isEmpty()) {
			return;
		}
		Map<String, Object> values = new LinkedHashMap<>(filled.get());
		String person = owner;
		boolean claims = true;
		String kind = null;
		int roll = dice.nextInt(13);
		List<Field> visible = form.fields()
			.stream()
			.filter((field) -> !field.readOnly() && values.containsKey(field.key()))
			.toList();
		switch (roll) {
			case 0 ->
				kind = spoil(dice, visible, Field::required, values, "a required field is missing", (field) -> null);
			case 1 -> {
				kind = "an unknown field";
				values.put("nobodyAsked", "yes");
			}
			case 2 -> {
				kind = "a routing fact that the form does not ask";
				String fact = List.of("careTrack", "guardianChannel", "contactPlan", "secondPerson", "level2")
					.get(dice.nextInt(5));
				if (form.field(fact).isPresent()) {
					return;
				}
				values.put(fact, "NONE");
			}
			case 3 ->
				kind = spoil(dice, visible, Field::isText, values, "too long a text", (field) -> "长".repeat(4001));
			case 4 ->
				kind = spoil(dice, visible, Field::isText, values, "signs that nobody types", (field) -> "\u0007");
			case 5 -> kind = spoil(dice, visible, Field::isChoice, values, "a code that is not offered",
					(field) -> field.isList() ? List.of("NOBODY_OFFERS") : "NOBODY_OFFERS");
			case 6 -> kind = spoil(dice, visible, (field) -> field.is("notFuture"), values, "a time to come",
					(field) -> LocalDate.ofInstant(now(), ZONE).plusDays(2) + "T10:00+08:00");
			case 7 -> kind = spoil(dice, visible, (field) -> true, values, "a value of the wrong type",
					(field) -> field.type().equals("number") ? "x" : 5.5);
			case 8 -> {
				StaffEntry stranger = person(dice, (staff) -> !task.owners().contains(staff.account()));
				person = stranger.account();
				claims = false;
				kind = "somebody whose task it is not";
			}
			case 9 -> {
				if (task.assignee() != null) {
					return;
				}
				claims = false;
				kind = "somebody who has not taken it";
			}
			case 10 -> {
				if (this.finishedTask == null) {
					return;
				}
				String gone = this.finishedTask;
				say(owner + " submits a task that is done");
				refuses("a task that is done", this.state, () -> as(owner, () -> {
					forms().submitTaskForm(gone, values);
					return Boolean.TRUE;
				}));
				return;
			}
			case 11 -> {
				Set<String> steps = this.world.task(task).differentFrom();
				Optional<String> first = this.memories.get(task.caseNo())
					.entries()
					.stream()
					.filter((entry) -> entry.kind() == EntryKind.SUBMISSION
							&& entry.taskElement().filter(steps::contains).isPresent()
							&& !entry.taskElement().filter("start"::equals).isPresent())
					.map(RecordedEntry::author)
					.reduce((earlier, later) -> later);
				if (first.isEmpty() || this.away.contains(first.get()) || first.get().equals(task.assignee())) {
					return;
				}
				person = first.get();
				claims = false;
				kind = "the same person where two are needed";
			}
			default -> {
				Map<String, Object> context = FormFiller.context(form, values);
				List<Field> hidden = form.fields()
					.stream()
					.filter((field) -> !field.readOnly() && field.isText() && field.isHidden(context))
					.toList();
				if (hidden.isEmpty()) {
					return;
				}
				values.put(hidden.get(dice.nextInt(hidden.size())).key(), "看不见的");
				kind = "a field that is hidden";
			}
		}
		if (kind == null) {
			return;
		}
		if (claims) {
			claim(owner, task);
		}
		String who = person;
		say(who + " sends " + kind + " to " + task.element() + " of " + task.caseNo());
		refuses(kind, SchoolState.read(this.world.jdbc(), this.school), () -> as(who, () -> {
			forms().submitTaskForm(task.id(), values);
			return Boolean.TRUE;
		}));
	}

	private String spoil(Random dice, List<Field> fields, java.util.function.Predicate<Field> which,
			Map<String, Object> values, String kind, java.util.function.Function<Field, Object> wrong) {
		List<Field> fitting = fields.stream().filter(which).toList();
		if (fitting.isEmpty()) {
			return null;
		}
		Field field = fitting.get(dice.nextInt(fitting.size()));
		Object value = wrong.apply(field);
		if (value == null) {
			values.remove(field.key());
		}
		else {
			values.put(field.key(), value);
		}
		return kind;
	}

	private void refuses(String kind, SchoolState found, Runnable action) {
		try {
			action.run();
		}
		catch (FormFieldValidationException | BadUserRequestException | AuthorizationException ex) {
			requireChinese(ex, kind);
			SchoolState left = SchoolState.read(this.world.jdbc(), this.school);
			if (!left.equals(found)) {
				throw new WalkFailed("changed", "What was refused changed something: " + kind, ex);
			}
			this.report.rude(kind);
			return;
		}
		throw new WalkFailed("accepted",
				"Step " + this.steps.size() + " (" + this.steps.get(this.steps.size() - 1) + ") was accepted: " + kind,
				null);
	}

	private void requireChinese(RuntimeException ex, String what) {
		if (ex.getMessage() == null || !CHINESE.matcher(ex.getMessage()).find()) {
			throw new WalkFailed("english", "Not refused in Chinese: " + what + ": " + ex, ex);
		}
	}

	// small things

	private FormFiller filler(String person, Random dice, int attempt, boolean best) {
		double hinted = best ? 0.97 : Math.min(0.95, 0.75 + attempt * 0.03);
		String me = this.world.directory().staffByAccount(person).map(StaffEntry::id).map(Object::toString).orElse("");
		return new FormFiller(LocalDateTime.ofInstant(now(), ZONE), me, dice, hinted, best && attempt < 4, this.typed);
	}

	/** The fields that a refusal names: they are answered anew, and not left blank. */
	private static Set<String> named(OpenedForm form, String message) {
		Set<String> named = new LinkedHashSet<>();
		for (Field field : form.fields()) {
			if (!field.readOnly() && message.contains(field.label())) {
				named.add(field.key());
			}
		}
		return named;
	}

	/** What is kept of a refused answer: nothing if it is not clear what was wrong. */
	private static Map<String, Object> kept(Map<String, Object> values, Set<String> named, Random dice) {
		Map<String, Object> kept = new LinkedHashMap<>(values);
		kept.keySet().removeIf((key) -> named.isEmpty() || dice.nextInt(6) == 0);
		return kept;
	}

	private void remember(String author, OpenedForm form, Map<String, Object> values) {
		for (Field field : form.fields()) {
			if (field.isText() && !field.readOnly() && values.get(field.key()) instanceof String text) {
				Matcher mark = TEXT.matcher(text);
				if (mark.find()) {
					Set<String> sees = Set.of(field.property("sees").strip().split("\\s*,\\s*"));
					// who hands a text on to another field opens it to that field's
					// readers
					this.texts.merge(Integer.valueOf(mark.group(1)), new Typed(author, form.id(), field.key(), sees),
							Typed::and);
				}
			}
		}
	}

	/** The numbers of the typed texts that stand in something. */
	static Set<Integer> textsIn(String something) {
		Set<Integer> numbers = new TreeSet<>();
		Matcher mark = TEXT.matcher(something);
		while (mark.find()) {
			numbers.add(Integer.valueOf(mark.group(1)));
		}
		return numbers;
	}

	private static Map<String, Object> codes(Map<String, Object> values) {
		Map<String, Object> codes = new LinkedHashMap<>();
		values.forEach((key, value) -> {
			if (!(value instanceof String text) || !text.contains(FormFiller.MARK)) {
				codes.put(key, value);
			}
		});
		return codes;
	}

	private StaffEntry person(Random dice, java.util.function.Predicate<StaffEntry> which) {
		List<StaffEntry> staff = this.world.directory()
			.staff(this.school)
			.stream()
			.filter((person) -> !this.away.contains(person.account()))
			.filter(which)
			.toList();
		return staff.get(dice.nextInt(staff.size()));
	}

	private List<String> here(List<String> accounts) {
		return accounts.stream()
			.filter((account) -> !this.away.contains(account))
			.sorted(Comparator.comparing((account) -> account.contains(".g") ? "z" : account))
			.toList();
	}

	private ProcessDefinition definition(String key) {
		return this.world.engine()
			.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(key)
			.latestVersion()
			.singleResult();
	}

	private FormService forms() {
		return this.world.engine().getFormService();
	}

	private <T> T as(String account, java.util.function.Supplier<T> action) {
		return this.world.walk().as(account, action);
	}

	private static JsonNode read(java.util.function.Supplier<InputStream> form) {
		try (InputStream input = form.get()) {
			return JSON.readTree(input);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void time(String what, Runnable action) {
		timed(what, () -> {
			action.run();
			return Boolean.TRUE;
		});
	}

	private <T> T timed(String what, java.util.function.Supplier<T> action) {
		long begin = System.nanoTime();
		try {
			return action.get();
		}
		finally {
			this.report.spent(what, System.nanoTime() - begin);
		}
	}

	// leaving nothing behind

	/** Takes what is left away, so that the next walk is not slowed. */
	void end() {
		SchoolState.read(this.world.jdbc(), this.school).openCases().forEach(this::retire);
		this.world.schools().close(this.school);
	}

	private void retire(String number) {
		this.report.ended("still open");
		this.world.engine()
			.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(number)
			.tenantIdIn(this.school)
			.rootProcessInstances()
			.list()
			.forEach((instance) -> this.world.engine()
				.getRuntimeService()
				.deleteProcessInstance(instance.getId(), "the walk is over"));
		this.world.transaction()
			.executeWithoutResult((status) -> this.world.caseFiles().end(ref(number), CaseStatus.VOID));
		this.retired.add(number);
	}

	private final Set<String> retired = new HashSet<>();

	/** The cases that the walk itself took away. */
	Set<String> retired() {
		return this.retired;
	}

	/** For planted faults. */
	static boolean isSubmission(RecordedEntry entry) {
		return entry.kind() == EntryKind.SUBMISSION;
	}

	UUID studentOf(String number) {
		return this.memories.get(number).student();
	}

	Set<Role> rolesOf(String account) {
		return this.world.directory().staffByAccount(account).map(StaffEntry::roles).orElse(Set.of());
	}

}
