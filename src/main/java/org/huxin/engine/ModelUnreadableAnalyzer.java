package org.huxin.engine;

import java.util.stream.Collectors;

import org.camunda.bpm.engine.ParseException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Names the model or form that keeps the product from starting, the place and what to do.
 */
class ModelUnreadableAnalyzer extends AbstractFailureAnalyzer<RuntimeException> {

	private static final String ACTION = "请用 Camunda Modeler 打开并修正这个文件，或恢复为上一个可用的版本，然后重新启动。没有部署任何模型，正在进行的个案与数据没有改动。";

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, RuntimeException cause) {
		ModelUnreadable form = findCause(rootFailure, ModelUnreadable.class);
		if (form != null) {
			return new FailureAnalysis(String.valueOf(form.getMessage()), ACTION, form);
		}
		ParseException model = findCause(rootFailure, ParseException.class);
		if (model == null) {
			return null;
		}
		String places = model.getResorceReports()
			.stream()
			.map((report) -> report.getResourceName() + "："
					+ report.getErrors()
						.stream()
						.map((problem) -> "第 " + problem.getLine() + " 行 " + problem.getMainElementId() + "（"
								+ problem.getMessage() + "）")
						.collect(Collectors.joining("；")))
			.collect(Collectors.joining("\n"));
		return new FailureAnalysis("流程模型无法读取：\n" + places, ACTION, model);
	}

}
