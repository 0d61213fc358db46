package org.huxin.school;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The instruments that a school uses by its own licence and with its own norms (E06): a
 * list that its administrators keep. What was used in an assessment stays readable.
 */
@Service
@Transactional
public class InstrumentRegister {

	private final LicensedInstruments instruments;

	private final Schools schools;

	InstrumentRegister(LicensedInstruments instruments, Schools schools) {
		this.instruments = instruments;
		this.schools = schools;
	}

	/**
	 * Every instrument of a school's list, also the ones that are no longer offered.
	 */
	@Transactional(readOnly = true)
	public List<LicensedInstrumentEntry> ofSchool(String school) {
		return all(school).stream().map(LicensedInstrument::entry).toList();
	}

	/**
	 * The instruments that may be chosen.
	 */
	@Transactional(readOnly = true)
	public List<LicensedInstrumentEntry> offered(String school) {
		return ofSchool(school).stream().filter(LicensedInstrumentEntry::offered).toList();
	}

	/**
	 * An instrument by the id that a form sends.
	 * @param id checked by the door: only what is offered to this school gets here
	 */
	@Transactional(readOnly = true)
	public Optional<LicensedInstrumentEntry> find(String id) {
		return this.instruments.findById(UUID.fromString(id)).map(LicensedInstrument::entry);
	}

	void add(String school, String name, String version, LicensedInstrument.Scale scale) {
		String line = Words.line(name);
		String edition = Words.line(version);
		if (all(school).stream().anyMatch((known) -> known.isOffered() && known.is(line, edition))) {
			throw DirectoryRefused.instrumentKnown(line + " " + edition);
		}
		this.instruments.save(new LicensedInstrument(
				this.schools.findByCode(school).orElseThrow(DirectoryRefused::notFound), line, edition, scale));
	}

	/** An instrument of another school is none of this one's. */
	void offer(String school, UUID id, boolean offered) {
		this.instruments.findById(id)
			.filter((instrument) -> instrument.school().code().equals(school))
			.ifPresent((instrument) -> instrument.offer(offered));
	}

	private List<LicensedInstrument> all(String school) {
		return this.instruments.findBySchoolCodeOrderByNameAscVersionAsc(school);
	}

}
