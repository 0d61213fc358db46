package org.huxin.notification;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Mail, by SMTP: plain text with a Message-ID that stays the same at every attempt.
 */
class SmtpChannel {

	private static final int IMPLICIT_TLS = 465;

	private final ChannelSettings.Mail server;

	private final Duration timeout;

	SmtpChannel(ChannelSettings settings) {
		this.server = Objects.requireNonNull(settings.mail());
		this.timeout = settings.timeout();
	}

	Outcome send(Letter letter) {
		JavaMailSenderImpl sender = sender();
		try {
			sender.send(message(sender, letter));
			return Outcome.SENT;
		}
		catch (MailAuthenticationException ex) {
			return Outcome.again("AUTHENTICATION");
		}
		catch (MailSendException ex) {
			return outcome(ex);
		}
		catch (MessagingException ex) {
			return Outcome.refused("ADDRESS");
		}
	}

	private JavaMailSenderImpl sender() {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost(this.server.host());
		sender.setPort(this.server.port());
		sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
		String millis = Long.toString(this.timeout.toMillis());
		Properties properties = sender.getJavaMailProperties();
		properties.put("mail.smtp.connectiontimeout", millis);
		properties.put("mail.smtp.timeout", millis);
		properties.put("mail.smtp.writetimeout", millis);
		properties.put("mail.smtp.ssl.checkserveridentity", "true");
		if (this.server.tls() && this.server.port() == IMPLICIT_TLS) {
			properties.put("mail.smtp.ssl.enable", "true");
		}
		else if (this.server.tls()) {
			properties.put("mail.smtp.starttls.required", "true");
			properties.put("mail.smtp.starttls.enable", "true");
		}
		if (!this.server.user().isEmpty()) {
			sender.setUsername(this.server.user());
			sender.setPassword(this.server.password());
			properties.put("mail.smtp.auth", "true");
		}
		return sender;
	}

	private MimeMessage message(JavaMailSenderImpl sender, Letter letter) throws MessagingException {
		MimeMessage message = sender.createMimeMessage();
		MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
		helper.setFrom(this.server.from());
		helper.setTo(letter.address());
		helper.setSubject(letter.subject());
		helper.setText(letter.text());
		message.setHeader("Message-ID", "<" + letter.id() + "@huxin>");
		message.setHeader("Auto-Submitted", "auto-generated");
		if (letter.duplicate()) {
			message.setHeader("X-Huxin-Duplicate", "possible");
		}
		return message;
	}

	private static Outcome outcome(MailSendException ex) {
		if (ex.getFailedMessages().isEmpty()) {
			// the server had taken it; only the goodbye failed
			return Outcome.SENT;
		}
		Exception failed = ex.getFailedMessages().values().iterator().next();
		// where the connection was never made, that is what failed for the message too
		return (failed == ex.getCause()) ? Outcome.again("UNREACHABLE") : outcome(failed);
	}

	private static Outcome outcome(Exception failed) {
		int code = -1;
		for (@Nullable
		Throwable cause = failed; cause != null; cause = cause.getCause()) {
			code = Math.max(code, code(cause));
			if (cause instanceof MessagingException sent) {
				for (@Nullable
				Exception next = sent.getNextException(); next != null; next = (next instanceof MessagingException more)
						? more.getNextException() : null) {
					code = Math.max(code, code(next));
				}
			}
		}
		if (code >= 500) {
			return Outcome.refused("SMTP_" + code);
		}
		// without an answer nobody knows whether the server took it
		return (code >= 400) ? Outcome.again("SMTP_" + code) : Outcome.unsure("NO_ANSWER");
	}

	private static int code(Throwable failed) {
		if (failed instanceof SMTPAddressFailedException address) {
			return address.getReturnCode();
		}
		if (failed instanceof SMTPSenderFailedException from) {
			return from.getReturnCode();
		}
		return (failed instanceof SMTPSendFailedException send) ? send.getReturnCode() : -1;
	}

}
