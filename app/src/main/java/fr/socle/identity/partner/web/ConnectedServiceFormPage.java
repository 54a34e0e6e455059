package fr.socle.identity.partner.web;

import fr.socle.identity.federation.ClientAuth;
import fr.socle.identity.federation.Federation;
import fr.socle.identity.federation.Profile;
import fr.socle.identity.keys.JwtAlg;
import fr.socle.identity.keys.JwtEncryption;
import fr.socle.identity.partner.ConnectedService;
import fr.socle.identity.partner.ConnectedServiceDraft;
import fr.socle.identity.partner.Sector;
import fr.socle.identity.web.Labels;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Registers a service or changes its facts.
 *
 * @param service null to register one
 * @param sectors those of the organisation's other services
 */
public record ConnectedServiceFormPage(
        @Nullable ConnectedService service,
        Federation federation,
        Form form,
        List<Sector> sectors,
        boolean stale)
        implements Page {

    public ConnectedServiceFormPage {
        sectors = List.copyOf(sectors);
    }

    @Override
    public int status() {
        return stale ? 409 : form.ok() ? 200 : 422;
    }

    /**
     * The version that the form carries: the one that was seen, the present one after a conflict.
     */
    public long version() {
        return service == null
                ? 0
                : stale || form.typed(Form.VERSION).isEmpty() ? service.version() : form.version();
    }

    public String action() {
        return PartnerDesk.PAGES
                + (service == null ? "/nouveau" : "/" + service.id() + "/modifier");
    }

    public List<Option> profiles(Frame frame) {
        return ConnectedServiceDraft.profiles(federation).stream()
                .map(Profile::code)
                .map(it -> option(frame, "profile", it))
                .toList();
    }

    /** Every method: which of them fits is the profile's affair, and the rules say so. */
    public List<Option> methods(Frame frame) {
        return Stream.of(ClientAuth.values())
                .map(ClientAuth::code)
                .map(it -> option(frame, "auth", it))
                .toList();
    }

    public List<Option> scopes(Frame frame) {
        return ConnectedServiceDraft.scopes(federation).stream()
                .map(it -> new Option(it, it, given(frame, it)))
                .toList();
    }

    /** What this scope gives, as people are told when they sign in. */
    private @Nullable String given(Frame frame, String scope) {
        var own = "identity.partner.scope." + scope.replace('_', '-');
        if (frame.words().has(own)) {
            return frame.t(own);
        }
        var said =
                Labels.of(federation, Set.of(scope)).stream()
                        .map(it -> Labels.said(frame, it))
                        .collect(Collectors.joining(", "));
        return said.isEmpty() || said.equals(scope) ? null : said;
    }

    public List<Option> algorithms() {
        return federation.algorithms().stream()
                .sorted()
                .map(JwtAlg::name)
                .map(it -> Option.of(it, it))
                .toList();
    }

    public static List<Option> encryptions() {
        return Stream.of(JwtEncryption.values())
                .map(JwtEncryption::code)
                .map(it -> Option.of(it, it + ", A256GCM"))
                .toList();
    }

    public List<Option> sectorOptions() {
        return sectors.stream().map(it -> Option.of(it.code(), it.names())).toList();
    }

    private static Option option(Frame frame, String group, String code) {
        var key = "identity.partner." + group + "." + code.replace('_', '-');
        return new Option(code, frame.t(key), frame.t(key + ".what"));
    }
}
