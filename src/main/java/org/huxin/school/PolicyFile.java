package org.huxin.school;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The packaged profiles: {@code key,primary,secondary,vocational,university,source}. An
 * empty value means that this kind of school has no such rule.
 */
@Component
class PolicyFile {

	private final Map<SchoolKind, Map<String, String>> values = new EnumMap<>(SchoolKind.class);

	private final Map<String, String> sources = new TreeMap<>();

	@Autowired
	PolicyFile() {
		this(new ClassPathResource("policies.csv", PolicyFile.class));
	}

	PolicyFile(Resource file) {
		for (SchoolKind kind : SchoolKind.values()) {
			this.values.put(kind, new TreeMap<>());
		}
		try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8);
				CSVParser parser = CSVFormat.DEFAULT.builder()
					.setHeader()
					.setSkipHeaderRecord(true)
					.setTrim(true)
					.setIgnoreEmptyLines(true)
					.get()
					.parse(reader)) {
			parser.forEach(this::read);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void read(CSVRecord line) {
		this.sources.put(line.get("key"), line.get("source"));
		this.values.forEach((kind, profile) -> {
			String value = line.get(kind.name().toLowerCase(Locale.ROOT));
			if (!value.isEmpty() && profile.put(line.get("key"), value) != null) {
				throw new IllegalStateException("policies.csv names the key '" + line.get("key") + "' twice");
			}
		});
	}

	Map<String, String> of(SchoolKind kind) {
		return this.values.getOrDefault(kind, Map.of());
	}

	/** The rows of the requirements that a key comes from, empty for a key long gone. */
	String source(String key) {
		return this.sources.getOrDefault(key, "");
	}

	/** What the profiles say of a key, whatever the kind of school. */
	Set<String> valuesOf(String key) {
		Set<String> all = new TreeSet<>();
		this.values.values().forEach((profile) -> {
			if (profile.containsKey(key)) {
				all.add(profile.getOrDefault(key, ""));
			}
		});
		return all;
	}

	Set<String> keys() {
		Set<String> keys = new TreeSet<>();
		this.values.values().forEach((profile) -> keys.addAll(profile.keySet()));
		return keys;
	}

}
