package fr.socle.exchange.desk;

import fr.socle.exchange.Question.Parameter;
import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.provider.Authority;
import fr.socle.exchange.provider.ClientCertificate;
import fr.socle.exchange.provider.Credential;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A data provider, as its operator sees it: without its secret.
 *
 * @param base empty for a made-up one, which this house serves
 * @param access how we prove ourselves, and whether a secret is there
 * @param version changes with every write
 */
public record ProviderLine(
        DataSet set,
        String name,
        String base,
        Access access,
        List<Parameter> test,
        State state,
        long version) {

    /** Nobody sees one that is prepared; nobody asks one that is cut off. */
    public enum State {
        PREPARATION,
        SERVICE,
        COUPE
    }

    /**
     * @param authority who alone vouches for the provider; empty when those do whom the Java
     *     runtime believes
     * @param whole whether nothing is missing to be let in
     */
    public record Access(
            Credential credential,
            boolean secret,
            Optional<ClientCertificate> certificate,
            Optional<Authority> authority,
            boolean whole) {}

    public ProviderLine {
        test = List.copyOf(test);
    }

    public String code() {
        return set.code();
    }

    public boolean demonstration() {
        return base.isEmpty();
    }

    /** As a form shows it. */
    public Map<String, String> typed() {
        return draft().typed();
    }

    ProviderDraft draft() {
        return new ProviderDraft(name, base, set, test);
    }
}
