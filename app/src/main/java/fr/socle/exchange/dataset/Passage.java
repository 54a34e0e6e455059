package fr.socle.exchange.dataset;

import fr.socle.exchange.dataset.DataSet.Field;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One answer on its way through a mask: token by token, holding nothing but the present value. */
final class Passage {

    private final JsonParser in;
    private final JsonGenerator out;
    private final Set<String> kept = new HashSet<>();
    private int beyond;

    Passage(JsonParser in, JsonGenerator out) {
        this.in = in;
        this.out = out;
    }

    /** Ends the passage at the first granted value that breaks the contract. */
    static final class BrokenContract extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String where;

        private BrokenContract(String where) {
            super(where, null, false, false);
            this.where = where;
        }

        String where() {
            return where;
        }
    }

    /** The codes of the fields that were copied. */
    Set<String> kept() {
        return kept;
    }

    /** How many places were passed by that the contract does not name. */
    int beyond() {
        return beyond;
    }

    /**
     * Copies all of an answer.
     *
     * @throws BrokenContract at the first place that breaks it
     */
    void envelope(Mask root) {
        demand(in.nextToken() == JsonToken.START_OBJECT, "envelope");
        var missing = new HashSet<>(Minimiser.ENVELOPE);
        var seen = new HashSet<String>();
        out.writeStartObject();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = in.currentName();
            demandOnce(seen, name, root.below(name));
            var token = in.nextToken();
            demand(!name.equals("data") || token.isStructStart(), "data");
            if (token == JsonToken.VALUE_NULL) {
                continue;
            }
            if (value(name, root.below(name))) {
                missing.remove(name);
            }
        }
        demand(!missing.contains("data"), "data");
        for (var part : Minimiser.ENVELOPE) {
            if (missing.contains(part)) {
                out.writeName(part);
                out.writeStartObject();
                out.writeEndObject();
            }
        }
        out.writeEndObject();
        demand(in.nextToken() == null, "envelope");
    }

    /**
     * Copies the current value, or passes it by.
     *
     * @param name to be written before it; null in a list
     */
    private boolean value(@Nullable String name, @Nullable Mask at) {
        if (at == null) {
            return skip();
        }
        if (!at.granted()) {
            in.skipChildren();
            return false;
        }
        return switch (in.currentToken()) {
            case START_OBJECT -> at.isObject() ? object(name, at) : skip();
            case START_ARRAY -> at.elements() != null ? list(name, at) : skip();
            case VALUE_NULL -> nothing(name, at.field());
            default -> at.field() == null ? skip() : scalar(name, at.field());
        };
    }

    private boolean skip() {
        beyond++;
        in.skipChildren();
        return false;
    }

    /** That there is nothing is a fact too. */
    private boolean nothing(@Nullable String name, @Nullable Field field) {
        note(field);
        named(name);
        out.writeNull();
        return true;
    }

    private boolean object(@Nullable String name, Mask at) {
        named(name);
        out.writeStartObject();
        var seen = new HashSet<String>();
        while (in.nextToken() == JsonToken.PROPERTY_NAME) {
            var member = in.currentName();
            demandOnce(seen, member, at.below(member));
            in.nextToken();
            value(member, at.below(member));
        }
        out.writeEndObject();
        return true;
    }

    private boolean list(@Nullable String name, Mask at) {
        note(at.records());
        named(name);
        out.writeStartArray();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            value(null, at.elements());
        }
        out.writeEndArray();
        return true;
    }

    private boolean scalar(@Nullable String name, Field field) {
        var token = in.currentToken();
        var text = in.getString();
        demand(Writing.fits(field.kind(), token, text), field.code());
        note(field);
        named(name);
        switch (token) {
            case VALUE_STRING -> out.writeString(text);
            case VALUE_TRUE -> out.writeBoolean(true);
            case VALUE_FALSE -> out.writeBoolean(false);
            default -> out.writeNumber(text);
        }
        return true;
    }

    private void note(@Nullable Field field) {
        if (field != null) {
            kept.add(field.code());
        }
    }

    private void named(@Nullable String name) {
        if (name != null) {
            out.writeName(name);
        }
    }

    /** Which of two should leave? Those that no field names are passed by, however many. */
    private static void demandOnce(Set<String> seen, String name, @Nullable Mask at) {
        demand(at == null || seen.add(name), "not JSON");
    }

    private static void demand(boolean right, String where) {
        if (!right) {
            throw new BrokenContract(where);
        }
    }
}
