package org.huxin.school;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.HuxinTest;
import org.huxin.casefile.CaseRef;
import org.huxin.report.process.CrisisCaseProcess;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A member of staff who is the child's parent has no part in the case (rule of practice
 * 2).
 */
@HuxinTest
class ParentsAmongStaffTests {

	@Autowired
	CaseWalk walk;

	@Autowired
	ProcessEngine engine;

	@Autowired
	SchoolDirectory directory;

	@Autowired
	Guardians guardians;

	@Autowired
	Seals seals;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void theCounsellorWhoIsTheChildsParentIsOfferedNothingOfTheCase() {
		CaseSteps steps = new CaseSteps(this.walk, this.directory, 2);
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			StudentEntry student = this.walk.student("qinghe", 2);
			StaffEntry counsellor = this.directory.responsibleFor(student.id(), Role.COUNSELOR).get(0);
			assertThat(this.directory.parentsAmongStaff(student.id())).isEmpty();
			Guardian parent = this.guardians.findByStudentIdOrderByPosition(student.id()).get(0);
			parent.correct("某某", "100 0000 0104", "母亲", this.seals);
			assertThat(this.directory.parentsAmongStaff(student.id())).containsExactly(counsellor.id());
			CaseRef ref = steps.reported();
			assertThat(this.engine.getTaskService()
				.getIdentityLinksForTask(this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN).getId())).isNotEmpty()
				.extracting(IdentityLink::getUserId)
				.doesNotContain(counsellor.account());
		});
	}

}
