package fr.socle.identity.usager.web;

import fr.socle.identity.broker.Broker;
import fr.socle.identity.broker.Provider;
import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Clients;
import fr.socle.identity.usager.Agreements;
import fr.socle.identity.usager.Choices;
import fr.socle.identity.usager.InUse;
import fr.socle.identity.usager.Lines;
import fr.socle.identity.usager.Preferences;
import fr.socle.identity.usager.web.SettingsPage.Service;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/** Gathers what the page of settings shows. */
@Component
class SettingsDesk {

    static final int LONGEST_ID = 100;

    /**
     * Whose page it is.
     *
     * @param present the uid of the provider through which they are signed in, or empty
     */
    record View(PersonRef person, String present) {}

    private final Broker broker;
    private final Clients clients;
    private final Preferences preferences;
    private final Services services;

    /** What a person has to do with services. */
    @Component
    record Services(Lines lines, InUse inUse, Agreements agreements) {}

    SettingsDesk(Broker broker, Clients clients, Preferences preferences, Services services) {
        this.broker = broker;
        this.clients = clients;
        this.preferences = preferences;
        this.services = services;
    }

    /** Those of every federation for usagers, in the order of the choice of providers. */
    List<Provider> providers() {
        return broker.ofUsagers();
    }

    /** A service for usagers. */
    Optional<Client> client(String id) {
        return clients.find(id).filter(it -> it.federation().ofUsagers());
    }

    /**
     * @param choice the form of providers that was refused, or null
     * @param warning the form of warnings that was refused, or null
     */
    SettingsPage page(
            View view,
            @Nullable Form choice,
            @Nullable Form warning,
            @Nullable Refusal refusal,
            @Nullable String done,
            int status) {
        var choices = preferences.of(view.person());
        var providers = providers();
        return new SettingsPage(
                providers,
                view.present(),
                choice == null ? form(providers, choices) : choice,
                warning == null ? Form.blank(Map.of("alertes", choices.warned().code())) : warning,
                choices.version(),
                services(view.person(), choices),
                services.agreements().of(view.person()).stream().map(AgreementView::new).toList(),
                refusal,
                done,
                status);
    }

    private static Form form(List<Provider> providers, Choices choices) {
        var values = new LinkedMultiValueMap<String, String>();
        providers.stream()
                .map(Provider::uid)
                .filter(choices::allows)
                .forEach(it -> values.add("fournisseurs", it));
        if (choices.futureProviders()) {
            values.add("futurs", "oui");
        }
        return Form.of(values);
    }

    private List<Service> services(PersonRef person, Choices choices) {
        var known = new TreeSet<>(services.lines().clients(person));
        known.addAll(choices.blockedClients());
        var using = services.inUse().services(person);
        return known.stream()
                .flatMap(it -> client(it).stream())
                .map(
                        it ->
                                new Service(
                                        it.clientId(),
                                        it.name(),
                                        it.organisation(),
                                        choices.blockedClients().contains(it.clientId()),
                                        using.contains(it.clientId())))
                .sorted(Comparator.comparing(Service::name))
                .toList();
    }
}
