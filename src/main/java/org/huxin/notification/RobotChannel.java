package org.huxin.notification;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The robot of a school's group chat in WeCom or DingTalk. WeCom knows the robot by the
 * key in its address; DingTalk by that and a signature of the time.
 */
class RobotChannel {

	private static final InstantSource SYSTEM = InstantSource.system();

	/** Too many messages in a minute: WeCom, DingTalk. And both when they are busy. */
	private static final Set<Integer> TRY_AGAIN = Set.of(-1, 45009, 130101, 90018);

	private final Channel channel;

	private final ChannelSettings.Robot robot;

	private final HttpCall http;

	RobotChannel(ChannelSettings settings, Channel channel, String school) {
		this.channel = channel;
		this.robot = Objects
			.requireNonNull(((channel == Channel.WECOM) ? settings.wecom() : settings.dingtalk()).get(school));
		this.http = new HttpCall(settings);
	}

	Outcome send(Letter letter) {
		String body = Json.of(Map.of("msgtype", "text", "text", Map.of("content", letter.text())));
		return this.http.post(address(), body, Map.of(), RobotChannel::answered);
	}

	private String address() {
		if (this.channel == Channel.WECOM || this.robot.secret().isEmpty()) {
			return this.robot.url();
		}
		String time = Long.toString(SYSTEM.millis());
		String signature = Signature.base64(this.robot.secret(), time + "\n" + this.robot.secret());
		return this.robot.url() + (this.robot.url().contains("?") ? "&" : "?") + "timestamp=" + time + "&sign="
				+ URLEncoder.encode(signature, StandardCharsets.UTF_8);
	}

	/** Both answer 200 to everything, and say in the body whether they took it. */
	private static Outcome answered(String answer) {
		int code = Json.number(answer, "errcode");
		if (code == 0) {
			return Outcome.SENT;
		}
		return TRY_AGAIN.contains(code) ? Outcome.again("ROBOT_" + code) : Outcome.refused("ROBOT_" + code);
	}

}
