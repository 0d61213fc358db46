package org.huxin.postvention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseSummary;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.NewEntry;
import org.huxin.casefile.RecordedEntry;
import org.huxin.engine.CaseStarts;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.report.process.WorseNews;
import org.huxin.school.PolicyProfiles;
import org.huxin.school.Role;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffEntry;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cases of their own that an event opens for the students who need one (F31):
 * reported by the system, from the moment the need was written down, seen by nobody who
 * must not see the event. Who has a case already gets no second one: it assesses again,
 * or sooner, as after any worse news, and whoever may know of the event reads of it
 * there.
 */
@Component
public class ChildCases {

	private static final String OPENED = "childOpened";

	private static final String NOTED = "childNoted";

	private static final String WITHHELD = "childWithheld";

	private static final Set<String> DEALT_WITH = Set.of(OPENED, NOTED, WITHHELD);

	private final CaseFiles cases;

	private final EventFiles events;

	private final CaseStarts starts;

	private final SchoolDirectory directory;

	private final PolicyProfiles policies;

	private final MessageSource messages;

	private final Clock clock;

	private final WorseNews worseNews;

	ChildCases(CaseFiles cases, EventFiles events, CaseStarts starts, SchoolDirectory directory,
			PolicyProfiles policies, MessageSource messages, Clock clock, WorseNews worseNews) {
		this.cases = cases;
		this.events = events;
		this.starts = starts;
		this.directory = directory;
		this.policies = policies;
		this.messages = messages;
		this.clock = clock;
		this.worseNews = worseNews;
	}

	/**
	 * Opens what the counsellor has asked for in the event's file and what is not dealt
	 * with yet.
	 */
	@Transactional
	public void openFor(CaseRef event) {
		List<RecordedEntry> entries = this.cases.entries(event);
		Set<String> done = new HashSet<>();
		Map<String, RecordedEntry> wanted = new HashMap<>();
		for (RecordedEntry entry : entries) {
			if (entry.form().filter(DEALT_WITH::contains).isPresent()) {
				done.add(String.valueOf(entry.fields().get("student")));
			}
			else if (entry.kind() == EntryKind.SUBMISSION) {
				ids(entry, "caseFor").forEach((student) -> wanted.putIfAbsent(student, entry));
			}
		}
		wanted.keySet().removeAll(done);
		Set<UUID> avoided = this.events.avoidedIn(this.cases.get(event));
		// always in the same order: two events wait for each other's turn, not for ever
		new TreeMap<>(wanted).forEach((student, entry) -> care(event, UUID.fromString(student), avoided,
				new Need(entry, ids(entry, "strong").contains(student), closeness(entries, student))));
	}

	private void care(CaseRef event, UUID student, Set<UUID> avoided, Need need) {
		this.cases.waitForTurn(student);
		Optional<CaseSummary> running = this.cases.openCasesOf(student)
			.stream()
			.filter((known) -> known.ref().school().equals(event.school()))
			.findFirst();
		if (running.isEmpty()) {
			CaseRef child = open(event, student, avoided, need);
			note(event, OPENED, child, student);
		}
		else if (readers(running.get()).stream().anyMatch(avoided::contains)) {
			// whoever would read it there must not know of the event, but learns of the
			// need
			this.cases.write(running.get().ref(), NewEntry.system("needSeen", null, null, Map.of()));
			this.worseNews.tell(running.get().ref());
			note(event, WITHHELD, running.get().ref(), student);
		}
		else {
			this.cases.write(running.get().ref(),
					NewEntry.system("eventConcerns", null, null, Map.of("case", event.number())));
			this.worseNews.tell(running.get().ref());
			note(event, NOTED, running.get().ref(), student);
		}
	}

	private void note(CaseRef event, String what, CaseRef other, UUID student) {
		this.cases.write(event,
				NewEntry.system(what, null, null, Map.of("case", other.number(), "student", student.toString())));
	}

	private CaseRef open(CaseRef event, UUID student, Set<UUID> avoided, Need need) {
		Set<UUID> hidden = new HashSet<>(avoided);
		hidden.addAll(this.directory.parentsAmongStaff(student));
		CaseRef child = this.cases.open(event.school(), student, this.policies.currentVersion(event.school()), hidden);
		LocalDateTime discovered = LocalDateTime.ofInstant(need.since(), this.clock.getZone());
		String urgency = need.urgency();
		Map<String, Object> report = new HashMap<>();
		report.put("dangerNow", need.pressing() ? "UNSURE" : "NO");
		report.put("studentRef", student.toString());
		report.put("observed", words(event, need));
		report.put("staffInvolved", "NO");
		report.put("signs", List.of("PEER_CRISIS"));
		report.put("urgency", urgency);
		report.put("discoveredAt", discovered.toString());
		this.cases.write(child, new NewEntry(EntryKind.SUBMISSION, NewEntry.SYSTEM, "report-concern",
				this.starts.formVersion(CrisisCaseProcess.KEY), "start", null, report));
		this.cases.write(child, NewEntry.system("openedByEvent", null, null, Map.of("case", event.number())));
		this.starts.begin(child, CrisisCaseProcess.KEY, discovered, CrisisCaseProcess.beginning(urgency));
		return child;
	}

	/** Who reads all of a case: its counsellor, or while it has none, all of them. */
	private Collection<UUID> readers(CaseSummary file) {
		return this.directory.withRole(file.ref().school(), Role.COUNSELOR)
			.stream()
			.filter((person) -> file.counsellor().map(person.account()::equals).orElse(true))
			.map(StaffEntry::id)
			.filter((person) -> !this.cases.avoids(file.ref(), person))
			.toList();
	}

	private String words(CaseRef event, Need need) {
		String relation = need.closeness()
			.stream()
			.map((code) -> word("postvention.closeness." + code))
			.reduce((one, other) -> one + "、" + other)
			.orElseGet(() -> word("postvention.closeness.FOUND"));
		return word("postvention.child.observed", event.number(), relation,
				word(need.strong() ? "postvention.child.strong" : "postvention.child.needs"), need.reason())
				+ (need.closeness().contains("SIBLING") ? word("postvention.child.sibling") : "");
	}

	private String word(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
	}

	private static List<String> closeness(List<RecordedEntry> entries, String student) {
		return Closeness.FIELDS.entrySet()
			.stream()
			.filter((field) -> entries.stream()
				.filter((entry) -> entry.form().filter("list-exposed-persons"::equals).isPresent())
				.anyMatch((entry) -> ids(entry, field.getKey()).contains(student)))
			.map(Map.Entry::getValue)
			.toList();
	}

	private static List<String> ids(RecordedEntry entry, String key) {
		return (entry.fields().get(key) instanceof Collection<?> ids) ? ids.stream().map(String::valueOf).toList()
				: List.of();
	}

	/**
	 * Why a student gets a case.
	 *
	 * @param entry where the counsellor asked for it
	 * @param strong whether he reacts strongly
	 * @param closeness how he stands to the event
	 */
	private record Need(RecordedEntry entry, boolean strong, List<String> closeness) {

		Instant since() {
			return this.entry.recordedAt();
		}

		/** Whoever was found in a talk, a group or a review was not well there. */
		boolean pressing() {
			return this.strong || this.entry.form().filter("triage-exposed-persons"::equals).isEmpty();
		}

		String urgency() {
			return pressing() ? "TODAY" : "WEEK";
		}

		String reason() {
			Object reason = this.entry.fields().get("caseReason");
			return (reason != null) ? String.valueOf(reason) : "";
		}

	}

}
