package fr.socle.demarches.export;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;

/**
 * One object for each dossier, its cells under their headings; of two equal ones the second is
 * numbered.
 */
final class JsonSheet implements Sheet {

    private final JsonGenerator json;
    private final List<String> names;

    JsonSheet(OutputStream out, Export export) {
        this.json =
                ExportStore.JSON
                        .writer()
                        .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                        .createGenerator(out);
        this.names = Names.distinct(export.headings());
        json.writeStartArray();
    }

    @Override
    public void line(List<Object> cells) {
        json.writeStartObject();
        for (int i = 0; i < names.size(); i++) {
            var cell = i < cells.size() ? cells.get(i) : "";
            if (cell instanceof Number number) {
                json.writeNumberProperty(names.get(i), new BigDecimal(number.toString()));
            } else {
                json.writeStringProperty(names.get(i), cell.toString());
            }
        }
        json.writeEndObject();
    }

    @Override
    public void close() {
        json.writeEndArray();
        json.close();
    }
}
