package org.huxin.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that misbehaves as told: it refuses everybody, or takes a mail whole and
 * dies before it says so.
 */
final class UnreliableSmtp implements AutoCloseable {

	enum Manner {

		REFUSES, REFUSES_FOR_NOW, DIES_AFTER_ACCEPTING

	}

	private final ServerSocket socket;

	private final Manner manner;

	private final List<String> taken = new CopyOnWriteArrayList<>();

	UnreliableSmtp(Manner manner) {
		this.manner = manner;
		try {
			this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread thread = new Thread(this::serve);
		thread.setDaemon(true);
		thread.start();
	}

	int port() {
		return this.socket.getLocalPort();
	}

	/** The mails that it has, though nobody knows. */
	List<String> taken() {
		return this.taken;
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try (Socket client = this.socket.accept()) {
				talk(client);
			}
			catch (IOException ex) {
				// the client went, or the test is over
			}
		}
	}

	private void talk(Socket client) throws IOException {
		BufferedReader in = new BufferedReader(
				new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
		OutputStream out = client.getOutputStream();
		say(out, "220 here");
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			if (line.startsWith("RCPT") && this.manner == Manner.REFUSES) {
				say(out, "550 no such person");
			}
			else if (line.startsWith("RCPT") && this.manner == Manner.REFUSES_FOR_NOW) {
				say(out, "451 later");
			}
			else if (line.equals("DATA")) {
				say(out, "354 go on");
				StringBuilder mail = new StringBuilder();
				for (String more = in.readLine(); more != null && !more.equals("."); more = in.readLine()) {
					mail.append(more).append('\n');
				}
				this.taken.add(mail.toString());
				return;
			}
			else if (line.equals("QUIT")) {
				say(out, "221 bye");
				return;
			}
			else {
				say(out, "250 ok");
			}
		}
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
