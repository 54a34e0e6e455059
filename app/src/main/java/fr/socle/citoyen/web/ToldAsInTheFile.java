package fr.socle.citoyen.web;

import fr.socle.citoyen.usages.Usage;
import fr.socle.exchange.spi.FileTelling;
import fr.socle.journal.OwnEntry;
import fr.socle.ui.Words;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells an entry that nobody wrote exactly as {@link Telling} tells those of the journal. */
@Component
class ToldAsInTheFile implements FileTelling {

    @Override
    public Told tell(Words words, String kind, Instant writtenAt, Map<String, Object> values) {
        var month = YearMonth.from(writtenAt.atOffset(ZoneOffset.UTC));
        var usage = Usage.of(new OwnEntry(0, 0, kind, writtenAt, month, values));
        return new Told(Telling.title(words, usage), facts(words, usage));
    }

    private static Map<String, String> facts(Words words, Usage usage) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("organisation", usage.organisation());
        facts.put("motif", usage.motif());
        facts.put("demarche", usage.demarche());
        facts.put("fournisseur", usage.fournisseur());
        facts.put("donnees", String.join(", ", usage.donnees()));
        facts.put("fondement", usage.fondement());
        facts.put("issue", usage.issue());
        var labelled = new LinkedHashMap<String, String>();
        facts.forEach(
                (name, value) -> {
                    if (!value.isEmpty()) {
                        labelled.put(words.of("citoyen.field." + name), value);
                    }
                });
        return labelled;
    }
}
