package fr.socle.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer.PathSegment;
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

    /** Written while the house starts, by one thread; only read afterwards. */
    private final Map<RequestMappingInfo, String> words = new IdentityHashMap<>();

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        getHandlerMethods().keySet().forEach(this::learn);
    }

    private void learn(RequestMappingInfo mapping) {
        var beginnings =
                mapping.getPatternValues().stream()
                        .map(FirstSegmentMapping::firstWord)
                        .collect(Collectors.toSet());
        var word = beginnings.size() == 1 ? beginnings.iterator().next() : "";
        if (word.matches("[a-z-]+")) {
            words.put(mapping, word);
        }
    }

    private static String firstWord(String pattern) {
        var parts = pattern.split("/", 3);
        return parts.length > 1 ? parts[1] : "";
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
            RequestMappingInfo mapping, HttpServletRequest request) {
        var word = words.get(mapping);
        return word == null || word.equals(firstWord(request))
                ? super.getMatchingMapping(mapping, request)
                : null;
    }

    private static @Nullable String firstWord(HttpServletRequest request) {
        var path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        return path.elements().size() > FIRST_WORD
                        && path.elements().get(FIRST_WORD) instanceof PathSegment word
                ? word.valueToMatch()
                : null;
    }
}
