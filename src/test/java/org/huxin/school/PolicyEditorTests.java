package org.huxin.school;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huxin.HuxinTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The profile of one school and its versions (K26). Everything is rolled back.
 */
@HuxinTest
@Transactional
class PolicyEditorTests {

	private final PolicyEditor editor;

	private final PolicyProfiles profiles;

	private final PolicyLoader loader;

	private final PolicyFile file;

	private final Office office;

	@Autowired
	PolicyEditorTests(PolicyEditor editor, PolicyProfiles profiles, PolicyLoader loader, PolicyFile file,
			Office office) {
		this.editor = editor;
		this.profiles = profiles;
		this.loader = loader;
		this.file = file;
		this.office = office;
	}

	@Test
	void aChangeIsANewVersionOfThisSchoolAloneAndTheOldOneStays() {
		long before = this.profiles.currentVersion("haitang");
		this.office.open("pinghu", "平湖职业学校", SchoolKind.VOCATIONAL, "10000000300");
		long after = change("haitang", Map.of("verify.limit", "pt2h"));
		assertThat(this.profiles.currentVersion("haitang")).isEqualTo(after).isNotEqualTo(before);
		assertThat(this.profiles.currentVersion("pinghu")).isEqualTo(before);
		assertThat(this.profiles.period(after, "verify.limit")).isEqualTo(Duration.ofHours(2));
		assertThat(this.profiles.period(before, "verify.limit")).isEqualTo(Duration.ofHours(4));
		PolicyVersionEntry version = this.editor.versions("haitang").get(0);
		assertThat(version.inForce()).isTrue();
		assertThat(version.author()).contains("somebody");
		assertThat(version.reason()).isEqualTo("因为近");
		assertThat(version.changes()).containsExactly(new PolicyChange("verify.limit", "PT4H", "PT2H"));
		assertThat(this.editor.lines("haitang")).filteredOn(PolicyLine::changed)
			.extracting(PolicyLine::key, PolicyLine::packaged)
			.containsExactly(org.assertj.core.api.Assertions.tuple("verify.limit", "PT4H"));
	}

	@Test
	void aNewPackagedProfileBringsItsKeysAndKeepsWhatTheSchoolHasSet() {
		change("haitang", Map.of("verify.limit", "PT2H"));
		Map<String, String> packaged = new HashMap<>(this.file.of(SchoolKind.VOCATIONAL));
		packaged.put("verify.limit", "PT3H");
		packaged.put("confirm.limit", "PT12H");
		packaged.put("new.step.limit", "PT1H");
		packaged.remove("conference.limit");
		this.loader.load(SchoolKind.VOCATIONAL, packaged);
		long now = this.profiles.currentVersion("haitang");
		assertThat(this.profiles.text(now, "verify.limit")).as("set by hand").isEqualTo("PT2H");
		assertThat(this.profiles.text(now, "confirm.limit")).as("follows the package").isEqualTo("PT12H");
		assertThat(this.profiles.text(now, "new.step.limit")).as("a new key").isEqualTo("PT1H");
		assertThat(this.editor.lines("haitang")).extracting(PolicyLine::key).doesNotContain("conference.limit");
		assertThat(this.editor.versions("haitang").get(0).author()).contains(PolicyVersionEntry.SYSTEM);
		int versions = this.editor.versions("haitang").size();
		this.loader.load(SchoolKind.VOCATIONAL, packaged);
		assertThat(this.editor.versions("haitang")).as("the next start changes nothing").hasSize(versions);
	}

	@Test
	void whatIsSetBackToThePackagedValueFollowsThePackageAgain() {
		change("haitang", Map.of("verify.limit", "PT2H"));
		change("haitang", Map.of("verify.limit", "PT4H"));
		Map<String, String> packaged = new HashMap<>(this.file.of(SchoolKind.VOCATIONAL));
		packaged.put("verify.limit", "PT3H");
		this.loader.load(SchoolKind.VOCATIONAL, packaged);
		assertThat(this.profiles.text(this.profiles.currentVersion("haitang"), "verify.limit")).isEqualTo("PT3H");
	}

	@Test
	void aCaseThatBeganWithTheSchoolsProfileFindsNewKeysInIt() {
		long begun = change("haitang", Map.of("verify.limit", "PT2H"));
		Map<String, String> packaged = new HashMap<>(this.file.of(SchoolKind.VOCATIONAL));
		packaged.put("new.step.limit", "PT1H");
		this.loader.load(SchoolKind.VOCATIONAL, packaged);
		assertThat(this.profiles.text(begun, "new.step.limit")).isEqualTo("PT1H");
	}

	@Test
	void whoeverIsSecondHasToLookAgain() {
		long seen = this.profiles.currentVersion("haitang");
		assertThat(this.editor.change("haitang", seen, Map.of("verify.limit", "PT2H"), "one", "一")).isPresent();
		assertThat(this.editor.change("haitang", seen, Map.of("verify.limit", "PT3H"), "two", "二")).isEmpty();
	}

	@Test
	void whatWasNotCheckedIsNeverTaken() {
		long seen = this.profiles.currentVersion("haitang");
		for (Map<String, String> bad : List.of(Map.of("verify.limit", "P0D"), Map.of("verify.limit", "P2Y"),
				Map.of("no.such.key", "PT1H"), Map.of("verify.limit", "PT4H"))) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> this.editor.change("haitang", seen, bad, "somebody", "因为"));
		}
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.editor.change("haitang", seen, Map.of("verify.limit", "PT2H"), "somebody", " "));
		assertThat(this.profiles.currentVersion("haitang")).isEqualTo(seen);
	}

	private long change(String school, Map<String, String> values) {
		return this.editor.change(school, this.profiles.currentVersion(school), values, "somebody", " 因为近 ")
			.orElseThrow();
	}

}
