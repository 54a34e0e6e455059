package fr.socle.journal;

import fr.socle.journal.chain.Statements;
import fr.socle.journal.format.Checkpoint;
import fr.socle.journal.format.Receipt;
import fr.socle.journal.format.Receipt.Disclosure;
import fr.socle.journal.log.LogReader;
import fr.socle.journal.receipt.Receipts;
import fr.socle.journal.store.Front.Signed;
import fr.socle.journal.store.FrontStore;
import fr.socle.journal.store.KindStore;
import fr.socle.kernel.PersonRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Proofs from the database of this process. */
@Component
class LocalProofs implements Proofs {

    private final Receipts receipts;
    private final Statements statements;
    private final LogReader reader;
    private final FrontStore fronts;
    private final KindStore kinds;

    LocalProofs(
            Receipts receipts,
            Statements statements,
            LogReader reader,
            FrontStore fronts,
            KindStore kinds) {
        this.receipts = receipts;
        this.statements = statements;
        this.reader = reader;
        this.fronts = fronts;
        this.kinds = kinds;
    }

    @Override
    public Optional<ProofOfEntry> receiptFor(PersonRef person, int log, long index) {
        return receipts.forPerson(log, index, person)
                .filter(it -> it.parts().stream().anyMatch(Disclosure.Open.class::isInstance))
                .map(LocalProofs::proof);
    }

    @Override
    public List<OwnEntry> read(PersonRef person, int log, Collection<Long> indexes) {
        return reader.at(log, indexes).stream()
                .flatMap(entry -> own(person, entry).stream())
                .toList();
    }

    @Override
    public Optional<Statement> statementFor(PersonRef person) {
        return statements.of(person);
    }

    @Override
    public PublicLog published() {
        var front = fronts.read().orElseThrow();
        return new PublicLog(
                front.key(),
                "/journal/" + front.log(),
                front.last().map(Signed::size).orElse(0L),
                front.last().map(Signed::at).orElse(null),
                front.witnesses());
    }

    @Override
    public List<Kind> kinds() {
        return kinds.all();
    }

    private static Optional<OwnEntry> own(PersonRef person, LoggedEntry entry) {
        return entry.content()
                .filter(content -> !content.readBy(person).isEmpty())
                .map(
                        content ->
                                new OwnEntry(
                                        entry.log(),
                                        entry.index(),
                                        content.kind(),
                                        content.writtenAt(),
                                        entry.purge(),
                                        content.readBy(person)));
    }

    private static ProofOfEntry proof(Receipt receipt) {
        return new ProofOfEntry(
                receipt.write(),
                Checkpoint.parse(receipt.note().text()).size(),
                receipt.witnesses().size());
    }
}
