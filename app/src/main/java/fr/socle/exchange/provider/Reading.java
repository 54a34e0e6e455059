package fr.socle.exchange.provider;

import fr.socle.exchange.provider.Contract.Fact;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a provider's {@code data} as its contract says. What the contract does not name is counted
 * and never kept; what is written in another way than the contract says breaks it.
 */
final class Reading {

    /** What was read. */
    sealed interface Outcome {

        /**
         * @param values by code of fact, written as its kind says; absent when the provider has
         *     none
         * @param beyond how many members the contract does not name
         */
        record Kept(Map<String, String> values, int beyond) implements Outcome {
            public Kept {
                values = Map.copyOf(values);
            }
        }

        /**
         * @param code the fact that is written in another way
         */
        record Broken(String code) implements Outcome {}
    }

    /** Ends the reading at the first fact that breaks the contract. */
    private static final class BrokenContract extends Exception {
        private final String code;

        private BrokenContract(String code) {
            super(code, null, false, false);
            this.code = code;
        }
    }

    private static final int LONGEST_SCALE = 40;

    private final Contract contract;
    private final JsonMapper json;
    private final Map<String, String> values = new HashMap<>();
    private int beyond;

    private Reading(Contract contract, JsonMapper json) {
        this.contract = contract;
        this.json = json;
    }

    static Outcome read(JsonNode data, Contract contract, JsonMapper json) {
        var reading = new Reading(contract, json);
        try {
            if (!data.isObject()) {
                return new Outcome.Broken("data");
            }
            reading.object(data, "");
            return new Outcome.Kept(reading.values, reading.beyond);
        } catch (BrokenContract broken) {
            return new Outcome.Broken(broken.code);
        }
    }

    private void object(JsonNode object, String prefix) throws BrokenContract {
        for (var member : object.properties()) {
            var path = prefix + member.getKey();
            var value = member.getValue();
            var fact = contract.fact(path);
            if (fact.isPresent()) {
                fact(fact.get(), value);
            } else if (contract.leads(path)) {
                below(path, value);
            } else {
                beyond++;
            }
        }
    }

    private void below(String path, JsonNode value) throws BrokenContract {
        if (value.isObject()) {
            object(value, path + ".");
        } else if (!value.isNull()) {
            throw new BrokenContract(path);
        }
    }

    private void fact(Fact fact, JsonNode value) throws BrokenContract {
        if (!value.isNull()) {
            values.put(fact.code(), written(fact, value));
        }
    }

    private String written(Fact fact, JsonNode value) throws BrokenContract {
        var rightly =
                switch (fact.kind()) {
                    case TEXT -> value.isString();
                    case NUMBER -> value.isNumber() && isPlain(value.decimalValue());
                    case DATE -> value.isString() && isDate(value.stringValue());
                    case FLAG -> value.isBoolean();
                    case RECORDS -> value.isArray();
                };
        if (!rightly) {
            throw new BrokenContract(fact.code());
        }
        return switch (fact.kind()) {
            case TEXT, DATE -> value.stringValue();
            case NUMBER -> value.decimalValue().toPlainString();
            case FLAG -> Boolean.toString(value.booleanValue());
            case RECORDS -> json.writeValueAsString(records(fact, value));
        };
    }

    private List<Map<String, Object>> records(Fact fact, JsonNode list) throws BrokenContract {
        var kept = new ArrayList<Map<String, Object>>();
        for (var each : list) {
            if (!each.isObject()) {
                throw new BrokenContract(fact.code());
            }
            kept.add(members(fact, each, ""));
        }
        return kept;
    }

    /** Sorted, so that the same record is always written the same way. */
    private Map<String, Object> members(Fact fact, JsonNode object, String prefix)
            throws BrokenContract {
        var kept = new TreeMap<String, Object>();
        for (var member : object.properties()) {
            var path = prefix + member.getKey();
            var value = member.getValue();
            if (fact.members().contains(path)) {
                if (value.isContainer()) {
                    throw new BrokenContract(fact.code());
                }
                if (!value.isNull()) {
                    kept.put(member.getKey(), value);
                }
            } else if (value.isObject() && leads(fact, path)) {
                kept.put(member.getKey(), members(fact, value, path + "."));
            } else {
                beyond++;
            }
        }
        return kept;
    }

    private static boolean leads(Fact fact, String path) {
        return fact.members().stream().anyMatch(it -> it.startsWith(path + "."));
    }

    /** 1e99999 written out would fill the memory. */
    private static boolean isPlain(BigDecimal number) {
        return Math.abs((long) number.scale()) <= LONGEST_SCALE;
    }

    private static boolean isDate(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException notADate) {
            return false;
        }
    }
}
