package org.huxin.engine;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * What a person may ask of the engine by himself: to read, to take a task, to give it
 * back. Everything else (comments, attachments, names, owners, dates, variables,
 * completing, delegating, errors, messages, deployments, jobs …) would be a way past the
 * door, and is refused whichever route it takes. Commands inside another command, and
 * those of the system, are not a person's.
 */
final class PersonCommands extends CommandInterceptor {

	/**
	 * The engine's commands and native queries; its queries proper are commands of their
	 * own.
	 */
	private static final Pattern ENGINE = Pattern
		.compile("org\\.camunda\\.bpm\\.engine\\.impl\\.((\\w+\\.)*cmd\\.(\\w+\\.)*|(?=Native))");

	private static final Pattern READING = Pattern.compile("(Get|Is|ExecuteFilter)\\w+|Create\\w+QueryCmd");

	private static final Set<String> OPEN = Set.of("ClaimTaskCmd", "AssignTaskCmd", "AuthorizationCheckCmd",
			"CreateFilterCmd");

	private final ProcessEngineConfigurationImpl engine;

	private final DoorMessages messages;

	PersonCommands(ProcessEngineConfigurationImpl engine, DoorMessages messages) {
		this.engine = engine;
		this.messages = messages;
	}

	@Override
	public <T> T execute(Command<T> command) {
		if (isOfPerson() && !isOpen(command.getClass().getName())) {
			throw new AuthorizationException(this.messages.text("door.notAllowed"));
		}
		return this.next.execute(command);
	}

	// in a job the engine names the school and no person
	private boolean isOfPerson() {
		Authentication authentication = this.engine.getIdentityService().getCurrentAuthentication();
		return Context.getCommandContext() == null && authentication != null && authentication.getUserId() != null;
	}

	static boolean isOpen(String command) {
		Matcher engine = ENGINE.matcher(command);
		if (!engine.lookingAt()) {
			return true;
		}
		String name = command.substring(engine.end());
		return OPEN.contains(name) || READING.matcher(name).matches();
	}

}
