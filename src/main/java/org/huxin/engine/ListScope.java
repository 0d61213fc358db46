package org.huxin.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.VariableOrderProperty;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Keeps lists and counts inside what the gatekeeper lets a person list, by adding it to
 * the query itself: every task list, filter and count passes here. A task stands in a
 * person's lists when a link names the person (assigned, offered, or observing as a
 * leader), whatever else the query asks. Of the variables only the case number shows, for
 * the cards.
 */
class ListScope extends AuthorizationManager {

	private final DoorMessages messages;

	ListScope(DoorMessages messages) {
		this.messages = messages;
	}

	@Override
	public void configureTaskQuery(TaskQueryImpl query) {
		query.getAuthCheck().setAuthorizationCheckEnabled(false);
		if (isAuthCheckExecuted()) {
			refuseVariables(query);
			Authentication person = getCurrentAuthentication();
			query.or().taskInvolvedUser(person.getUserId()).endOr();
		}
	}

	// who may list a task without opening it would otherwise learn from counts and orders
	// what its routing facts are
	private void refuseVariables(TaskQueryImpl query) {
		boolean asked = query.getQueries().stream().anyMatch((part) -> !part.getVariables().isEmpty())
				|| query.getOrderingProperties().stream().anyMatch(VariableOrderProperty.class::isInstance);
		if (asked) {
			throw new BadUserRequestException(this.messages.text("door.noVariableQuery"));
		}
	}

	@Override
	protected void configureVariableInstanceQuery(VariableInstanceQueryImpl query) {
		query.getAuthCheck().setAuthorizationCheckEnabled(false);
		if (isAuthCheckExecuted()) {
			query.variableName(CaseFacts.CASE_NO.name());
		}
	}

	/** Gives each command its own. */
	record Factory(DoorMessages messages) implements SessionFactory {

		@Override
		public Class<?> getSessionType() {
			return AuthorizationManager.class;
		}

		@Override
		public Session openSession() {
			return new ListScope(this.messages);
		}

	}

}
