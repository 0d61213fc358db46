package org.huxin.engine;

import java.nio.charset.StandardCharsets;

import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.huxin.HuxinTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.diagnostics.FailureAnalysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@HuxinTest
class ModelUnreadableTests {

	@Autowired
	RepositoryService repository;

	@Test
	void aFormThatIsNoJsonIsNamedWithItsLine() {
		assertThatExceptionOfType(ModelUnreadable.class)
			.isThrownBy(
					() -> ModelUnreadable.requireForm("forms/report-concern.form", bytes("{\n \"components\": [,]")))
			.withMessageContaining("forms/report-concern.form")
			.withMessageContaining("第 2 行");
	}

	@Test
	void aFormWhoseIdIsNotItsFileNameIsNamed() {
		assertThatExceptionOfType(ModelUnreadable.class)
			.isThrownBy(() -> ModelUnreadable.requireForm("forms/a.form", bytes("{\"id\":\"b\",\"components\":[]}")))
			.withMessageContaining("应与文件名一致");
		assertThatCode(() -> ModelUnreadable.requireForm("forms/a.form", bytes("{\"id\":\"a\",\"components\":[]}")))
			.doesNotThrowAnyException();
	}

	@Test
	void aModelThatDoesNotParseIsNamedWithElementAndLineInChinese() {
		String broken = """
				<?xml version="1.0" encoding="UTF-8"?>
				<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
				  <bpmn:process id="Broken" isExecutable="true">
				    <bpmn:startEvent id="start_broken" />
				    <bpmn:sequenceFlow id="flow_nowhere" sourceRef="start_broken" targetRef="userTask_missing" />
				  </bpmn:process>
				</bpmn:definitions>
				""";
		ParseException failure = catchThrowableOfType(ParseException.class,
				() -> this.repository.createDeployment().addString("processes/broken.bpmn", broken).deploy());
		FailureAnalysis analysis = new ModelUnreadableAnalyzer().analyze(new IllegalStateException(failure));
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).contains("流程模型无法读取", "processes/broken.bpmn", "第 5 行");
		assertThat(analysis.getAction()).contains("Camunda Modeler").contains("没有改动");
	}

	@Test
	void anythingElseThatKeepsTheProductFromStartingIsLeftToOthers() {
		assertThat(new ModelUnreadableAnalyzer().analyze(new IllegalStateException("other"))).isNull();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
