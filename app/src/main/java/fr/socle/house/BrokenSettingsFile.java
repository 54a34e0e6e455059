package fr.socle.house;

import java.nio.file.Path;

/** A settings file that nobody can read, or that is no YAML. */
public final class BrokenSettingsFile extends RuntimeException {

    /**
     * @param rule goes on after the file, in French: « ne se lit pas »
     */
    BrokenSettingsFile(Path file, String rule, Exception cause) {
        super("le fichier de réglages « " + file + " » " + rule, cause);
    }
}
