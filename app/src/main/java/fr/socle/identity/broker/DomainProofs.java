package fr.socle.identity.broker;

import fr.socle.identity.federation.Federations;
import fr.socle.identity.store.ProviderStore;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.Parsed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes sure that an e-mail domain wants a provider to speak for it: its owner publishes the text
 * {@code socle-identity-provider-<uid>} in the DNS. Without it the provider gets nobody of that
 * domain. A server that does not answer changes nothing for a week.
 */
@Component
public class DomainProofs {

    private static final Logger LOG = LoggerFactory.getLogger(DomainProofs.class);

    private final ProviderStore store;
    private final TxtRecords records;
    private final Federations federations;

    DomainProofs(ProviderStore store, TxtRecords records, Federations federations) {
        this.store = store;
        this.records = records;
        this.federations = federations;
    }

    /** The text that the owner of a domain publishes for this provider. */
    public static String record(Provider provider) {
        return "socle-identity-provider-" + provider.uid();
    }

    /** Looks at each domain that the provider claims. */
    public void check(Provider provider) {
        if (provider.demonstration()) {
            return;
        }
        for (var domain : provider.agents().claimed()) {
            // because only a domain is ever looked up, whatever stands in the row
            if (EmailAddress.parse("a@" + domain) instanceof Parsed.Valid<EmailAddress>(var it)) {
                look(provider, it.domain());
            }
        }
    }

    private void look(Provider provider, String domain) {
        var said = records.of(domain);
        if (said.isEmpty()) {
            LOG.warn("provider {}: no name server answers for {}", provider.uid(), domain);
            return;
        }
        store.prove(provider.uid(), domain, said.get().contains(record(provider)));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void checkAll() {
        federations.all().stream()
                .filter(it -> !it.ofUsagers())
                .flatMap(it -> store.of(it, false).stream())
                .forEach(this::check);
    }
}
