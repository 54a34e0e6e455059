package fr.socle.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.XXssProtectionHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * A door where no cookie opens anything: who asks proves it to what stands behind, or need not. So
 * there is no token against forged requests either. Of the filters the firewall and the headers
 * remain; whoever needs more has the door of pages.
 */
public final class OpenDoor {

    private OpenDoor() {}

    /**
     * To what programs ask.
     *
     * @param patterns of paths, in Spring's notation
     */
    public static SecurityFilterChain ofPrograms(String... patterns) {
        var paths = PathPatternRequestMatcher.withDefaults();
        var where = Arrays.stream(patterns).<RequestMatcher>map(paths::matcher).toList();
        return of(new OrRequestMatcher(where), List.of(unframed()));
    }

    /**
     * To what may also show a page.
     *
     * @param policy its Content-Security-Policy
     */
    public static SecurityFilterChain ofPages(RequestMatcher where, String policy) {
        return of(where, List.of(unframed(), policy(policy), referrer()));
    }

    /**
     * To a page that may stand in another's frame.
     *
     * @param policy of an answer that does not say itself in whose
     */
    public static SecurityFilterChain ofFrames(RequestMatcher where, String policy) {
        return of(where, List.of(policy(policy), referrer()));
    }

    private static SecurityFilterChain of(RequestMatcher where, List<HeaderWriter> more) {
        var headers =
                new ArrayList<HeaderWriter>(
                        List.of(
                                new XContentTypeOptionsHeaderWriter(),
                                new XXssProtectionHeaderWriter(),
                                new CacheControlHeadersWriter(),
                                new HstsHeaderWriter()));
        headers.addAll(more);
        return new DefaultSecurityFilterChain(where, new HeaderWriterFilter(headers));
    }

    private static HeaderWriter unframed() {
        return new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY);
    }

    private static HeaderWriter policy(String policy) {
        return new ContentSecurityPolicyHeaderWriter(policy);
    }

    private static HeaderWriter referrer() {
        return new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN);
    }
}
