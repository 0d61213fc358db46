package org.huxin.postvention;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseSummary;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.NewEntry;
import org.huxin.engine.CaseStarts;
import org.huxin.postvention.process.PostventionProcess;
import org.huxin.school.PolicyProfiles;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of events. An event has a number of its own and is about no student: who
 * stands at its centre is a sealed field that only the counsellor is shown.
 */
@Component
public class EventFiles {

	/** The entry of a case that says which event came of it. */
	private static final String BEGUN = "aftercareBegun";

	private final CaseFiles cases;

	private final CaseStarts starts;

	private final SchoolDirectory directory;

	private final PolicyProfiles policies;

	private final MessageSource messages;

	private final Clock clock;

	EventFiles(CaseFiles cases, CaseStarts starts, SchoolDirectory directory, PolicyProfiles policies,
			MessageSource messages, Clock clock) {
		this.cases = cases;
		this.starts = starts;
		this.directory = directory;
		this.policies = policies;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * Begins the postvention of a case (F31, G14), once while it lasts. Whoever must not
	 * see the case does not see the event; the counsellor of the case leads it. Its clock
	 * starts now: what happened before had its own.
	 * @param family whether the family gets one liaison (a death)
	 * @return the event's file
	 */
	@Transactional
	public CaseRef begin(CaseRef source, boolean family) {
		CaseRef running = running(source);
		if (running != null) {
			return running;
		}
		CaseSummary from = this.cases.get(source);
		LocalDateTime now = LocalDateTime.now(this.clock);
		CaseRef event = this.cases.openEvent(source.school(), this.policies.currentVersion(source.school()),
				avoidedIn(from));
		from.counsellor().ifPresent((counsellor) -> this.cases.takeOn(event, counsellor));
		this.cases.write(event,
				new NewEntry(EntryKind.SUBMISSION, NewEntry.SYSTEM, "begin-postvention",
						this.starts.formVersion(PostventionProcess.KEY), "start", null,
						Map.of("eventKind", "EVENT", "what", words(source), "centre", from.student().toString(),
								"familyLiaison", family, "discoveredAt", now.toString())));
		this.cases.write(event, NewEntry.system("eventFromCase", null, null, Map.of("case", source.number())));
		this.cases.write(source, NewEntry.system(BEGUN, null, null, Map.of("case", event.number())));
		this.starts.begin(event, PostventionProcess.KEY, now, facts(family));
		return event;
	}

	private String words(CaseRef source) {
		return this.messages.getMessage("postvention.begun.what", new Object[] { source.number() },
				Locale.SIMPLIFIED_CHINESE);
	}

	/** What the start form routes too. */
	private static Map<String, Object> facts(boolean family) {
		Map<String, Object> facts = new HashMap<>();
		facts.put(PostventionProcess.EVENT_KIND.name(), "EVENT");
		facts.put(PostventionProcess.FAMILY_LIAISON.name(), family);
		facts.put(PostventionProcess.NOTICE_WANTED.name(), "NONE");
		facts.put(PostventionProcess.NOTICE_AGAIN.name(), "DONE");
		facts.put(PostventionProcess.FAMILY_NEXT.name(), "DONE");
		return facts;
	}

	/**
	 * The staff who must not see a file: on its own 回避名单, or parents of its student.
	 */
	Set<UUID> avoidedIn(CaseSummary file) {
		Set<UUID> avoided = new HashSet<>(this.directory.parentsAmongStaff(file.student()));
		Stream.of(this.directory.staff(file.ref().school()), this.directory.districtStaff())
			.flatMap(Collection::stream)
			.map(StaffEntry::id)
			.filter((person) -> this.cases.avoids(file.ref(), person))
			.forEach(avoided::add);
		return avoided;
	}

	private @Nullable CaseRef running(CaseRef source) {
		return this.cases.entries(source)
			.stream()
			.filter((entry) -> entry.form().filter(BEGUN::equals).isPresent())
			.map((entry) -> new CaseRef(source.school(), String.valueOf(entry.fields().get("case"))))
			.filter((event) -> this.cases.get(event).isOpen())
			.findFirst()
			.orElse(null);
	}

}
