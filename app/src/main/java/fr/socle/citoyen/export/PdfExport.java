package fr.socle.citoyen.export;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes a tagged PDF (PDF/UA) of well-formed XHTML that loads nothing from elsewhere. */
@Component
public class PdfExport {

    private static final String FONT = "/fr/socle/citoyen/atkinson-hyperlegible-next.ttf";
    private static final String STYLE =
            "<style>" + text("/fr/socle/citoyen/print.css") + "</style>";

    public byte[] write(String xhtml) {
        var pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFastMode()
                    .usePdfUaAccessibility(true)
                    .useFont(PdfExport::font, "Atkinson Hyperlegible Next")
                    .withHtmlContent(printable(xhtml), null)
                    .toStream(pdf)
                    .run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return pdf.toByteArray();
    }

    /** With its style; and the font has one unbreakable space, not both that French uses. */
    private static String printable(String xhtml) {
        return xhtml.replace('\u202f', '\u00a0').replaceFirst("</head>", STYLE + "</head>");
    }

    private static InputStream font() {
        return resource(FONT);
    }

    private static String text(String path) {
        try (var css = resource(path)) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(PdfExport.class.getResourceAsStream(path));
    }
}
