package org.huxin.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.school.PolicyChange;
import org.huxin.school.PolicyEditor;
import org.huxin.school.PolicyProblem;
import org.huxin.school.PolicyProfiles;
import org.huxin.school.PolicyVersionEntry;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The policy profile of a school as its administrators see and change it: profile and
 * running cases together, or neither.
 */
@Component
@Transactional(readOnly = true)
class PolicyDesk {

	private final PolicyEditor editor;

	private final PolicyProfiles profiles;

	private final CaseFiles caseFiles;

	private final SchoolDirectory directory;

	private final PolicyWords words;

	PolicyDesk(PolicyEditor editor, PolicyProfiles profiles, CaseFiles caseFiles, SchoolDirectory directory,
			PolicyWords words) {
		this.editor = editor;
		this.profiles = profiles;
		this.caseFiles = caseFiles;
		this.directory = directory;
		this.words = words;
	}

	/**
	 * A value.
	 *
	 * @param value as it is kept, words as people say it
	 * @param packagedWords what the packaged profile says, if the school has set another
	 */
	record Line(String key, String meaning, String value, String words, @Nullable String packagedWords,
			List<Choice> choices, boolean several, String source) {
	}

	/**
	 * A changed value.
	 */
	record Diff(String key, String meaning, String before, String after, String value) {
	}

	/**
	 * A version.
	 *
	 * @param author the name of who made it, empty for the product itself
	 * @param openCases how many open cases keep it
	 */
	record Version(long id, Moment at, @Nullable String author, String reason, boolean inForce, long openCases,
			List<Diff> diffs) {
	}

	/**
	 * One of the codes that a value may be.
	 */
	record Choice(String code, String words) {
	}

	/**
	 * A value that cannot be taken.
	 */
	record Trouble(String meaning, String text) {
	}

	Map<String, Trouble> troubles(Map<String, PolicyProblem> problems) {
		Map<String, Trouble> troubles = new TreeMap<>();
		problems.forEach(
				(key, problem) -> troubles.put(key, new Trouble(this.words.key(key), this.words.problem(problem))));
		return troubles;
	}

	List<Line> lines(String school) {
		return this.editor.lines(school)
			.stream()
			.map((line) -> new Line(line.key(), this.words.key(line.key()), line.value(),
					this.words.value(line.key(), line.value()),
					line.changed() ? this.words.value(line.key(), line.packaged()) : null,
					line.codes().stream().map((code) -> new Choice(code, this.words.code(line.key(), code))).toList(),
					line.several(), this.words.source(line.source())))
			.toList();
	}

	List<Version> versions(String school) {
		Map<Long, Long> open = this.caseFiles.openCasesByPolicy(school);
		return this.editor.versions(school)
			.stream()
			.map((version) -> new Version(version.id(), new Moment(version.at()),
					version.author()
						.filter((author) -> !author.equals(PolicyVersionEntry.SYSTEM))
						.map(this::name)
						.orElse(null),
					version.reason(), version.inForce(), open.getOrDefault(version.id(), 0L), diffs(version.changes())))
			.toList();
	}

	List<Diff> diffs(List<PolicyChange> changes) {
		return changes.stream()
			.map((change) -> new Diff(change.key(), this.words.key(change.key()),
					this.words.value(change.key(), change.before()), this.words.value(change.key(), change.after()),
					change.after()))
			.toList();
	}

	long currentVersion(String school) {
		return this.profiles.currentVersion(school);
	}

	/** How many open cases do not follow the version in force. */
	long openCases(String school) {
		return this.caseFiles.openCasesByPolicy(school).values().stream().mapToLong(Long::longValue).sum();
	}

	/**
	 * Makes a new version, and lets the open cases follow it if the administrator wants
	 * so.
	 * @return empty if somebody else was faster
	 */
	@Transactional
	Optional<Long> change(String school, long base, Map<String, String> typed, String author, String reason,
			boolean move) {
		Optional<Long> version = this.editor.change(school, base, typed, author, reason);
		if (move && version.isPresent()) {
			this.caseFiles.openCases()
				.stream()
				.filter((ref) -> ref.school().equals(school))
				.sorted(java.util.Comparator.comparing(CaseRef::number))
				.forEach((ref) -> this.caseFiles.follow(ref, version.get(), author));
		}
		return version;
	}

	private String name(String account) {
		return this.directory.staffByAccount(account).map(StaffEntry::name).orElse(account);
	}

}
