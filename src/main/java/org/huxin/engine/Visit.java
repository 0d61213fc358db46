package org.huxin.engine;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.huxin.casefile.CaseSummary;
import org.huxin.casefile.RecordedEntry;
import org.huxin.identity.Account;
import org.jspecify.annotations.Nullable;

/**
 * One person before one form: who it is, which case and task, what the case file already
 * holds. A start form has neither case nor task.
 */
record Visit(Account person, String school, FormSchema schema, @Nullable CaseSummary caseFile, @Nullable TaskFacts task,
		List<RecordedEntry> entries, String draft) {

	/** What a form may say about its task. */
	record TaskFacts(String id, String element, @Nullable LocalDateTime due) {
	}

	/**
	 * The latest value under {@code form.key} or {@code key}.
	 */
	Optional<Object> latest(String reference) {
		for (int i = this.entries.size() - 1; i >= 0; i--) {
			RecordedEntry entry = this.entries.get(i);
			Object value = valueOf(entry, reference);
			if (value != null) {
				return Optional.of(value);
			}
		}
		return Optional.empty();
	}

	/**
	 * Every value under {@code form.key}, oldest first.
	 */
	List<Object> all(String reference) {
		return this.entries.stream()
			.<Object>mapMulti((entry, sink) -> Optional.ofNullable(valueOf(entry, reference)).ifPresent(sink))
			.toList();
	}

	private static @Nullable Object valueOf(RecordedEntry entry, String reference) {
		int dot = reference.indexOf('.');
		if (dot < 0) {
			return entry.fields().get(reference);
		}
		boolean sameForm = entry.form().filter(reference.substring(0, dot)::equals).isPresent();
		return sameForm ? entry.fields().get(reference.substring(dot + 1)) : null;
	}

}
