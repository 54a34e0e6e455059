package fr.socle.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the handler of an address as Spring does, but looks only at those whose address begins with
 * the same word. An address with a variable is otherwise compared with every one of the house,
 * hundreds, which takes a tenth of a page's time.
 */
class FirstSegmentMapping extends RequestMappingHandlerMapping {

    /** The first element of a path is its slash, the second its first word. */
    private static final int FIRST_WORD = 1;

    private static final Pattern LISTED = Pattern.compile("\\{\\w+:([a-z-]+(?:\\|[a-z-]+)*)}");

    /**
     * The mappings whose address may begin with a word: small sets, because each request looks for
     * every mapping of the house in one. Written while the house starts, by one thread; only read
     * afterwards.
     */
    private final Map<String, Set<RequestMappingInfo>> byWord = new HashMap<>();

    /** Those whose address may begin with any word. */
    private final Set<RequestMappingInfo> ofAnyWord = identitySet();

    /** The mappings to look at for the request of this thread. */
    private final ThreadLocal<@Nullable Set<RequestMappingInfo>> candidates = new ThreadLocal<>();

    private static Set<RequestMappingInfo> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        getHandlerMethods().keySet().forEach(this::learn);
        byWord.values().forEach(it -> it.addAll(ofAnyWord));
    }

    private void learn(RequestMappingInfo mapping) {
        var beginnings =
                mapping.getPatternValues().stream()
                        .flatMap(FirstSegmentMapping::firstWords)
                        .collect(Collectors.toSet());
        if (beginnings.stream().allMatch(it -> it.matches("[a-z-]+"))) {
            beginnings.forEach(it -> byWord.computeIfAbsent(it, _ -> identitySet()).add(mapping));
        } else {
            ofAnyWord.add(mapping);
        }
    }

    /**
     * Of {@code /{federation:citoyens|agents}/…} both: a variable may list all that it stands for.
     */
    private static Stream<String> firstWords(String pattern) {
        var first = firstWord(pattern);
        var listed = LISTED.matcher(first);
        return listed.matches() ? Stream.of(listed.group(1).split("\\|")) : Stream.of(first);
    }

    private static String firstWord(String pattern) {
        var parts = pattern.split("/", 3);
        return parts.length > 1 ? parts[1] : "";
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
            throws Exception {
        candidates.set(byWord.getOrDefault(firstWord(request), ofAnyWord));
        try {
            return super.lookupHandlerMethod(path, request);
        } finally {
            candidates.remove();
        }
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
            RequestMappingInfo mapping, HttpServletRequest request) {
        var looked = candidates.get();
        return looked == null || looked.contains(mapping)
                ? super.getMatchingMapping(mapping, request)
                : null;
    }

    private static String firstWord(HttpServletRequest request) {
        var path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        return path.elements().size() > FIRST_WORD
                        && path.elements().get(FIRST_WORD) instanceof PathSegment word
                ? word.valueToMatch()
                : "";
    }
}
