package org.huxin.identity;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The password of an account, hashed.
 */
@Entity
@Table(name = "account")
class Credential {

	@Id
	private String name;

	private String password;

	private Instant passwordChangedAt;

	@SuppressWarnings("NullAway.Init")
	protected Credential() {
	}

	Credential(String name, String hash, Instant now) {
		this.name = name;
		this.password = hash;
		this.passwordChangedAt = now;
	}

	void change(String hash, Instant now) {
		this.password = hash;
		this.passwordChangedAt = now;
	}

	String name() {
		return this.name;
	}

	String hash() {
		return this.password;
	}

}
