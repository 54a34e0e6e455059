package fr.socle;

import fr.socle.house.BrokenSeal;
import fr.socle.house.BrokenSettingsFile;
import fr.socle.house.DatabaseDidNotStart;
import fr.socle.house.FolderTaken;
import fr.socle.house.WrongSetting;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;

/** Says in one sentence why a command failed. The whole story is in the log. */
final class Causes {

    private static final String OTHER_FOLDER = "choisissez un autre dossier avec --data";

    private Causes() {}

    static String sentence(Throwable failed) {
        return Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause)
                .map(Causes::known)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElseGet(() -> unforeseen(deepest(failed)));
    }

    private static String known(Throwable cause) {
        return switch (cause) {
            case PortInUseException taken -> taken(taken.getPort());
            case BindException _ -> "ce port est déjà pris. Choisissez-en un autre avec --port";
            case WrongSetting wrong -> String.valueOf(wrong.getMessage());
            case BrokenSettingsFile broken -> String.valueOf(broken.getMessage());
            case DatabaseDidNotStart silent -> String.valueOf(silent.getMessage());
            case org.springframework.boot.context.properties.bind.BindException unread ->
                    unread(unread.getName().toString(), unread.getProperty());
            case FolderTaken taken -> taken.getMessage() + ". Arrêtez-le, ou " + OTHER_FOLDER;
            case BrokenSeal _ ->
                    "la clé maîtresse n’est pas celle qui a scellé les secrets de cette base."
                            + " Rendez-lui la sienne par SOCLE_MASTER_KEY, ou par le fichier"
                            + " cles/maitresse du dossier de données";
            case AccessDeniedException denied ->
                    "Socle n’a pas le droit d’écrire « "
                            + denied.getFile()
                            + " ». Donnez-le-lui, ou "
                            + OTHER_FOLDER;
            case FileSystemException unusable ->
                    "« "
                            + unusable.getFile()
                            + " » ne peut pas servir ("
                            + Objects.requireNonNullElse(unusable.getReason(), "sans raison")
                            + "). Réparez-le, ou "
                            + OTHER_FOLDER;
            case SQLException sql -> database(sql);
            default -> "";
        };
    }

    private static String taken(int port) {
        return "le port "
                + port
                + " est déjà pris. Choisissez-en un autre : ./socle start --port "
                + (port + 1);
    }

    /** By the SQLSTATE; its own message would be in another language, or name the statement. */
    private static String database(SQLException failed) {
        var state = Objects.requireNonNullElse(failed.getSQLState(), "");
        return switch (state) {
            case "28P01", "28000" ->
                    "la base de données refuse ce compte ou ce mot de passe. Voyez les réglages"
                            + " database-url, database-user et database-password";
            case "3D000" ->
                    "la base de données que nomme database-url n’existe pas sur ce serveur."
                            + " Créez-la d’abord";
            case "42501" ->
                    "la base de données ne donne pas à ce compte les droits qu’il faut :"
                            + " il crée des schémas et des tables ("
                            + failed.getMessage()
                            + ")";
            case "53300" -> "la base de données n’a plus de connexion libre";
            default ->
                    state.startsWith("08") || state.startsWith("57P")
                            ? "la base de données ne répond pas. Voyez si elle est en marche, et le"
                                    + " réglage database-url"
                            : "";
        };
    }

    private static String unread(String key, @Nullable ConfigurationProperty property) {
        return property == null
                ? ""
                : known(
                        new WrongSetting(
                                key, "ne peut pas valoir « " + property.getValue() + " »"));
    }

    private static String unforeseen(Throwable cause) {
        return "une panne que rien ne prévoyait ("
                + cause
                + "). Le récit complet est dans socle.log, dans le dossier de données";
    }

    private static Throwable deepest(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .reduce(failed, (_, deeper) -> deeper);
    }
}
