package fr.socle.identity.usager;

import fr.socle.identity.usager.store.AccountStore.Account;
import fr.socle.identity.usager.store.AccountStore.Session;
import fr.socle.identity.usager.store.AccountStore.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that the federation holds about a person.
 *
 * @param identity the claims of the civil status, as a provider last gave them
 * @param providers the labels of the providers, by uid
 */
public record Holdings(
        Map<String, Object> identity,
        List<Account> accounts,
        List<Subject> subjects,
        Choices choices,
        List<Agreed> agreements,
        List<Device> devices,
        List<Session> sessions,
        List<Line> lines,
        List<FraudReport> reports,
        Map<String, String> providers,
        Instant at) {

    public Holdings {
        identity = Map.copyOf(identity);
        accounts = List.copyOf(accounts);
        subjects = List.copyOf(subjects);
        agreements = List.copyOf(agreements);
        devices = List.copyOf(devices);
        sessions = List.copyOf(sessions);
        lines = List.copyOf(lines);
        reports = List.copyOf(reports);
        providers = Map.copyOf(providers);
    }

    /** The label of this provider; its uid when it is no longer there. */
    public String provider(String uid) {
        return providers.getOrDefault(uid, uid);
    }
}
