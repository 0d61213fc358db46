package org.huxin.report.process;

import java.util.Collection;
import java.util.List;

import org.huxin.engine.ProcessVariable;
import org.huxin.engine.RoutingFacts;

import org.springframework.stereotype.Component;

/**
 * The names of {@code case-change.bpmn} (情况有变): somebody who takes part in a case reports
 * that it has taken a turn (D04, G16, rule of practice 5).
 */
@Component
public final class CaseChangeProcess implements RoutingFacts {

	/** The process. */
	public static final String KEY = "CaseChange";

	public static final String CHANGE_REPORTED = "start_changeReported";

	public static final String TELL_CASE = "serviceTask_tellCase";

	public static final String CASE_TOLD = "end_caseTold";

	@Override
	public Collection<ProcessVariable<?>> all() {
		return List.of();
	}

}
