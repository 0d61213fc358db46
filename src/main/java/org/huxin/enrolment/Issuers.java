package org.huxin.enrolment;

import java.util.Optional;

import org.huxin.engine.Submission;
import org.huxin.school.HospitalEntry;
import org.huxin.school.HospitalGrade;
import org.huxin.school.HospitalRegister;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;

import org.springframework.stereotype.Component;

/**
 * Whose papers the school accepts: hospitals of its list, of the grade that the profile
 * asks (G01, K03, L10).
 */
@Component
class Issuers {

	private final HospitalRegister hospitals;

	private final SchoolDirectory directory;

	Issuers(HospitalRegister hospitals, SchoolDirectory directory) {
		this.hospitals = hospitals;
		this.directory = directory;
	}

	/**
	 * For a recovery certificate: {@code certificate.issuers}, and the hospital treats
	 * mental illness (G05).
	 * @param hospital the id that was chosen, empty if none was
	 */
	IssuerStanding ofCertificate(Submission submission, String hospital) {
		Optional<HospitalEntry> issuer = find(submission, hospital);
		IssuerStanding standing = standing(issuer, submission.policy("certificate.issuers"));
		boolean specialised = issuer.filter(HospitalEntry::psychiatric).isPresent();
		return (standing == IssuerStanding.ALLOWED && !specialised) ? IssuerStanding.NOT_SPECIALISED : standing;
	}

	/**
	 * For the medical proof of a suspension: {@code suspension.issuers}.
	 */
	IssuerStanding ofProof(Submission submission, String hospital) {
		return standing(find(submission, hospital), submission.policy("suspension.issuers"));
	}

	private static IssuerStanding standing(Optional<HospitalEntry> issuer, String grade) {
		return issuer.map((hospital) -> hospital.grade().isAtLeast(HospitalGrade.valueOf(grade))
				? IssuerStanding.ALLOWED : IssuerStanding.TOO_LOW)
			.orElse(IssuerStanding.NOT_LISTED);
	}

	private Optional<HospitalEntry> find(Submission submission, String hospital) {
		String school = this.directory.student(submission.student()).map(StudentEntry::school).orElse("");
		return this.hospitals.ofSchool(school)
			.stream()
			.filter((entry) -> entry.id().toString().equals(hospital))
			.findFirst();
	}

}
