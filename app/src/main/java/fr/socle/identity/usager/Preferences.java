package fr.socle.identity.usager;

import fr.socle.identity.broker.Provider;
import fr.socle.identity.federation.Client;
import fr.socle.identity.store.ArrivalStore.Known;
import fr.socle.identity.usager.UsagerAct.ConnexionRefusee;
import fr.socle.identity.usager.store.PreferenceStore;
import fr.socle.journal.Journal;
import fr.socle.kernel.PersonRef;
import fr.socle.kernel.Refusal;
import org.springframework.stereotype.Component;

/**
 * What a person allows, read from the database at each sign-in: a decision holds at the next one,
 * on every node and in every federation.
 */
@Component
public class Preferences {

    /** The keys of the two refusals. */
    public static final String PROVIDER = "identity.trouble.blocked-provider";

    public static final String SERVICE = "identity.trouble.blocked-service";

    private final PreferenceStore store;
    private final Journal journal;

    Preferences(PreferenceStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    public Choices of(PersonRef person) {
        return store.of(person);
    }

    private static Refusal refusal(String blocked) {
        return Refusal.of(blocked.equals("service") ? SERVICE : PROVIDER);
    }

    /**
     * Lets an identity be held, unless the person blocked the provider (Y100011) or the service.
     * The refusal is in the journal whatever becomes of the caller.
     *
     * @throws SignInRefused when the person forbade it
     */
    public void demand(Known known, Provider provider, Client client) {
        if (!known.blocked().isEmpty()) {
            journal.appendAlone(new ConnexionRefusee(known.person(), client, provider.label()));
            throw new SignInRefused(refusal(known.blocked()));
        }
    }
}
