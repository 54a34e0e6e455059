package fr.socle.exchange.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The data sets that come described with the house, so that whoever registers their provider writes
 * nothing but its address. Shapes, titles and scopes are those of API Particulier and API
 * Entreprise.
 */
public final class Library {

    private static final String FILE = "fr/socle/exchange/dataset/data-sets.json";

    private Library() {}

    public static List<DataSet> all() {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            return List.of(JsonMapper.shared().readValue(file, DataSet[].class));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public static Optional<DataSet> find(String code) {
        return all().stream().filter(it -> it.code().equals(code)).findFirst();
    }
}
