package org.huxin.notification;

import java.io.IOException;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.huxin.Caller;
import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.HuxinTest;
import org.huxin.LogRecorder;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.EntryKind;
import org.huxin.emergency.process.EmergencyResponseProcess;
import org.huxin.engine.Recusal;
import org.huxin.engine.StepWaits;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.Absences;
import org.huxin.school.GuardianEntry;
import org.huxin.school.SafeToInform;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffChanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Who a step waits for is told once, on the channels that he wants, by real servers on
 * this machine; and what happens when those fail.
 */
@HuxinTest
class OutboxTests {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final String CANARY = "她写了遗书折成纸鹤";

	private final CaseWalk walk;

	private final SchoolDirectory directory;

	private final CaseFiles caseFiles;

	private final Post post;

	private final UnreadWatch unread;

	private final Channels channels;

	private final Preferences preferences;

	private final Messages messages;

	private final DeadLetters deadLetters;

	private final Recusal recusal;

	private final Absences absences;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final ProcessEngine engine;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	private final CaseSteps steps;

	private final GreenMail greenMail = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));

	@LocalServerPort
	int port;

	@Autowired
	OutboxTests(CaseWalk walk, SchoolDirectory directory, CaseFiles caseFiles, Post post, UnreadWatch unread,
			Channels channels, Preferences preferences, Messages messages, DeadLetters deadLetters, Recusal recusal,
			Absences absences, ApplicationEventPublisher events, TransactionTemplate transaction, ProcessEngine engine,
			JdbcTemplate jdbc, Clock clock) {
		this.walk = walk;
		this.directory = directory;
		this.caseFiles = caseFiles;
		this.post = post;
		this.unread = unread;
		this.channels = channels;
		this.preferences = preferences;
		this.messages = messages;
		this.deadLetters = deadLetters;
		this.recusal = recusal;
		this.absences = absences;
		this.events = events;
		this.transaction = transaction;
		this.engine = engine;
		this.jdbc = jdbc;
		this.clock = clock;
		this.steps = new CaseSteps(walk, directory, 5);
	}

	@BeforeEach
	void aMailServer() {
		this.walk.resetClock();
		this.greenMail.start();
		this.channels.use(mail(this.greenMail.getSmtp().getPort()));
		List.of("counselor", "counselor1b", "duty", "leader").forEach((account) -> prefers(account, Channel.MAIL));
	}

	@AfterEach
	void nothingLeavesTheHouseAnyMore() {
		this.greenMail.stop();
		this.channels.use(ChannelSettings.off());
		this.jdbc.update("delete from huxin.message_preference");
		this.jdbc.update(
				"update huxin.message_delivery set state = 'WITHDRAWN' where state in ('WAITING', 'SENDING', 'DEAD')");
		this.jdbc.update("update huxin.message set escalated_at = now() where escalated_at is null");
		this.walk.resetClock();
	}

	@Test
	void whoGetsATaskIsToldOnceAndTheTimelineSaysSo() throws Exception {
		CaseRef ref = this.steps.reported();
		this.post.deliver();
		this.post.deliver();
		assertThat(this.greenMail.getReceivedMessages()).hasSize(1);
		MimeMessage mail = this.greenMail.getReceivedMessages()[0];
		assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("counselor@school.example");
		assertThat(mail.getSubject()).isEqualTo("【护心】青禾第一中学个案 " + ref.number() + "：有一个新的步骤等您办理。");
		assertThat(text(mail)).isEqualTo("青禾第一中学个案 " + ref.number() + "：有一个新的步骤等您办理。请登录护心处理。");
		Messages.Notice notice = this.messages.ofCase(ref).get(0);
		assertThat(notice.told()).singleElement().satisfies((told) -> {
			assertThat(told.account()).isEqualTo("counselor");
			assertThat(told.readAt()).isEmpty();
			assertThat(told.sent()).extracting(Messages.Sent::state).containsExactly("SENT");
		});
		assertThat(Caller.signedIn(this.port, "counselor").get("/cases/" + ref.number()).body())
			.contains("消息：有新的步骤，告知 1 人", "邮件：", "已送出");
	}

	@Test
	void withoutAChannelMessagesStandInTheProductAndThePageSaysSo() {
		this.channels.use(ChannelSettings.off());
		// other tests were ahead of the time that it is now
		this.jdbc.update("update huxin.message set created_at = now() - interval '1 day' where created_at >= ?",
				Timestamp.from(this.walk.now()));
		CaseRef ref = this.steps.reported();
		this.post.deliver();
		assertThat(this.greenMail.getReceivedMessages()).isEmpty();
		assertThat(deliveries(ref)).isEmpty();
		assertThat(this.messages.ofCase(ref)).hasSize(1);
		Caller counselor = Caller.signedIn(this.port, "counselor");
		assertThat(counselor.get("/account/messages").body()).contains("还没有配置任何发送渠道", "个案 " + ref.number())
			.doesNotContain("??");
		assertThat(counselor.get("/cases/" + ref.number()).body()).contains("只在护心里显示");
		this.channels.use(mail(this.greenMail.getSmtp().getPort()));
		this.post.deliver();
		assertThat(this.greenMail.getReceivedMessages()).as("what is past is not caught up with").isEmpty();
	}

	@Test
	void aMessageIsWrittenInTheTransactionOfWhatCausesItOrNotAtAll() {
		CaseRef ref = this.steps.reported();
		int before = count();
		StepWaits step = waits(ref, StepWaits.Kind.NEW_STEP, false, "counselor");
		assertThatThrownBy(() -> this.events.publishEvent(step)).isInstanceOf(IllegalTransactionStateException.class);
		this.transaction.executeWithoutResult((status) -> {
			this.events.publishEvent(step);
			status.setRollbackOnly();
		});
		assertThatThrownBy(() -> this.steps.verified(ref, "outcome", "NO_SUCH")).isInstanceOf(RuntimeException.class);
		assertThat(count()).isEqualTo(before);
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(step));
		assertThat(count()).isEqualTo(before + 1);
	}

	// D01 F29
	@Test
	void reminderAndEscalationAreToldToThoseWhoHaveTheTaskAndTheNextOnes() throws Exception {
		CaseRef ref = this.steps.reported();
		this.post.deliver();
		this.walk.forward(Duration.ofMinutes(200));
		this.post.deliver();
		assertThat(mails(ref)).endsWith("counselor@school.example 有一个步骤快到期限");
		this.walk.forward(Duration.ofMinutes(60));
		this.post.deliver();
		assertThat(mails(ref)).hasSize(4)
			.contains("counselor@school.example 有一个步骤已超过期限", "counselor1b@school.example 有一个步骤已超过期限");
		assertThat(this.messages.ofCase(ref)).extracting(Messages.Notice::kind)
			.containsExactly(StepWaits.Kind.NEW_STEP, StepWaits.Kind.REMINDER, StepWaits.Kind.ESCALATION);
	}

	@Test
	void aGatewayThatFailsIsTriedAgainAndTheMessageArrivesOnce() {
		try (LocalServer gateway = new LocalServer().answers(500, "")) {
			this.channels.use(sms(gateway.url("/sms"), 5));
			prefers("counselor", Channel.SMS);
			CaseRef ref = this.steps.reported();
			this.post.deliver();
			this.post.deliver();
			assertThat(gateway.calls()).as("not at once").hasSize(1);
			assertThat(deliveries(ref)).containsExactly("WAITING HTTP_500");
			later(Duration.ofMinutes(1));
			this.post.deliver();
			later(Duration.ofMinutes(30));
			this.post.deliver();
			assertThat(gateway.calls()).hasSize(2)
				.extracting((call) -> call.header("Idempotency-Key"))
				.containsOnly(gateway.calls().get(0).header("Idempotency-Key"));
			assertThat(gateway.calls().get(1).body()).contains("10000000104").doesNotContain("可能重复");
			assertThat(deliveries(ref)).containsExactly("SENT null");
		}
	}

	@Test
	void aMailServerThatDiesAfterAcceptingGetsItAgainMarkedAsADuplicate() throws Exception {
		try (UnreliableSmtp dies = new UnreliableSmtp(UnreliableSmtp.Manner.DIES_AFTER_ACCEPTING)) {
			this.channels.use(mail(dies.port()));
			CaseRef ref = this.steps.reported();
			this.post.deliver();
			assertThat(dies.taken()).singleElement().asString().doesNotContain("X-Huxin-Duplicate");
			this.channels.use(mail(this.greenMail.getSmtp().getPort()));
			later(Duration.ofMinutes(1));
			this.post.deliver();
			MimeMessage mail = this.greenMail.getReceivedMessages()[0];
			assertThat(mail.getSubject()).endsWith("（可能重复）");
			assertThat(mail.getHeader("X-Huxin-Duplicate")).isNotEmpty();
			assertThat(dies.taken().get(0)).contains(mail.getMessageID());
			assertThat(this.messages.ofCase(ref).get(0).told().get(0).sent().get(0).duplicate()).isTrue();
			assertThat(Caller.signedIn(this.port, "counselor").get("/cases/" + ref.number()).body())
				.contains("对方可能收到两次");
		}
	}

	@Test
	void aWorkerThatDiedBetweenTakingAndSendingLosesNothing() throws Exception {
		this.steps.reported();
		assertThat(this.post.take(Channel.MAIL)).as("and then it died").hasSize(1);
		this.post.deliver();
		assertThat(this.greenMail.getReceivedMessages()).as("another worker leaves it alone").isEmpty();
		this.jdbc.update(
				"update huxin.message_delivery set lease_until = now() - interval '1 second' where state = 'SENDING'");
		this.post.deliver();
		this.post.deliver();
		assertThat(this.greenMail.getReceivedMessages()).hasSize(1);
		assertThat(this.greenMail.getReceivedMessages()[0].getSubject()).contains("可能重复");
	}

	@Test
	void manyWorkersSendEachMessageOnce() {
		for (int i = 0; i < 4; i++) {
			this.steps.reported();
		}
		CompletableFuture
			.allOf(CompletableFuture.runAsync(this.post::deliver), CompletableFuture.runAsync(this.post::deliver),
					CompletableFuture.runAsync(this.post::deliver))
			.join();
		assertThat(this.greenMail.getReceivedMessages()).hasSize(4);
	}

	@Test
	void aServerThatNeverAnswersHoldsUpNobody() {
		try (LocalServer gateway = new LocalServer().holds()) {
			this.channels.use(sms(gateway.url("/sms"), 60));
			prefers("counselor", Channel.SMS);
			this.steps.reported();
			CompletableFuture<Void> worker = CompletableFuture.runAsync(this.post::deliver);
			gateway.awaitCall();
			CaseRef meanwhile = this.steps.reported();
			this.steps.verified(meanwhile);
			assertThat(worker).isNotDone();
			assertThat(this.walk.isRunning(meanwhile)).isTrue();
			gateway.letGo();
			worker.join();
		}
		this.channels.use(sms("http://localhost:1/", 5));
		CaseRef ref = this.steps.reported();
		this.post.deliver();
		assertThat(deliveries(ref)).as("nor does a dead one").containsExactly("WAITING UNREACHABLE");
	}

	@Test
	void whatCannotBeDeliveredComesToTheAdministrator() {
		try (LocalServer gateway = new LocalServer().redirects("http://10.0.0.1/")) {
			this.channels.use(sms(gateway.url("/sms?token=url-secret"), 5));
			prefers("counselor", Channel.SMS);
			CaseRef ref = this.steps.reported("observed", CANARY);
			this.post.deliver();
			assertThat(deliveries(ref)).containsExactly("DEAD REDIRECT");
			Caller admin = Caller.signedIn(this.port, "admin");
			assertThat(admin.get("/messages").body())
				.contains(ref.number(), "林静", "对方要求转到别的地址", "试过 1 次", "重新发送", "已当面告知本人")
				.doesNotContain("??", CANARY, "10000000104", "url-secret");
			for (String other : List.of("counselor", "leader", "auditor", "guardian")) {
				assertThat(Caller.signedIn(this.port, other).get("/messages").status()).as(other).isEqualTo(403);
			}
			long letter = letter(ref);
			assertThat(press(admin, letter, "again", "").status()).isEqualTo(302);
			assertThat(press(admin, letter, "again", "").status()).as("twice").isEqualTo(404);
			this.post.deliver();
			assertThat(gateway.calls()).hasSize(2);
			assertThat(deliveries(ref)).containsExactly("SENT null");
		}
	}

	@Test
	void aDeadLetterIsGivenUpOnlyWithAReasonAndOnlyByItsOwnSchool() {
		try (LocalServer gateway = new LocalServer().answers(404, "")) {
			this.channels.use(sms(gateway.url("/sms"), 5));
			prefers("counselor", Channel.SMS);
			CaseRef ref = this.steps.reported();
			this.post.deliver();
			long letter = letter(ref);
			Caller admin = Caller.signedIn(this.port, "admin");
			press(admin, letter, "give-up", "&reason=" + "because");
			assertThat(admin.get("/messages").body()).contains("还没有选择原因", ref.number());
			assertThat(this.deadLetters.giveUp("admin", Optional.of("haitang"), letter, GiveUp.NOT_NEEDED)).isFalse();
			assertThat(this.deadLetters.of(Optional.of("haitang"))).isEmpty();
			assertThat(press(admin, letter, "give-up", "&reason=TOLD_BY_PHONE").status()).isEqualTo(302);
			assertThat(admin.get("/messages").body()).contains("没有送不出去的消息").doesNotContain(ref.number());
			assertThat(deliveries(ref)).containsExactly("GIVEN_UP HTTP_404");
			assertThat(Caller.signedIn(this.port, "counselor").get("/cases/" + ref.number()).body())
				.contains("没有送达，管理员已另作处理");
		}
	}

	@Test
	void afterManyFailuresItIsADeadLetterToo() {
		this.channels.use(sms("http://localhost:1/", 5));
		prefers("counselor", Channel.SMS);
		CaseRef ref = this.steps.reported();
		String task = this.walk.tasks(ref).get(0).getId();
		this.jdbc.update("update huxin.message_delivery set attempts = 8 where state = 'WAITING'");
		this.post.deliver();
		assertThat(deliveries(ref)).containsExactly("DEAD UNREACHABLE");
		assertThat(this.walk.tasks(ref).get(0).getId()).isEqualTo(task);
	}

	@Test
	void quietHoursAreKeptAndAnEmergencyBreaksThem() throws Exception {
		LocalTime now = LocalTime.now(this.clock);
		this.preferences.keep("counselor", new Preference(Set.of(), Optional.of("counselor@school.example"),
				now.minusHours(1), now.plusHours(2), true, now.plusHours(3)));
		CaseRef ref = this.steps.reported();
		tell(waits(ref, StepWaits.Kind.ESCALATION, false, "counselor"));
		this.post.deliver();
		assertThat(mails(ref)).as("no channel was chosen").isEmpty();
		tell(waits(ref, StepWaits.Kind.CALL, true, "counselor"));
		this.post.deliver();
		assertThat(mails(ref)).containsExactly("counselor@school.example 有一个步骤需要马上有人接手");
		assertThat(this.greenMail.getReceivedMessages()[0].getSubject()).contains("【紧急】");

		this.preferences.keep("counselor", new Preference(Set.of(Channel.MAIL), Optional.of("counselor@school.example"),
				now.minusHours(1), now.plusHours(2), false, now));
		tell(waits(ref, StepWaits.Kind.REMINDER, false, "counselor"));
		this.post.deliver();
		assertThat(mails(ref)).hasSize(1);
		later(Duration.ofMinutes(121));
		this.post.deliver();
		assertThat(mails(ref)).hasSize(2);
	}

	@Test
	void whatIsNotUrgentComesTogetherOnceADayForWhoeverWantsThat() throws Exception {
		LocalTime now = LocalTime.now(this.clock);
		this.preferences.keep("counselor", new Preference(Set.of(Channel.MAIL), Optional.of("counselor@school.example"),
				now, now, true, now.plusHours(1)));
		CaseRef one = this.steps.reported();
		CaseRef two = this.steps.reported();
		this.post.deliver();
		assertThat(this.greenMail.getReceivedMessages()).isEmpty();
		later(Duration.ofMinutes(61));
		this.post.deliver();
		assertThat(this.greenMail.getReceivedMessages()).hasSize(1);
		assertThat(this.greenMail.getReceivedMessages()[0].getSubject()).isEqualTo("【护心】青禾第一中学：有 2 个步骤等您办理");
		assertThat(text(this.greenMail.getReceivedMessages()[0])).contains(one.number(), two.number())
			.endsWith("请登录护心处理。");
		assertThat(deliveries(one)).containsExactly("SENT null");
		assertThat(deliveries(two)).containsExactly("SENT null");
	}

	@Test
	void whatNobodyHasToDoAnyMoreIsNotSent() throws Exception {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref);
		this.post.deliver();
		assertThat(deliveries(ref)).contains("WITHDRAWN null");
		assertThat(mails(ref)).as("only the next step").hasSize(1);
	}

	// rules of practice 1 and 2
	@Test
	void nobodyWhomTheCaseAvoidsAndNoBlockedGuardianIsEverTold() throws Exception {
		GuardianEntry guardian = this.directory.guardianByAccount("guardian").orElseThrow();
		CaseSteps ofHisChild = new CaseSteps(this.walk, this.directory, indexOf(guardian.student()));
		prefers("guardian", Channel.MAIL);
		SafeToInform before = guardian.safe();
		try {
			CaseRef ref = ofHisChild.reported("staffInvolved", "STAFF", "involvedStaff", List.of(staff("leader")));
			for (SafeToInform unsafe : List.of(SafeToInform.NO, SafeToInform.UNKNOWN)) {
				this.directory.markSafeToInform(guardian.id(), unsafe);
				tell(waits(ref, StepWaits.Kind.CALL, true, "guardian", "leader", "teacher2x", "counselor"));
			}
			assertThat(recipients(ref)).containsOnly("counselor");
			this.directory.markSafeToInform(guardian.id(), SafeToInform.YES);
			tell(waits(ref, StepWaits.Kind.NEW_STEP, false, "guardian"));
			assertThat(recipients(ref)).contains("guardian");
			CaseRef other = this.steps.reported();
			tell(waits(other, StepWaits.Kind.NEW_STEP, false, "guardian"));
			assertThat(recipients(other)).as("of another child").doesNotContain("guardian");

			// blocked, or on the list, between writing and sending
			this.engine.getTaskService().addCandidateUser(this.walk.tasks(ref).get(0).getId(), "guardian");
			this.engine.getTaskService().addCandidateUser(this.walk.tasks(other).get(0).getId(), "counselor1b");
			tell(waits(other, StepWaits.Kind.NEW_STEP, false, "counselor1b"));
			this.directory.markSafeToInform(guardian.id(), SafeToInform.NO);
			this.transaction
				.executeWithoutResult((status) -> this.caseFiles.avoid(other, UUID.fromString(staff("counselor1b"))));
			this.recusal.apply(other);
			this.post.deliver();
			assertThat(mails(ref)).isNotEmpty().allMatch((mail) -> mail.startsWith("counselor@"));
			assertThat(mails(other)).isNotEmpty().allMatch((mail) -> mail.startsWith("counselor@"));
		}
		finally {
			this.directory.markSafeToInform(guardian.id(), before);
		}
	}

	// F29
	@Test
	void whoIsAwayIsNotWokenAndHisSubstituteIsTold() throws Exception {
		java.time.LocalDate today = java.time.LocalDate.now(this.clock);
		this.jdbc.update("""
				insert into huxin.substitute (id, absent_id, substitute_id, from_day, until_day)
				values (?, ?, ?, ?, ?)""", UUID.randomUUID(), UUID.fromString(staff("counselor")),
				UUID.fromString(staff("counselor1b")), Date.valueOf(today), Date.valueOf(today.plusDays(1)));
		try {
			this.absences.announce();
			CaseRef ref = this.steps.reported();
			this.post.deliver();
			assertThat(mails(ref)).containsExactly("counselor1b@school.example 有一个新的步骤等您办理");
			assertThat(recipients(ref)).contains("counselor1b");
		}
		finally {
			this.jdbc.update("delete from huxin.substitute where absent_id = ? and from_day = ?",
					UUID.fromString(staff("counselor")), Date.valueOf(today));
			this.events.publishEvent(new StaffChanged("qinghe", "counselor"));
		}
	}

	@Test
	void aRobotSpeaksOnceToItsGroupAndNeverOfACaseThatAvoidsSomebody() {
		try (LocalServer chat = new LocalServer()) {
			this.channels.use(new ChannelSettings(null, null,
					Map.of("qinghe", new ChannelSettings.Robot(chat.url("/send?key=k"), "")), Map.of(),
					Set.of("localhost"), Set.of("localhost"), Duration.ofSeconds(5)));
			prefers("counselor", Channel.WECOM);
			prefers("counselor1b", Channel.WECOM);
			CaseRef ref = this.steps.reported();
			tell(waits(ref, StepWaits.Kind.ESCALATION, false, "counselor", "counselor1b"));
			this.steps.reported("staffInvolved", "STAFF", "involvedStaff", List.of(staff("doctor")));
			this.post.deliver();
			assertThat(chat.calls()).hasSize(2).allMatch((call) -> call.body().contains(ref.number()));
		}
	}

	// F29 D01
	@Test
	void anEmergencyThatNobodyReadsComesToTheNextPerson() throws Exception {
		CaseRef ref = this.steps.reported();
		tell(waits(ref, StepWaits.Kind.CALL, true, "counselor"));
		this.post.deliver();
		this.unread.look();
		assertThat(events(ref)).as("too early").doesNotContain("messageUnread");
		later(Duration.ofMinutes(10));
		this.unread.look();
		this.unread.look();
		assertThat(events(ref)).containsOnlyOnce("messageUnread");
		assertThat(candidates(ref)).contains("counselor", "counselor1b");
		this.post.deliver();
		assertThat(mails(ref)).endsWith("counselor1b@school.example 有一个步骤需要马上有人接手");
	}

	@Test
	void anEmergencyThatIsReadStaysWhereItIs() {
		CaseRef ref = this.steps.reported();
		tell(waits(ref, StepWaits.Kind.CALL, true, "counselor"));
		this.post.deliver();
		assertThat(Caller.signedIn(this.port, "counselor").get("/").status()).isEqualTo(200);
		later(Duration.ofMinutes(20));
		this.unread.look();
		assertThat(events(ref)).doesNotContain("messageUnread");
		assertThat(this.messages.ofCase(ref).get(0).told().get(0).readAt()).isPresent();
	}

	@Test
	void openingTheTaskIsReadingItsMessageAndNoOther() {
		CaseRef ref = this.steps.reported();
		CaseRef other = this.steps.reported();
		Caller counselor = Caller.signedIn(this.port, "counselor");
		String task = this.walk.task(ref, CrisisCaseProcess.VERIFY_CONCERN).getId();
		assertThat(counselor.get(Caller.ENGINE + "/task/" + task + "/deployed-form").status()).isEqualTo(200);
		assertThat(Caller.signedIn(this.port, "doctor")
			.get(Caller.ENGINE + "/task/" + this.walk.tasks(other).get(0).getId() + "/deployed-form")
			.status()).isGreaterThan(300);
		assertThat(this.messages.ofCase(ref).get(0).told().get(0).readAt()).isPresent();
		assertThat(this.messages.ofCase(other).get(0).told().get(0).readAt()).isEmpty();
	}

	// F29
	@Test
	void anEmergencyThatBouncesComesToTheNextPersonAtOnce() throws IOException {
		try (UnreliableSmtp refuses = new UnreliableSmtp(UnreliableSmtp.Manner.REFUSES)) {
			this.channels.use(mail(refuses.port()));
			CaseRef ref = this.steps.reported();
			tell(waits(ref, StepWaits.Kind.CALL, true, "counselor"));
			this.post.deliver();
			this.unread.look();
			assertThat(events(ref)).containsOnlyOnce("messageBounced");
			assertThat(candidates(ref)).contains("counselor1b");
		}
	}

	// F29 D18
	@Test
	void aCaseInDangerWakesPeopleAndTheLadderCallsTheNextOnes() throws Exception {
		CaseRef ref = this.steps.reported("dangerNow", "YES");
		this.walk.runDueJobs();
		String command = this.walk.task(ref, EmergencyResponseProcess.TAKE_COMMAND).getId();
		assertThat(urgent(command)).containsOnly(true);
		this.post.deliver();
		assertThat(mails(ref)).contains("leader@school.example 有一个新的步骤等您办理");
		this.walk.forward(Duration.ofMinutes(11));
		assertThat(this.jdbc.queryForList("select kind from huxin.message where task_id = ?", String.class, command))
			.contains("NEW_STEP", "CALL");
		assertThat(urgent(command)).containsOnly(true);
	}

	// P3 P8
	@Test
	void noMessageSaysWhatItIsAboutAndNoLogWhomItReaches() throws Exception {
		try (LocalServer gateway = new LocalServer(); LogRecorder log = new LogRecorder()) {
			ChannelSettings mail = mail(this.greenMail.getSmtp().getPort());
			this.channels
				.use(new ChannelSettings(mail.mail(), new ChannelSettings.Sms(gateway.url("/sms"), "key", "sms-secret"),
						Map.of(), Map.of(), Set.of("localhost"), Set.of("localhost"), Duration.ofSeconds(5)));
			for (String account : List.of("counselor", "teacher", "leader", "doctor", "security", "affairs", "duty")) {
				prefers(account, Channel.MAIL, Channel.SMS);
			}
			CaseRef ref = this.steps.reported("observed", CANARY);
			this.steps.verified(ref, "hallAdvice", CANARY);
			this.steps.assessed(ref, "opinion", CANARY, "ideation", "MONTH", "level", "SEVERE", "levelReason", CANARY,
					"next", List.of("HOSPITAL_NOW", "CONFERENCE"));
			this.post.deliver();
			CaseRef danger = this.steps.reported("dangerNow", "YES", "observed", CANARY);
			this.walk.runDueJobs();
			this.post.deliver();
			for (StepWaits.Kind kind : StepWaits.Kind.values()) {
				tell(waits(ref, kind, false, "counselor", "leader"));
				tell(waits(danger, kind, true, "counselor", "leader"));
			}
			this.post.deliver();
			String pattern = "(【护心】)?(【紧急】)?青禾第一中学个案 (" + ref.number() + "|" + danger.number()
					+ ")：有一个(新的步骤等您办理|步骤快到期限|步骤已超过期限|步骤需要马上有人接手)。(请登录护心处理。)?";
			assertThat(this.greenMail.getReceivedMessages()).hasSizeGreaterThan(5);
			assertThat(received(danger)).isNotEmpty();
			for (MimeMessage sent : this.greenMail.getReceivedMessages()) {
				assertThat(sent.getSubject()).matches(pattern);
				assertThat(text(sent)).matches(pattern);
			}
			assertThat(gateway.calls()).hasSizeGreaterThan(5)
				.allSatisfy((call) -> assertThat(JSON.readTree(call.body()).path("text").asText()).matches(pattern));
			// GreenMail itself names whom it takes mail for
			assertThat(log.text().lines().filter((line) -> !line.startsWith("com.icegreen")))
				.noneMatch((line) -> line.contains(CANARY) || line.contains("10000000104")
						|| line.contains("@school.example") || line.contains("sms-secret"));
		}
	}

	@Test
	void everybodyChoosesHowHeIsToldAndWrongInputIsExplained() {
		Caller counselor = Caller.signedIn(this.port, "counselor");
		assertThat(counselor.get("/account/messages").body())
			.contains("我的消息", "counselor@school.example", "紧急情况不受这里的限制")
			.doesNotContain("??");
		String times = "&quietFrom=21:30&quietUntil=06:45&digestAt=08:00";
		assertThat(
				choose(counselor, "channels=MAIL&channels=SMS&mail=lin%40school.example&digest=true" + times).status())
			.isEqualTo(302);
		assertThat(this.preferences.of("counselor"))
			.isEqualTo(new Preference(Set.of(Channel.MAIL, Channel.SMS), Optional.of("lin@school.example"),
					LocalTime.of(21, 30), LocalTime.of(6, 45), true, LocalTime.of(8, 0)));
		assertThat(this.jdbc.queryForObject("select mail from huxin.message_preference where account = 'counselor'",
				byte[].class))
			.as("sealed")
			.satisfies((sealed) -> assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
				.doesNotContain("lin@"));
		assertThat(choose(counselor, "channels=MAIL&mail=" + times).body()).contains("选了邮件，但没有填邮箱");
		assertThat(choose(counselor, "mail=a%40b.cn%0d%0aBcc%3ac%40d.cn" + times).body()).contains("邮箱地址写得不对");
		assertThat(choose(counselor, "mail=&quietFrom=25:00&quietUntil=&digestAt=x").body()).contains("时间写得不对");
		assertThat(choose(counselor, "channels=PIGEON&mail=" + times).status()).as("unknown ways are none")
			.isEqualTo(302);
		assertThat(this.preferences.of("counselor").channels()).isEmpty();
	}

	private Caller.Answer choose(Caller person, String form) {
		return person.send("POST", "/account/messages", form,
				(request) -> request.header("Content-Type", "application/x-www-form-urlencoded"));
	}

	private static Caller.Answer press(Caller admin, long letter, String what, String form) {
		return admin.send("POST", "/messages/" + letter + "/" + what, "x=" + form,
				(request) -> request.header("Content-Type", "application/x-www-form-urlencoded"));
	}

	private void prefers(String account, Channel... channels) {
		LocalTime noon = LocalTime.NOON;
		this.preferences.keep(account,
				new Preference(Set.of(channels), Optional.of(account + "@school.example"), noon, noon, false, noon));
	}

	private static ChannelSettings mail(int port) {
		return new ChannelSettings(new ChannelSettings.Mail("localhost", port, "", "", "huxin@school.example", false),
				null, Map.of(), Map.of(), Set.of(), Set.of(), Duration.ofSeconds(5));
	}

	private static ChannelSettings sms(String url, int seconds) {
		return new ChannelSettings(null, new ChannelSettings.Sms(url, "key", "sms-secret"), Map.of(), Map.of(),
				Set.of("localhost"), Set.of("localhost"), Duration.ofSeconds(seconds));
	}

	private StepWaits waits(CaseRef ref, StepWaits.Kind kind, boolean urgent, String... accounts) {
		return new StepWaits(kind, ref, this.walk.tasks(ref).get(0).getId(), List.of(accounts), urgent);
	}

	private void tell(StepWaits step) {
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(step));
	}

	/** Time passes, and nobody looks at the deadlines. */
	private void later(Duration step) {
		this.jdbc.update("""
				update huxin.message_delivery set next_at = next_at - ?::interval where state = 'WAITING'""",
				step.toString());
		this.jdbc.update(
				"update huxin.message set unread_limit = unread_limit - ?::interval, created_at = created_at - ?::interval",
				step.toString(), step.toString());
	}

	private int count() {
		Integer count = this.jdbc.queryForObject("select count(*) from huxin.message", Integer.class);
		return (count != null) ? count : 0;
	}

	private List<String> deliveries(CaseRef ref) {
		return this.jdbc.queryForList("""
				select delivery.state || ' ' || coalesce(delivery.error, 'null') from huxin.message_delivery delivery
				join huxin.message message on message.id = delivery.message_id
				where message.school = ? and message.case_no = ? order by delivery.id""", String.class, ref.school(),
				ref.number());
	}

	private long letter(CaseRef ref) {
		return this.deadLetters.of(Optional.of(ref.school()))
			.stream()
			.filter((letter) -> letter.caseNo().equals(ref.number()))
			.findFirst()
			.orElseThrow()
			.id();
	}

	private List<Boolean> urgent(String task) {
		return this.jdbc.queryForList("select urgent from huxin.message where task_id = ?", Boolean.class, task);
	}

	private List<String> recipients(CaseRef ref) {
		return this.messages.ofCase(ref)
			.stream()
			.flatMap((notice) -> notice.told().stream())
			.map(Messages.Told::account)
			.toList();
	}

	private List<String> mails(CaseRef ref) throws MessagingException {
		List<String> mails = new java.util.ArrayList<>();
		for (MimeMessage mail : received(ref)) {
			mails.add(Arrays.toString(mail.getAllRecipients()).replaceAll("[\\[\\]]", "")
					+ mail.getSubject().replaceAll(".*：(.*)。.*", " $1"));
		}
		return mails;
	}

	/** What came about one case: time passes for the cases of other tests too. */
	private List<MimeMessage> received(CaseRef ref) throws MessagingException {
		List<MimeMessage> mails = new java.util.ArrayList<>();
		for (MimeMessage mail : this.greenMail.getReceivedMessages()) {
			if (mail.getSubject().contains(ref.number())) {
				mails.add(mail);
			}
		}
		return mails;
	}

	private static String text(MimeMessage mail) throws IOException, MessagingException {
		return mail.getContent().toString().strip().replace("\r\n", "\n");
	}

	private List<String> events(CaseRef ref) {
		return this.walk.entries(ref)
			.stream()
			.filter((entry) -> entry.kind() == EntryKind.SYSTEM)
			.map((entry) -> entry.form().orElseThrow())
			.toList();
	}

	private List<String> candidates(CaseRef ref) {
		Task task = this.walk.tasks(ref).get(0);
		return this.engine.getTaskService()
			.getIdentityLinksForTask(task.getId())
			.stream()
			.filter((link) -> link.getType().equals("candidate"))
			.map((link) -> link.getUserId())
			.sorted()
			.toList();
	}

	private String staff(String account) {
		return this.directory.staffByAccount(account).orElseThrow().id().toString();
	}

	private int indexOf(UUID student) {
		List<UUID> students = this.directory.students(CaseSteps.SCHOOL).stream().map((entry) -> entry.id()).toList();
		return students.indexOf(student);
	}

}
