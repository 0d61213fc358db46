package org.huxin.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.huxin.LogRecorder;
import org.huxin.notification.Outcome.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One attempt on each channel against real servers on this machine, among them those that
 * answer wrongly, late or not at all.
 */
class ChannelsTests {

	private static final Letter LETTER = new Letter("message-7", "10000000104", "【护心】", "请登录护心处理。", false);

	@Test
	void theSmsGatewayGetsASignedCallThatItCanCheck() {
		try (LocalServer server = new LocalServer()) {
			assertThat(sms(server.url("/sms"), 5).send(Channel.SMS, "s1", LETTER)).isEqualTo(Outcome.SENT);
			LocalServer.Call call = server.calls().get(0);
			assertThat(call.body()).contains("\"to\":\"10000000104\"", "\"text\":\"请登录护心处理。\"", "\"id\":\"message-7\"");
			assertThat(call.header("X-Huxin-Key")).isEqualTo("school-7");
			assertThat(call.header("Idempotency-Key")).isEqualTo("message-7");
			assertThat(call.header("X-Huxin-Signature"))
				.isEqualTo(Signature.hex("sms-secret", call.header("X-Huxin-Time") + "\n" + call.body()));
		}
	}

	@Test
	void theRobotsAreCalledAsTheirMakersAsk() {
		try (LocalServer server = new LocalServer()) {
			Channels channels = channels(new ChannelSettings(null, null,
					Map.of("s1", new ChannelSettings.Robot(server.url("/cgi-bin/webhook/send?key=k1"), "")),
					Map.of("s1", new ChannelSettings.Robot(server.url("/robot/send?access_token=k2"), "SEC")),
					Set.of("localhost"), Set.of("localhost"), Duration.ofSeconds(5)));
			assertThat(channels.open("s1")).containsExactly(Channel.WECOM, Channel.DINGTALK);
			assertThat(channels.open("s2")).isEmpty();
			assertThat(channels.send(Channel.WECOM, "s1", LETTER)).isEqualTo(Outcome.SENT);
			assertThat(channels.send(Channel.DINGTALK, "s1", LETTER)).isEqualTo(Outcome.SENT);
			assertThat(server.calls().get(0).body()).isEqualToIgnoringWhitespace(server.calls().get(1).body())
				.contains("\"msgtype\":\"text\"", "\"content\":\"请登录护心处理。\"");
			Map<String, String> query = query(server.calls().get(1).uri());
			assertThat(query.get("sign")).isEqualTo(Signature.base64("SEC", query.get("timestamp") + "\n" + "SEC"));
			server.answers(200, "{\"errcode\":310000}").answers(200, "{\"errcode\":130101}").answers(200, "no json");
			assertThat(channels.send(Channel.DINGTALK, "s1", LETTER)).isEqualTo(Outcome.refused("ROBOT_310000"));
			assertThat(channels.send(Channel.DINGTALK, "s1", LETTER)).isEqualTo(Outcome.again("ROBOT_130101"));
			assertThat(channels.send(Channel.DINGTALK, "s1", LETTER)).isEqualTo(Outcome.again("ROBOT_-1"));
		}
	}

	@Test
	void aServerThatFailsIsTriedAgainAndOneThatRefusesIsNot() {
		try (LocalServer server = new LocalServer()) {
			Channels channels = sms(server.url("/sms"), 5);
			server.answers(500, "").answers(429, "").answers(403, "").answers(404, "");
			assertThat(channels.send(Channel.SMS, "s1", LETTER)).isEqualTo(Outcome.again("HTTP_500"));
			assertThat(channels.send(Channel.SMS, "s1", LETTER)).isEqualTo(Outcome.again("HTTP_429"));
			assertThat(channels.send(Channel.SMS, "s1", LETTER)).isEqualTo(Outcome.refused("HTTP_403"));
			assertThat(channels.send(Channel.SMS, "s1", LETTER)).isEqualTo(Outcome.refused("HTTP_404"));
		}
	}

	@Test
	void aRedirectIsNeverFollowed() {
		try (LocalServer server = new LocalServer(); LocalServer other = new LocalServer()) {
			server.redirects(other.url("/")).redirects("http://169.254.169.254/latest/meta-data");
			assertThat(sms(server.url("/sms"), 5).send(Channel.SMS, "s1", LETTER))
				.isEqualTo(Outcome.refused("REDIRECT"));
			assertThat(sms(server.url("/sms"), 5).send(Channel.SMS, "s1", LETTER))
				.isEqualTo(Outcome.refused("REDIRECT"));
			assertThat(other.calls()).isEmpty();
		}
	}

	@Test
	void onlyListedHostsAreCalledAndOnlyWithTls() {
		try (LocalServer server = new LocalServer()) {
			String port = ":" + server.port();
			ChannelSettings listed = settings("", Set.of("qyapi.weixin.qq.com", "localhost"), Set.of());
			for (String url : new String[] { "https://evil.example/sms", "https://qyapi.weixin.qq.com.evil.example/",
					"https://qyapi.weixin.qq.com@127.0.0.1" + port + "/", "https://127.0.0.1" + port + "/", "no url",
					"file:///etc/passwd", "https://[::1]" + port + "/" }) {
				assertThat(post(listed, url)).as(url).isEqualTo(Outcome.refused("HOST_NOT_LISTED"));
			}
			assertThat(post(listed, "http://qyapi.weixin.qq.com/")).isEqualTo(Outcome.refused("NO_TLS"));
			assertThat(post(listed, "ftp://qyapi.weixin.qq.com/")).isEqualTo(Outcome.refused("NO_TLS"));
			assertThat(server.calls()).isEmpty();
		}
	}

	@Test
	void aListedNameThatLeadsIntoThisNetworkIsNotCalled() {
		try (LocalServer server = new LocalServer()) {
			ChannelSettings listed = settings("", Set.of("localhost", "127.0.0.1", "10.0.0.1"), Set.of());
			for (String host : new String[] { "localhost:" + server.port(), "127.0.0.1", "10.0.0.1" }) {
				assertThat(post(listed, "https://" + host + "/")).as(host)
					.isEqualTo(Outcome.refused("PRIVATE_ADDRESS"));
			}
			assertThat(server.calls()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
			"0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "fe80::1", "fd00::1", "::ffff:10.0.0.1",
			"64:ff9b::7f00:1", "2002:7f00:1::" })
	void addressesOfNoPublicNetworkAreKnown(String address) throws UnknownHostException {
		assertThat(HttpCall.isPrivate(InetAddress.getByName(address))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "8.8.8.8", "121.14.77.201", "172.32.0.1", "100.128.0.1", "2400:3200::1" })
	void publicAddressesAreNot(String address) throws UnknownHostException {
		assertThat(HttpCall.isPrivate(InetAddress.getByName(address))).isFalse();
	}

	@Test
	void aDeadServerIsTriedAgainAndASilentOneMayHaveTakenIt() throws IOException {
		int dead;
		try (ServerSocket gone = new ServerSocket(0)) {
			dead = gone.getLocalPort();
		}
		assertThat(sms("http://localhost:" + dead + "/", 5).send(Channel.SMS, "s1", LETTER))
			.isEqualTo(Outcome.again("UNREACHABLE"));
		assertThat(mail(dead).send(Channel.MAIL, "s1", mailed())).isEqualTo(Outcome.again("UNREACHABLE"));
		try (LocalServer server = new LocalServer().holds()) {
			assertThat(sms(server.url("/sms"), 1).send(Channel.SMS, "s1", LETTER))
				.isEqualTo(Outcome.unsure("NO_ANSWER"));
		}
	}

	@Test
	void aMailServerThatRefusesIsToldFromOneThatDiesAfterAccepting() throws IOException {
		try (UnreliableSmtp refuses = new UnreliableSmtp(UnreliableSmtp.Manner.REFUSES);
				UnreliableSmtp later = new UnreliableSmtp(UnreliableSmtp.Manner.REFUSES_FOR_NOW);
				UnreliableSmtp dies = new UnreliableSmtp(UnreliableSmtp.Manner.DIES_AFTER_ACCEPTING)) {
			assertThat(mail(refuses.port()).send(Channel.MAIL, "s1", mailed())).isEqualTo(Outcome.refused("SMTP_550"));
			assertThat(mail(later.port()).send(Channel.MAIL, "s1", mailed())).isEqualTo(Outcome.again("SMTP_451"));
			assertThat(mail(dies.port()).send(Channel.MAIL, "s1", mailed()).result()).isEqualTo(Result.UNSURE);
			assertThat(dies.taken()).hasSize(1);
		}
	}

	@Test
	void noSecretIsPrintedOrLogged() {
		try (LogRecorder log = new LogRecorder(); LocalServer server = new LocalServer().answers(403, "sms-secret")) {
			ChannelSettings settings = new ChannelSettings(
					new ChannelSettings.Mail("localhost", 1, "user", "mail-secret", "no address", true),
					new ChannelSettings.Sms(server.url("/sms?token=url-secret"), "key", "sms-secret"),
					Map.of("s1", new ChannelSettings.Robot("http://bad host/?key=robot-secret", "")),
					Map.of("s1", new ChannelSettings.Robot("https://oapi.dingtalk.com.evil/?t=robot-secret", "SEC")),
					Set.of("localhost"), Set.of("localhost"), Duration.ofSeconds(5));
			Channels channels = channels(settings);
			for (Channel channel : Channel.values()) {
				assertThat(channels.send(channel, "s1", mailed()).code()).doesNotContain("secret");
			}
			assertThat(settings + " " + settings.mail() + settings.sms() + settings.wecom() + settings.dingtalk())
				.doesNotContain("secret", "SEC");
			assertThat(log.text()).doesNotContain("secret", "10000000104");
		}
	}

	@Test
	void theChannelsAreReadFromTheConfigurationAndOffWithoutIt() {
		assertThat(channels(bound(Map.of("huxin.messages.timeout", "3s"))).open()).isEmpty();
		ChannelSettings settings = bound(Map.of("huxin.messages.mail.host", "smtp.school.example",
				"huxin.messages.mail.from", "huxin@school.example", "huxin.messages.sms.url", "https://sms.example/",
				"huxin.messages.sms.key", "k", "huxin.messages.sms.secret", "s", "huxin.messages.wecom.qinghe.url",
				"https://qyapi.weixin.qq.com/x?key=k", "huxin.messages.private-hosts", "sms.example"));
		assertThat(channels(settings).open("qinghe")).containsExactly(Channel.MAIL, Channel.SMS, Channel.WECOM);
		assertThat(channels(settings).open("haitang")).containsExactly(Channel.MAIL, Channel.SMS);
		assertThat(settings.mail()).extracting(ChannelSettings.Mail::port, ChannelSettings.Mail::tls)
			.containsExactly(587, true);
		assertThat(settings.hosts()).containsExactlyInAnyOrder("qyapi.weixin.qq.com", "oapi.dingtalk.com");
		assertThat(settings.privateHosts()).containsExactly("sms.example");
	}

	private static ChannelSettings bound(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("huxin.messages",
				ChannelSettings.class);
	}

	@Test
	void theDemoHasNoChannelWhateverIsConfigured() {
		ChannelSettings settings = settings("http://localhost/", Set.of("localhost"), Set.of("localhost"));
		assertThat(new Channels(settings, true).open()).isEmpty();
		assertThat(new Channels(settings, true).send(Channel.SMS, "s1", LETTER))
			.isEqualTo(Outcome.refused("CHANNEL_OFF"));
		assertThat(new Channels(settings, false).open()).containsExactly(Channel.SMS);
	}

	private static Letter mailed() {
		return new Letter("message-8", "lin@school.example", "【护心】", "请登录护心处理。", false);
	}

	private static Channels channels(ChannelSettings settings) {
		return new Channels(settings, false);
	}

	private static Channels sms(String url, int seconds) {
		ChannelSettings settings = new ChannelSettings(null, new ChannelSettings.Sms(url, "school-7", "sms-secret"),
				Map.of(), Map.of(), Set.of("localhost"), Set.of("localhost"), Duration.ofSeconds(seconds));
		return channels(settings);
	}

	private static Channels mail(int port) {
		return channels(
				new ChannelSettings(new ChannelSettings.Mail("localhost", port, "", "", "huxin@school.example", false),
						null, Map.of(), Map.of(), Set.of(), Set.of(), Duration.ofSeconds(5)));
	}

	private static ChannelSettings settings(String url, Set<String> hosts, Set<String> privateHosts) {
		return new ChannelSettings(null, new ChannelSettings.Sms(url, "school-7", "sms-secret"), Map.of(), Map.of(),
				hosts, privateHosts, Duration.ofSeconds(5));
	}

	private static Outcome post(ChannelSettings settings, String url) {
		return new HttpCall(settings).post(url, "{}", Map.of(), (answer) -> Outcome.SENT);
	}

	private static Map<String, String> query(URI uri) {
		Map<String, String> query = new java.util.HashMap<>();
		for (String part : uri.getRawQuery().split("&")) {
			String[] pair = part.split("=", 2);
			query.put(pair[0], java.net.URLDecoder.decode(pair[1], java.nio.charset.StandardCharsets.UTF_8));
		}
		return query;
	}

}
