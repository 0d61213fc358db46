package org.huxin.emergency;

import org.huxin.emergency.process.EmergencyResponseProcess;
import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 保护被针对的人 (rule of practice 11): where bullying or violence is not ruled out, the law
 * says what follows (F32).
 */
@Component
class ProtectAtSceneRule implements FormRule {

	@Override
	public String form() {
		return "protect-at-scene";
	}

	@Override
	public void apply(Submission submission) {
		submission.route(EmergencyResponseProcess.LAW_MATTER, !submission.text("lawMatterAnswer").equals("NO"));
	}

}
