package fr.socle.journal;

import fr.socle.kernel.PersonRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The journal as the persons concerned and the public see it. */
public interface Proofs {

    /**
     * The receipt by which a person proves what this entry says of them, as {@code ./socle verify}
     * reads it: it opens their own parts and no one else's. Empty until a checkpoint covers the
     * entry, and for ever when nothing in it is theirs.
     *
     * @param log which log, as {@link LoggedEntry} names it
     */
    Optional<ProofOfEntry> receiptFor(PersonRef person, int log, long index);

    /**
     * What these entries of one log say of this person, in their order. Nothing comes of an entry
     * that was erased, whose key was, or that says nothing of them.
     */
    List<OwnEntry> read(PersonRef person, int log, Collection<Long> indexes);

    /**
     * What proves to this person that no line about them is missing from the open log, as {@code
     * ./socle verify --dossier} reads it. Empty as long as no signed map knows them; it may take
     * some seconds.
     */
    Optional<Statement> statementFor(PersonRef person);

    /** What everybody may know of the open log. */
    PublicLog published();

    /** Every kind that was written so far, with its retention, by its code. */
    List<Kind> kinds();
}
