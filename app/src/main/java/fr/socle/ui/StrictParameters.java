package fr.socle.ui;

import fr.socle.kernel.Refusal;
import fr.socle.ui.api.ApiProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses (422) what the address or the form of a page says twice, at length or in the wrong shape,
 * before a handler reads the first of two values, or both joined by a comma. Looks at the
 * parameters of which a handler wants one, and at those that search and turn every list: {@code q}
 * and {@code page}. The API refuses by itself, member by member.
 */
@Component
class StrictParameters implements HandlerInterceptor {

    /** As long as the longest that is meant: a token, or the address to come back to. */
    private static final int LONGEST = 4_000;

    private static final int LONGEST_SEARCH = 200;
    private static final Pattern WHOLE = Pattern.compile("|-?[0-9]{1,9}");

    private final Map<Method, List<String>> singles = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && !request.getRequestURI().startsWith("/api/")) {
            for (var name : singles.computeIfAbsent(method.getMethod(), _ -> singles(method))) {
                check(name, request.getParameterValues(name));
            }
        }
        return true;
    }

    private static void check(String name, String @Nullable [] values) {
        if (values == null) {
            return;
        }
        if (values.length > 1) {
            throw refused("ui.parameter.twice", name);
        }
        int longest = name.equals("q") ? LONGEST_SEARCH : LONGEST;
        if (values[0].length() > longest) {
            throw refused("ui.parameter.long", name, longest);
        }
        if (name.equals("page") && !WHOLE.matcher(values[0]).matches()) {
            throw refused("ui.parameter.kind", name);
        }
    }

    private static ApiProblem refused(String key, Object... arguments) {
        return ApiProblem.of(422, Refusal.of(key, arguments));
    }

    private static List<String> singles(HandlerMethod method) {
        var wanted =
                Arrays.stream(method.getMethodParameters())
                        .map(StrictParameters::single)
                        .flatMap(Optional::stream);
        return Stream.concat(Stream.of("q", "page"), wanted).distinct().toList();
    }

    /** The name under which a handler wants one value; empty for lists, maps and files. */
    private static Optional<String> single(MethodParameter parameter) {
        var declared = parameter.getParameterAnnotation(RequestParam.class);
        var type = parameter.getParameterType();
        if (declared == null || type != String.class && !ClassUtils.isPrimitiveOrWrapper(type)) {
            return Optional.empty();
        }
        return declared.name().isEmpty()
                ? Optional.of(parameter.getParameter().getName())
                : Optional.of(declared.name());
    }
}
