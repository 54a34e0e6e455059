package fr.socle.exchange.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One error as the contract writes it ({@code code, title, detail, source, meta}), after JSON:API.
 *
 * @param parameter what is wrong; null when it is none
 * @param provider short name; empty when the platform itself says no
 * @param retryIn seconds; 0 when waiting does not help
 */
record ApiError(
        int status,
        String code,
        String title,
        String detail,
        @Nullable String parameter,
        String provider,
        long retryIn) {

    ApiError retryIn(long seconds) {
        return new ApiError(status, code, title, detail, parameter, provider, seconds);
    }

    ApiError at(String name) {
        return new ApiError(status, code, title, detail, name, provider, retryIn);
    }

    static Map<String, Object> body(List<ApiError> errors) {
        return Map.of("errors", errors.stream().map(ApiError::members).toList());
    }

    private Map<String, @Nullable Object> members() {
        var meta = new LinkedHashMap<String, Object>();
        if (!provider.isEmpty()) {
            meta.put("provider", provider);
        }
        if (retryIn > 0) {
            meta.put("retry_in", retryIn);
        }
        var members = new LinkedHashMap<String, @Nullable Object>();
        members.put("code", code);
        members.put("title", title);
        members.put("detail", detail);
        members.put("source", parameter == null ? null : Map.of("parameter", parameter));
        members.put("meta", Collections.unmodifiableMap(meta));
        return members;
    }
}
