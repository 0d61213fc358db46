package org.huxin.web;

/**
 * Addresses inside Tasklist. It keeps its state behind the {@code #}, so that neither
 * ends up in a server's log.
 */
final class Tasklist {

	static final String HOME = "/camunda/app/tasklist/default/";

	private Tasklist() {
	}

	static String task(String id) {
		return HOME + "#/?task=" + id;
	}

	static String start(String process) {
		return HOME + "#/?processStart=" + process;
	}

}
