package org.huxin.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * A task in a person's lists: what its card may say, no name and no level.
 *
 * @param taskId the task in the engine, for the link into Tasklist
 * @param caseNo the case number
 * @param school the school's code
 * @param name what is to be done
 * @param element the user task's id in the model
 * @param due when it is due
 * @param assignee the account that has taken it
 * @param mine whether this person has taken it
 * @param offered whether this person may take it
 * @param late whether its time is over
 */
public record WorkItem(String taskId, String caseNo, String school, String name, String element, Optional<Instant> due,
		Optional<String> assignee, boolean mine, boolean offered, boolean late) {
}
