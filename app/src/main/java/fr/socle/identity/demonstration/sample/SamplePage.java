package fr.socle.identity.demonstration.sample;

import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One sample service, as its visitor finds it.
 *
 * @param received null unless somebody is signed in
 * @param told what the federation said of their leaving, or null
 * @param leaving whether they left, and the federation was not heard yet
 * @param problem what went wrong, or null
 */
public record SamplePage(
        SampleService service,
        @Nullable Received received,
        @Nullable Received told,
        boolean leaving,
        @Nullable Problem problem)
        implements Page {

    /**
     * @param key what it means, for a visitor
     * @param error as the protocol names it, or empty
     * @param why in the words of the federation, or of the service's own check, for a developer; or
     *     empty
     */
    public record Problem(String key, String error, String why) {

        /** Whether it is the visitor who did not want to. */
        public boolean isRefusal() {
            return error.equals("access_denied");
        }
    }

    /** What is said of the envelope and not of the person. */
    private static final Set<String> ENVELOPE = Set.of("iss", "aud", "exp", "iat", "sub");

    private static final String REGISTER = "rnipp_";

    /** As people say who they are. */
    private static final List<String> ORDER =
            List.of(
                    "given_name",
                    "given_name_array",
                    "family_name",
                    "usual_name",
                    "preferred_username",
                    "birthdate",
                    "gender",
                    "birthplace",
                    "birthcountry",
                    "email");

    /** Userinfo about the person, with words for the claims that have some. */
    public Map<String, String> said(Frame frame) {
        var pairs = new LinkedHashMap<String, String>();
        Objects.requireNonNull(received).userinfo().entrySet().stream()
                .filter(it -> !ENVELOPE.contains(it.getKey()))
                .sorted(Comparator.comparingInt(it -> rank(it.getKey())))
                .forEach(it -> pairs.put(named(frame, it.getKey()), it.getValue()));
        return pairs;
    }

    /** What the register says follows what the provider says. */
    private static int rank(String claim) {
        var place = ORDER.indexOf(claim.replace(REGISTER, ""));
        var known = place < 0 ? ORDER.size() : place;
        return claim.startsWith(REGISTER) ? known + ORDER.size() + 1 : known;
    }

    private static String named(Frame frame, String claim) {
        var key = "identity.claim." + claim.replace('_', '-');
        return frame.words().has(key)
                ? frame.t("identity.sample.claim", frame.t(key), claim)
                : claim;
    }

    /** What the service must know to be sure of whom it has to do with. */
    public Map<String, String> assurance(Frame frame) {
        var id = Objects.requireNonNull(received);
        var pairs = new LinkedHashMap<String, String>();
        pairs.put(frame.t("identity.sample.sub"), id.claim("sub"));
        pairs.put(frame.t("identity.sample.acr"), id.claim("acr"));
        if (!id.claim("amr").isEmpty()) {
            pairs.put(frame.t("identity.sample.amr"), id.claim("amr"));
        }
        return pairs;
    }
}
