package org.huxin.engine;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseSummary;
import org.huxin.school.GuardianEntry;
import org.huxin.school.HospitalRegister;
import org.huxin.school.InstrumentRegister;
import org.huxin.school.Role;
import org.huxin.school.SafeToInform;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffEntry;
import org.huxin.school.StudentEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The option lists that the door puts into a form: custom property {@code options}. A
 * field without it offers what the form itself lists.
 */
@Component
class FormOptions {

	/** They keep the system or watch it. */
	private static final Set<Role> WITHOUT_PART = EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR);

	private final SchoolDirectory directory;

	private final CaseFiles caseFiles;

	private final HospitalRegister hospitals;

	private final InstrumentRegister instruments;

	private final Gatekeeper gatekeeper;

	FormOptions(SchoolDirectory directory, CaseFiles caseFiles, HospitalRegister hospitals,
			InstrumentRegister instruments, Gatekeeper gatekeeper) {
		this.gatekeeper = gatekeeper;
		this.directory = directory;
		this.caseFiles = caseFiles;
		this.hospitals = hospitals;
		this.instruments = instruments;
	}

	List<FormField.Choice> offered(Visit visit, FormField field) {
		return field.property("options").map((list) -> named(visit, field, list)).orElse(field.choices());
	}

	private List<FormField.Choice> named(Visit visit, FormField field, String list) {
		@Nullable CaseSummary caseFile = visit.caseFile();
		Predicate<UUID> avoided = (caseFile != null && list.equals("staff")) ? this.caseFiles.avoidance(caseFile.ref())
				: (person) -> false;
		return switch (list) {
			case "students" -> this.directory.students(visit.school())
				.stream()
				.map((student) -> new FormField.Choice(student.id().toString(), student.line()))
				.toList();
			case "listed" -> ids(visit, "listed").stream()
				.flatMap((id) -> this.directory.student(UUID.fromString(String.valueOf(id))).stream())
				.map((student) -> new FormField.Choice(student.id().toString(), student.line()))
				.toList();
			case "classes" -> this.directory.students(visit.school())
				.stream()
				.map(StudentEntry::className)
				.distinct()
				.map((name) -> new FormField.Choice(name, name))
				.toList();
			// nobody on the 回避名单 is chosen for a part in the case
			case "staff" -> this.directory.staff(visit.school())
				.stream()
				.filter((staff) -> !avoided.test(staff.id()))
				.filter((staff) -> takesPart(staff) || isInvolved(field))
				.map((staff) -> new FormField.Choice(staff.id().toString(), staff.name()))
				.toList();
			case "guardians" -> guardians(caseFile, safe(visit), FormOptions::line);
			// whoever has to ring somebody up, at night too, is told the number
			case "guardiansToCall" ->
				guardians(caseFile, safe(visit), (guardian) -> line(guardian) + " " + guardian.phone());
			case "safetyGuardians" -> guardians(caseFile, (guardian) -> true, FormOptions::line);
			// with the register's phone: papers are verified there, not at a printed
			// number
			case "hospitals" -> this.hospitals.offered(visit.school())
				.stream()
				.map((hospital) -> new FormField.Choice(hospital.id().toString(),
						hospital.line() + "（" + hospital.phone() + "）"))
				.toList();
			case "licensedInstruments" -> this.instruments.offered(visit.school())
				.stream()
				.map((instrument) -> new FormField.Choice(instrument.id().toString(), instrument.line()))
				.toList();
			case "myCases" -> myCases(visit);
			case "openCases" -> (caseFile != null) ? openCases(visit, caseFile) : List.of();
			default -> throw new IllegalStateException("There is no option list " + list);
		};
	}

	// who only keeps the system or watches it commands nobody and guards nobody
	private static boolean takesPart(StaffEntry staff) {
		return !WITHOUT_PART.containsAll(staff.roles());
	}

	// anybody may be the one who has harmed a child
	private static boolean isInvolved(FormField field) {
		return field.property("meaning").filter("involvedStaff"::equals).isPresent();
	}

	// nobody is offered who must not be told: a guardian is told only after the latest
	// answer says that it is safe (rule of practice 1)
	private static Predicate<GuardianEntry> safe(Visit visit) {
		Collection<?> safe = ids(visit, "informSafe");
		Collection<?> unsafe = ids(visit, "informUnsafe");
		return (guardian) -> guardian.safe() != SafeToInform.NO && safe.contains(guardian.id().toString())
				&& !unsafe.contains(guardian.id().toString());
	}

	private static Collection<?> ids(Visit visit, String key) {
		return (visit.latest(key).orElse(List.of()) instanceof Collection<?> ids) ? ids : List.of();
	}

	private List<FormField.Choice> guardians(@Nullable CaseSummary caseFile, Predicate<GuardianEntry> offered,
			Function<GuardianEntry, String> line) {
		if (caseFile == null) {
			return List.of();
		}
		return this.directory.guardians(caseFile.student())
			.stream()
			.filter(offered)
			.map((guardian) -> new FormField.Choice(guardian.id().toString(), line.apply(guardian)))
			.toList();
	}

	private static String line(GuardianEntry guardian) {
		return guardian.name() + "（" + guardian.relation() + "）";
	}

	private List<FormField.Choice> myCases(Visit visit) {
		return this.caseFiles.ofSchool(visit.school())
			.stream()
			.filter(CaseSummary::isOpen)
			.filter((open) -> this.gatekeeper.reading(visit.person(), open) != Gatekeeper.Reading.NONE)
			.map((open) -> new FormField.Choice(open.ref().number(), named(open)))
			.toList();
	}

	// whoever may read a case knows whose it is; nobody knows children by numbers
	private String named(CaseSummary open) {
		return this.directory.student(open.student())
			.map((student) -> open.ref().number() + " " + student.line())
			.orElse(open.ref().number());
	}

	private List<FormField.Choice> openCases(Visit visit, CaseSummary caseFile) {
		return Stream.of(caseFile)
			.flatMap((mine) -> this.caseFiles.openCasesOf(mine.student()).stream())
			.filter((other) -> !other.ref().equals(caseFile.ref()) && other.ref().school().equals(visit.school()))
			// a case that names this person does not exist for him, here neither
			.filter((other) -> this.directory.staffByAccount(visit.person().name())
				.filter((staff) -> !this.caseFiles.avoids(other.ref(), staff.id()))
				.isPresent())
			.map((other) -> new FormField.Choice(other.ref().number(), other.ref().number()))
			.toList();
	}

}
