package fr.socle.exchange.spi;

import fr.socle.ui.Words;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the person's file tells an entry; the block that keeps files declares one bean, with the code
 * that tells real ones.
 */
public interface FileTelling {

    /**
     * @param kind the code of the kind of entry
     * @param values what the entry's part for the person says
     */
    Told tell(Words words, String kind, Instant writtenAt, Map<String, Object> values);

    /**
     * @param sentence that stands in the list
     * @param facts that stand on the line's own page, by their labels
     */
    record Told(String sentence, Map<String, String> facts) {
        public Told {
            facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }
    }
}
