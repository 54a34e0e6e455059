package fr.socle.identity.usager.web;

import fr.socle.identity.broker.Provider;
import fr.socle.identity.usager.Warned;
import fr.socle.kernel.Refusal;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Option;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about their sign-ins.
 *
 * @param providers those that may be chosen
 * @param present the uid of the one through which the person is signed in, or empty
 * @param choice the form of providers
 * @param warning the form of warnings
 * @param version of both
 * @param agreements what they let services have, the newest first
 * @param refusal why a service was not blocked, or null
 * @param done the key of what was done, or null
 */
public record SettingsPage(
        List<Provider> providers,
        String present,
        Form choice,
        Form warning,
        long version,
        List<Service> services,
        List<AgreementView> agreements,
        @Nullable Refusal refusal,
        @Nullable String done,
        int status)
        implements Page {

    /** A service that the person knows. */
    public record Service(
            String clientId, String name, String organisation, boolean blocked, boolean inUse) {}

    public SettingsPage {
        providers = List.copyOf(providers);
        services = List.copyOf(services);
        agreements = List.copyOf(agreements);
    }

    public List<Option> providerOptions(Frame frame) {
        return providers.stream()
                .map(
                        it ->
                                new Option(
                                        it.uid(),
                                        it.label(),
                                        it.uid().equals(present)
                                                ? frame.t("identity.mine.providers.present")
                                                : hint(frame, it)))
                .toList();
    }

    /** One who signs people in at two federations has one name: what for, tells them apart. */
    private String hint(Frame frame, Provider provider) {
        var twins = providers.stream().filter(it -> it.label().equals(provider.label())).count();
        var federation = provider.federation().name(frame.words());
        return twins > 1
                ? frame.t("identity.mine.providers.of", provider.hint(), federation)
                : provider.hint();
    }

    public List<Option> warnings(Frame frame) {
        return Arrays.stream(Warned.values())
                .map(
                        it ->
                                new Option(
                                        it.code(),
                                        frame.t("identity.mine.warned." + it.code()),
                                        frame.t("identity.mine.warned." + it.code() + ".hint")))
                .toList();
    }
}
