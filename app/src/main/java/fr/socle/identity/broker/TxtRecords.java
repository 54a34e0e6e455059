package fr.socle.identity.broker;

import java.util.List;
import java.util.Optional;

/** The text records that the owner of a domain publishes in the DNS. */
public interface TxtRecords {

    /** Those of this domain, maybe none; empty when no server answers. */
    Optional<List<String>> of(String domain);
}
