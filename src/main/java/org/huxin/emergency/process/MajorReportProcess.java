package org.huxin.emergency.process;

import java.util.Collection;
import java.util.Date;
import java.util.List;

import org.huxin.engine.ProcessVariable;
import org.huxin.engine.RoutingFacts;

import org.springframework.stereotype.Component;

/**
 * The names of {@code major-report.bpmn} (重大危机报告). It goes its own way, so that no report
 * holds up the care.
 */
@Component
public final class MajorReportProcess implements RoutingFacts {

	/** The process. */
	public static final String KEY = "MajorReport";

	public static final String REPORT_DUE = "start_reportDue";

	public static final String PLAN_MAJOR_REPORT = "serviceTask_planMajorReport";

	public static final String SEND_FIRST_REPORT = "userTask_sendFirstReport";

	public static final String COLLECT = "gateway_collect";

	public static final String WRITE_MAJOR_REPORT = "userTask_writeMajorReport";

	public static final String SEND_MAJOR_REPORT = "userTask_sendMajorReport";

	public static final String REPORT_SENT = "gateway_reportSent";

	public static final String COMPLETE = "gateway_complete";

	public static final String FILE_MAJOR_REPORT = "serviceTask_fileMajorReport";

	public static final String REPORTED = "end_reported";

	public static final String LIST_EVIDENCE = "userTask_listEvidence";

	public static final String CLASS_CONCERNED = "gateway_classMaterial";

	public static final String SUBMIT_CLASS_MATERIAL = "userTask_submitClassMaterial";

	public static final String CLASS_DONE = "gateway_classDone";

	/** Until when the first report is made (H01, K23). */
	public static final ProcessVariable<Date> FIRST_REPORT_DUE = ProcessVariable.date("firstReportDue");

	/** Until when the written report is drafted. */
	public static final ProcessVariable<Date> DRAFT_REPORT_DUE = ProcessVariable.date("draftReportDue");

	/** Until when the written report is sent (H01, K23). */
	public static final ProcessVariable<Date> WRITTEN_REPORT_DUE = ProcessVariable.date("writtenReportDue");

	/** Whether the class hands in what it holds (H03). */
	public static final ProcessVariable<Boolean> CLASS_MATERIAL = ProcessVariable.flag("classMaterial");

	/** Whether the leader sends the written report or wants it mended. */
	public static final ProcessVariable<String> REPORT_DECISION = ProcessVariable.code("reportDecision", "SEND",
			"RETURN");

	@Override
	public Collection<ProcessVariable<?>> all() {
		return List.of(FIRST_REPORT_DUE, DRAFT_REPORT_DUE, WRITTEN_REPORT_DUE, CLASS_MATERIAL, REPORT_DECISION);
	}

}
