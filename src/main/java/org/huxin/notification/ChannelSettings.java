package org.huxin.notification;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The channels as whoever runs the product has configured them, secrets included: none
 * stands anywhere else, and none is printed. What is not configured is off.
 *
 * @param wecom the robot of each school's group, by the school's code
 * @param dingtalk the same for DingTalk
 * @param hosts the only hosts that are called over HTTP
 * @param privateHosts those of them that may have a private address and need no TLS: a
 * gateway in the school's own network
 * @param timeout how long one attempt may take to connect, and then to be answered
 */
@ConfigurationProperties("huxin.messages")
record ChannelSettings(@Nullable Mail mail, @Nullable Sms sms, @DefaultValue Map<String, Robot> wecom,
		@DefaultValue Map<String, Robot> dingtalk, @DefaultValue( {
				"qyapi.weixin.qq.com", "oapi.dingtalk.com" }) Set<String> hosts,
		@DefaultValue Set<String> privateHosts, @DefaultValue("10s") Duration timeout){

	static ChannelSettings off() {
		return new ChannelSettings(null, null, Map.of(), Map.of(), Set.of(), Set.of(), Duration.ofSeconds(10));
	}

	@Override
	public String toString() {
		return "ChannelSettings";
	}

	/**
	 * A mail server.
	 *
	 * @param user empty where the server asks for none
	 * @param tls whether the connection must be encrypted: from the start on port 465, by
	 * STARTTLS elsewhere
	 */
	record Mail(String host, @DefaultValue("587") int port, @DefaultValue("") String user,
			@DefaultValue("") String password, String from, @DefaultValue("true") boolean tls) {

		@Override
		public String toString() {
			return "Mail";
		}

	}

	/**
	 * An SMS gateway.
	 *
	 * @param key tells the gateway who calls
	 * @param secret signs what is sent
	 */
	record Sms(String url, String key, String secret) {

		@Override
		public String toString() {
			return "Sms";
		}

	}

	/**
	 * A robot of a group chat.
	 *
	 * @param url its webhook, which carries its key
	 * @param secret signs the call; WeCom has none
	 */
	record Robot(String url, @DefaultValue("") String secret) {

		@Override
		public String toString() {
			return "Robot";
		}

	}

}
