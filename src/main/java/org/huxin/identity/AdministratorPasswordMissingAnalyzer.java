package org.huxin.identity;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says how to name the first administrator's password, instead of a stack trace.
 */
class AdministratorPasswordMissingAnalyzer extends AbstractFailureAnalyzer<AdministratorPasswordMissing> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, AdministratorPasswordMissing cause) {
		return new FailureAnalysis("还没有任何管理员，护心也没有得到可用的初始管理员密码（HUXIN_ADMIN_PASSWORD），因此没有启动。",
				"请设置环境变量 HUXIN_ADMIN_PASSWORD（至少 10 个字符，不要包含 admin，不要只用几个重复的字符）后再启动，"
						+ "用账号 admin 登录后请立即修改密码，并去掉这个环境变量。只想试用时，请加上 --spring.profiles.active=demo。",
				cause);
	}

}
