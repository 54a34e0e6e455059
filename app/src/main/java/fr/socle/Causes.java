package fr.socle;

import fr.socle.house.FolderTaken;
import fr.socle.house.WrongSetting;
import java.net.BindException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;

/** Says in one sentence why a command failed. The whole story is in the log. */
final class Causes {

    private Causes() {}

    static String sentence(Throwable failed) {
        return Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause)
                .map(Causes::known)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElseGet(() -> deepest(failed).toString());
    }

    private static String known(Throwable cause) {
        return switch (cause) {
            case PortInUseException taken ->
                    "le port "
                            + taken.getPort()
                            + " est déjà pris. Choisissez-en un autre : ./socle start --port "
                            + (taken.getPort() + 1);
            case BindException _ -> "ce port est déjà pris. Choisissez-en un autre avec --port";
            case WrongSetting wrong -> String.valueOf(wrong.getMessage());
            case org.springframework.boot.context.properties.bind.BindException unread ->
                    unread(unread.getName().toString(), unread.getProperty());
            case FolderTaken taken ->
                    taken.getMessage() + ". Arrêtez-le, ou choisissez un autre dossier avec --data";
            case java.sql.SQLException sql
                    when sql.getSQLState() != null && sql.getSQLState().startsWith("08") ->
                    "la base de données ne répond pas (" + sql.getMessage() + ")";
            case java.sql.SQLException sql when "28P01".equals(sql.getSQLState()) ->
                    "la base de données refuse ce compte ou ce mot de passe";
            default -> "";
        };
    }

    private static String unread(String key, @Nullable ConfigurationProperty property) {
        return property == null
                ? ""
                : known(
                        new WrongSetting(
                                key, "ne peut pas valoir « " + property.getValue() + " »"));
    }

    private static Throwable deepest(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .reduce(failed, (_, deeper) -> deeper);
    }
}
