package fr.socle.journal.format;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON strictly: one object, nothing behind it, no member twice. */
final class JsonReader {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private JsonReader() {}

    static Map<String, Object> object(byte[] json) {
        try {
            return MAPPER.readValue(json, OBJECT);
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException("not a JSON object", wrong);
        }
    }
}
