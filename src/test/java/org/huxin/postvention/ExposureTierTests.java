package org.huxin.postvention;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huxin.Tables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table that sorts affected students, row by row. F31 K27.
 */
class ExposureTierTests {

	private static final Set<String> FIRED = new HashSet<>();

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "strong, MEMBER, STRONG, INDICATED", "strong, WITNESS, STRONG, INDICATED",
			"sibling, SIBLING, CALM, INDICATED", "sibling, SIBLING, UNSEEN, INDICATED",
			"nearMoved, WITNESS, MARKED, INDICATED", "nearMoved, SIMILAR, MARKED, INDICATED",
			"near, ROOMMATE, CALM, SELECTED", "near, FRIEND, UNSEEN, SELECTED", "near, WITNESS, CALM, SELECTED",
			"moved, MEMBER, MARKED, SELECTED", "unseen, MEMBER, UNSEEN, SELECTED", "calm, MEMBER, CALM, UNIVERSAL" })
	void rowFiresAndAnswers(String row, String closeness, String reaction, String tier) {
		Tables.Answer answer = Tables.of("ExposureTier").decide(Map.of("closeness", closeness, "reaction", reaction));
		assertThat(answer.row()).isEqualTo("rule_" + row);
		assertThat(answer.outputs()).containsEntry("tier", tier);
		assertThat(Tier.valueOf(tier)).isNotNull();
		FIRED.add(answer.row());
	}

	@AfterAll
	static void everyRowIsTestedAndEveryClosenessAnswered() {
		assertThat(FIRED).containsAll(Tables.of("ExposureTier").rows());
		for (String closeness : Closeness.FIELDS.values()) {
			for (String reaction : List.of("CALM", "MARKED", "STRONG", "UNSEEN")) {
				assertThat(Tables.of("ExposureTier")
					.decide(Map.of("closeness", closeness, "reaction", reaction))
					.outputs()).as(closeness + " " + reaction).isNotEmpty();
			}
		}
	}

}
