package org.huxin.postvention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.postvention.process.PostventionProcess;

import org.springframework.stereotype.Component;

/**
 * 分层并安排 (F31, K27): the table {@code ExposureTier} sorts by closeness and reaction; the
 * counsellor may place somebody higher, never lower. A case of his own is for whom needs
 * one; whatever differs from that is said with its reason.
 */
@Component
class TriageExposedPersonsRule implements FormRule {

	@Override
	public String form() {
		return "triage-exposed-persons";
	}

	@Override
	public void apply(Submission submission) {
		List<String> strong = submission.texts("strong");
		checkReactions(submission, strong);
		Map<Tier, List<String>> tiers = tiers(submission, strong);
		List<String> cases = submission.texts("caseFor");
		List<String> indicated = tiers.getOrDefault(Tier.INDICATED, List.of());
		boolean differs = !indicated.containsAll(cases) || !cases.containsAll(strong);
		if (differs && submission.isBlank("caseReason")) {
			submission.refuse("caseReason", "rule.postvention.caseReason");
		}
		Earlier.checkNextGroup(submission);
		submission.record("indicated", indicated);
		submission.record("selected", tiers.getOrDefault(Tier.SELECTED, List.of()));
		submission.record("universal", tiers.getOrDefault(Tier.UNIVERSAL, List.of()));
		planTalks(submission, tiers, cases);
		submission.route(PostventionProcess.RELIEF_NEEDED,
				!submission.texts("restFor").isEmpty() || !submission.texts("moveFor").isEmpty());
		submission.record("helpSince", submission.now().toString());
		Earlier.nextReview(submission, "FIRST", submission.now());
	}

	private static void checkReactions(Submission submission, List<String> strong) {
		List<String> all = new ArrayList<>(strong);
		all.addAll(submission.texts("marked"));
		all.addAll(submission.texts("unseen"));
		if (Set.copyOf(all).size() < all.size()) {
			submission.refuse("marked", "rule.postvention.twoReactions");
		}
	}

	private static Map<Tier, List<String>> tiers(Submission submission, Collection<String> strong) {
		Map<String, Tier> known = new HashMap<>();
		Map<Tier, List<String>> tiers = new EnumMap<>(Tier.class);
		for (String person : Earlier.people(submission, "listed")) {
			String reaction = strong.contains(person) ? "STRONG" : submission.texts("marked").contains(person)
					? "MARKED" : submission.texts("unseen").contains(person) ? "UNSEEN" : "CALM";
			Tier highest = submission.texts("raised").contains(person) ? Tier.INDICATED : Tier.UNIVERSAL;
			for (Map.Entry<String, String> field : Closeness.FIELDS.entrySet()) {
				if (Earlier.people(submission, "list-exposed-persons." + field.getKey()).contains(person)) {
					Tier tier = known.computeIfAbsent(field.getValue() + " " + reaction,
							(key) -> decide(submission, field.getValue(), reaction));
					highest = (tier.compareTo(highest) > 0) ? tier : highest;
				}
			}
			tiers.computeIfAbsent(highest, (tier) -> new ArrayList<>()).add(person);
		}
		return tiers;
	}

	private static Tier decide(Submission submission, String closeness, String reaction) {
		return Tier.valueOf(String.valueOf(
				submission.decide("ExposureTier", Map.of("closeness", closeness, "reaction", reaction)).get("tier")));
	}

	// whoever gets a case of his own is talked with there
	private static void planTalks(Submission submission, Map<Tier, List<String>> tiers, List<String> cases) {
		List<String> people = new ArrayList<>(tiers.getOrDefault(Tier.INDICATED, List.of()));
		people.addAll(tiers.getOrDefault(Tier.SELECTED, List.of()));
		List<String> toTalk = Earlier.without(people, cases);
		submission.record("toTalk", toTalk);
		submission.route(PostventionProcess.TALKS, toTalk.isEmpty() ? "DONE" : "GO_ON");
		submission.route(PostventionProcess.TALK_DUE, submission.after(submission.now(), "postvention.talk.FIRST"));
	}

}
