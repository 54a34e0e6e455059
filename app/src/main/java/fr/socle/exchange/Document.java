package fr.socle.exchange;

import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.Facts;
import java.util.Map;
import java.util.Set;

/**
 * What left of a provider's answer: the envelope {@code data, links, meta} and no ungranted place.
 */
public final class Document {

    private final byte[] json;
    private final DataSet set;
    private final Set<String> fields;

    /**
     * @param json UTF-8, not changed afterwards
     * @param fields the codes of the fields that it holds
     */
    public Document(byte[] json, DataSet set, Set<String> fields) {
        this.json = json;
        this.set = set;
        this.fields = Set.copyOf(fields);
    }

    /** UTF-8; the caller changes nothing. */
    public byte[] json() {
        return json;
    }

    public Set<String> fields() {
        return fields;
    }

    /** By field code; read at each call, because most callers hand on the document as it is. */
    public Map<String, String> facts() {
        return Facts.read(json, set, fields);
    }

    /** Nothing of what it holds. */
    @Override
    public String toString() {
        return "Document[" + set.code() + ", " + json.length + " bytes]";
    }
}
