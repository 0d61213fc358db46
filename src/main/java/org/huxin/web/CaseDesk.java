package org.huxin.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseSummary;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.NewEntry;
import org.huxin.engine.CaseProgress;
import org.huxin.engine.CaseRecord;
import org.huxin.engine.Gatekeeper;
import org.huxin.engine.MissedDeadlines;
import org.huxin.engine.Watchdog;
import org.huxin.engine.WorkItem;
import org.huxin.engine.Worklist;
import org.huxin.identity.Account;
import org.huxin.identity.Accounts;
import org.huxin.notification.DeadLetters;
import org.huxin.notification.Messages;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.Role;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffEntry;
import org.huxin.school.StudentEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lays on the desk what the work list, the case files and the diagrams hold, after asking
 * the gatekeeper.
 */
@Component
@Transactional(readOnly = true)
class CaseDesk implements Desk {

	private static final String AMENDMENT = "text";

	private final Worklist worklist;

	private final CaseProgress progress;

	private final CaseRecord record;

	private final Gatekeeper gatekeeper;

	private final CaseFiles caseFiles;

	private final SchoolDirectory directory;

	private final Accounts accounts;

	private final MissedDeadlines register;

	private final Watchdog watchdog;

	private final Messages told;

	private final DeadLetters deadLetters;

	private final MessageSource messages;

	private final Clock clock;

	CaseDesk(Worklist worklist, CaseProgress progress, CaseRecord record, Gatekeeper gatekeeper, CaseFiles caseFiles,
			SchoolDirectory directory, Accounts accounts, MissedDeadlines register, Watchdog watchdog, Messages told,
			DeadLetters deadLetters, MessageSource messages, Clock clock) {
		this.worklist = worklist;
		this.progress = progress;
		this.record = record;
		this.gatekeeper = gatekeeper;
		this.caseFiles = caseFiles;
		this.directory = directory;
		this.accounts = accounts;
		this.register = register;
		this.watchdog = watchdog;
		this.told = told;
		this.deadLetters = deadLetters;
		this.messages = messages;
		this.clock = clock;
	}

	@Override
	public List<StartPage.WaitingTask> waitingFor(Account reader) {
		return this.worklist.of(reader)
			.stream()
			.filter((item) -> item.mine() || item.offered())
			.map((item) -> new StartPage.WaitingTask(item.taskId(), item.caseNo(), item.name(), left(item.due()),
					item.mine()))
			.toList();
	}

	@Override
	public List<StartPage.ToExplain> toExplain(Account reader) {
		return this.register.toExplain(reader)
			.stream()
			.map((miss) -> new StartPage.ToExplain(miss.taskId(), miss.ref().number(), miss.task(),
					TimeLeft.until(miss.due(), miss.endedAt().orElse(this.clock.instant()))))
			.toList();
	}

	@Override
	public List<String> stuck(Account reader) {
		return this.watchdog.stuckCasesOf(reader).stream().map(CaseRef::number).toList();
	}

	@Override
	public int faults(Account reader) {
		return reader.roles().contains(Role.ADMINISTRATOR) ? this.watchdog.stuck(reader.school()).size() : 0;
	}

	@Override
	public int deadLetters(Account reader) {
		return reader.roles().contains(Role.ADMINISTRATOR) ? this.deadLetters.count(reader.school()) : 0;
	}

	@Override
	public List<StartPage.Startable> startableBy(Account reader) {
		return this.worklist.startable(reader)
			.entrySet()
			.stream()
			// a child in need comes before everything else
			.sorted(Comparator
				.comparing((Map.Entry<String, String> process) -> !process.getKey().equals(CrisisCaseProcess.KEY))
				.thenComparing(Map.Entry.comparingByKey()))
			.map((process) -> new StartPage.Startable(process.getKey(), process.getValue()))
			.toList();
	}

	@Override
	public List<CaseList.Row> casesOf(Account reader) {
		Map<CaseRef, Instant> due = new HashMap<>();
		this.worklist.of(reader)
			.forEach((item) -> item.due()
				.ifPresent((time) -> due.merge(new CaseRef(item.school(), item.caseNo()), time,
						(one, other) -> one.isBefore(other) ? one : other)));
		return this.accounts.schoolsOf(reader.name())
			.stream()
			.flatMap((school) -> this.caseFiles.ofSchool(school).stream())
			.filter((file) -> this.gatekeeper.reading(reader, file) != Gatekeeper.Reading.NONE)
			.map((file) -> new CaseList.Row(file.ref().number(), schoolInAddress(reader, file.ref()),
					file.status().name(), true, left(Optional.ofNullable(due.get(file.ref()))),
					new Moment(file.openedAt())))
			.toList();
	}

	@Override
	public Optional<CasePage> page(Account reader, CaseRef ref) {
		return readable(reader, ref).map((file) -> page(reader, file));
	}

	@Override
	public Optional<String> model(Account reader, CaseRef ref, String id) {
		return readable(reader, ref)
			.filter((file) -> this.progress.of(ref).stream().anyMatch((process) -> process.definitionId().equals(id)))
			.map((file) -> this.progress.diagram(id));
	}

	@Override
	@Transactional
	public Optional<Integer> amend(Account author, CaseRef ref, int entry, String text) {
		return readable(author, ref)
			.filter((file) -> this.caseFiles.entries(ref)
				.stream()
				.anyMatch((written) -> written.number() == entry && written.kind() == EntryKind.SUBMISSION
						&& written.author().equals(author.name())))
			.map((file) -> this.caseFiles.amend(ref, entry, author.name(), Map.of(AMENDMENT, text)));
	}

	private Optional<CaseSummary> readable(Account reader, CaseRef ref) {
		return this.caseFiles.find(ref)
			.filter((file) -> this.gatekeeper.reading(reader, file) != Gatekeeper.Reading.NONE);
	}

	private CasePage page(Account reader, CaseSummary file) {
		CaseRef ref = file.ref();
		boolean all = this.gatekeeper.reading(reader, file) == Gatekeeper.Reading.ALL;
		List<CaseRecord.Line> lines = this.record.of(file, reader);
		boolean knowsStudent = all || this.gatekeeper.rolesIn(reader, file).contains(Role.HEAD_TEACHER)
				|| lines.stream()
					.flatMap((line) -> line.fields().stream())
					.anyMatch((field) -> field.meaning().filter("student"::equals).isPresent());
		List<WorkItem> owed = this.worklist.ofCase(ref.school(), ref.number(), reader);
		List<CaseProgress.Process> processes = this.progress.of(ref);
		return new CasePage(ref.number(), schoolInAddress(reader, ref),
				file.isEvent() ? word("case.eventFile").orElse(null)
						: knowsStudent ? this.directory.student(file.student()).map(StudentEntry::line).orElse(null)
								: null,
				file.status().name(), all ? file.level().orElse(null) : null,
				file.counsellor().map(this::name).orElse(null), new Moment(file.openedAt()),
				owed.stream().map((item) -> owed(item, reader)).toList(), owed.isEmpty() ? next(processes) : null,
				models(processes, owed), timeline(entries(lines, reader), this.told.ofCase(ref)),
				all ? Trend.of(lines) : List.of());
	}

	private CasePage.Owed owed(WorkItem item, Account reader) {
		List<String> offered = this.worklist.offeredTo(item.taskId());
		List<String> who = item.assignee().map(List::of).orElse(offered);
		boolean his = item.assignee().map(reader.name()::equals).orElse(offered.contains(reader.name()));
		return new CasePage.Owed(item.name(), names(who), left(item.due()), his ? Tasklist.task(item.taskId()) : null);
	}

	// what is due already is under way, and no time to promise
	private @Nullable Moment next(List<CaseProgress.Process> processes) {
		return processes.stream()
			.flatMap((process) -> process.timers().stream())
			.filter(this.clock.instant()::isBefore)
			.min(Comparator.naturalOrder())
			.map(Moment::new)
			.orElse(null);
	}

	/**
	 * Each diagram once, what runs first: a case follows up every month on the same one.
	 */
	private static List<CasePage.Model> models(List<CaseProgress.Process> processes, List<WorkItem> owed) {
		List<String> late = owed.stream().filter(WorkItem::late).map(WorkItem::element).toList();
		Map<String, CasePage.Model> models = new LinkedHashMap<>();
		for (CaseProgress.Process process : processes) {
			models.merge(process.definitionId(),
					new CasePage.Model(process.definitionId(), process.name(), process.active(),
							process.active().stream().filter(late::contains).toList(), process.passed()),
					(one, other) -> new CasePage.Model(one.id(), one.name(), both(one.active(), other.active()),
							both(one.late(), other.late()), both(one.done(), other.done())));
		}
		return models.values().stream().sorted(Comparator.comparing((model) -> model.active().isEmpty())).toList();
	}

	private static List<String> both(List<String> one, List<String> other) {
		return Stream.concat(one.stream(), other.stream()).distinct().toList();
	}

	private List<CasePage.Entry> entries(List<CaseRecord.Line> lines, Account reader) {
		Map<Integer, List<CasePage.Amendment>> amendments = new HashMap<>();
		lines.forEach((line) -> line.amends()
			.ifPresent((amended) -> amendments.computeIfAbsent(amended, (number) -> new ArrayList<>())
				.add(new CasePage.Amendment(line.number(), name(line.author()), new Moment(line.at()),
						line.fields()
							.stream()
							.flatMap((field) -> field.values().stream())
							.collect(Collectors.joining("\n"))))));
		return lines.stream()
			.filter((line) -> line.kind() != EntryKind.AMENDMENT)
			.map((line) -> new CasePage.Entry(line.number(), title(line), line.kind() != EntryKind.SUBMISSION,
					line.kind() == EntryKind.SUBMISSION && line.author().equals(reader.name()), name(line.author()),
					new Moment(line.at()), fields(line), amendments.getOrDefault(line.number(), List.of())))
			.toList();
	}

	/** What was recorded and who was told, in the order in which it happened. */
	private List<CasePage.Entry> timeline(List<CasePage.Entry> entries, List<Messages.Notice> notices) {
		List<CasePage.Entry> all = new ArrayList<>(entries);
		Map<String, String> names = new HashMap<>();
		for (Messages.Notice notice : notices) {
			// no entry of the file: its number stands in no sequence of theirs
			int number = entries.size() - all.size() - 1;
			all.add(new CasePage.Entry(number, title(notice), true, false, "", new Moment(notice.at()),
					notice.told().stream().map((told) -> told(told, names)).toList(), List.of()));
		}
		all.sort(Comparator.comparing((entry) -> entry.at().at()));
		return List.copyOf(all);
	}

	private String title(Messages.Notice notice) {
		return word("case.message." + notice.kind(), notice.told().size()).orElse("");
	}

	private CasePage.Field told(Messages.Told told, Map<String, String> names) {
		List<String> states = new ArrayList<>();
		told.sent()
			.forEach((sent) -> word("case.message.state." + sent.state(), word("channel." + sent.channel()).orElse(""),
					sent.at().map((at) -> new Moment(at).text()).orElse(""))
				.ifPresent((state) -> states
					.add(state + (sent.duplicate() ? word("case.message.duplicate").orElse("") : ""))));
		if (states.isEmpty()) {
			word("case.message.inside").ifPresent(states::add);
		}
		told.readAt().flatMap((at) -> word("case.message.read", new Moment(at).text())).ifPresent(states::add);
		return new CasePage.Field(
				told.guardian() ? word("role.guardian").orElse("") : names.computeIfAbsent(told.account(), this::name),
				states);
	}

	private String title(CaseRecord.Line line) {
		return switch (line.kind()) {
			case SYSTEM -> word("case.event." + line.code(), line.details().getOrDefault("task", ""),
					line.details().getOrDefault("case", ""))
				.orElseGet(() -> word("case.event").orElse(""));
			case DECISION -> word("case.decision", line.task().orElse(line.code())).orElse("");
			default -> line.task()
				.or(() -> word("case.form." + line.code()))
				.or(() -> word("case.reported." + line.code()))
				.orElseGet(() -> word("case.reported").orElse(""));
		};
	}

	private List<CasePage.Field> fields(CaseRecord.Line line) {
		List<CasePage.Field> fields = new ArrayList<>();
		for (CaseRecord.Field field : line.fields()) {
			// what a rule derived is shown where it has a name; version marks and the
			// like have none
			field.label()
				.or(() -> word("case.field." + field.key()))
				.ifPresent((label) -> fields.add(new CasePage.Field(label,
						field.values().stream().map((value) -> value(field, value)).toList())));
		}
		return fields;
	}

	private String value(CaseRecord.Field field, String value) {
		if (!value.matches("[A-Za-z0-9_]{1,40}")) {
			return value;
		}
		if (field.key().toLowerCase(Locale.ROOT).contains("level") || field.label().orElse("").contains("等级")) {
			return word("level." + value).orElse(value);
		}
		return word("case.value." + field.key() + "." + value).or(() -> word("case.value." + value)).orElse(value);
	}

	private Optional<String> word(String key, Object... arguments) {
		Locale locale = LocaleContextHolder.getLocale();
		return Optional.ofNullable(this.messages.getMessage(key, arguments, null, locale));
	}

	private @Nullable TimeLeft left(Optional<Instant> due) {
		return due.map((time) -> TimeLeft.until(time, this.clock.instant())).orElse(null);
	}

	private String names(List<String> accounts) {
		return accounts.stream().map(this::name).collect(Collectors.joining("、"));
	}

	private String name(String account) {
		if (account.equals(NewEntry.SYSTEM)) {
			return "";
		}
		return this.directory.staffByAccount(account).map(StaffEntry::name).orElse(account);
	}

	private static @Nullable String schoolInAddress(Account reader, CaseRef ref) {
		return reader.school().isPresent() ? null : ref.school();
	}

}
