package org.huxin.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * At start-up a seal that does not open means another master key than the data's.
 */
class SealBrokenAnalyzer extends AbstractFailureAnalyzer<SealBroken> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SealBroken cause) {
		return new FailureAnalysis("主密钥（HUXIN_MASTER_KEY）打不开这些数据，护心没有启动，数据没有改动。",
				"请使用建立这些数据时的主密钥；或者检查数据目录（HUXIN_DATA_DIR）、数据库地址是否选错。不要删除数据：换回原来的主密钥就能打开。", cause);
	}

}
