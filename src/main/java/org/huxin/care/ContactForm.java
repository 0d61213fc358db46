package org.huxin.care;

import java.time.LocalDate;
import java.util.Map;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.NewEntry;
import org.huxin.school.PolicyProfiles;
import org.huxin.school.SchoolDirectory;

import org.springframework.stereotype.Component;

/**
 * How people meet the student: at school, or at a distance while the school is closed.
 * Contact changes its form in a vacation and is never skipped (K22).
 */
@Component
public class ContactForm {

	private static final String FIELD = "contactMode";

	private static final String AT_SCHOOL = "AT_SCHOOL";

	private final CaseFiles cases;

	private final PolicyProfiles policies;

	private final SchoolDirectory directory;

	ContactForm(CaseFiles cases, PolicyProfiles policies, SchoolDirectory directory) {
		this.cases = cases;
		this.policies = policies;
		this.directory = directory;
	}

	/**
	 * Writes into the case file how the next contact takes place, where that changes: the
	 * forms of that contact ask accordingly.
	 * @param day the day of the contact
	 */
	public void prepare(CaseRef ref, LocalDate day) {
		String mode = this.directory.vacationOn(ref.school(), day)
			.map((vacation) -> this.policies.text(this.cases.get(ref).policyVersion(), "calendar.vacationMode"))
			.orElse(AT_SCHOOL);
		if (!mode.equals(last(ref))) {
			this.cases.write(ref, NewEntry.system("contactModeChanged", null, null, Map.of(FIELD, mode)));
		}
	}

	private String last(CaseRef ref) {
		return this.cases.entries(ref)
			.stream()
			.filter((entry) -> entry.fields().containsKey(FIELD))
			.reduce((earlier, later) -> later)
			.map((entry) -> String.valueOf(entry.fields().get(FIELD)))
			.orElse(AT_SCHOOL);
	}

}
