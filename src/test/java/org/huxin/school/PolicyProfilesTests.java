package org.huxin.school;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;

import org.huxin.HuxinTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@HuxinTest
@Transactional
class PolicyProfilesTests {

	private final PolicyProfiles profiles;

	private final PolicyLoader loader;

	private final PolicyFile file;

	private final Office office;

	@Autowired
	PolicyProfilesTests(PolicyProfiles profiles, PolicyLoader loader, PolicyFile file, Office office) {
		this.profiles = profiles;
		this.loader = loader;
		this.file = file;
		this.office = office;
	}

	@Test
	void everyPackagedPeriodIsAPeriod() {
		for (SchoolKind kind : SchoolKind.values()) {
			String school = "policy" + kind.ordinal();
			this.office.open(school, "试验学校", kind, "10000000000");
			long version = this.profiles.currentVersion(school);
			assertThat(this.file.of(kind)).isNotEmpty();
			this.file.of(kind).forEach((key, value) -> {
				if (value.startsWith("P")) {
					assertThat(this.profiles.period(version, key)).as(key).isNotNull();
				}
				assertThat(this.profiles.text(version, key)).isEqualTo(value);
			});
		}
	}

	@Test
	void hoursAreADurationAndDaysAPeriod() {
		load(Map.of("a", "PT24H", "b", "P1M", "c", "P3D", "d", "2"));
		long version = this.profiles.currentVersion("haitang");
		assertThat(this.profiles.period(version, "a")).isEqualTo(Duration.ofHours(24));
		assertThat(this.profiles.period(version, "b")).isEqualTo(Period.ofMonths(1));
		assertThat(this.profiles.period(version, "c")).isEqualTo(Period.ofDays(3));
		assertThat(this.profiles.number(version, "d")).isEqualTo(2);
	}

	@Test
	void aCaseKeepsTheVersionItBeganWith() {
		long before = this.profiles.currentVersion("haitang");
		Map<String, String> changed = new HashMap<>(this.file.of(SchoolKind.VOCATIONAL));
		changed.put("verify.limit", "PT1H");
		load(changed);
		long after = this.profiles.currentVersion("haitang");
		assertThat(after).isGreaterThan(before);
		assertThat(this.profiles.period(after, "verify.limit")).isEqualTo(Duration.ofHours(1));
		assertThat(this.profiles.period(before, "verify.limit")).isNotEqualTo(Duration.ofHours(1));
	}

	@Test
	void aLimitThatIsYoungerThanTheCaseComesFromTheVersionInForce() {
		long before = this.profiles.currentVersion("haitang");
		Map<String, String> changed = new HashMap<>(this.file.of(SchoolKind.VOCATIONAL));
		changed.put("new.step.limit", "PT1H");
		load(changed);
		assertThat(this.profiles.period(before, "new.step.limit")).isEqualTo(Duration.ofHours(1));
		assertThatExceptionOfType(PolicyMissing.class).isThrownBy(() -> this.profiles.period(before, "no.limit"));
	}

	@Test
	void unchangedValuesMakeNoNewVersion() {
		long before = this.profiles.currentVersion("haitang");
		load(this.file.of(SchoolKind.VOCATIONAL));
		assertThat(this.profiles.currentVersion("haitang")).isEqualTo(before);
	}

	@Test
	void aMissingKeyIsNamed() {
		long version = this.profiles.currentVersion("haitang");
		assertThatExceptionOfType(PolicyMissing.class).isThrownBy(() -> this.profiles.period(version, "no.such.key"))
			.withMessageContaining("no.such.key");
		load(Map.of("wrong", "soon"));
		long wrong = this.profiles.currentVersion("haitang");
		assertThatExceptionOfType(PolicyMissing.class).isThrownBy(() -> this.profiles.period(wrong, "wrong"))
			.withMessageContaining("'wrong'");
		assertThatExceptionOfType(PolicyMissing.class).isThrownBy(() -> this.profiles.number(wrong, "wrong"));
	}

	@Test
	void aKeyThatStandsTwiceInTheFileIsRefused() {
		String twice = "key,primary,secondary,vocational,university,source\na,1,1,1,1,x\na,2,2,2,2,x\n";
		assertThatIllegalStateException()
			.isThrownBy(() -> new PolicyFile(new ByteArrayResource(twice.getBytes(StandardCharsets.UTF_8))))
			.withMessageContaining("'a'");
	}

	private void load(Map<String, String> values) {
		this.loader.load(SchoolKind.VOCATIONAL, values);
	}

}
