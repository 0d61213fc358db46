package org.huxin.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says which setting is wrong, instead of a stack trace.
 */
class AuthorizationOffAnalyzer extends AbstractFailureAnalyzer<AuthorizationOff> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, AuthorizationOff cause) {
		return new FailureAnalysis("流程引擎的权限检查被关闭（camunda.bpm.authorization.enabled 不是 true），任何人都能看到所有任务，因此护心没有启动。",
				"请删除这项设置，或设为 true 后再启动。", cause);
	}

}
