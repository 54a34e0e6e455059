package fr.socle.exchange.provider;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Made-up certificates, by the JDK's own tool. */
@NullMarked
public final class Keytool {

    static final String PASSWORD = "mot-de-passe";

    private Keytool() {}

    /** A pair of keys in this PKCS#12 file, with its certificate. */
    static void genkeypair(Path file, String alias, String... more) throws Exception {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = new ArrayList<>(List.of(tool, "-genkeypair", "-alias", alias));
        command.addAll(List.of(more));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", file.toString()));
        command.addAll(List.of("-storepass", PASSWORD));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(told);
        }
    }

    static KeyStore opened(Path file) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    /** The certificate of a made-up authority, valid for thirty days, as PEM. */
    public static String authority(Path file, String name) throws Exception {
        genkeypair(
                file,
                "autorite",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "bc=ca:true",
                "-ext",
                "ku=keyCertSign",
                "-validity",
                "30");
        return certificate(file, "autorite");
    }

    /** As PEM. */
    static String certificate(Path file, String alias) throws Exception {
        return Pem.written(Pem.CERTIFICATE, opened(file).getCertificate(alias).getEncoded());
    }

    /** A server of this name that the authority in the file vouches for. */
    static void server(Path file, String alias, String... dates) throws Exception {
        var all =
                new ArrayList<>(
                        List.of(
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-signer",
                                "autorite"));
        all.addAll(List.of(dates));
        genkeypair(file, alias, all.toArray(String[]::new));
    }
}
