package org.huxin.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.RecordedEntry;
import org.huxin.school.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of the owners of a user task, read once as the model is parsed: the
 * levels that are called one after another are those of the school's network (A12).
 *
 * @param roles its candidate groups: roles in relation to the case
 * @param differentFrom the steps whose authors may not take it (four eyes)
 * @param escalateTo who gets it when it is late and nobody in its roles does it, one
 * after another
 * @param ladderEvery the policy limit after which the next level is called until somebody
 * takes it (acknowledge or escalate, F29)
 * @param qualified whether only persons with a valid certificate may do it (A23)
 * @param ownTimers whether the model draws reminder and first escalation itself
 * @param since when the task was offered first: what somebody did later, on the same step
 * of another round, makes nobody a second person; empty for a new task
 */
record Offer(Set<Role> roles, Set<String> differentFrom, List<Role> escalateTo, Optional<String> ladderEvery,
		boolean qualified, boolean ownTimers, Optional<Instant> since) {

	/** Where the parsed activity keeps it. */
	private static final String PROPERTY = "huxin.offer";

	/** The routing fact that says how urgent a case is. */
	static final String URGENCY = "urgency";

	private static final Duration FIRST_HOURS = Duration.ofDays(1);

	private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	static Offer read(Element userTask, Set<Role> roles) {
		return new Offer(roles, new LinkedHashSet<>(list(userTask, "differentFrom").toList()),
				list(userTask, "escalateTo").flatMap((id) -> Role.of(id).stream()).toList(),
				property(userTask, "ladderEvery"), isTrue(userTask, "qualified"), isTrue(userTask, "ownTimers"),
				Optional.empty());
	}

	void keepWith(org.camunda.bpm.engine.impl.pvm.process.ActivityImpl activity) {
		activity.setProperty(PROPERTY, this);
	}

	static Offer of(ProcessDefinitionEntity definition, String element) {
		return (Offer) definition.findActivity(element).getProperty(PROPERTY);
	}

	/**
	 * Whether a step may wake somebody: it calls level after level until it is taken, or
	 * the case is urgent and the step is one of the first hours.
	 * @param urgency the case's routing fact
	 */
	boolean wakes(@Nullable Object urgency, @Nullable Date created, @Nullable Date due) {
		if (this.ladderEvery.isPresent()) {
			return true;
		}
		return "NOW".equals(urgency) && created != null && due != null
				&& Duration.between(created.toInstant(), due.toInstant()).compareTo(FIRST_HOURS) <= 0;
	}

	/** Whether two persons are needed. */
	boolean isForSecondPerson() {
		return !this.differentFrom.isEmpty();
	}

	/**
	 * The same for a task that stands there since some time.
	 */
	Offer since(Date created) {
		return new Offer(this.roles, this.differentFrom, this.escalateTo, this.ladderEvery, this.qualified,
				this.ownTimers, Optional.of(created.toInstant()));
	}

	/**
	 * Who may not take it: whoever last brought one of the named steps to its end before
	 * it was offered.
	 */
	Set<String> excluded(List<RecordedEntry> entries) {
		Set<String> authors = new LinkedHashSet<>();
		for (String element : this.differentFrom) {
			entries.stream()
				.filter((entry) -> entry.kind() == EntryKind.SUBMISSION
						&& entry.taskElement().filter(element::equals).isPresent()
						&& this.since.filter(entry.recordedAt()::isAfter).isEmpty())
				.reduce((earlier, later) -> later)
				.ifPresent((entry) -> authors.add(entry.author()));
		}
		return authors;
	}

	private static Stream<String> list(Element userTask, String name) {
		return property(userTask, name).stream()
			.flatMap((text) -> Arrays.stream(text.split(",")))
			.map(String::strip)
			.filter((text) -> !text.isEmpty());
	}

	private static boolean isTrue(Element userTask, String name) {
		return property(userTask, name).map(Boolean::parseBoolean).orElse(false);
	}

	private static Optional<String> property(Element element, String name) {
		Element extensions = element.element("extensionElements");
		Element properties = (extensions != null) ? extensions.elementNS(new Namespace(CAMUNDA), "properties") : null;
		if (properties == null) {
			return Optional.empty();
		}
		return properties.elements()
			.stream()
			.filter((property) -> name.equals(property.attribute("name")))
			.map((property) -> property.attribute("value").strip())
			.filter((value) -> !value.isEmpty())
			.findFirst();
	}

}
