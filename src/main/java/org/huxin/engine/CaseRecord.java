package org.huxin.engine;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseSummary;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.RecordedEntry;
import org.huxin.identity.Account;
import org.huxin.school.GuardianEntry;
import org.huxin.school.HospitalEntry;
import org.huxin.school.HospitalRegister;
import org.huxin.school.InstrumentRegister;
import org.huxin.school.LicensedInstrumentEntry;
import org.huxin.school.Role;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffEntry;
import org.huxin.school.StudentEntry;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The entries of a case in words, cut to what one reader needs to know: everything for
 * whom the gatekeeper lets read all; otherwise what he wrote himself and the fields whose
 * custom property {@code sees} names a role in which he stands to the case.
 */
@Component
public class CaseRecord {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private final ProcessEngine engine;

	private final Gatekeeper gatekeeper;

	private final CaseFiles caseFiles;

	private final SchoolDirectory directory;

	private final HospitalRegister hospitals;

	private final InstrumentRegister instruments;

	/** Forms as deployed; a deployment never changes. */
	private final Map<String, Optional<FormSchema>> forms = new ConcurrentHashMap<>();

	CaseRecord(ProcessEngine engine, Gatekeeper gatekeeper, CaseFiles caseFiles, SchoolDirectory directory,
			HospitalRegister hospitals, InstrumentRegister instruments) {
		this.engine = engine;
		this.gatekeeper = gatekeeper;
		this.caseFiles = caseFiles;
		this.directory = directory;
		this.hospitals = hospitals;
		this.instruments = instruments;
	}

	/**
	 * An entry as a reader sees it.
	 *
	 * @param code the form, the event or the decision
	 * @param task the name of the step, empty for the report that opened the case and for
	 * what belongs to no step
	 * @param author the account of who wrote it, {@code system} if nobody did
	 * @param fields what this reader may see of it
	 * @param details facts of an event or a decision: task names and case numbers
	 */
	public record Line(int number, EntryKind kind, String code, Optional<String> task, String author, Instant at,
			Optional<Integer> amends, List<Field> fields, Map<String, Object> details) {
	}

	/**
	 * A field in words.
	 *
	 * @param meaning what the report form marks it as, for example {@code student}
	 * @param label what the form calls it; empty for what a rule derived
	 * @param values one or several, codes of rules unchanged
	 */
	public record Field(String key, Optional<String> meaning, Optional<String> label, List<String> values) {
	}

	/**
	 * The entries of a case, oldest first; empty if this person may not read it.
	 */
	@Transactional(readOnly = true)
	public List<Line> of(CaseSummary caseFile, Account reader) {
		Gatekeeper.Reading reading = this.gatekeeper.reading(reader, caseFile);
		if (reading == Gatekeeper.Reading.NONE) {
			return List.of();
		}
		boolean all = reading == Gatekeeper.Reading.ALL;
		Set<Role> roles = this.gatekeeper.rolesIn(reader, caseFile);
		List<RecordedEntry> entries = this.caseFiles.entries(caseFile.ref());
		Map<Integer, RecordedEntry> byNumber = new HashMap<>();
		entries.forEach((entry) -> byNumber.put(entry.number(), entry));
		Map<String, String> steps = steps(caseFile);
		List<Line> lines = new ArrayList<>();
		for (RecordedEntry entry : entries) {
			RecordedEntry amended = entry.amends().map(byNumber::get).orElse(entry);
			boolean whole = all || amended.author().equals(reader.name());
			if (entry.kind() == EntryKind.SUBMISSION || whole || concernsAll(entry)) {
				lines.add(line(caseFile, entry, steps, whole, roles));
			}
		}
		return List.copyOf(lines);
	}

	// reminders and the end concern everybody of the case; that a report was joined, or
	// which table fired, does not
	private static boolean concernsAll(RecordedEntry entry) {
		return entry.kind() == EntryKind.SYSTEM
				&& (entry.taskId().isPresent() || entry.form().filter("caseEnded"::equals).isPresent());
	}

	private Line line(CaseSummary caseFile, RecordedEntry entry, Map<String, String> steps, boolean whole,
			Set<Role> roles) {
		List<Field> fields = switch (entry.kind()) {
			case SUBMISSION -> submitted(caseFile, entry, whole, roles);
			case DECISION -> whole ? decided(entry) : List.of();
			case AMENDMENT -> whole ? derived(entry.fields()) : List.of();
			case SYSTEM -> List.of();
		};
		String code = entry.form().orElse("");
		Optional<String> task = (entry.kind() == EntryKind.DECISION) ? decision(code)
				: entry.taskElement().map(steps::get);
		return new Line(entry.number(), entry.kind(), code, task, entry.author(), entry.recordedAt(), entry.amends(),
				fields, (entry.kind() == EntryKind.SYSTEM) ? entry.fields() : Map.of());
	}

	private List<Field> submitted(CaseSummary caseFile, RecordedEntry entry, boolean whole, Set<Role> roles) {
		Optional<FormSchema> form = entry.formVersion().flatMap((version) -> form(version, entry.form().orElse("")));
		Map<String, Object> rest = new LinkedHashMap<>(entry.fields());
		List<Field> fields = new ArrayList<>();
		form.ifPresent((schema) -> schema.fields().forEach((field) -> {
			Object value = rest.remove(field.key());
			// a box that was not ticked says nothing, nor do several
			if (value != null && !Boolean.FALSE.equals(value) && !List.of().equals(value)
					&& (whole || isOpenTo(field, roles))) {
				fields.add(new Field(field.key(), field.property("meaning"), Optional.of(field.label()),
						words(caseFile, field, value)));
			}
		}));
		if (whole) {
			fields.addAll(derived(rest));
		}
		return fields;
	}

	private static boolean isOpenTo(FormField field, Set<Role> roles) {
		List<String> sees = field.property("sees")
			.map((list) -> Arrays.asList(list.strip().split("\\s*,\\s*")))
			.orElse(List.of());
		return roles.stream().map(Role::id).anyMatch(sees::contains);
	}

	private List<Field> decided(RecordedEntry entry) {
		List<Field> fields = new ArrayList<>();
		if (entry.fields().get("rows") instanceof Collection<?> rows) {
			fields.add(new Field("rule", Optional.empty(), Optional.empty(), rules(entry.form().orElse(""), rows)));
		}
		if (entry.fields().get("inputs") instanceof Map<?, ?> inputs) {
			inputs.forEach((label, value) -> fields.add(new Field("", Optional.empty(),
					Optional.of(String.valueOf(label)), List.of(String.valueOf(value)))));
		}
		if (entry.fields().get("outputs") instanceof Map<?, ?> outputs) {
			outputs.forEach((key, value) -> fields.add(new Field(String.valueOf(key), Optional.empty(),
					Optional.empty(), List.of(String.valueOf(value)))));
		}
		return fields;
	}

	private List<Field> derived(Map<String, Object> values) {
		return values.entrySet()
			.stream()
			.map((value) -> new Field(value.getKey(), Optional.empty(), Optional.empty(),
					texts(value.getValue()).stream().map(this::named).toList()))
			.toList();
	}

	// a rule names students by their ids
	private String named(String text) {
		return id(text).flatMap(this.directory::student).map(StudentEntry::line).orElse(text);
	}

	private List<String> words(CaseSummary caseFile, FormField field, Object value) {
		if (field.type().equals("datetime")) {
			LocalDateTime moment = FormValues.moment(value);
			return List.of((moment == null) ? value.toString()
					: (field.subtype().equals("date") ? DAY : MINUTE).format(moment));
		}
		return texts(value).stream().map((text) -> word(caseFile, field, text)).toList();
	}

	private String word(CaseSummary caseFile, FormField field, String value) {
		return switch (field.property("options").orElse("")) {
			case "students", "listed" ->
				id(value).flatMap(this.directory::student).map(StudentEntry::line).orElse(value);
			case "staff" -> this.directory.staff(caseFile.ref().school())
				.stream()
				.filter((staff) -> staff.id().toString().equals(value))
				.map(StaffEntry::name)
				.findFirst()
				.orElse(value);
			case "guardians", "guardiansToCall",
					"safetyGuardians" ->
				this.directory.guardians(caseFile.student())
					.stream()
					.filter((guardian) -> guardian.id().toString().equals(value))
					.map(CaseRecord::name)
					.findFirst()
					.orElse(value);
			case "hospitals" -> this.hospitals.ofSchool(caseFile.ref().school())
				.stream()
				.filter((hospital) -> hospital.id().toString().equals(value))
				.map(HospitalEntry::line)
				.findFirst()
				.orElse(value);
			case "licensedInstruments" -> this.instruments.ofSchool(caseFile.ref().school())
				.stream()
				.filter((instrument) -> instrument.id().toString().equals(value))
				.map(LicensedInstrumentEntry::line)
				.findFirst()
				.orElse(value);
			case "classes" -> value;
			default -> field.isChoice() ? field.labelOf(value) : value;
		};
	}

	private static String name(GuardianEntry guardian) {
		return guardian.name() + "（" + guardian.relation() + "）";
	}

	private static Optional<UUID> id(String value) {
		try {
			return Optional.of(UUID.fromString(value));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static List<String> texts(Object value) {
		return (value instanceof Collection<?> list) ? list.stream().map(String::valueOf).toList()
				: List.of(String.valueOf(value));
	}

	private Optional<FormSchema> form(String version, String id) {
		return this.forms.computeIfAbsent(version + "/" + id, (key) -> {
			RepositoryService repository = this.engine.getRepositoryService();
			return repository.getDeploymentResources(version)
				.stream()
				.map(Resource::getName)
				.filter((name) -> name.endsWith("/" + id + ".form") || name.equals(id + ".form"))
				.findFirst()
				.map((name) -> FormSchema.read(version, repository.getResourceAsStream(version, name)));
		});
	}

	private Optional<String> decision(String key) {
		return definition(key).map(DecisionDefinition::getName);
	}

	private Optional<DecisionDefinition> definition(String key) {
		return Optional.ofNullable(this.engine.getRepositoryService()
			.createDecisionDefinitionQuery()
			.decisionDefinitionKey(key)
			.latestVersion()
			.singleResult());
	}

	/** The rows that fired, as the table describes them. */
	private List<String> rules(String decision, Collection<?> rows) {
		Optional<DmnModelInstance> table = definition(decision)
			.map((definition) -> this.engine.getRepositoryService().getDmnModelInstance(definition.getId()));
		return rows.stream()
			.map(String::valueOf)
			.map((row) -> table.map((model) -> model.<Rule>getModelElementById(row))
				.map(Rule::getDescription)
				.map((description) -> description.getTextContent().strip())
				.orElse(row))
			.toList();
	}

	/** What the models of this case call their steps. */
	private Map<String, String> steps(CaseSummary caseFile) {
		Map<String, String> names = new HashMap<>();
		this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(caseFile.ref().number())
			.tenantIdIn(caseFile.ref().school())
			.list()
			.stream()
			.map(HistoricProcessInstance::getProcessDefinitionId)
			.distinct()
			.flatMap((definition) -> this.engine.getRepositoryService()
				.getBpmnModelInstance(definition)
				.getModelElementsByType(Activity.class)
				.stream())
			.filter((activity) -> activity.getName() != null)
			.forEach((activity) -> names.put(activity.getId(), activity.getName()));
		return names;
	}

}
