package fr.socle.demarches.builder;

import fr.socle.habilitations.HabilitationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Which habilitation founds which data set, as two columns of the same length. */
record Grounds(String[] datasets, UUID[] habilitations) {

    static Grounds of(Map<String, HabilitationId> habilitations) {
        var ordered = new TreeMap<>(habilitations);
        return new Grounds(
                ordered.keySet().toArray(String[]::new),
                ordered.values().stream().map(HabilitationId::value).toArray(UUID[]::new));
    }

    static Map<String, HabilitationId> read(ResultSet row) throws SQLException {
        var datasets = (String[]) row.getArray("datasets").getArray();
        var ids = (UUID[]) row.getArray("habilitations").getArray();
        var grounds = new LinkedHashMap<String, HabilitationId>();
        for (int i = 0; i < datasets.length; i++) {
            grounds.put(datasets[i], new HabilitationId(ids[i]));
        }
        return grounds;
    }
}
