package org.huxin.engine;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * A packaged form cannot be read, so the product does not start with half of its models.
 */
class ModelUnreadable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private ModelUnreadable(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * Refuses what is not a form of the name its file has.
	 * @throws ModelUnreadable naming the file, the place and the mend
	 */
	static void requireForm(String path, byte[] content) throws IOException {
		try {
			JsonNode form = new ObjectMapper().readTree(content);
			String expected = path.substring(path.indexOf('/') + 1, path.length() - ".form".length());
			if (form == null || !form.path("components").isArray()) {
				throw new ModelUnreadable("表单 " + path + " 不是有效的表单文件（缺少 components）。", null);
			}
			if (!form.path("id").asText().equals(expected)) {
				throw new ModelUnreadable(
						"表单 " + path + " 的 id 是「" + form.path("id").asText() + "」，应与文件名一致：「" + expected + "」。", null);
			}
		}
		catch (JsonProcessingException ex) {
			throw new ModelUnreadable("表单 " + path + " 无法读取：第 " + ex.getLocation().getLineNr() + " 行、第 "
					+ ex.getLocation().getColumnNr() + " 列附近不是有效的 JSON。", ex);
		}
	}

}
