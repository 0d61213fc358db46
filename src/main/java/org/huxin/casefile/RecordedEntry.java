package org.huxin.casefile;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of a case file, opened. Numbered from 1 without gaps.
 *
 * @param form the form's id of a submission, the event's code of a system entry, the
 * decision's id
 * @param amends the number of the entry that an amendment corrects
 * @param fields content by field key
 */
public record RecordedEntry(int number, EntryKind kind, Optional<String> form, Optional<String> formVersion,
		Optional<String> taskElement, Optional<String> taskId, String author, Instant recordedAt,
		Optional<Integer> amends, Map<String, Object> fields) {
}
