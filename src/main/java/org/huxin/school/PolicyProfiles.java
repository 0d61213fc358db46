package org.huxin.school;

import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAmount;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The numbers behind every 及时 and 尽快 (K26), per kind of school, or per school where its
 * administrators changed them, and version. A case keeps the version it began with.
 */
@Service
@Transactional(readOnly = true)
public class PolicyProfiles {

	private final Schools schools;

	private final PolicyVersions versions;

	private final PolicyFile file;

	/** Versions never change, so what was read once stays true. */
	private final Map<Long, Map<String, String>> read = new ConcurrentHashMap<>();

	PolicyProfiles(Schools schools, PolicyVersions versions, PolicyFile file) {
		this.schools = schools;
		this.versions = versions;
		this.file = file;
	}

	/**
	 * The version in force for a school.
	 * @param school the school's code
	 * @return the version's id, to be kept with the case
	 * @throws NoSuchElementException if there is no such school
	 */
	public long currentVersion(String school) {
		SchoolKind kind = this.schools.findByCode(school)
			.orElseThrow(() -> new NoSuchElementException("No school has the code " + school))
			.kind();
		PolicyVersion version = this.versions.findFirstBySchoolOrderByIdDesc(school)
			.or(() -> this.versions.findFirstByKindAndSchoolIsNullOrderByIdDesc(kind))
			.orElseThrow(() -> new IllegalStateException("No policy profile is loaded for " + kind));
		Long id = version.id();
		if (id == null) {
			throw new IllegalStateException("The policy profile of " + kind + " is not saved");
		}
		return id;
	}

	/**
	 * A period.
	 * @param version the case's version
	 * @param key for example {@code report.leader.limit}
	 * @return a {@link Duration} for {@code PT…}, a {@link Period} for {@code P…D/W/M/Y}
	 * @throws PolicyMissing if the version has no such key, or it is no period
	 */
	public TemporalAmount period(long version, String key) {
		String value = text(version, key);
		try {
			return value.startsWith("PT") ? Duration.parse(value) : Period.parse(value);
		}
		catch (DateTimeParseException ex) {
			throw PolicyMissing.notA("period", version, key, value);
		}
	}

	/**
	 * A number.
	 * @param version the case's version
	 * @param key for example {@code closing.cleanAssessments}
	 * @return the number
	 * @throws PolicyMissing if the version has no such key, or it is no whole number
	 */
	public int number(long version, String key) {
		String value = text(version, key);
		try {
			return Integer.parseInt(value);
		}
		catch (NumberFormatException ex) {
			throw PolicyMissing.notA("number", version, key, value);
		}
	}

	/**
	 * A code, as the profile has it. A key that was unknown when the case began, because
	 * a later release of the models asks for it, comes from the version now in force: a
	 * running case never stands still for its sake.
	 * @param version the case's version
	 * @param key for example {@code level.moderate.referral}
	 * @return the code
	 * @throws PolicyMissing if neither version has such a key
	 */
	public String text(long version, String key) {
		String value = values(version).get(key);
		return (value != null) ? value : valueInForce(version, key);
	}

	private String valueInForce(long version, String key) {
		return this.versions.findById(version)
			.flatMap(this::inForce)
			.map((current) -> current.content().get(key))
			.orElseThrow(() -> PolicyMissing.key(version, key));
	}

	private Optional<PolicyVersion> inForce(PolicyVersion begun) {
		String school = begun.school();
		return (school != null) ? this.versions.findFirstBySchoolOrderByIdDesc(school)
				: this.versions.findFirstByKindAndSchoolIsNullOrderByIdDesc(begun.kind());
	}

	/**
	 * The keys of the packaged profiles: the ones that models and code may name.
	 */
	public Set<String> keys() {
		return this.file.keys();
	}

	private Map<String, String> values(long version) {
		Map<String, String> known = this.read.get(version);
		if (known != null) {
			return known;
		}
		Map<String, String> values = Map.copyOf(this.versions.findById(version)
			.orElseThrow(() -> new NoSuchElementException("There is no policy version " + version))
			.content());
		this.read.put(version, values);
		return values;
	}

}
