package fr.socle.avis.form;

import fr.socle.avis.JudgedId;
import fr.socle.avis.form.FormAct.Done;
import fr.socle.avis.form.ServiceForm.Facts;
import fr.socle.directory.Actor;
import fr.socle.directory.Change;
import fr.socle.directory.OrganisationId;
import fr.socle.journal.Journal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The forms of services. Each act of an agent is one entry of the journal, in the same transaction;
 * other questions are a new version, and what was answered before keeps its own.
 */
@Service
public class Forms {

    /** More than anybody reads apart. */
    public static final int MOST = 30;

    private final FormStore store;
    private final Journal journal;

    Forms(FormStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    public Optional<ServiceForm> find(UUID id) {
        return store.find(id);
    }

    /** Those of a service besides the common one, by name. */
    public List<ServiceForm> of(JudgedId service) {
        return store.of(service);
    }

    /** What the form asked in this version. */
    public Optional<Questions> questions(ServiceForm form, int number) {
        return form.questions().number() == number
                ? Optional.of(form.questions())
                : store.questions(form.id(), number);
    }

    @Transactional
    public Change<ServiceForm> create(
            Actor actor, OrganisationId owner, JudgedId service, Facts facts) {
        if (store.of(service).size() >= MOST) {
            return Change.refused("nom", "avis.formulaire.too-many", MOST);
        }
        var fresh =
                new ServiceForm(
                        UUID.randomUUID(),
                        service,
                        owner,
                        facts.name(),
                        facts.template(),
                        facts.open(),
                        facts.origins(),
                        facts.questions().numbered(1),
                        1);
        try {
            store.insert(fresh);
        } catch (DuplicateKeyException twice) {
            return twice();
        }
        journal.append(new FormAct(Done.CREATED, actor, fresh));
        return new Change.Done<>(fresh);
    }

    /**
     * @param present as the writer saw it
     */
    @Transactional
    public Change<ServiceForm> change(Actor actor, ServiceForm present, Facts facts) {
        var changed = present.with(facts);
        try {
            if (!store.update(changed)) {
                return store.find(present.id())
                        .<Change<ServiceForm>>map(Change.Stale::new)
                        .orElseGet(Change.Unknown::new);
            }
        } catch (DuplicateKeyException twice) {
            return twice();
        }
        journal.append(new FormAct(Done.CHANGED, actor, changed));
        return new Change.Done<>(changed);
    }

    /** Somebody tried to open a form of another administration. */
    public void refused(Actor actor, ServiceForm form) {
        journal.appendAlone(new FormAct(Done.REFUSED, actor, form));
    }

    /** The failed statement ended the transaction. */
    private static Change<ServiceForm> twice() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return Change.refused("nom", "avis.formulaire.twice");
    }
}
