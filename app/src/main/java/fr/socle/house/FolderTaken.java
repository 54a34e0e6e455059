package fr.socle.house;

import java.nio.file.Path;

/** Another process works in this data folder. */
public final class FolderTaken extends RuntimeException {

    FolderTaken(Path folder) {
        super("un autre Socle utilise déjà le dossier " + folder);
    }
}
