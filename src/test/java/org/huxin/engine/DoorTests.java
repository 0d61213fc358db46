package org.huxin.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.huxin.CaseWalk;
import org.huxin.HuxinTest;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.RecordedEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@HuxinTest
class DoorTests {

	@Autowired
	CaseWalk walk;

	@Autowired
	ProcessEngine engine;

	@AfterEach
	void realTime() {
		this.walk.resetClock();
	}

	@Test
	void aReportBecomesTheFirstEntryOfANumberedCaseAndATaskOfTheCounsellor() {
		CaseRef ref = this.walk.start("teacher", "CrisisCase", report(0));
		assertThat(ref.number()).matches("\\d{4}-\\d{4}");
		List<RecordedEntry> entries = this.walk.entries(ref);
		assertThat(entries.get(0).kind()).isEqualTo(EntryKind.SUBMISSION);
		assertThat(entries.get(0).fields()).containsEntry("observed", "这几天不怎么说话");
		assertThat(this.walk.shown("counselor", ref, "userTask_verifyConcern")).containsEntry("observed", "这几天不怎么说话")
			.containsEntry("caseNo", ref.number());
		assertThat(variables(ref)).doesNotContainValue("这几天不怎么说话").containsEntry("caseNo", ref.number());
	}

	@Test
	void everyErrorOfASubmissionIsSaidAtOnceInChineseAndNothingIsWritten() {
		Map<String, Object> values = report(1);
		values.put("observed", "长".repeat(5000));
		values.remove("dangerNow");
		values.put("withMore", true);
		values.put("discoveredAt", "2099-01-01T08:00+08:00");
		values.put("level", "ACUTE");
		assertThatExceptionOfType(FormFieldValidationException.class)
			.isThrownBy(() -> this.walk.start("teacher", "CrisisCase", values))
			.withMessageContaining("还有 4 处需要修改")
			.withMessageContaining("您看到、听到了什么")
			.withMessageContaining("最多 2,000 个字")
			.withMessageContaining("不能晚于现在")
			.withMessageContaining("没有「level」这一项");
	}

	@Test
	void aTaskCompletesOnlyThroughTheDoor() {
		CaseRef ref = this.walk.start("teacher", "CrisisCase", report(2));
		Task task = this.walk.task(ref, "userTask_verifyConcern");
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.engine.getTaskService().complete(task.getId()))
			.withMessageContaining("请在待办里打开表单");
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.engine.getTaskService().complete(task.getId(), Map.of("outcome", "CONFIRMED")))
			.withMessageContaining("请在待办里打开表单");
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> this.engine.getRuntimeService().startProcessInstanceByKey("CrisisCase"))
			.withMessageContaining("请在待办里打开表单");
	}

	private Map<String, Object> variables(CaseRef ref) {
		Task task = this.walk.task(ref, "userTask_verifyConcern");
		return this.engine.getRuntimeService().getVariables(task.getExecutionId());
	}

	private Map<String, Object> report(int student) {
		Map<String, Object> values = new HashMap<>();
		values.put("dangerNow", "NO");
		values.put("studentRef", this.walk.student(this.walk.schoolOf("teacher"), student).id().toString());
		values.put("observed", "这几天不怎么说话");
		values.put("whereNow", "WITH_SOMEONE");
		values.put("staffInvolved", "NO");
		return values;
	}

}
