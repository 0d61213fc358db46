package org.huxin.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The models, forms and policy profiles of the repository as text, by path; a test may
 * plant a fault.
 */
record ModelSet(Map<String, String> files) {

	private static final Path POLICIES = Path.of("src/main/resources/org/huxin/school/policies.csv");

	static ModelSet ofTheRepository() {
		Map<String, String> files = new TreeMap<>();
		add(files, Path.of("processes"));
		add(files, Path.of("forms"));
		files.put("policies.csv", read(POLICIES));
		return new ModelSet(files);
	}

	private static void add(Map<String, String> files, Path folder) {
		try (Stream<Path> found = Files.list(folder)) {
			found.forEach((file) -> files.put(file.toString(), read(file)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The same set with one text changed everywhere in one file.
	 */
	ModelSet with(String file, String text, String instead) {
		String content = this.files.get(file);
		if (content == null || !content.contains(text)) {
			throw new IllegalArgumentException(file + " does not say " + text);
		}
		Map<String, String> changed = new TreeMap<>(this.files);
		changed.put(file, content.replace(text, instead));
		return new ModelSet(changed);
	}

	ModelSet without(String file) {
		Map<String, String> changed = new TreeMap<>(this.files);
		changed.remove(file);
		return new ModelSet(changed);
	}

	Map<String, String> ending(String suffix) {
		Map<String, String> found = new TreeMap<>(this.files);
		found.keySet().removeIf((file) -> !file.endsWith(suffix));
		return found;
	}

}
