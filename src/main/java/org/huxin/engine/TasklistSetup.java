package org.huxin.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.TaskQuery;
import org.huxin.school.Role;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lays out Tasklist for every role at each start: the ready filters, and the few grants
 * that do not depend on a case (the application itself, what a role may start, the
 * diagrams). Everything about single tasks is the gatekeeper's.
 */
@Component
class TasklistSetup {

	private static final Set<Role> STAFF = staff();

	private final ProcessEngine engine;

	private final Starters starters;

	private final DoorMessages messages;

	TasklistSetup(ProcessEngine engine, Starters starters, DoorMessages messages) {
		this.engine = engine;
		this.starters = starters;
		this.messages = messages;
	}

	private static Set<Role> staff() {
		return java.util.Arrays.stream(Role.values())
			.filter((role) -> role.isStaff() && role != Role.ADMINISTRATOR && role != Role.AUDITOR)
			.collect(java.util.stream.Collectors.toUnmodifiableSet());
	}

	@EventListener(ApplicationReadyEvent.class)
	@Order(0)
	@Transactional
	public void layOut() {
		AuthorizationService authorizations = this.engine.getAuthorizationService();
		authorizations.createAuthorizationQuery()
			.list()
			.forEach((old) -> authorizations.deleteAuthorization(old.getId()));
		for (Role role : STAFF) {
			grant(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
			grant(role, Resources.APPLICATION, "welcome", Permissions.ACCESS);
			grant(role, Resources.PROCESS_DEFINITION, Authorization.ANY, ProcessDefinitionPermissions.READ);
		}
		starts();
		filters();
	}

	private void starts() {
		List<ProcessDefinition> latest = this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.latestVersion()
			.startableInTasklist()
			.list();
		for (ProcessDefinition definition : latest) {
			ProcessDefinitionEntity parsed = (ProcessDefinitionEntity) this.engine.getRepositoryService()
				.getProcessDefinition(definition.getId());
			for (String group : this.starters.roles(parsed)) {
				Role.of(group)
					.ifPresent((role) -> grant(role, Resources.PROCESS_DEFINITION, definition.getKey(),
							ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.CREATE_INSTANCE));
			}
		}
		STAFF.forEach((role) -> grant(role, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.CREATE));
	}

	private void filters() {
		FilterService filters = this.engine.getFilterService();
		filters.createTaskFilterQuery().list().forEach((old) -> filters.deleteFilter(old.getId()));
		int order = 0;
		for (ReadyFilter ready : readyFilters()) {
			Map<String, Object> properties = new LinkedHashMap<>();
			properties.put("priority", order++);
			properties.put("color", "#2d6a6a");
			properties.put("refresh", true);
			properties.put("showUndefinedVariable", false);
			properties.put("variables",
					List.of(Map.of("name", CaseFacts.CASE_NO.name(), "label", this.messages.text("filter.caseNo"))));
			Filter filter = filters.newTaskFilter(this.messages.text(ready.name()))
				.setQuery(ready.query())
				.setProperties(properties);
			Filter saved = filters.saveFilter(filter);
			ready.roles().forEach((role) -> grant(role, Resources.FILTER, saved.getId(), Permissions.READ));
		}
	}

	private List<ReadyFilter> readyFilters() {
		String me = "${currentUser()}";
		String tomorrow = "${dateTime().withTimeAtStartOfDay().plusDays(1).toDate()}";
		List<ReadyFilter> ready = new ArrayList<>();
		ready.add(new ReadyFilter("filter.mine", tasks().taskAssigneeExpression(me).orderByDueDate().asc(), STAFF));
		ready.add(new ReadyFilter("filter.offered",
				tasks().taskUnassigned().taskCandidateUserExpression(me).orderByDueDate().asc(), STAFF));
		ready.add(new ReadyFilter("filter.today",
				tasks().dueBeforeExpression(tomorrow).dueAfterExpression("${now()}").orderByDueDate().asc(), STAFF));
		ready
			.add(new ReadyFilter("filter.late", tasks().dueBeforeExpression("${now()}").orderByDueDate().asc(), STAFF));
		ready.add(new ReadyFilter("filter.school", tasks().orderByDueDate().asc(), Set.of(Role.LEADER)));
		return ready;
	}

	private TaskQuery tasks() {
		return this.engine.getTaskService().createTaskQuery().active();
	}

	private void grant(Role role, Resource resource, String id, Permission... permissions) {
		AuthorizationService authorizations = this.engine.getAuthorizationService();
		Authorization grant = authorizations.createAuthorizationQuery()
			.groupIdIn(role.id())
			.resourceType(resource)
			.resourceId(id)
			.singleResult();
		if (grant == null) {
			grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
			grant.setGroupId(role.id());
			grant.setResource(resource);
			grant.setResourceId(id);
		}
		for (Permission permission : permissions) {
			grant.addPermission(permission);
		}
		authorizations.saveAuthorization(grant);
	}

	/** A filter that is there for a role. */
	private record ReadyFilter(String name, TaskQuery query, Set<Role> roles) {
	}

}
