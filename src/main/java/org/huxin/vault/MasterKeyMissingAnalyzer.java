package org.huxin.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says how to make a master key, instead of a stack trace.
 */
class MasterKeyMissingAnalyzer extends AbstractFailureAnalyzer<MasterKeyMissing> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MasterKeyMissing cause) {
		return new FailureAnalysis("没有可用的主密钥（HUXIN_MASTER_KEY），护心没有启动。个案内容都由它保护，没有它就无法读取也无法保存。",
				"请设置环境变量 HUXIN_MASTER_KEY 为 32 字节的 base64（可用 openssl rand -base64 32 生成），"
						+ "并与数据备份分开、妥善保管：遗失后所有个案内容都无法恢复。",
				cause);
	}

}
