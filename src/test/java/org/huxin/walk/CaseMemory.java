package org.huxin.walk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.huxin.casefile.EntryKind;
import org.huxin.casefile.RecordedEntry;

/**
 * What a walk knows of one case from its case file: the entries, the level and how it
 * moved, who must not see it.
 */
final class CaseMemory {

	static final List<String> LEVELS = List.of("NONE", "MILD", "MODERATE", "SEVERE", "ACUTE");

	private final String number;

	private final UUID student;

	private final Set<String> avoided;

	private final List<RecordedEntry> entries = new ArrayList<>();

	private final Set<UUID> blocked = new HashSet<>();

	private Optional<String> level = Optional.empty();

	private Optional<String> levelBefore = Optional.empty();

	CaseMemory(String number, UUID student, Set<String> avoided) {
		this.number = number;
		this.student = student;
		this.avoided = avoided;
	}

	String number() {
		return this.number;
	}

	UUID student() {
		return this.student;
	}

	/** The accounts on the 回避名单. */
	Set<String> avoided() {
		return this.avoided;
	}

	/** The guardians who must not be told anything. */
	Set<UUID> blocked() {
		return this.blocked;
	}

	List<RecordedEntry> entries() {
		return this.entries;
	}

	Optional<String> level() {
		return this.level;
	}

	Optional<String> levelBefore() {
		return this.levelBefore;
	}

	/**
	 * Takes in what has been written since.
	 * @return the new entries
	 */
	List<RecordedEntry> update(List<RecordedEntry> all, Optional<String> levelNow) {
		List<RecordedEntry> fresh = List.copyOf(all.subList(this.entries.size(), all.size()));
		this.entries.addAll(fresh);
		this.levelBefore = this.level;
		this.level = levelNow;
		return fresh;
	}

	/** The entries of a form, oldest first. */
	List<RecordedEntry> of(String form) {
		return this.entries.stream()
			.filter((entry) -> entry.kind() == EntryKind.SUBMISSION && entry.form().filter(form::equals).isPresent())
			.toList();
	}

	Optional<RecordedEntry> last(String form) {
		return of(form).stream().reduce((first, second) -> second);
	}

	Optional<RecordedEntry> lastWith(String form, String key, String value) {
		return of(form).stream().filter((entry) -> value.equals(text(entry, key))).reduce((first, second) -> second);
	}

	/** The system's entries of an event. */
	List<RecordedEntry> events(String event) {
		return this.entries.stream()
			.filter((entry) -> entry.kind() == EntryKind.SYSTEM && entry.form().filter(event::equals).isPresent())
			.toList();
	}

	static String text(RecordedEntry entry, String key) {
		Object value = entry.fields().get(key);
		return (value != null) ? value.toString() : "";
	}

	/** When somebody entered that the student has died, if so. */
	Optional<Instant> diedAt() {
		return this.entries.stream()
			.filter((entry) -> entry.kind() == EntryKind.SUBMISSION)
			.filter((entry) -> text(entry, "changeKind").equals("DEATH")
					|| (text(entry, "actKind").equals("DEATH") && text(entry, "outcome").equals("CONFIRMED"))
					|| text(entry, "danger").equals("DIED") || text(entry, "foundHow").equals("DIED"))
			.map(RecordedEntry::recordedAt)
			.findFirst();
	}

	static int rank(String level) {
		return LEVELS.indexOf(level);
	}

}
