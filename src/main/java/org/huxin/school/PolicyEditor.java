package org.huxin.school;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The profile of one school and its versions. What its administrators set survives a new
 * packaged profile; new keys come with it. A version that was made is never changed.
 */
@Service
@Transactional(readOnly = true)
public class PolicyEditor {

	private final Schools schools;

	private final PolicyVersions versions;

	private final PolicyProfiles profiles;

	private final PolicyFile file;

	private final PolicyRules rules;

	private final Clock clock;

	PolicyEditor(Schools schools, PolicyVersions versions, PolicyProfiles profiles, PolicyFile file, PolicyRules rules,
			Clock clock) {
		this.schools = schools;
		this.versions = versions;
		this.profiles = profiles;
		this.file = file;
		this.rules = rules;
		this.clock = clock;
	}

	/**
	 * Every value in force in a school, by key.
	 * @param school the school's code
	 */
	public List<PolicyLine> lines(String school) {
		Map<String, String> packaged = packaged(kind(school)).content();
		return new TreeMap<>(inForce(school).content()).entrySet()
			.stream()
			.map((value) -> new PolicyLine(value.getKey(), this.rules.type(value.getKey()), value.getValue(),
					packaged.getOrDefault(value.getKey(), ""), this.rules.choices(value.getKey()),
					this.rules.takesSeveral(value.getKey()), this.file.source(value.getKey())))
			.toList();
	}

	/**
	 * The versions that a school has had, the newest first: its own, and the packaged
	 * ones of its kind.
	 */
	public List<PolicyVersionEntry> versions(String school) {
		List<PolicyVersion> all = this.versions.ofSchool(school, kind(school));
		long current = this.profiles.currentVersion(school);
		List<PolicyVersionEntry> entries = new ArrayList<>();
		for (int i = 0; i < all.size(); i++) {
			PolicyVersion version = all.get(i);
			Map<String, String> before = before(all.subList(i + 1, all.size()), version);
			long id = Objects.requireNonNull(version.id());
			entries.add(new PolicyVersionEntry(id, version.loadedAt(), version.author(), version.reason(),
					id == current, before.isEmpty() ? List.of() : changes(before, version.content())));
		}
		return entries;
	}

	/** A school's version follows whatever was in force, a packaged one the packaged. */
	private static Map<String, String> before(List<PolicyVersion> earlier, PolicyVersion version) {
		return earlier.stream()
			.filter((candidate) -> version.isOfSchool() || !candidate.isOfSchool())
			.filter((candidate) -> !version.isOfSchool() || candidate.isOfSchool()
					|| earlier.stream().noneMatch(PolicyVersion::isOfSchool))
			.findFirst()
			.map(PolicyVersion::content)
			.orElse(Map.of());
	}

	/**
	 * What of the typed values cannot be taken, by key.
	 * @param typed values by key; keys that the profile does not have are refused
	 */
	public Map<String, PolicyProblem> check(String school, Map<String, String> typed) {
		Map<String, String> all = with(school, typed);
		Map<String, PolicyProblem> problems = new TreeMap<>(this.rules.check(all, changed(school, typed)));
		typed.keySet()
			.stream()
			.filter((key) -> !all.containsKey(key))
			.forEach((key) -> problems.put(key, PolicyProblem.of("key")));
		return problems;
	}

	/**
	 * What would change if the typed values came into force.
	 */
	public List<PolicyChange> changes(String school, Map<String, String> typed) {
		return changes(inForce(school).content(), with(school, typed));
	}

	/**
	 * Makes a new version of a school's profile.
	 * @param base the version that the author looked at
	 * @param typed values by key; the others stay as they are
	 * @param author the account of the administrator
	 * @param reason why, in his words
	 * @return the new version, empty if somebody else made one since {@code base}
	 * @throws IllegalArgumentException if a value cannot be taken, or none changes
	 */
	@Transactional
	public Optional<Long> change(String school, long base, Map<String, String> typed, String author, String reason) {
		// one change at a time for each school
		this.schools.lockByCode(school).orElseThrow();
		if (this.profiles.currentVersion(school) != base) {
			return Optional.empty();
		}
		Map<String, String> content = with(school, typed);
		if (!check(school, typed).isEmpty() || changes(school, typed).isEmpty() || reason.isBlank()) {
			throw new IllegalArgumentException("The change has not been checked");
		}
		Map<String, String> packaged = packaged(kind(school)).content();
		Map<String, String> overrides = new TreeMap<>(content);
		overrides.entrySet().removeIf((value) -> value.getValue().equals(packaged.get(value.getKey())));
		PolicyVersion version = PolicyVersion.ofSchool(school, kind(school), content, overrides,
				PolicyLoader.hash(content), author, reason.strip(), this.clock.instant());
		return Optional.ofNullable(this.versions.save(version).id());
	}

	private Map<String, String> with(String school, Map<String, String> typed) {
		Map<String, String> content = new TreeMap<>(inForce(school).content());
		typed.forEach((key, value) -> content.computeIfPresent(key, (same, before) -> this.rules.tidy(key, value)));
		return content;
	}

	private Set<String> changed(String school, Map<String, String> typed) {
		Map<String, String> before = inForce(school).content();
		Set<String> keys = new TreeSet<>();
		typed.forEach((key, value) -> {
			if (before.containsKey(key) && !this.rules.tidy(key, value).equals(before.get(key))) {
				keys.add(key);
			}
		});
		return keys;
	}

	private static List<PolicyChange> changes(Map<String, String> before, Map<String, String> after) {
		Set<String> keys = new TreeSet<>(before.keySet());
		keys.addAll(after.keySet());
		return keys.stream()
			.map((key) -> new PolicyChange(key, before.getOrDefault(key, ""), after.getOrDefault(key, "")))
			.filter((change) -> !change.before().equals(change.after()))
			.toList();
	}

	private PolicyVersion inForce(String school) {
		return this.versions.findById(this.profiles.currentVersion(school)).orElseThrow();
	}

	private PolicyVersion packaged(SchoolKind kind) {
		return this.versions.findFirstByKindAndSchoolIsNullOrderByIdDesc(kind).orElseThrow();
	}

	private SchoolKind kind(String school) {
		return this.schools.findByCode(school)
			.orElseThrow(() -> new NoSuchElementException("No school has the code " + school))
			.kind();
	}

}
