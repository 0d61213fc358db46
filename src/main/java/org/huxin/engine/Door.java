package org.huxin.engine;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.CaseSummary;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.NewEntry;
import org.huxin.casefile.RecordedEntry;
import org.huxin.identity.Account;
import org.huxin.school.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one door between the engine and the case file. Tasklist, REST and our own pages all
 * pass here: a submission is checked on the server against the deployed form, its content
 * becomes one entry of the case file, and only what the form marks as routing goes on to
 * the engine; whoever opens a form is shown exactly the keys it names. One transaction
 * per submission: entry and engine commit together or not at all.
 */
class Door extends FormServiceImpl {

	/** The task, or the start, that this thread is bringing through the door. */
	private static final ThreadLocal<@Nullable String> PASSING = new ThreadLocal<>();

	/** The school in which this thread is opening a case. */
	private static final ThreadLocal<@Nullable String> SCHOOL = new ThreadLocal<>();

	static final String START = "start";

	private final ProcessEngineConfigurationImpl engine;

	private final DoorParts parts;

	/** The forms by definition and step: what is deployed together never changes. */
	private final Map<String, FormSchema> schemas = new ConcurrentHashMap<>();

	Door(ProcessEngineConfigurationImpl engine, DoorParts parts) {
		this.engine = engine;
		this.parts = parts;
	}

	/**
	 * Whether a step of this task, or the start of a case, came through the door.
	 */
	static boolean isPassing(String subject) {
		return subject.equals(PASSING.get());
	}

	/**
	 * Whether this thread is bringing anything through the door: what follows is the
	 * engine's.
	 */
	static boolean isOpen() {
		return PASSING.get() != null;
	}

	static Optional<String> schoolOfStart() {
		return Optional.ofNullable(SCHOOL.get());
	}

	// opening a form

	/**
	 * Where Tasklist finds the form: who may open it may know. Its REST call keeps the
	 * words of this kind of refusal only.
	 */
	@Override
	public TaskFormData getTaskFormData(String taskId) {
		return read(() -> {
			try {
				taskVisit(taskId, false);
			}
			catch (FormRefused ex) {
				throw new AuthorizationException(ex.getMessage());
			}
			return quietly(() -> super.getTaskFormData(taskId));
		});
	}

	@Override
	public InputStream getDeployedTaskForm(String taskId) {
		return read(() -> this.parts.fill().render(taskVisit(taskId, false)));
	}

	@Override
	public VariableMap getTaskFormVariables(String taskId, Collection<String> names, boolean deserialize) {
		return read(() -> only(this.parts.fill().variables(taskVisit(taskId, false)), names));
	}

	@Override
	public InputStream getDeployedStartForm(String processDefinitionId) {
		return read(() -> this.parts.fill().render(startVisit(processDefinitionId)));
	}

	@Override
	public VariableMap getStartFormVariables(String processDefinitionId, Collection<String> names,
			boolean deserialize) {
		return read(() -> only(this.parts.fill().variables(startVisit(processDefinitionId)), names));
	}

	private static VariableMap only(VariableMap variables, @Nullable Collection<String> names) {
		if (names != null) {
			variables.keySet().retainAll(names);
		}
		return variables;
	}

	// submitting a form

	@Override
	public void submitTaskForm(String taskId, Map<String, Object> properties) {
		write(() -> {
			submit(taskId, properties);
			return Boolean.TRUE;
		});
	}

	@Override
	public VariableMap submitTaskFormWithVariablesInReturn(String taskId, Map<String, Object> properties,
			boolean deserialize) {
		submitTaskForm(taskId, properties);
		return Variables.createVariables();
	}

	@Override
	@Deprecated
	public void submitTaskFormData(String taskId, Map<String, String> properties) {
		submitTaskForm(taskId, Map.copyOf(properties));
	}

	@Override
	public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
		return write(() -> start(processDefinitionId, properties));
	}

	/**
	 * Opens a case. The business key is the case number that the door gives; whatever
	 * arrives as one is refused, for it would be stored as typed.
	 */
	@Override
	public ProcessInstance submitStartForm(String processDefinitionId, @Nullable String businessKey,
			Map<String, Object> properties) {
		if (businessKey != null && !businessKey.isBlank()) {
			throw new BadUserRequestException(this.parts.messages().text("door.businessKey"));
		}
		return submitStartForm(processDefinitionId, properties);
	}

	@Override
	@Deprecated
	public ProcessInstance submitStartFormData(String processDefinitionId, Map<String, String> properties) {
		return submitStartForm(processDefinitionId, Map.copyOf(properties));
	}

	@Override
	@Deprecated
	public ProcessInstance submitStartFormData(String processDefinitionId, String businessKey,
			Map<String, String> properties) {
		return submitStartForm(processDefinitionId, businessKey, Map.copyOf(properties));
	}

	private void submit(String taskId, @Nullable Map<String, Object> properties) {
		Visit visit = taskVisit(taskId, true);
		CaseSummary caseFile = java.util.Objects.requireNonNull(visit.caseFile());
		Visit.TaskFacts task = java.util.Objects.requireNonNull(visit.task());
		CaseRef ref = caseFile.ref();
		Submitted submitted = checked(visit, caseFile.student(), caseFile.policyVersion(), properties);
		record(ref, visit, submitted, task.element(), taskId);
		// the entry has locked the case: whoever else finished this task has committed by
		// now
		if (!quietly(() -> isStillThere(taskId))) {
			throw gone();
		}
		if (visit.person().roles().contains(Role.COUNSELOR)) {
			takeOn(caseFile, visit.person());
		}
		pass(taskId, () -> {
			quietly(() -> {
				super.submitTaskForm(taskId, submitted.routed());
				return Boolean.TRUE;
			});
			return Boolean.TRUE;
		});
		this.parts.drafts().discard(visit.person().name(), visit.draft());
	}

	private void takeOn(CaseSummary caseFile, Account counsellor) {
		Optional<String> before = caseFile.counsellor();
		if (before.isEmpty()) {
			this.parts.caseFiles().takeOn(caseFile.ref(), counsellor.name());
		}
		else if (!this.parts.gatekeeper().hasCounsellor(caseFile)) {
			this.parts.caseFiles().takeOver(caseFile.ref(), before.get(), counsellor.name());
		}
	}

	private ProcessInstance start(String processDefinitionId, @Nullable Map<String, Object> properties) {
		Visit visit = startVisit(processDefinitionId);
		return visit.schema()
			.marked("meaning", "case")
			.map((field) -> startInCase(visit, field.key(), processDefinitionId, properties))
			.orElseGet(() -> openCase(visit, processDefinitionId, properties));
	}

	// what somebody reports of a case that is open already: the form offers his cases
	// only
	private ProcessInstance startInCase(Visit visit, String key, String processDefinitionId,
			@Nullable Map<String, Object> properties) {
		CaseRef ref = new CaseRef(visit.school(), String.valueOf(FormValues.plain(properties).get(key)));
		Optional<CaseSummary> caseFile = this.parts.caseFiles().find(ref);
		Submitted submitted = checked(visit, caseFile.map(CaseSummary::student).orElse(new UUID(0, 0)),
				caseFile.map(CaseSummary::policyVersion)
					.orElseGet(() -> this.parts.policies().currentVersion(visit.school())),
				properties);
		submitted.route(CaseFacts.CASE_NO, ref.number());
		submitted.route(CaseFacts.DISCOVERED_AT, submitted.now());
		record(ref, visit, submitted, START, null);
		return begin(visit, processDefinitionId, ref, submitted);
	}

	private ProcessInstance openCase(Visit visit, String processDefinitionId,
			@Nullable Map<String, Object> properties) {
		UUID student = student(visit, properties);
		long policy = this.parts.policies().currentVersion(visit.school());
		Submitted submitted = checked(visit, student, policy, properties);
		Set<UUID> avoided = avoided(visit, student, submitted);
		CaseRef ref = isAboutOne(visit) ? this.parts.caseFiles().open(visit.school(), student, policy, avoided)
				: this.parts.caseFiles().openEvent(visit.school(), policy, avoided);
		LocalDateTime discovered = visit.schema()
			.marked("meaning", "discoveredAt")
			.flatMap((field) -> submitted.date(field.key()))
			.orElse(submitted.now());
		submitted.record("discoveredAt", discovered.toString());
		submitted.route(CaseFacts.CASE_NO, ref.number());
		submitted.route(CaseFacts.DISCOVERED_AT, discovered);
		record(ref, visit, submitted, START, null);
		return begin(visit, processDefinitionId, ref, submitted);
	}

	private ProcessInstance begin(Visit visit, String processDefinitionId, CaseRef ref, Submitted submitted) {
		ProcessInstance instance = startBySystem(visit.school(),
				() -> quietly(() -> super.submitStartForm(processDefinitionId, ref.number(), submitted.routed())));
		this.parts.drafts().discard(visit.person().name(), visit.draft());
		return instance;
	}

	/**
	 * Starts a process in a school: what a person has brought through the door, or what
	 * {@link CaseStarts} begins.
	 */
	static <T> T startBySystem(String school, Callable<T> start) {
		String outer = SCHOOL.get();
		SCHOOL.set(school);
		try {
			return pass(START, start);
		}
		finally {
			if (outer == null) {
				SCHOOL.remove();
			}
			else {
				SCHOOL.set(outer);
			}
		}
	}

	// what asks for no student opens the file of an event
	private static boolean isAboutOne(Visit visit) {
		return visit.schema().marked("meaning", "student").isPresent();
	}

	private UUID student(Visit visit, @Nullable Map<String, Object> properties) {
		Optional<String> key = visit.schema().marked("meaning", "student").map(FormField::key);
		try {
			return UUID.fromString(String.valueOf(FormValues.plain(properties).get(key.orElse(""))));
		}
		catch (IllegalArgumentException ex) {
			// the check of the form says so in its own words
			return CaseSummary.NOBODY;
		}
	}

	private Set<UUID> avoided(Visit visit, UUID student, Submitted submitted) {
		Set<UUID> avoided = new HashSet<>(this.parts.gatekeeper().conflicted(student));
		visit.schema()
			.marked("meaning", "involvedStaff")
			.ifPresent((field) -> submitted.texts(field.key()).stream().map(UUID::fromString).forEach(avoided::add));
		visit.schema()
			.marked("meaning", "centre")
			.filter((field) -> !submitted.isBlank(field.key()))
			.map((field) -> UUID.fromString(submitted.text(field.key())))
			.ifPresent((centre) -> avoided.addAll(this.parts.gatekeeper().conflicted(centre)));
		return avoided;
	}

	private Submitted checked(Visit visit, UUID student, long policy, @Nullable Map<String, Object> properties) {
		List<FieldError> errors = new ArrayList<>();
		Map<String, Object> values = this.parts.check()
			.check(visit, FormValues.plain(properties), this.parts.fill().shown(visit), errors);
		Submitted submitted = new Submitted(visit, student, values, new Here(visit, policy));
		if (errors.isEmpty()) {
			this.parts.rules()
				.filter((rule) -> rule.form().equals(visit.schema().id()))
				.forEach((rule) -> quietly(() -> {
					rule.apply(submitted);
					return Boolean.TRUE;
				}));
			errors.addAll(submitted.errors());
		}
		if (!errors.isEmpty()) {
			throw new FormFieldValidationException(visit.schema().id(), this.parts.messages().refusal(errors));
		}
		return submitted;
	}

	private void record(CaseRef ref, Visit visit, Submitted submitted, String element, @Nullable String taskId) {
		this.parts.caseFiles()
			.write(ref, new NewEntry(EntryKind.SUBMISSION, visit.person().name(), visit.schema().id(),
					visit.schema().version(), element, taskId, submitted.content()));
		submitted.decisionEntries().forEach((decision) -> this.parts.caseFiles().write(ref, decision));
		submitted.level().ifPresent((level) -> this.parts.caseFiles().rate(ref, level));
	}

	// who stands before which form

	private Visit taskVisit(String taskId, boolean submitting) {
		Account person = person();
		TaskEntity task = quietly(() -> find(taskId)).orElseThrow(this::gone);
		if (!this.parts.gatekeeper().mayList(person, task)) {
			throw gone();
		}
		if (!this.parts.gatekeeper().mayOpen(person, task)) {
			throw new FormRefused(
					this.parts.messages().text((task.getAssignee() != null) ? "door.takenByOther" : "door.stateOnly"));
		}
		if (submitting && !person.name().equals(task.getAssignee())) {
			throw new FormRefused(this.parts.messages().text("door.claimFirst"));
		}
		CaseRef ref = new CaseRef(task.getTenantId(), task.getProcessInstance().getBusinessKey());
		CaseSummary caseFile = this.parts.caseFiles().get(ref);
		List<RecordedEntry> entries = this.parts.caseFiles().entries(ref);
		if (isSecondPersonTo(person, task, entries)) {
			throw new FormRefused(this.parts.messages().text("door.secondPerson"));
		}
		FormSchema schema = schema(task);
		Date due = task.getDueDate();
		return new Visit(person, ref.school(), schema, caseFile,
				new Visit.TaskFacts(taskId, task.getTaskDefinitionKey(), (due != null) ? local(due) : null), entries,
				draftOfTask(taskId));
	}

	private FormSchema schema(TaskEntity task) {
		String key = task.getProcessDefinitionId() + " " + task.getTaskDefinitionKey();
		FormSchema known = this.schemas.get(key);
		return (known != null) ? known : read(task, key);
	}

	private FormSchema read(TaskEntity task, String key) {
		try {
			FormSchema schema = quietly(() -> FormSchema.read(deployment(task.getProcessDefinitionId()),
					super.getDeployedTaskForm(task.getId())));
			this.schemas.put(key, schema);
			return schema;
		}
		catch (NullValueException ex) {
			// finished by somebody else since it was found
			throw quietly(() -> find(task.getId())).isEmpty() ? gone() : ex;
		}
	}

	// offered to everybody else already; asked again here, whoever changed the offer
	private boolean isSecondPersonTo(Account person, TaskEntity task, List<RecordedEntry> entries) {
		Offer offer = quietly(() -> Offer.of(
				this.engine.getDeploymentCache().findDeployedProcessDefinitionById(task.getProcessDefinitionId()),
				task.getTaskDefinitionKey()));
		return offer.since(task.getCreateTime()).excluded(entries).contains(person.name());
	}

	private Visit startVisit(String processDefinitionId) {
		Account person = person();
		ProcessDefinitionEntity definition = quietly(
				() -> this.engine.getDeploymentCache().findDeployedProcessDefinitionById(processDefinitionId));
		String school = person.school().orElse("");
		if (!this.parts.starters().mayStart(person, definition) || school.isEmpty()) {
			throw new FormRefused(this.parts.messages().text("door.mayNotStart"));
		}
		FormSchema schema = this.schemas.computeIfAbsent(processDefinitionId,
				(id) -> quietly(() -> FormSchema.read(deployment(id), super.getDeployedStartForm(id))));
		return new Visit(person, school, schema, null, null, List.of(), draftOfStart(definition.getKey()));
	}

	static String draftOfTask(String taskId) {
		return "task:" + taskId;
	}

	static String draftOfStart(String key) {
		return "start:" + key;
	}

	private String deployment(String processDefinitionId) {
		return this.engine.getDeploymentCache()
			.findDeployedProcessDefinitionById(processDefinitionId)
			.getDeploymentId();
	}

	private Account person() {
		Authentication authentication = this.engine.getIdentityService().getCurrentAuthentication();
		return Optional.ofNullable(authentication)
			.map(Authentication::getUserId)
			.flatMap(this.parts.accounts()::find)
			.filter(Account::enabled)
			.orElseThrow(() -> new FormRefused(this.parts.messages().text("door.nobody")));
	}

	// read again, with nothing around it
	private static boolean isStillThere(String taskId) {
		return org.camunda.bpm.engine.impl.context.Context.getCommandContext()
			.getTaskManager()
			.findTaskById(taskId) != null;
	}

	private Optional<TaskEntity> find(String taskId) {
		return Optional.ofNullable(
				org.camunda.bpm.engine.impl.context.Context.getCommandContext().getTaskManager().findTaskById(taskId))
			.map(Door::loaded)
			// whoever finished it in this very moment has taken its process along
			.filter((task) -> task.getProcessInstance() != null);
	}

	// links and process instance are read lazily, and only inside a command
	private static TaskEntity loaded(TaskEntity task) {
		task.getIdentityLinks();
		task.getProcessInstance();
		return task;
	}

	private FormRefused gone() {
		return new FormRefused(this.parts.messages().text("door.gone"));
	}

	// transactions

	private <T> T read(Callable<T> action) {
		try {
			return inTransaction(this.parts.reading(), action);
		}
		catch (FormRefused ex) {
			// REST takes the other kind for a failure of the server where a form is
			// opened
			throw new BadUserRequestException(ex.getMessage());
		}
	}

	private <T> T write(Callable<T> action) {
		return inTransaction(this.parts.writing(), action);
	}

	private static <T> T inTransaction(TransactionTemplate template, Callable<T> action) {
		return java.util.Objects.requireNonNull(template.execute((status) -> call(action)));
	}

	/** The door's own look-ups are not questions of the person. */
	private <T> T quietly(Callable<T> action) {
		return java.util.Objects.requireNonNull(this.engine.getCommandExecutorTxRequired()
			.execute((context) -> context.runWithoutAuthorization(() -> call(action))));
	}

	private static <T> T pass(String subject, Callable<T> action) {
		String outer = PASSING.get();
		PASSING.set(subject);
		try {
			return call(action);
		}
		finally {
			PASSING.set(outer);
		}
	}

	private static <T> T call(Callable<T> action) {
		try {
			return action.call();
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	static LocalDateTime local(Date date) {
		return LocalDateTime.ofInstant(date.toInstant(), EngineConfiguration.ZONE);
	}

	/** What the door works with. */
	record DoorParts(FormCheck check, FormFill fill, Gatekeeper gatekeeper, Starters starters,
			org.huxin.identity.Accounts accounts, org.huxin.casefile.CaseFiles caseFiles,
			org.huxin.casefile.Drafts drafts, org.huxin.school.PolicyProfiles policies, DoorMessages messages,
			Decisions decisions, Deadlines deadlines, Clock clock, TransactionTemplate writing,
			TransactionTemplate reading, java.util.function.Supplier<Stream<FormRule>> formRules) {

		Stream<FormRule> rules() {
			return this.formRules.get();
		}

	}

	/** The world around one submission. */
	private final class Here implements Submitted.Surroundings {

		private final Visit visit;

		private final long policy;

		private Here(Visit visit, long policy) {
			this.visit = visit;
			this.policy = policy;
		}

		@Override
		public LocalDateTime now() {
			return LocalDateTime.now(Door.this.parts.clock());
		}

		@Override
		public LocalDateTime after(LocalDateTime from, String policyKey) {
			return from.plus(Door.this.parts.policies().period(this.policy, policyKey));
		}

		@Override
		public String policy(String key) {
			return Door.this.parts.policies().text(this.policy, key);
		}

		@Override
		public Optional<Object> fact(String name) {
			Visit.TaskFacts task = this.visit.task();
			return (task != null) ? quietly(() -> find(task.id()).map((found) -> found.getVariable(name)))
					: Optional.empty();
		}

		@Override
		public FieldError error(String field, String message, Object... arguments) {
			return Door.this.parts.check().ruled(this.visit.schema(), field, message, arguments);
		}

		@Override
		public DecisionService decisionService() {
			return Door.this.engine.getDecisionService();
		}

		@Override
		public Decisions decisions() {
			return Door.this.parts.decisions();
		}

	}

}
