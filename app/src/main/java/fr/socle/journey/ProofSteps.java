package fr.socle.journey;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** What the person can see of the use of their data, take away, and have checked by another. */
final class ProofSteps {

    private static final String OBTAINED = "a obtenu des données de";

    private final Browser browser;
    private final Path keep;

    /**
     * @param keep where receipt, key and attestation go
     */
    ProofSteps(Browser browser, Path keep) {
        this.browser = browser;
        this.keep = keep;
    }

    /** The list of uses, once a line about this dossier says these words. */
    Screen usages(String number, String awaited) {
        var page = Patience.until(this::usages, it -> tells(it, number, awaited));
        if (!tells(page, number, awaited)) {
            throw new Unexpected("« " + awaited + " » sur une ligne du dossier " + number, page);
        }
        return page;
    }

    private static boolean tells(Screen page, String number, String words) {
        return page.document().select("main li").stream()
                .map(it -> Screen.plain(it.text()))
                .anyMatch(it -> it.contains(Screen.plain(words)) && it.contains(number));
    }

    private Screen usages() {
        return browser.home().follow("Qui a utilisé mes données ?");
    }

    /** The page of the newest exchange that gave data: it does not say for which dossier. */
    Screen exchange() {
        var list = Patience.until(this::usages, it -> it.says(OBTAINED));
        return details(list).stream()
                .map(browser::get)
                .filter(it -> it.says(OBTAINED))
                .findFirst()
                .orElseThrow(() -> new Unexpected("le détail de l’échange", list));
    }

    private static List<URI> details(Screen list) {
        return list.document().select("a[href]").stream()
                .filter(it -> it.text().startsWith("Détail et preuve"))
                .map(it -> URI.create(it.absUrl("href")))
                .toList();
    }

    /** Takes the receipt and the public key away. */
    void take(Screen line) throws IOException {
        var page =
                Patience.until(
                        () -> browser.get(line.address()), it -> it.offers("Télécharger le reçu"));
        Files.write(keep.resolve("recu.tlog-proof"), page.form("Télécharger le reçu").download());
        Files.write(keep.resolve("cle.pub"), page.download("/cle"));
    }

    /** A separate command, with the receipt and the key alone, says that it holds. */
    void verify() throws IOException, InterruptedException {
        expect(0, verdict("recu.tlog-proof"));
    }

    /** The same command refuses the same receipt with one byte changed. */
    void refuseForgery() throws IOException, InterruptedException {
        var bytes = Files.readAllBytes(keep.resolve("recu.tlog-proof"));
        var at = bytes.length / 2;
        bytes[at] = (byte) (bytes[at] == 'A' ? 'B' : 'A');
        Files.write(keep.resolve("faux.tlog-proof"), bytes);
        expect(1, verdict("faux.tlog-proof"));
        Files.delete(keep.resolve("faux.tlog-proof"));
    }

    private int verdict(String receipt) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("verify", receipt, "--key", "cle.pub"));
        return Instance.socle(keep, arguments).waitFor();
    }

    private static void expect(int wanted, int got) {
        if (wanted != got) {
            throw new Unexpected(
                    "attendu : ./socle verify sort avec " + wanted + " ; reçu : " + got);
        }
    }

    /** The attestation, and every word that must stand in it. */
    void attestation(Screen dossier, List<String> words) throws IOException {
        var bytes = dossier.download("Télécharger l’attestation");
        Files.write(keep.resolve("attestation.pdf"), bytes);
        try (var document = Loader.loadPDF(bytes)) {
            var text =
                    Screen.plain(new PDFTextStripper().getText(document).replaceAll("\\s+", " "));
            for (var word : words) {
                if (!text.contains(Screen.plain(word))) {
                    throw new Unexpected(
                            "attendu : « " + word + " » dans l’attestation ; lu : " + text);
                }
            }
        }
    }
}
