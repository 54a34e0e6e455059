package fr.socle.exchange;

import fr.socle.exchange.dataset.DataSet;
import fr.socle.exchange.dataset.Facts;
import fr.socle.exchange.flow.Flow;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What left of a provider's answer: the envelope {@code data, links, meta} and no ungranted place.
 * One of more than ten megabytes is not held: it flows.
 */
public final class Document {

    private final byte[] json;
    private final @Nullable Flow flow;
    private final DataSet set;
    private final Set<String> fields;

    private Document(byte[] json, @Nullable Flow flow, DataSet set, Set<String> fields) {
        this.json = json;
        this.flow = flow;
        this.set = set;
        this.fields = Set.copyOf(fields);
    }

    /**
     * @param json UTF-8, not changed afterwards
     * @param fields the codes of the fields that it holds
     */
    public Document(byte[] json, DataSet set, Set<String> fields) {
        this(json, null, set, fields);
    }

    /**
     * One that is taken while the provider still gives it.
     *
     * @param granted the codes of the fields that it may hold
     */
    public static Document flowing(Flow flow, DataSet set, Set<String> granted) {
        return new Document(new byte[0], flow, set, granted);
    }

    /** Present for one that is not held; then nothing else but {@link #fields} is known of it. */
    public Optional<Flow> flow() {
        return Optional.ofNullable(flow);
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
